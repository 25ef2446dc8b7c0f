import APIModel
import PageTree
import SourceText

extension Reading {
    /// "(required) String. The day": a word in parentheses before the rest.
    func adoptRemark(
        of text: inout MarkedText, at range: ByteRange, into field: inout Field,
        construct: Construct
    ) {
        guard
            text.tokens.isMark("(", at: 0) && text.tokens.isMark(")", at: 2)
                || text.tokens.isMark("[", at: 0) && text.tokens.isMark("]", at: 2)
        else { return }
        if let required = presence(text.tokens[1].word) {
            field.required = said(required, range, .described, construct)
        } else if text.tokens[1].word == "nullable" {
            field.nullable = said(true, range, .described, construct)
        } else {
            return
        }
        text = text.dropFirst(text.tokens[2].range.upperBound)
    }

    /// A type that opens a description in marks of its own: "*float* The value", "`string` — text".
    ///
    /// Marks make it a type beyond doubt where a plain word would begin a sentence.
    func leadingMarkedType(
        in cell: Cell
    ) -> (type: TypeExpression, required: Bool?, rest: Int)? {
        guard let node = openingMark(of: cell) else { return nil }
        let words = page.marked(node)
        guard words.text.utf8.count <= 60, cell.text.text.hasPrefix(words.text),
            let type = readType(words), type.isKnown
        else { return nil }
        switch type.kind {
        case .reference, .unknown, .any: return nil
        case .enumeration(let values) where values.isEmpty: return nil
        default: break
        }
        // "`date` is the day": what a sentence goes on from is its subject.
        let end = words.text.utf8.count
        let tail = cell.text.dropFirst(end)
        if case .codeSpan = page.kind(node), let next = tail.tokens.first {
            if next.kind == .word, next.text == next.word { return nil }
            // "`strings`, `brass` or `winds`": the first of several values.
            if next.isMark(","), tail.tokens.count > 1, tail.tokens[1].kind == .code { return nil }
        }
        return (type, readRequiredness(words)?.required, end + tail.leadingMarks(behind: cell, end))
    }

    /// A type in italics beside a name: "`version` _integer_".
    func emphasizedType(in node: NodeID) -> TypeExpression? {
        for child in page.children(node) {
            guard case .emphasis = page.kind(child), let type = readType(page.marked(child)) else {
                continue
            }
            switch type.kind {
            case .boolean, .integer, .number, .decimal, .string, .object, .array, .dictionary:
                return type
            case .union, .reference, .enumeration, .any, .unknown: continue
            }
        }
        return nil
    }

    /// The emphasis or code that the cell's text begins with.
    private func openingMark(of cell: Cell) -> NodeID? {
        var next = page.firstChild(cell.node)
        var depth = 0
        let first = cell.text.tokens.first?.text ?? ""
        while let node = next, depth < 12 {
            depth += 1
            switch page.kind(node) {
            case .paragraph: next = page.firstChild(node)
            case .strong where !isTypeInBold(node): next = page.next(node)
            case .emphasis, .codeSpan, .strong:
                let text = page.marked(node).text
                if text.hasPrefix(first), cell.text.text.hasPrefix(text) { return node }
                next = page.next(node)
            case .text, .softBreak, .htmlInline: next = page.next(node)
            default: return nil
            }
        }
        return nil
    }

    /// "**integer** The page": small letters open no sentence.
    private func isTypeInBold(_ node: NodeID) -> Bool {
        let word = page.plainText(node)
        return word == word.lowercased() && typeWord(word) != nil
    }
}

extension MarkedText {
    /// How far the marks reach that set a text off from what stood before it.
    fileprivate func leadingMarks(behind cell: Cell, _ end: Int) -> Int {
        let whole = Array(cell.text.text.utf8)
        var index = end
        while index < whole.count {
            switch whole[index] {
            case 0x20, 0x2D, 0x3A, 0x2C, 0x2E: index += 1
            case 0xE2
            where index + 2 < whole.count && whole[index + 1] == 0x80
                && (whole[index + 2] == 0x93 || whole[index + 2] == 0x94):
                index += 3
            default: return index - end
            }
        }
        return index - end
    }
}
