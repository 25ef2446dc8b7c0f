import SourceText

extension RSTReader {
    /// Lets `name_` lead where the page's `.. _name: address` says, and `|name|` to what
    /// `.. |name| replace::` puts in its place; other names stay names.
    mutating func resolveReferences() {
        var targets: [String: ByteRange] = [:]
        var definitions = RSTSubstitutions()
        for (index, node) in tree.nodes.enumerated() {
            switch node.kind {
            case .definition(let label, let destination) where !destination.isEmpty:
                let name = normalizedName(label)
                if targets[name] == nil { targets[name] = destination }
            case .substitutionDefinition(let name):
                definitions.add(normalizedName(name), index, node.range)
            case .substitution(let name, _):
                definitions.refer(to: normalizedName(name), index, node.range)
            default: break
            }
        }
        for (index, definition) in definitions.resolved(atMost: bytes.count + 10_000) {
            guard case .substitution(let name, _) = tree.nodes[index].kind else { continue }
            tree.nodes[index].kind = .substitution(name: name, definition: UInt32(definition))
        }
        if !targets.isEmpty { resolveTargets(targets) }
    }

    private mutating func resolveTargets(_ targets: [String: ByteRange]) {
        for index in tree.nodes.indices {
            guard case .link(let name, let title) = tree.nodes[index].kind,
                bytes[Int(max(tree.nodes[index].range.end, 1)) - 1] == 0x5F,
                let destination = targets[normalizedName(name)]
            else { continue }
            tree.nodes[index].kind = .link(destination: destination, title: title)
        }
    }

    /// Names differ neither by case nor by the width of blanks.
    private func normalizedName(_ range: ByteRange) -> String {
        var name: [UInt8] = []
        var isPending = false
        var index = Int(range.start)
        while index < Int(range.end) {
            let byte = bytes[index]
            index += 1
            if isBlank(byte) {
                isPending = !name.isEmpty
                continue
            }
            if byte == 0x5C { continue }
            if isPending { name.append(0x20) }
            isPending = false
            name.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        }
        return String(decoding: name, as: UTF8.self)
    }
}

/// Which definition each reference of a page stands for.
///
/// A definition may refer to others. What goes round, or would grow beyond a sentence or two, is
/// left as a name, so that no page can make its words multiply.
private struct RSTSubstitutions {
    private struct Definition {
        var node: Int
        var range: ByteRange
        var references: [(name: String, node: Int)] = []
        var state = State.unknown
    }

    private enum State: Equatable {
        case unknown, visiting
        /// The bytes it stands for, those of other definitions included.
        case sized(Int)
    }

    private var definitions: [Definition] = []
    private var byName: [String: Int] = [:]
    private var references: [(name: String, node: Int)] = []
    private var found: [(node: Int, definition: Int)] = []

    private static let longest = 1000
    private static let deepest = 16

    init() {}

    /// The first definition of a name counts.
    mutating func add(_ name: String, _ node: Int, _ range: ByteRange) {
        if byName[name] == nil { byName[name] = definitions.count }
        definitions.append(Definition(node: node, range: range))
    }

    /// References come in page order, so that one inside a definition follows that.
    mutating func refer(to name: String, _ node: Int, _ range: ByteRange) {
        if let last = definitions.last, range.start >= last.range.start,
            range.end <= last.range.end
        {
            definitions[definitions.count - 1].references.append((name, node))
        } else {
            references.append((name, node))
        }
    }

    /// The nodes of references, each with the node of its definition; they stand for so many bytes
    /// in all.
    mutating func resolved(atMost limit: Int) -> [(node: Int, definition: Int)] {
        guard !definitions.isEmpty else { return [] }
        var total = 0
        for index in definitions.indices { _ = size(of: index, depth: 0) }
        for reference in references {
            guard let index = byName[reference.name],
                case .sized(let size) = definitions[index].state,
                size <= Self.longest, total + size <= limit
            else { continue }
            total += size
            found.append((reference.node, definitions[index].node))
        }
        return found
    }

    private mutating func size(of index: Int, depth: Int) -> Int? {
        if case .sized(let size) = definitions[index].state { return size }
        guard definitions[index].state == .unknown, depth < Self.deepest else { return nil }
        definitions[index].state = .visiting
        var total = definitions[index].range.count
        for reference in definitions[index].references {
            guard let target = byName[reference.name],
                let size = size(of: target, depth: depth + 1), total + size <= Self.longest
            else { continue }
            total += size
            found.append((reference.node, definitions[target].node))
        }
        definitions[index].state = .sized(total)
        return total
    }
}
