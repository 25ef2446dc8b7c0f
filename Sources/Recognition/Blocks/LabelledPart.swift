import APIModel
import JSONText
import SourceText

extension MarkedText {
    /// "Output (`result`)" as "Output" and the member whose contents stand below; in plain words only
    /// those that envelopes are made of.
    var withoutPart: (text: MarkedText, part: String?) {
        guard let open = tokens.lastIndex(where: { $0.isMark("(") }), open > 0,
            tokens.isMark(")", at: open + 2),
            open + 3 == tokens.count || open + 4 == tokens.count && tokens.isMark(":", at: open + 3)
        else { return (self, nil) }
        let name = tokens[open + 1]
        guard name.kind == .code || isEnvelope(name.text),
            name.text.utf8.allSatisfy(isNameByte),
            name.text.utf8.first.map({ $0 >= 0x41 }) == true, typeWord(name.word) == nil
        else { return (self, nil) }
        let head = slice(0..<tokens[open - 1].range.upperBound)
        let isLabel = tokens.isMark(":", at: open + 3)
        return (MarkedText(isLabel ? head + ":" : head), name.text)
    }
}

private func isEnvelope(_ word: String) -> Bool {
    ["data", "result", "results", "payload", "content", "items"].contains(word)
}

extension Reading {
    /// Opens a section whose title may say that only a part of the message stands below.
    mutating func openHeading(_ section: Section, part: String?) {
        openHeading(section)
        switch section.role {
        case .response, .responseFields, .responseExample, .requestBody, .requestExample:
            openPart = part.map { Said($0, Evidence(section.span, .declared, "label")) }
        default: break
        }
    }

    /// What stands below the label of a part, as the member of the message that it is.
    func placed(_ statement: Statement, in part: Said<String>) -> Statement {
        switch statement {
        case .fields(var list) where list.role == nil:
            var holder = Field(name: part)
            holder.type = Said(TypeExpression(.object), part.evidence)
            list.fields = list.fields.map { field in
                var field = field
                field.depth += 1
                return field
            }
            list.fields.insert(holder, at: 0)
            return .fields(list)
        case .sample(var sample):
            sample.document.values = sample.document.values.map { value in
                if case .object(let members) = value.node,
                    members.contains(where: { $0.key == part.value })
                {
                    return value
                }
                let place = part.evidence.span.range
                let member = JSONValue.Member(key: part.value, keyRange: place, value: value)
                return JSONValue(.object([member]), value.range)
            }
            return .sample(sample)
        default: return statement
        }
    }
}
