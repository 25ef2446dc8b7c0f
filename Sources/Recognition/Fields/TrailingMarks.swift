import APIModel
import SourceText

extension Reading {
    /// What brackets at the end of a description say: "The reader's name (string)", "Latitude.
    /// (number, required)", "The key. (header)". Each part must be one word on type, presence or
    /// place.
    func adoptTrailing(
        of text: MarkedText, at range: ByteRange, into field: inout Field, construct: Construct
    ) {
        let tokens = text.tokens
        guard let open = tokens.lastIndex(where: { $0.isMark("(") }), open > 0,
            tokens.count - open <= 16, tokens.isMark(")", at: tokens.count - 1)
        else { return }
        if field.type == nil, let type = qualifiedType(tokens, from: open + 1) {
            field.type = said(type, range, .described, construct)
            return
        }
        let parts = stride(from: open + 1, to: tokens.count - 1, by: 2).map { tokens[$0] }
        let marks = stride(from: open + 2, to: tokens.count - 1, by: 2)
        guard tokens.count - open == 2 * parts.count + 1,
            marks.allSatisfy({ tokens[$0].isMark(",") })
        else { return }
        var type: TypeExpression?
        var required: Bool?
        var location: FieldLocation?
        for part in parts {
            if type == nil, let known = plainType(part.word) {
                type = known
            } else if required == nil, let said = presence(part.word) {
                required = said
            } else if location == nil, let place = fieldLocation(part.text) {
                location = place
            } else {
                return
            }
        }
        // "Where the token stands (header)": of one word alone, the place ends a sentence.
        if parts.count == 1, location != nil, !tokens.isMark(".", at: open - 1) { return }
        // "How often (optional)" is read from the text as a whole.
        if type == nil, location == nil { return }
        fill(&field.type, with: type, range, .described, construct)
        fill(&field.required, with: required, range, .described, construct)
        fill(&field.location, with: location, range, .described, construct)
    }
}

/// "(integer, 60–86400)": a type, and behind a comma its limits.
private func qualifiedType(_ tokens: [PhraseToken], from start: Int) -> TypeExpression? {
    guard let type = plainType(tokens.word(at: start)), tokens.isMark(",", at: start + 1),
        let first = tokens[start + 2].text.utf8.first, first >= 0x30 && first <= 0x39,
        tokens[(start + 2)...].allSatisfy({ plainType($0.word) == nil })
    else { return nil }
    return type
}

/// A type that is no word of a sentence.
private func plainType(_ word: String) -> TypeExpression? {
    switch typeWord(word) {
    case .kind(.string(.plain)), .kind(.integer), .kind(.number), .kind(.boolean):
        return word == "text" || word == "seconds" || word == "milliseconds" ? nil : readType(word)
    default: return nil
    }
}
