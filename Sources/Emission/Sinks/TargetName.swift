import APIModel
import Mustache

/// A documented name for a template of the user's: as text, and spelled as names are in code.
struct TargetName: Sendable {
    private let text: TargetText
    private let words: [String]

    /// Letters, digits and `_`, and no keyword of the language.
    struct Spelling: Sendable {
        let text: String

        fileprivate init(_ name: String, _ language: TargetLanguage) {
            text = language.keywords.contains(name) ? name + "_" : name
        }
    }

    fileprivate init(_ text: TargetText, words: [String]) {
        self.text = text
        self.words = words
    }

    var forms: TemplateObject {
        var forms = text.forms
        let snake = words.map { $0.lowercased() }.joined(separator: "_")
        let isDeclarable = snake.utf8.first.map { !(0x30...0x39).contains($0) } ?? false
        let language = text.language
        forms["lowerCamel"] = .name(Spelling(lowerCamelName(words), language))
        forms["upperCamel"] = .name(Spelling(upperCamelName(words), language))
        forms["snake"] = .name(
            Spelling(isDeclarable ? snake : "_" + (snake.isEmpty ? "value" : snake), language))
        return forms
    }

    var value: TemplateValue { .object(forms) }
}

/// Hands out names that differ in every spelling, even where case does not count.
struct TargetNames {
    private var names = NumberedNames()

    /// `given` is what the user wants it called in code.
    mutating func settle(
        _ documented: String, as given: String? = nil, in language: TargetLanguage
    ) -> TargetName {
        let wished = identifierWords(String((given ?? documented).prefix(200)))
        let name = wished.joined()
        let words = names.take(name) ? wished : wished + [String(names.number(behind: name))]
        return TargetName(TargetText(documented, in: language), words: words)
    }
}

extension TemplateValue {
    /// `GET`, `get`, `Get`: libraries call their functions so.
    static func spellings(of method: Method) -> TemplateValue {
        let upper = method.rawValue
        let lower = upper.lowercased()
        return .object([
            "upper": .text(SafeText(verbatimFromSink: Array(upper.utf8))),
            "lower": .text(SafeText(verbatimFromSink: Array(lower.utf8))),
            "capital": .text(
                SafeText(verbatimFromSink: Array((upper.prefix(1) + lower.dropFirst()).utf8))),
        ])
    }
}
