import SourceText

@testable import PageTree

extension PseudoXML {
    mutating func printBlock(_ block: NodeID, _ depth: Int) {
        let range = page.range(block)
        switch page.kind(block) {
        case .paragraph:
            element("paragraph", [], depth)
            printInlines(of: block, depth + 1)
        case .list(let isOrdered, _, let start):
            printList(block, isOrdered: isOrdered, start: start, depth)
        case .definitionList: printDefinitionList(block, depth)
        case .fieldList:
            element("field_list", [], depth)
            for field in children(block) { printField(field, depth + 1) }
        case .blockQuote: printBlockQuote(block, depth)
        case .codeBlock(let info, let style): printCode(block, info, style, depth)
        case .comment: printComment(range, depth)
        case .thematicBreak: element("transition", [], depth)
        case .directive(let name, _): printDirective(block, raw(name), depth)
        case .table: printTable(block, depth)
        case .substitutionDefinition(let name): printSubstitution(block, name, depth)
        case .footnote, .definition, .lineBlock: element("unprinted", [], depth)
        default: element("unexpected", [], depth)
        }
    }

    private mutating func printList(
        _ list: NodeID, isOrdered: Bool, start: UInt32, _ depth: Int
    ) {
        let mark = raw(page.range(list))
        if isOrdered {
            element("enumerated_list", enumeration(mark, start), depth)
        } else {
            element("bullet_list", [("bullet", String(mark.prefix(1)))], depth)
        }
        for item in children(list) {
            element("list_item", [], depth + 1)
            printBlocks(children(item), depth + 2)
        }
    }

    private func enumeration(_ mark: String, _ start: UInt32) -> [(String, String)] {
        let prefix = mark.hasPrefix("(") ? "(" : ""
        let number = mark.drop { $0 == "(" }.prefix { $0.isLetter || $0.isNumber || $0 == "#" }
        let suffix = mark.drop { $0 == "(" }.dropFirst(number.count).prefix(1)
        var attributes = [("prefix", prefix), ("suffix", String(suffix))]
        if start != 1 { attributes.append(("start", "\(start)")) }
        let first = number.first ?? "1"
        let size = first.isUppercase ? "upper" : "lower"
        let isRoman = number.count > 1 || number == "i" || number == "I"
        let type = first.isLetter ? size + (isRoman ? "roman" : "alpha") : "arabic"
        return attributes + [("enumtype", type)]
    }

    private mutating func printDefinitionList(_ list: NodeID, _ depth: Int) {
        element("definition_list", [], depth)
        var term: NodeID?
        for child in children(list) {
            if case .definitionTerm = page.kind(child) {
                element("definition_list_item", [], depth + 1)
                printTerm(child, depth + 2)
                term = child
            } else {
                element("definition", [], depth + 2)
                if let term { printNotes(within: page.range(term), depth + 3) }
                printBlocks(children(child), depth + 3)
            }
        }
    }

    private mutating func printField(_ field: NodeID, _ depth: Int) {
        guard case .field(let name) = page.kind(field) else { return }
        element("field", [], depth)
        element("field_name", [], depth + 1)
        let messages = printInlines(in: name, depth + 2)
        element("field_body", [], depth + 1)
        lines += messages.map { indent(depth + 2) + $0 }
        printBlocks(children(field), depth + 2)
    }

    private mutating func printBlockQuote(_ quote: NodeID, _ depth: Int) {
        element("block_quote", [], depth)
        var blocks = children(quote)
        var attribution: NodeID?
        if blocks.count > 1, let last = blocks.last, isAttribution(last) {
            attribution = last
            blocks.removeLast()
        }
        printBlocks(blocks, depth + 1)
        if let attribution {
            element("attribution", [], depth + 1)
            printInlines(of: attribution, depth + 2)
        }
    }

    /// The reader leaves the dashes of an attribution out of its text.
    private func isAttribution(_ block: NodeID) -> Bool {
        guard case .paragraph = page.kind(block), let text = page.firstChild(block) else {
            return false
        }
        let start = raw(page.range(block)).prefix(2)
        return page.range(text).start > page.range(block).start
            && (start == "--" || start.hasPrefix("—"))
    }

    private mutating func printComment(_ range: ByteRange, _ depth: Int) {
        element("comment", [("xml:space", "preserve")], depth)
        let parts = raw(range).split(separator: "\n", omittingEmptySubsequences: false)
        let first = parts[0].drop { $0 == "." }.drop { $0 == " " }
        let rest = parts.dropFirst()
        let width = rest.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        let body = (first.isEmpty ? [] : [first]) + rest.map { $0.dropFirst(width) }
        text(body.joined(separator: "\n"), depth + 1)
    }

    private mutating func printSubstitution(_ block: NodeID, _ name: ByteRange, _ depth: Int) {
        let label = collapsed(raw(name))
        element("substitution_definition", [("names", escapedName(label))], depth)
        guard let child = page.firstChild(block), case .directive(let name, _) = page.kind(child)
        else { return printInlines(of: block, depth + 1) }
        if raw(name) == "image" {
            printImage(child, alternative: label, depth + 1)
        } else {
            printDirective(child, raw(name), depth + 1)
        }
    }

    private mutating func printImage(_ image: NodeID, alternative: String, _ depth: Int) {
        var attributes = [("alt", alternative)]
        for child in children(image) {
            guard case .attribute(let name, let value) = page.kind(child) else { continue }
            attributes.append((name.isEmpty ? "uri" : raw(name), raw(value)))
        }
        element("image", attributes, depth)
    }
}
