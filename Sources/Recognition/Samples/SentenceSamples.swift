import APIModel
import JSONText
import PageTree
import SourceText

extension Reading {
    /// "Returns 200 with `{"ok": true}`": the body in code, in a sentence that tells what comes back.
    mutating func saySample(
        inSentence paragraph: NodeID, _ text: MarkedText, _ statuses: [StatusPhrase]
    ) {
        guard text.tokens.contains(where: { speaksOfReturning($0.word) }) else { return }
        for node in page.children(paragraph) {
            guard case .codeSpan = page.kind(node),
                var sample = sample(inCode: page.range(node), construct: "sentence-sample"),
                sample.document.values.allSatisfy(\.holdsSomething)
            else { continue }
            sample.direction = .response
            if case .code(let code)? = statuses.first?.status { sample.status = code }
            say(.sample(sample), at: page.range(node))
            return
        }
    }

    /// "…or an error with status 422 if the name is taken:" over a block of code shows that body.
    mutating func announce(_ statuses: [StatusPhrase], by text: MarkedText, at paragraph: NodeID) {
        guard let status = statuses.last?.status, text.text.hasSuffix(":"),
            let next = page.next(paragraph), case .codeBlock = page.kind(next)
        else { return }
        var section = section(MarkedText(""), level: labelLevel, at: page.range(paragraph))
        section.role = .responseExample
        section.status = status
        openHeading(section)
    }

    /// "`sticky` is 0: normal, 1: sticky": a sentence that begins with a member in code tells its
    /// values.
    mutating func sayValues(in text: MarkedText, at range: ByteRange) {
        let construct: Construct = "values-sentence"
        guard let name = text.tokens.first, name.kind == .code, text.tokens.count > 3,
            ["is", "can", "must", "may", "will", "holds", "has"].contains(text.tokens.word(at: 1)),
            let phrase = readEnumeration(text.dropFirst(name.range.upperBound)),
            phrase.values.count > 1, readNameMarks(MarkedText(name.text))?.name == name.text
        else { return }
        let rows = phrase.values.map { value in
            var row = ValueRow(
                field: name.text, value: said(value.value, range, .described, construct))
            row.description = value.description.map { said($0, range, .described, construct) }
            return row
        }
        let unbound = bind(rows)
        if !unbound.isEmpty { say(.values(unbound), at: range) }
    }
}

extension JSONValue {
    /// Whether it is more than brackets: `{name}` is a hole for something.
    fileprivate var holdsSomething: Bool {
        switch node {
        case .object(let members): !members.isEmpty
        case .array: true
        case .null, .boolean, .number, .string, .word, .elision: false
        }
    }
}
