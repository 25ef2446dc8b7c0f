import JSONText
import Mustache
import SourceText

/// Text of a page for a template of the user's, in a form for each place where it can stand.
///
/// The text itself is no value, so a template has to say which place it means: `{{title.comment}}`.
/// A form that the language has no place for is a name that is not there.
struct TargetText: Sendable {
    let text: String
    let language: TargetLanguage

    init(_ text: String, in language: TargetLanguage) {
        self.text = text
        self.language = language
    }

    var value: TemplateValue { .object(forms) }

    var forms: TemplateObject {
        switch language {
        case .html:
            return ["text": HTMLText(text).value, "prose": HTMLProse(text).value]
        case .markdown:
            return ["text": MarkdownText.prose(text).value, "code": MarkdownText.code(text).value]
        case .plain:
            return ["text": .verbatim(visibleWhereNeeded(text))]
        case .csharp, .dart, .go, .java, .javascript, .json, .kotlin, .php, .python, .ruby, .rust,
            .shell, .swift, .typescript, .yaml:
            break
        }
        var forms: TemplateObject = ["string": .verbatim(literal)]
        if language == .javascript || language == .typescript { forms["key"] = .verbatim(key) }
        if let marks = language.commentMarks {
            let lines = commentLines(marks, width: 88)
            forms["comment"] = .verbatim(commentLines(marks, width: Int.max).first ?? "")
            forms["isLong"] = .boolean(lines.count > 1)
            forms["lines"] = .list(lines.map { .verbatim($0) })
        }
        return forms
    }

    /// As a string of the language, quotes included; where it has none, as text.
    var literalValue: TemplateValue {
        switch language {
        case .html: HTMLText(text).value
        case .markdown: MarkdownText.prose(text).value
        case .plain: .verbatim(visibleWhereNeeded(text))
        case .csharp, .dart, .go, .java, .javascript, .json, .kotlin, .php, .python, .ruby, .rust,
            .shell, .swift, .typescript, .yaml:
            .verbatim(literal)
        }
    }
}

extension TemplateValue {
    fileprivate static func verbatim(_ text: String) -> TemplateValue {
        .text(SafeText(verbatimFromSink: Array(text.utf8)))
    }

    static func digits(_ number: Int) -> TemplateValue { .verbatim(String(number)) }

    /// A number as JSON writes it; `nil` for any other text.
    static func number(_ text: String) -> TemplateValue? {
        isJSONNumber(text) ? .verbatim(text) : nil
    }

    /// Null, true and false as the language calls them.
    static func null(in language: TargetLanguage) -> TemplateValue {
        .verbatim(language.words.null)
    }

    static func flag(_ flag: Bool, in language: TargetLanguage) -> TemplateValue {
        .verbatim(flag ? language.words.yes : language.words.no)
    }

    /// A name made of ASCII letters, digits and `_` only.
    static func name(_ name: TargetName.Spelling) -> TemplateValue { .verbatim(name.text) }
}

// MARK: Literals

extension TargetText {
    private var literal: String {
        guard let escape = language.escape else { return shellQuoted(visibleWhereNeeded(text)) }
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "\"": literal += "\\\(scalar)"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            case language.interpolation: literal += "\\\(scalar)"
            default: literal += scalar.isPlain ? String(scalar) : escaped(scalar, escape)
            }
        }
        return literal + "\""
    }

    private func escaped(_ scalar: Unicode.Scalar, _ escape: TargetLanguage.Escape) -> String {
        switch escape {
        case .units: UTF16.encode(scalar)?.map { "\\u" + hexadecimal(UInt32($0), 4) }.joined() ?? ""
        case .braces: "\\u{" + hexadecimal(scalar.value, 1) + "}"
        case .digits where scalar.value > 0xFFFF: "\\U" + hexadecimal(scalar.value, 8)
        case .digits: "\\u" + hexadecimal(scalar.value, 4)
        }
    }

    /// The name of a property: bare where it can stand so.
    private var key: String {
        let isBare =
            text.utf8.first.map { !isDigit($0) } == true && text != "__proto__"
            && text.utf8.allSatisfy {
                isDigit($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x5F || $0 == 0x24
            }
        if isBare { return text }
        return text == "__proto__" ? "[\(literal)]" : literal
    }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

private func hexadecimal(_ value: UInt32, _ width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Between single quotes a shell reads nothing but the text; a quote itself stands outside of them.
func shellQuoted(_ text: String) -> String {
    "'" + text.replacing(mark: "'", by: "'\\''") + "'"
}

// MARK: Comments

extension TargetText {
    /// No line ends but where it is wrapped, and none is more than words: neither the end of the
    /// comment nor a tag such as `@ts-nocheck`, which counts at the beginning of a line.
    private func commentLines(
        _ marks: [(mark: StaticString, written: StaticString)], width: Int
    ) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in SwiftDocComment.words(of: text) {
            let word = marks.reduce(word) { $0.replacing(mark: $1.mark, by: $1.written) }
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? beginning(word) : " " + word
        }
        return line.isEmpty ? lines : lines + [line]
    }

    private func beginning(_ word: String) -> String {
        switch word.utf8.first {
        case 0x40: "`\(word)`"
        // Behind a star of ours it would end the comment.
        case 0x2F: " " + word
        default: word
        }
    }
}
