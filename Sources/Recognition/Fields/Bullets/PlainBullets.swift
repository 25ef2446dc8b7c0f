import APIModel
import PageTree
import SourceText

extension Reading {
    /// A bullet whose name stands in no marks: ``name: `example` (type, optional)``,
    /// `name: string, required, text`, and, in a section of fields, `name: text`.
    func plainField(_ paragraph: NodeID, _ first: NodeID) -> Field? {
        guard case .text = page.kind(first) else { return nil }
        let construct: Construct = "plain-bullet"
        let text = page.marked(paragraph)
        let tokens = text.tokens
        guard let name = tokens.first, name.kind == .word, tokens.count > 1 else { return nil }
        guard !titlesAttributes(name.text) else { return nil }
        let range = page.range(paragraph)
        var next = endOfName(tokens)
        let written = text.slice(0..<tokens[next - 1].range.upperBound)
        var field = Field(name: said(written, range, .declared, construct))
        if tokens.isMark("*", at: next) || tokens.isMark("?", at: next) && !tokens[next].isSpaced {
            field.required = said(tokens.isMark("*", at: next), range, .declared, construct)
            next += 1
        }
        let isNamed = next < tokens.count && separates(tokens, at: next)
        var example: String?
        if tokens.isMark(":", at: next), tokens.count > next + 1, tokens[next + 1].kind == .code,
            tokens.isMark("(", at: next + 2)
        {
            example = tokens[next + 1].text
            next += 2
        }
        field.example = example.map { said($0, range, .declared, construct) }
        let opensBracket = tokens.isMark("(", at: next)
        if describe(&field, byPresenceAt: next, of: text, in: paragraph) { return field }
        guard opensBracket || isNamed else { return nil }
        if isNamed, let typed = typedBracket(in: text, after: next) {
            field.type = said(typed.type.type, range, .declared, construct)
            field.required = typed.type.required.map { said($0, range, .declared, construct) }
            field.example = typed.example.map { said($0, range, .declared, construct) }
            if !typed.description.isEmpty {
                field.description = said(typed.description, range, .described, construct)
            }
            return field
        }
        let start = opensBracket ? tokens[next].range.lowerBound : tokens[next].range.upperBound
        let rest = text.dropFirst(start)
        if adoptStructure(&field, in: rest, of: paragraph) { return field }
        let isTyped = readLeadingType(rest) != nil
        let isKey = looksLikeKey(name.text) || isInHeaderSection
        let isTold = isNamed || isRemark(tokens, from: next)
        if isNamed, isKey, adoptSoleExample(rest, into: &field, at: range) { return field }
        guard isTyped || (isTold && isInFieldSection && isKey) else { return nil }
        describe(&field, by: Cell(text: rest, range: range, node: paragraph), construct: construct)
        if isTyped, field.type == nil { return nil }
        return field
    }

    /// ``email: `b@example.org` `` among data structures: a member shown by its value, which is text
    /// where nothing else is said. ``size: `integer` `` says its type.
    private func adoptSoleExample(
        _ rest: MarkedText, into field: inout Field, at range: ByteRange
    ) -> Bool {
        guard around.contains(where: \.collectsObjects), let value = rest.tokens.first,
            rest.tokens.count == 1, value.kind == .code, value.text.first?.isUppercase == false
        else { return false }
        if let type = readType(value.text)?.unlessName, type.isKnown {
            field.type = said(type, range, .declared, "plain-bullet")
            return true
        }
        let kind = shownKind(value.text) ?? .string(.plain)
        field.example = said(value.text, range, .declared, "plain-bullet")
        field.type = said(TypeExpression(kind), range, .implied, "plain-bullet")
        return true
    }

    /// "name (optional)" in a section of fields: nothing but presence stands in the brackets.
    private func describe(
        _ field: inout Field, byPresenceAt open: Int, of text: MarkedText, in paragraph: NodeID
    ) -> Bool {
        let tokens = text.tokens
        guard isInFieldSection || around.contains(where: \.collectsObjects),
            tokens.isMark("(", at: open), tokens.isMark(")", at: open + 2),
            let isRequired = presence(tokens.word(at: open + 1))
        else { return false }
        let range = page.range(paragraph)
        field.required = said(isRequired, range, .declared, "plain-bullet")
        let rest = text.dropFirst(tokens[open + 2].range.upperBound).withoutLeadingDash.text
        let cell = Cell(text: rest, range: range, node: paragraph)
        describe(&field, by: cell, construct: "plain-bullet")
        return true
    }

    /// `width (pixels, required) - text`: what stands in the brackets is no type, and belongs to
    /// the name before them.
    private func isRemark(_ tokens: [PhraseToken], from open: Int) -> Bool {
        guard tokens.isMark("(", at: open), let close = matchingMark(tokens, from: open) else {
            return false
        }
        return separates(tokens, at: close + 1)
            || tokens[open..<close].contains { presence($0.word) != nil }
    }

    /// Where a name such as `lines[].price` ends, which has marks in it.
    private func endOfName(_ tokens: [PhraseToken]) -> Int {
        var end = 1
        var index = 1
        while index < tokens.count, !tokens[index].isSpaced {
            if tokens[index].kind == .word || tokens.isMark("]", at: index) {
                end = index + 1
            } else if !tokens.isMark(anyOf: [".", "["], at: index) {
                break
            }
            index += 1
        }
        return end
    }

    /// `value: 3.5 (number, required) - text`: an example in plain words before the type.
    ///
    /// Several words before a type that ends the line are what the line says, and no example.
    private func typedBracket(
        in text: MarkedText, after start: Int
    ) -> (type: LeadingType, example: String?, description: String)? {
        let tokens = text.tokens
        var index = start + 1
        while index < tokens.count, index < start + 8, !tokens[index].isMark("("),
            !tokens[index].isMark("\n")
        {
            index += 1
        }
        guard index > start + 1, tokens.isMark("(", at: index),
            let close = matchingMark(tokens, from: index),
            close + 1 == tokens.count || tokens.isMark("-", at: close + 1)
        else { return nil }
        let behind = text.dropFirst(tokens[index].range.lowerBound)
        guard let type = readLeadingType(behind) else { return nil }
        let words = tokens[start].range.upperBound..<tokens[index].range.lowerBound
        let example = text.slice(words).trimmedASCII
        let rest = behind.dropFirst(type.rest).text.trimmedASCII
        return rest.isEmpty && index > start + 2 ? (type, nil, example) : (type, example, rest)
    }

    /// `Attributes (array)`: the title of a message's members.
    private func titlesAttributes(_ name: String) -> Bool {
        ["Attributes", "Parameters", "Headers", "Body", "Schema", "Model", "Request", "Response"]
            .contains(name)
    }

    /// A colon, or a dash with space around it.
    private func separates(_ tokens: [PhraseToken], at index: Int) -> Bool {
        if tokens.isMark(":", at: index) { return !tokens[index].isSpaced || index == 1 }
        guard tokens.isMark("-", at: index), index + 1 < tokens.count else { return false }
        return tokens[index].isSpaced && tokens[index + 1].isSpaced
    }

    /// `user_id`, `pageSize`, `title`: what opens no sentence.
    func looksLikeKey(_ name: String) -> Bool {
        guard let first = name.utf8.first else { return false }
        return isSmallLetter(first) || name.utf8.contains(0x5F)
    }
}
