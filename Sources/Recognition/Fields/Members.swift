import APIModel
import PageTree
import SourceText

extension Reading {
    /// A paragraph under a heading that is a name in code describes the member of that name.
    mutating func sayMember(_ name: String, titledAt heading: ByteRange, by cell: Cell) {
        let construct: Construct = "member-heading"
        var field = Field(name: said(name, heading, .declared, construct))
        let lines = Cell(
            text: page.marked(cell.node, keepingBreaks: true), range: cell.range, node: cell.node)
        if !describe(&field, byLinesOf: lines, construct: construct) {
            describe(&field, by: cell, construct: construct)
        }
        let remark = around.last.flatMap { MarkedText($0.title).fieldRemark }
        adopt(remark, at: heading, into: &field)
        say([field], .member(name), at: cell.range, .described, construct)
    }

    /// Query parameters that a sentence mentions in code: "set the query element `envelope` to
    /// `true`".
    func mentions(in text: MarkedText, at range: ByteRange) -> [Field] {
        var fields: [Field] = []
        let tokens = text.tokens
        for (index, token) in tokens.enumerated() where token.kind == .code {
            let isQueried =
                tokens.word(at: index - 2) == "query"
                && (isFieldNoun(tokens.word(at: index - 1))
                    || tokens.word(at: index - 1) == "element")
            guard isQueried, let name = readNameMarks(MarkedText(token.text)) else { continue }
            var field = Field(name: said(name.name, range, .described, "mention"))
            let to = tokens.word(at: index + 1) == "set" ? index + 2 : index + 1
            if tokens.word(at: to) == "to" {
                let value = tokens.word(at: to + 1)
                if value == "true" || value == "false" {
                    field.type = said(TypeExpression(.boolean), range, .described, "mention")
                }
            }
            field.required = said(false, range, .implied, "mention")
            field.description = said(text.text, range, .described, "mention")
            fields.append(field)
        }
        return fields + listedParameters(in: text, at: range) + shownQueries(in: text, at: range)
    }

    /// "Filter with `?state=open`": what a query in code names, and the type its value shows.
    private func shownQueries(in text: MarkedText, at range: ByteRange) -> [Field] {
        var fields: [Field] = []
        for token in text.tokens where token.kind == .code && token.text.hasPrefix("?") {
            guard let path = readPath("/x" + token.text) else { continue }
            for item in path.query where !item.name.isEmpty {
                var field = Field(name: said(item.name, range, .described, "mention"))
                field.required = said(false, range, .implied, "mention")
                if let value = item.value {
                    field.type = shownType(value, of: item.name, at: range)
                }
                takeAlternatives(of: item, for: &field, at: range, .described, "mention")
                fields.append(field)
            }
        }
        return fields
    }

    /// `?sort=name|date`: the values of what a query names.
    func takeAlternatives(
        of item: PathPhrase.QueryItem, for field: inout Field, at range: ByteRange,
        _ strength: Strength, _ construct: Construct
    ) {
        guard let value = item.value, value.contains("|"),
            let list = readEnumeration(MarkedText(value))
        else { return }
        field.type = said(TypeExpression(.string(.plain)), range, strength, construct)
        field.values = rows(list, of: item.name, range, strength, construct)
    }

    /// `<int>` says its type, and so do a number and a truth value; a word is text.
    private func shownType(_ value: String, of name: String, at range: ByteRange) -> Said<
        TypeExpression
    >? {
        let hole = value.filter { !"<>{}[]".contains($0) }
        if hole != value {
            return readType(hole)?.unlessName.map { said($0, range, .described, "mention") }
        }
        return shownKind(value, of: name).map {
            said(TypeExpression($0), range, .implied, "mention")
        }
    }

    /// "Takes the optional parameters `folder` (its ID) and `sub`", "Takes one mandatory parameter,
    /// `folder`": the names right behind the word.
    private func listedParameters(in text: MarkedText, at range: ByteRange) -> [Field] {
        let tokens = text.tokens
        guard
            let word = tokens.firstIndex(where: {
                ["parameter", "parameters"].contains($0.word)
            }),
            let verb = tokens[..<word].lastIndex(where: {
                ["takes", "take", "accepts", "accept", "requires", "using", "expects"]
                    .contains($0.word)
            }), word - verb <= 6, tokens.startsSentence(at: verb) || speaksOfCall(tokens, to: verb)
        else { return [] }
        let between = tokens[verb..<word].map(\.word)
        let isRequired = between.contains {
            $0 == "mandatory" || $0 == "required" || $0 == "requires"
        }
        var fields: [Field] = []
        var index = word + 1
        while index < tokens.count {
            if tokens[index].kind == .code, let name = readNameMarks(MarkedText(tokens[index].text))
            {
                var field = Field(name: said(name.name, range, .described, "mention"))
                let strength: Strength = isRequired ? .described : .implied
                field.required = said(isRequired, range, strength, "mention")
                field.description = said(text.text, range, .described, "mention")
                fields.append(field)
            } else if tokens[index].isMark("("), let close = matchingMark(tokens, from: index) {
                index = close
            } else if !tokens.isMark(anyOf: [",", ":"], at: index), tokens[index].word != "and" {
                break
            }
            index += 1
        }
        return fields
    }

    /// "This endpoint takes", "The results can be paginated using".
    private func speaksOfCall(_ tokens: [PhraseToken], to verb: Int) -> Bool {
        tokens[max(0, verb - 6)..<verb].contains { token in
            isOperationNoun(token.word) || token.word == "it" || token.word == "paginated"
        }
    }
}

/// Names of parameters that choose what a call does, where one path serves many: `?action=list`.
package func isSelector(_ name: String) -> Bool {
    switch name.lowercased() {
    case "action", "cmd", "command", "method", "op", "operation", "function", "func": true
    default: false
    }
}
