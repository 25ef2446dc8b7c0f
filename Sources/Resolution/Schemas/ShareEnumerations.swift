import APIModel

extension Lift {
    /// Makes one of the enumerations that parameters of one name list with the same values; a filter
    /// has that of the member it filters by. Members stay apart: `state` of a boat and `state` of a
    /// lock may be alike by chance, and then the shorter name is the filter's.
    ///
    /// Gives for each entry the one that stands for it.
    mutating func shareEnumerations() -> [Int] {
        var standIns = Array(entries.indices)
        var groups: [EnumerationKey: [Int]] = [:]
        var order: [EnumerationKey] = []
        for (key, index) in keyed {
            guard case .enumeration(let enumeration) = entries[index].schema.definition else {
                continue
            }
            let values = enumeration.values.map(\.value.value).sorted()
            let group = EnumerationKey(
                names: [typeName(key)], base: enumeration.base, values: values)
            if groups[group] == nil { order.append(group) }
            groups[group, default: []].append(index)
        }
        for group in order {
            let all = groups[group] ?? []
            let parameters = all.filter { entries[$0].parameter != nil }
            let members = all.filter { entries[$0].parameter == nil }
            guard all.count > 1, let first = parameters.first else { continue }
            let standIn = members.min { length(of: $0) < length(of: $1) } ?? first
            if standIn == first {
                entries[first].names = group.names + entries[first].names
            }
            for index in parameters { standIns[index] = standIn }
        }
        return standIns
    }

    private func length(of index: Int) -> Int { entries[index].names.first?.utf8.count ?? 0 }
}
