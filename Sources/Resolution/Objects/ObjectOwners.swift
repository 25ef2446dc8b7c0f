import Recognition

extension PageClaims {
    /// "Data of a bundle" below "The parcel object", whose rows are all called `data.…`, lists
    /// members of that object's member `data`.
    func giveToOwner(_ index: Int, of parts: inout [Int: ObjectParts]) {
        guard index != 0, sections[index].role == .other, let own = parts[index],
            let owner = path(from: index).dropFirst().first(where: { parts[$0] != nil }),
            case .object = sections[owner].role, own.samples.isEmpty, own.values.isEmpty
        else { return }
        let known = Set(parts[owner]?.lists.flatMap { $0.list.fields.map(\.name.value) } ?? [])
        let rows = own.lists.flatMap(\.list.fields)
        guard !rows.isEmpty,
            rows.allSatisfy({ row in
                let steps = row.name.value.split(separator: ".")
                return steps.count > 1 && known.contains(String(steps[0]))
            })
        else { return }
        parts[owner]?.lists += own.lists
        parts[index] = nil
    }

    /// "An example of a label object:" over a sample, and "Label properties" over a list: the sample
    /// is of what that lists.
    func joinSamples(to parts: inout [Int: ObjectParts], in order: [Int]) {
        var lists: [String: [Int]] = [:]
        for index in order where parts[index]?.lists.isEmpty == false {
            guard case .object(let name, _) = sections[index].role else { continue }
            lists[name.lowercased(), default: []].append(index)
        }
        for index in order {
            guard case .object(let name, _) = sections[index].role, let shown = parts[index],
                shown.lists.isEmpty, !shown.samples.isEmpty, shown.values.isEmpty,
                let listed = lists[name.lowercased()], listed.count == 1,
                parts[listed[0]]?.samples.isEmpty == true
            else { continue }
            parts[listed[0]]?.samples = shown.samples
            parts[index] = nil
        }
    }
}
