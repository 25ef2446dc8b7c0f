import APIModel

/// One line of corrections, read from its words: a subject, then what is true of it.
///
///     `GET /users/{id}` response 200 `email` is nullable
///     `Loan.state` is one of `open`, `late`
struct CorrectionSentence {
    let text: MarkedText
    private var index = 0

    init(_ text: MarkedText) {
        self.text = text
    }

    private var tokens: [PhraseToken] { text.tokens }

    private func word(_ offset: Int) -> String { tokens.word(at: index + offset) }

    /// The words before the verb; they may end with the text, as in a table's cell.
    mutating func subject() -> CorrectionSubject? {
        guard let first = tokens.first, first.kind == .code,
            let owner = correctionOwner(first.text)
        else { return nil }
        index = 1
        var subject = CorrectionSubject(owner: owner)
        while index < tokens.count, !isVerb {
            if tokens[index].kind == .code {
                guard subject.field == nil else { return nil }
                subject.field = tokens[index].text
            } else if let location = Parameter.Location(rawValue: word(0)) {
                subject.part = .parameter(location)
            } else {
                switch word(0) {
                case "request", "body": subject.part = subject.part ?? .request
                case "response", "answer": readResponse(into: &subject)
                case "the", "of", "its", "in", "field", "member", "parameter", "header": break
                default: return nil
                }
            }
            index += 1
        }
        subject.splitName()
        return subject
    }

    private var isVerb: Bool {
        ["is", "may", "does", "defaults", "means"].contains(word(0))
    }

    private mutating func readResponse(into subject: inout CorrectionSubject) {
        subject.part = .response(nil)
        guard index + 1 < tokens.count, let status = statusCode(tokens[index + 1]) else { return }
        subject.part = .response(status)
        index += 1
    }

    /// What is said of the subject; `nil` if the rest of the line is not one of the forms.
    mutating func change() -> Correction.Change? {
        let isNegated = word(1) == "not" || word(1) == "never"
        let next = isNegated ? word(2) : word(1)
        switch (word(0), next) {
        case ("is", "required") where ends(isNegated ? 3 : 2): return .required(!isNegated)
        case ("is", "optional") where ends(2): return .required(false)
        case ("is", "nullable") where ends(isNegated ? 3 : 2): return .nullable(!isNegated)
        case ("is", "null") where isNegated && ends(3): return .nullable(false)
        case ("may", "be") where word(2) == "null" && ends(3): return .nullable(true)
        case ("is", "deprecated") where ends(isNegated ? 3 : 2): return .deprecated(!isNegated)
        case ("is", "called"): return value(at: 2).map { .name($0) }
        case ("is", "one") where word(2) == "of":
            let values = markedValues(from: index + 3)
            return values.isEmpty ? nil : .values(values)
        case ("is", "a"), ("is", "an"): return type(from: index + 2)
        case ("defaults", "to"): return value(at: 2).map { .defaultValue($0) }
        case ("does", "exist") where isNegated && ends(3): return .absent
        default: return nil
        }
    }

    private func ends(_ offset: Int) -> Bool {
        let end = index + offset
        return end == tokens.count || (end == tokens.count - 1 && tokens[end].isMark("."))
    }

    /// One value in code or quotation marks, and nothing behind it.
    private func value(at offset: Int) -> String? {
        guard index + offset < tokens.count, tokens[index + offset].isMarkedValue,
            ends(offset + 1)
        else { return nil }
        return tokens[index + offset].text
    }

    private func markedValues(from start: Int) -> [String] {
        var values: [String] = []
        for token in tokens.dropFirst(start) {
            if token.isMarkedValue {
                if !values.contains(token.text) { values.append(token.text) }
            } else if token.word != "or", token.word != "and", !token.isMark(","),
                !token.isMark(".")
            {
                return []
            }
        }
        return values
    }

    private func type(from start: Int) -> Correction.Change? {
        guard start < tokens.count else { return nil }
        let range = tokens[start].range.lowerBound..<text.text.utf8.count
        var words = text.slice(range)
        if words.hasSuffix(".") { words.removeLast() }
        guard let type = readType(words), type.isKnown else { return nil }
        return .type(type)
    }
}

extension CorrectionSubject {
    /// `Loan.state`: the object, then the field.
    mutating func splitName() {
        guard case .named(let name) = owner, field == nil, let dot = name.firstIndex(of: ".")
        else { return }
        owner = .named(String(name[..<dot]))
        field = String(name[name.index(after: dot)...])
    }
}

/// `GET /users/{id}`, `listUsers`, `Loan`.
func correctionOwner(_ text: String) -> CorrectionSubject.Owner? {
    if let line = readRequestLine(text) { return .operation(line.method, line.path.template) }
    let isName = !text.isEmpty && !text.contains(" ") && !text.contains("/")
    return isName ? .named(text) : nil
}
