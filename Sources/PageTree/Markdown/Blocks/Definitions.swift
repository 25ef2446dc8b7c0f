import SourceText

/// What is left of a paragraph after its definitions.
struct ParagraphRest {
    var node: Int
    var firstSegment: Int
}

extension BlockReader {
    /// Takes link reference definitions off the head of a paragraph; nil if nothing is left.
    mutating func takeDefinitions(_ node: Int, _ firstSegment: Int) -> ParagraphRest? {
        guard bytes[Int(segments[firstSegment].start)] == 0x5B else {
            return ParagraphRest(node: node, firstSegment: firstSegment)
        }
        let found = withTextView(
            segments, from: firstSegment, count: segments.count - firstSegment, in: bytes,
            scanDefinitions)
        guard let last = found.last else {
            return ParagraphRest(node: node, firstSegment: firstSegment)
        }
        let parent = Int(tree.nodes[node].parent)
        for (position, definition) in found.enumerated() {
            let kind = Kind.definition(
                label: definition.label, destination: definition.destination)
            if position == 0 {
                tree.nodes[node].kind = kind
                tree.nodes[node].range = definition.range
            } else {
                tree.append(kind, definition.range, to: parent)
            }
            references.define(
                definition.key,
                ReferenceTable.Entry(
                    destination: definition.destination, title: definition.title))
        }
        return rest(in: parent, from: firstSegment, after: last.range.end)
    }

    private mutating func rest(
        in parent: Int, from firstSegment: Int, after end: UInt32
    ) -> ParagraphRest? {
        var next = firstSegment
        while next < segments.count, segments[next].start < end { next += 1 }
        if next == segments.count {
            segments.removeLast(segments.count - firstSegment)
            return nil
        }
        let node = tree.append(.paragraph, segments[next], to: parent)
        return ParagraphRest(node: node, firstSegment: next)
    }
}

private struct FoundDefinition {
    var range: ByteRange
    var label: ByteRange
    var key: [UInt8]
    var destination: ByteRange
    var title: ByteRange
}

/// Every definition at the head of a paragraph, with the places on the page.
private func scanDefinitions(_ view: TextView) -> [FoundDefinition] {
    var found: [FoundDefinition] = []
    let scanner = LinkScanner(bytes: view.bytes, end: view.end)
    var index = view.start
    while let definition = scanDefinition(scanner, at: index, view) {
        found.append(definition.found)
        index = scanner.skipWhite(definition.next)
    }
    return found
}

/// `[label]: destination "title"`, to the end of its line.
private func scanDefinition(
    _ scanner: LinkScanner, at start: Int, _ view: TextView
) -> (found: FoundDefinition, next: Int)? {
    guard let label = scanner.label(at: start) else { return nil }
    let colon = Int(label.end) + 1
    guard colon < scanner.end, scanner.bytes[colon] == 0x3A,
        let destination = scanner.destination(at: scanner.skipWhite(colon + 1))
    else { return nil }
    let isAngle = destination.next > Int(destination.text.end)
    guard isAngle || !destination.text.isEmpty else { return nil }
    var title = ByteRange(destination.next, destination.next)
    var end = destination.next
    let afterSpace = scanner.skipWhite(destination.next)
    let scannedTitle = afterSpace > destination.next ? scanner.title(at: afterSpace) : nil
    if let scannedTitle, scanner.endsLine(scannedTitle.next) {
        title = scannedTitle.text
        end = scannedTitle.next
    } else if !scanner.endsLine(destination.next) {
        return nil
    }
    let found = FoundDefinition(
        range: view.page(ByteRange(start, end)), label: view.page(label),
        key: normalizedLabel(view.bytes, label), destination: view.page(destination.text),
        title: view.page(title))
    return (found, end)
}
