import APIModel
import JSONText
import SourceText

/// Puts the blocks that a site keeps by name into the holes of samples that show them.
extension Site {
    /// The sample with its holes filled; what fills a whole sample keeps its own places.
    func filled(_ sample: Sample) -> Sample {
        guard !blocks.isEmpty, sample.document.values.contains(where: \.hasHole) else {
            return sample
        }
        var filling = Filling(site: self)
        var filled = sample
        if sample.document.values.count == 1, case .word(let hole) = sample.document.values[0].node
        {
            guard let block = block(in: hole) else { return sample }
            filled.document.values = block.document.values.map { filling.fill($0) }
            filled.evidence = block.evidence
            return filled
        }
        filled.document.values = sample.document.values.map { filling.fill($0) }
        return filled
    }

    /// Every block of the site by its name, those that stand in files of their own too.
    func namedBlocks() -> [String: Sample] {
        var byName: [String: Sample] = [:]
        for block in items.lazy.joined().compactMap(\.block)
        where !block.name.isEmpty && byName[block.name] == nil {
            switch block.content {
            case .sample(let sample): byName[block.name] = sample
            case .file(let path): byName[block.name] = document(at: path)
            }
        }
        return byName
    }

    /// The JSON file of a path; the path may begin above the folder of the pages.
    private func document(at path: String) -> Sample? {
        var steps = path.split(separator: "/")[...]
        while !steps.isEmpty {
            if let file = byPath[steps.joined(separator: "/")] {
                let blocks = items[Int(file.rawValue)].lazy.compactMap(\.block)
                guard case .sample(let sample)? = blocks.first?.content else { return nil }
                return sample
            }
            steps = steps.dropFirst()
        }
        return nil
    }

    /// The block that a hole names, if the site keeps one of that name.
    fileprivate func block(in hole: String) -> Sample? {
        for name in blockNames(in: hole) {
            if let sample = blocks[name] { return sample }
        }
        return nil
    }
}

/// Fills the holes inside of values. Blocks may show blocks, and themselves: so both the levels
/// and the values in all are bounded.
private struct Filling {
    let site: Site
    var level = 0
    var remaining = 20_000

    /// What a block brings inside of a value stands at its hole.
    mutating func fill(_ value: JSONValue) -> JSONValue {
        remaining -= 1
        guard remaining > 0 else { return value }
        switch value.node {
        case .word(let hole):
            guard level < 6, let content = site.block(in: hole)?.document.values.first else {
                return value
            }
            level += 1
            defer { level -= 1 }
            return fill(content.moved { _ in value.range })
        case .array(let elements):
            return JSONValue(.array(elements.map { fill($0) }), value.range)
        case .object(let members):
            var filled = members
            for index in members.indices { filled[index].value = fill(members[index].value) }
            return JSONValue(.object(filled), value.range)
        case .null, .boolean, .number, .string, .elision: return value
        }
    }
}

extension Item {
    fileprivate var block: NamedBlock? {
        if case .block(let block) = self { return block }
        return nil
    }
}

extension JSONValue {
    /// Whether a template's hole stands in the value.
    fileprivate var hasHole: Bool {
        switch node {
        case .word(let word): !blockNames(in: word).isEmpty
        case .array(let elements): elements.contains { $0.hasHole }
        case .object(let members): members.contains { $0.value.hasHole }
        case .null, .boolean, .number, .string, .elision: false
        }
    }
}
