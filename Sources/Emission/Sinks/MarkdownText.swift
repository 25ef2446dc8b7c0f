import Mustache
import SourceText

/// Text for CommonMark and GFM in which page text stays text: it opens no tag, link, table cell,
/// heading or list, no directive of DocC, and no template of a site that publishes it.
struct MarkdownText: Sendable {
    let text: String

    private init(text: String) {
        self.text = text
    }

    /// Words of ours.
    init(_ words: StaticString) {
        text = "\(words)"
    }

    init(_ number: Int) {
        text = String(number)
    }

    static let empty = MarkdownText("")

    var isEmpty: Bool { text.isEmpty }

    var value: TemplateValue { .text(SafeText(verbatimFromSink: Array(text.utf8))) }

    /// Running text, in a paragraph, a heading or a cell of a table.
    static func prose(_ text: String) -> MarkdownText {
        MarkdownText(text: escaped(text))
    }

    static func joined(_ parts: [MarkdownText], by separator: StaticString = "")
        -> MarkdownText
    {
        MarkdownText(text: parts.map(\.text).joined(separator: "\(separator)"))
    }

    /// A link to a file of ours; names and fragments hold letters, digits and `-` only.
    static func link(_ label: String, to file: MarkdownPath, fragment: String? = nil)
        -> MarkdownText
    {
        let target = file.encoded + (fragment.map { "#" + MarkdownPath.encode($0) } ?? "")
        return MarkdownText(text: "[\(escaped(label))](\(target))")
    }

    /// A symbol of the generated code, as DocC links to it; the mere name of one without a page.
    static func symbol(_ symbol: DocCSymbol) -> MarkdownText {
        MarkdownText(text: symbol.isHidden ? "`\(symbol.name)`" : "``\(symbol.path)``")
    }

    /// A span of code; what a site's templates would take for theirs is written as text.
    static func code(_ text: String) -> MarkdownText {
        let shown = visible(text)
        if holdsTemplate(shown) || shown.holds("|") || shown.isEmpty { return .prose(text) }
        let fence = String(repeating: "`", count: longestRun(of: "`", in: shown) + 1)
        let (first, last) = (shown.unicodeScalars.first, shown.unicodeScalars.last)
        let isPadded = first == "`" || last == "`" || (first == " " && last == " ")
        let pad = isPadded ? " " : ""
        return MarkdownText(text: fence + pad + shown + pad + fence)
    }

    /// A block of code with a fence that nothing in it closes.
    static func block(_ bytes: [UInt8], language: StaticString, title: String?) -> MarkdownText {
        let code = String(decoding: bytes, as: UTF8.self)
        let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: code) + 1))
        let attribute = title.map { " title=\(quoted($0))" } ?? ""
        let end = code.hasSuffix("\n") ? "" : "\n"
        return MarkdownText(text: "\(fence)\(language)\(attribute)\n\(code)\(end)\(fence)")
    }

    /// A scalar of a page's head, in double quotes as YAML and JSON have them. A renderer that knows
    /// no heads takes it for a paragraph, so what would be markup there is an escape.
    static func scalar(_ text: String) -> MarkdownText {
        MarkdownText(text: "\"" + yamlEscaped(text) + "\"")
    }
}

/// A file below the folder of the reference.
struct MarkdownPath: Sendable {
    let text: String

    /// `operations/listUsers.md`, its name already free of separators.
    init(folder: StaticString, name: String) {
        text = "\(folder)\(name).md"
    }

    fileprivate var encoded: String { MarkdownPath.encode(text) }

    fileprivate static func encode(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
            }
        }
        return result
    }
}

// MARK: Escapes

private func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    var index = 0
    var isAtStart = true
    while index < scalars.count {
        let scalar = scalars[index]
        let next = index + 1 < scalars.count ? scalars[index + 1] : "\n"
        let previous = index > 0 ? scalars[index - 1] : "\n"
        result += escaped(scalar, after: previous, before: next, isAtStart: isAtStart)
        // `12.` and `12)` begin a list as well as a mark does.
        if scalar.isDigit, isAtStart { isAtStart = true } else { isAtStart = false }
        if scalar == "\n" { isAtStart = true }
        index += 1
    }
    return result
}

private func escaped(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar, before next: Unicode.Scalar,
    isAtStart: Bool
) -> String {
    switch scalar {
    case "\n": return "<br>"
    case "\\", "`", "*", "[", "]", "|", "~", "$": return "\\" + String(scalar)
    case "_": return previous.isWord && next.isWord ? "_" : "\\_"
    case "<": return "&lt;"
    case "&": return next.isWord || next == "#" ? "&amp;" : "&"
    case "{": return "&#123;"
    // `://` and `www.` would become links.
    case "/" where previous == ":" && next == "/": return "\\/"
    case "." where previous == "w" && next.isWord: return "\\."
    case "#", ">", "-", "+", "=", ":", ".", ")", "@":
        return isAtStart ? "\\" + String(scalar) : String(scalar)
    default: return visible(scalar)
    }
}

private func visible(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { $0 += visible($1) }
}

/// What is not seen, or moves what stands beside it, is written out.
private func visible(_ scalar: Unicode.Scalar) -> String {
    if scalar.value < 0x7F, scalar.value >= 0x20 || scalar == "\t" { return String(scalar) }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator:
        // Joiners belong to words and pictures.
        if scalar.value == 0x200C || scalar.value == 0x200D { return String(scalar) }
        return "\u{2039}U+" + String(scalar.value, radix: 16, uppercase: true) + "\u{203A}"
    default: return String(scalar)
    }
}

private func holdsTemplate(_ text: String) -> Bool {
    text.holds("{{") || text.holds("{%") || text.holds("{#") || text.holds("<%")
}

private func longestRun(of mark: Unicode.Scalar, in text: String) -> Int {
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars {
        run = scalar == mark ? run + 1 : 0
        longest = max(longest, run)
    }
    return longest
}

private func quoted(_ text: String) -> String {
    let marks: [Unicode.Scalar] = ["\"", "\n", "`"]
    return text.unicodeScalars.reduce(into: "\"") { quoted, scalar in
        if !marks.contains(scalar) { quoted += visible(scalar) }
    } + "\""
}

private func yamlEscaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "<", "&", "[", "]", "`", "~": result += hexadecimal(scalar)
        case "/" where result.unicodeScalars.last == ":",
            "." where result.unicodeScalars.last == "w":
            result += hexadecimal(scalar)
        default: result += visible(scalar)
        }
    }
    return result
}

/// A character of ASCII as an escape of YAML and JSON.
private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    "\\u00" + String(scalar.value, radix: 16)
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { value >= 0x30 && value <= 0x39 }

    /// Between two of these an underscore is part of a word.
    fileprivate var isWord: Bool {
        isDigit || (value >= 0x41 && value <= 0x5A) || (value >= 0x61 && value <= 0x7A)
    }
}
