import SourceText
import YAMLText

extension BlockReader {
    /// Reads every literal or folded scalar of the front matter as Markdown of its own; one that
    /// an alias stands for lies before and is read already.
    mutating func readEmbedded(in value: YAMLValue, below node: Int, depth: Int = 0) {
        guard depth < BlockReader.nestingLimit else { return }
        switch value.node {
        case .mapping(let entries):
            for entry in entries { readEmbedded(in: entry.value, below: node, depth: depth + 1) }
        case .sequence(let values):
            for value in values { readEmbedded(in: value, below: node, depth: depth + 1) }
        case .scalar(let scalar):
            guard scalar.style == .literal || scalar.style == .folded, scalar.lines.count > 1
            else { return }
            let last = tree.nodes[node].lastChild
            guard last == Node.none || tree.nodes[Int(last)].range.end <= value.range.start else {
                return
            }
            let embedded = tree.append(.embedded, value.range, to: node)
            read(scalar.lines, into: embedded)
        }
    }
}
