import JSONText
import Recognition
import SourceText

extension Sample {
    /// Its values, each object of which something is left out with a member that says so.
    var valuesWithElisions: [JSONValue] {
        let places = document.repairs.compactMap { repair in
            if case .elision = repair.kind { return repair.range.start }
            return nil
        }
        guard !places.isEmpty else { return document.values }
        let elisions = Elisions(places: places.sorted())
        return document.values.map { elisions.marked($0, depth: 0) }
    }
}

/// Where a sample says that something is left out.
private struct Elisions {
    /// In order.
    let places: [UInt32]

    func marked(_ value: JSONValue, depth: Int) -> JSONValue {
        guard depth < maximumDepth, count(in: value.range) > 0 else { return value }
        var value = value
        switch value.node {
        case .array(let elements):
            value.node = .array(elements.map { marked($0, depth: depth + 1) })
        case .object(var members):
            // What the values of members leave out is left out of them.
            let inner = members.reduce(0) { $0 + count(in: $1.value.range) }
            let isPartial = count(in: value.range) > inner
            for index in members.indices {
                members[index].value = marked(members[index].value, depth: depth + 1)
            }
            if isPartial {
                let end = ByteRange(Int(value.range.end), Int(value.range.end))
                members.append(
                    JSONValue.Member(key: "", keyRange: end, value: JSONValue(.elision, end)))
            }
            value.node = .object(members)
        case .null, .boolean, .number, .string, .word, .elision: break
        }
        return value
    }

    private func count(in range: ByteRange) -> Int {
        firstPlace(notBefore: range.end) - firstPlace(notBefore: range.start)
    }

    private func firstPlace(notBefore offset: UInt32) -> Int {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
