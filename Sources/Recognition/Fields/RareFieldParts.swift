import APIModel
import JSONText

extension Field {
    /// What few rows say of their fields.
    struct Rare: RareParts {
        var nullable: Said<Bool>?
        var defaultValue: Said<String>?
        var example: Said<String>?
        var statedExamples: [Said<JSONValue>] = []
        var link: Said<String>?
        var illustration: Sample?
        var values: [ValueRow] = []
        var deprecated: Said<String>?
        var readOnly: Said<Bool>?
        var terms: [Term] = []
        var listStyle: Said<ListStyle>?
    }

    package var nullable: Said<Bool>? {
        get { rare.parts.nullable }
        set { if !rare.isNothing || newValue != nil { rare.parts.nullable = newValue } }
    }
    package var defaultValue: Said<String>? {
        get { rare.parts.defaultValue }
        set { if !rare.isNothing || newValue != nil { rare.parts.defaultValue = newValue } }
    }
    package var example: Said<String>? {
        get { rare.parts.example }
        set { if !rare.isNothing || newValue != nil { rare.parts.example = newValue } }
    }
    /// Examples as values, where the page says which they are.
    package var statedExamples: [Said<JSONValue>] {
        get { rare.parts.statedExamples }
        set { if !rare.isNothing || !newValue.isEmpty { rare.parts.statedExamples = newValue } }
    }
    /// Where the first link of its description leads.
    package var link: Said<String>? {
        get { rare.parts.link }
        set { if !rare.isNothing || newValue != nil { rare.parts.link = newValue } }
    }
    /// JSON that the description gives as its form.
    package var illustration: Sample? {
        get { rare.parts.illustration }
        set { if !rare.isNothing || newValue != nil { rare.parts.illustration = newValue } }
    }
    package var values: [ValueRow] {
        get { rare.parts.values }
        set { if !rare.isNothing || !newValue.isEmpty { rare.parts.values = newValue } }
    }
    package var deprecated: Said<String>? {
        get { rare.parts.deprecated }
        set { if !rare.isNothing || newValue != nil { rare.parts.deprecated = newValue } }
    }
    package var readOnly: Said<Bool>? {
        get { rare.parts.readOnly }
        set { if !rare.isNothing || newValue != nil { rare.parts.readOnly = newValue } }
    }
    package var terms: [Term] {
        get { rare.parts.terms }
        set { if !rare.isNothing || !newValue.isEmpty { rare.parts.terms = newValue } }
    }
    /// How a list of values is written.
    package var listStyle: Said<ListStyle>? {
        get { rare.parts.listStyle }
        set { if !rare.isNothing || newValue != nil { rare.parts.listStyle = newValue } }
    }
}

extension MarkedText {
    /// "[optional] [default to false]", "defaults to 20": what has been taken from it describes nothing.
    var saysOnlyPresence: Bool {
        var depth = 0
        var isOpening = true
        for token in tokens {
            if token.isMark("[") {
                depth += 1
                isOpening = true
            } else if token.isMark("]") {
                depth -= 1
                isOpening = true
            } else if isOpening {
                let isKnown = ["optional", "required", "default", "defaults"].contains(token.word)
                guard isKnown, depth > 0 || tokens.count <= 4 && token.word == "defaults" else {
                    return false
                }
                isOpening = false
            }
        }
        return true
    }
}
