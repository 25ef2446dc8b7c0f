import APIModel
import SourceText

extension Reading {
    /// "The request body should be a JSON object containing a string `name` field and an object
    /// `config` field": members of what is sent, or of what comes back.
    mutating func sayTypedMentions(in text: MarkedText, at range: ByteRange) {
        let tokens = text.tokens
        guard tokens.count <= 160, let role = roleOfBody(tokens) else { return }
        let construct: Construct = "typed-mentions"
        let fields = tokens.indices.compactMap { index -> Field? in
            guard tokens[index].kind == .code, isFieldNoun(tokens.word(at: index + 1)),
                let type = readType(tokens.word(at: index - 1))?.unlessName,
                readNameMarks(MarkedText(tokens[index].text))?.name == tokens[index].text
            else { return nil }
            var field = Field(name: said(tokens[index].text, range, .described, construct))
            field.type = said(type, range, .described, construct)
            if tokens[max(0, index - 6)..<index].contains(where: { $0.word == "optionally" }) {
                field.required = said(false, range, .described, construct)
            }
            return field
        }
        guard !fields.isEmpty else { return }
        say(fields, role, at: range, .described, construct)
    }
}

/// Which message a sentence tells the members of; none where it tells of neither or of both.
private func roleOfBody(_ tokens: [PhraseToken]) -> SectionRole? {
    guard let body = tokens.firstIndex(where: { $0.word == "body" || $0.word == "payload" }) else {
        return nil
    }
    switch tokens.word(at: body - 1) {
    case "request": return .requestBody
    case "response": return .responseFields
    default: return tokens[body].word == "payload" ? .requestBody : nil
    }
}
