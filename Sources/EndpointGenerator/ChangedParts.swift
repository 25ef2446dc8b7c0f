/// What two canonical descriptions do not have in common, as two smaller descriptions between which
/// the same changed as between the two; `nil` where that cannot be told from their texts.
///
/// Of many operations a run changes few, and what stands in both texts, byte for byte, changed
/// nothing. It is left out, unless a type that it names is among what changed, since a change of a
/// type is told with all its uses.
func changedParts(_ old: [UInt8], _ new: [UInt8]) -> (old: [UInt8], new: [UInt8])? {
    guard let old = DescriptionText(old), let new = DescriptionText(new) else { return nil }
    let schemas = differing(\.schemas, old, new)
    let operations = differing(\.operations, old, new)
    guard let before = old.addressed(operations), let after = new.addressed(operations) else {
        return nil
    }
    var graph = TypeGraph()
    graph.add(old.schemas.filter { schemas.contains($0.name) }, of: old)
    graph.add(new.schemas, of: new)
    let exchanged =
        exchangedTypes(old.named(schemas), new.named(schemas), old, new)
        + exchangedTypes(before.parts, after.parts, old, new)
        + before.crowded.flatMap(old.references) + after.crowded.flatMap(new.references)
    let changed = schemas.union(graph.reached(from: exchanged))
    let wanted = operations.union((before.crowded + after.crowded).map(\.name))
    let reaching = graph.reaching(changed)
    return (
        old.excerpt(wanted, reaching, graph, changed), new.excerpt(wanted, reaching, graph, changed)
    )
}

/// The names of parts that only one side has, or that say something else on the other.
private func differing(
    _ parts: KeyPath<DescriptionText, [DescriptionText.Part]>, _ old: DescriptionText,
    _ new: DescriptionText
) -> Set<String> {
    let before = Dictionary(old[keyPath: parts].map { ($0.name, $0.place) }) { first, _ in first }
    var names = Set(before.keys)
    for part in new[keyPath: parts] {
        if let place = before[part.name], old.bytes[place] == new.bytes[part.place] {
            names.remove(part.name)
        } else {
            names.insert(part.name)
        }
    }
    return names
}

/// The types named by parts of both sides that do not name the same ones: there, types of different
/// names are compared.
private func exchangedTypes(
    _ before: [String: DescriptionText.Part], _ after: [String: DescriptionText.Part],
    _ old: DescriptionText, _ new: DescriptionText
) -> [String] {
    before.flatMap { key, part -> [String] in
        guard let other = after[key] else { return [] }
        let (earlier, later) = (old.references(in: part), new.references(in: other))
        return earlier == later ? [] : earlier + later
    }
}

extension DescriptionText {
    /// Types by their names, as which they are compared.
    fileprivate func named(_ names: Set<String>) -> [String: Part] {
        let parts = schemas.filter { names.contains($0.name) }
        return Dictionary(parts.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Those of some operations by what they are matched by, and apart all that share it with
    /// another, which are matched by their order; `nil` if one has no address.
    fileprivate func addressed(
        _ names: Set<String>
    ) -> (parts: [String: Part], crowded: [Part])? {
        var first: [String: Part] = [:]
        var crowded: [Part] = []
        for operation in operations {
            guard let address = address(of: operation) else { return nil }
            if let other = first.updateValue(operation, forKey: address) {
                crowded += [other, operation]
            }
        }
        return (first.filter { names.contains($0.value.name) }, crowded)
    }
}

/// Which types name which, on either side.
private struct TypeGraph {
    private var named: [String: [String]] = [:]
    private var naming: [String: [String]] = [:]

    mutating func add(_ schemas: [DescriptionText.Part], of text: DescriptionText) {
        for schema in schemas {
            for name in text.references(in: schema) {
                named[schema.name, default: []].append(name)
                naming[name, default: []].append(schema.name)
            }
        }
    }

    /// Some types, and all that they name.
    func reached(from names: [String]) -> Set<String> { closure(names, named) }

    /// Some types, and all that name them.
    func reaching(_ names: Set<String>) -> Set<String> { closure(Array(names), naming) }

    private func closure(_ names: [String], _ edges: [String: [String]]) -> Set<String> {
        var found = Set(names)
        var waiting = names
        while let name = waiting.popLast() {
            for next in edges[name] ?? [] where found.insert(next).inserted { waiting.append(next) }
        }
        return found
    }
}

extension DescriptionText {
    /// The description with some of its operations, those that name one of some types, and the types
    /// that these need.
    fileprivate func excerpt(
        _ wanted: Set<String>, _ reaching: Set<String>, _ graph: TypeGraph, _ changed: Set<String>
    ) -> [UInt8] {
        var kept: [Part] = []
        var named: [String] = []
        for operation in operations {
            let isWanted = wanted.contains(operation.name)
            if !isWanted, reaching.isEmpty { continue }
            let references = references(in: operation)
            guard isWanted || references.contains(where: reaching.contains) else { continue }
            kept.append(operation)
            named += references
        }
        let types = graph.reached(from: named).union(changed)
        var output = Array(bytes[head])
        output += "\"operations\": [".utf8
        append(kept, to: &output)
        output += "], \"schemas\": [".utf8
        append(schemas.filter { types.contains($0.name) }, to: &output)
        output += "]}\n".utf8
        return output
    }

    private func append(_ parts: [Part], to output: inout [UInt8]) {
        for (index, part) in parts.enumerated() {
            if index > 0 { output.append(0x2C) }
            output += bytes[part.place]
        }
    }
}
