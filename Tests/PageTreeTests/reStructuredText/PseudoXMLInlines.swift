import SourceText

@testable import PageTree

extension PseudoXML {
    /// Prints the inlines of a block; text between two elements is one piece.
    mutating func printInlines(of block: NodeID, _ depth: Int) {
        printInlines(children(block), depth)
    }

    mutating func printInlines(_ nodes: [NodeID], _ depth: Int) {
        var pieces = ""
        var name = ""
        for node in nodes where page.range(node).start >= anchorEnd {
            switch page.kind(node) {
            case .text: appendText(page.range(node), to: &pieces, depth)
            case .escape: pieces += raw(page.range(node)).dropFirst()
            case .softBreak: pieces += "\n"
            case .anchor(let range):
                flush(&pieces, depth)
                name = escapedName(normalized(unescaped(raw(range))))
                element("inline", [("names", name)], depth)
                text(unescaped(raw(range)), depth + 1)
                anchorEnd = range.end
            default:
                flush(&pieces, depth)
                printInline(node, depth)
            }
        }
        flush(&pieces, depth)
    }

    mutating func flush(_ pieces: inout String, _ depth: Int) {
        if !pieces.isEmpty { text(pieces, depth) }
        pieces = ""
    }

    /// Appends text up to a mark that has no end, which docutils sets apart.
    private mutating func appendText(_ range: ByteRange, to pieces: inout String, _ depth: Int) {
        var start = range.start
        for index in page.notes.indices {
            guard let place = page.notes[index].span?.range, isProblem(page.notes[index]),
                place.start >= start, place.end <= range.end
            else { continue }
            pieces += raw(ByteRange(Int(start), Int(place.start)))
            flush(&pieces, depth)
            let number = problems.count + 1
            problems[index] = number
            element(
                "problematic",
                [("ids", "problematic-\(number)"), ("refid", "system-message-\(number)")], depth)
            text(raw(place), depth + 1)
            start = place.end
        }
        pieces += raw(ByteRange(Int(start), Int(range.end)))
    }

    private func isProblem(_ note: Diagnostic) -> Bool {
        switch RSTNote(rawValue: note.id) {
        case .unclosedEmphasis, .unclosedStrong, .unclosedLiteral, .unclosedInterpreted,
            .unclosedTarget, .unclosedSubstitution, .rolePrefixAndReference,
            .roleSuffixAndReference, .twoRoles:
            true
        default: false
        }
    }

    private mutating func printInline(_ node: NodeID, _ depth: Int) {
        let range = page.range(node)
        switch page.kind(node) {
        case .emphasis: printSpan("emphasis", [], node, depth)
        case .strong: printSpan("strong", [], node, depth)
        case .codeSpan: printSpan("literal", [], node, depth)
        case .role(let name): printRole(node, raw(name), depth)
        case .link(let destination, _): printReference(node, destination, depth)
        case .autolink(let destination):
            let address = unescaped(raw(destination))
            let isMail = !address.contains(":")
            element("reference", [("refuri", isMail ? "mailto:" + address : address)], depth)
            text(address, depth + 1)
        case .substitution(let name, _):
            element("substitution_reference", [("refname", collapsed(raw(name)))], depth)
            text(raw(name), depth + 1)
        case .footnoteReference(let label): printFootnoteReference(raw(label), depth)
        default: text(raw(range), depth)
        }
    }

    private mutating func printSpan(
        _ tag: String, _ attributes: [(String, String)], _ node: NodeID, _ depth: Int
    ) {
        element(tag, attributes, depth)
        printInlines(of: node, depth + 1)
    }

    private mutating func printRole(_ node: NodeID, _ name: String, _ depth: Int) {
        switch name {
        case "", "title", "title-reference": printSpan("title_reference", [], node, depth)
        case "code": printSpan("literal", [("classes", "code")], node, depth)
        default: printSpan(name, [], node, depth)
        }
    }

    private mutating func printFootnoteReference(_ label: String, _ depth: Int) {
        let isCitation = !label.allSatisfy(\.isNumber) && !label.hasPrefix("#") && label != "*"
        if isCitation {
            citations += 1
            element(
                "citation_reference",
                [("ids", "citation-reference-\(citations)"), ("refname", normalized(label))], depth)
            return text(label, depth + 1)
        }
        references += 1
        var attributes = [("ids", "footnote-reference-\(references)")]
        if label == "*" {
            attributes.append(("auto", "*"))
        } else if label.hasPrefix("#") {
            attributes.append(("auto", "1"))
            if label.count > 1 {
                attributes.append(("refname", normalized(String(label.dropFirst()))))
            }
        } else {
            attributes.append(("refname", label))
        }
        element("footnote_reference", attributes, depth)
        if label.allSatisfy(\.isNumber) { text(label, depth + 1) }
    }

    /// A term and its classifiers, which a blank, a colon and a blank set apart.
    mutating func printTerm(_ term: NodeID, _ depth: Int) {
        var groups: [[NodeID]] = [[]]
        var cuts: [NodeID: [Substring]] = [:]
        for node in children(term) {
            guard case .text = page.kind(node) else {
                groups[groups.count - 1].append(node)
                continue
            }
            let parts = raw(page.range(node)).split(
                separator: " : ", omittingEmptySubsequences: false)
            cuts[node] = parts
            groups[groups.count - 1].append(node)
            for _ in parts.dropFirst() { groups.append([node]) }
        }
        var used: [NodeID: Int] = [:]
        for (index, group) in groups.enumerated() {
            element(index == 0 ? "term" : "classifier", [], depth)
            printTermPart(group, cuts, &used, depth + 1)
        }
    }

    private mutating func printTermPart(
        _ nodes: [NodeID], _ cuts: [NodeID: [Substring]], _ used: inout [NodeID: Int], _ depth: Int
    ) {
        guard nodes.contains(where: { (cuts[$0]?.count ?? 1) > 1 }) else {
            return printInlines(nodes, depth)
        }
        for node in nodes {
            guard let parts = cuts[node] else {
                printInlines([node], depth)
                continue
            }
            let index = used[node] ?? 0
            used[node] = index + 1
            let part = String(parts[index])
            let isLast = index == parts.count - 1
            let hasEnd = !isLast || node == nodes.last
            let start = index > 0 ? String(part.drop { $0 == " " }) : part
            printTermText(node, start, parts, index, hasEnd: hasEnd, depth)
        }
    }

    /// Text of a term, with the marks in it that have no end.
    private mutating func printTermText(
        _ node: NodeID, _ part: String, _ parts: [Substring], _ index: Int, hasEnd: Bool,
        _ depth: Int
    ) {
        let before = parts.prefix(index).map { $0.utf8.count + 3 }.reduce(0, +)
        let start = Int(page.range(node).start) + before + parts[index].utf8.count - part.utf8.count
        var pieces = ""
        appendText(ByteRange(start, start + part.utf8.count), to: &pieces, depth)
        if hasEnd { while pieces.hasSuffix(" ") { pieces.removeLast() } }
        flush(&pieces, depth)
    }
}
