import Mustache

/// Text as the lines of a `///` comment, without the slashes.
///
/// A line ends at nothing but our own wrapping: every break, control, bidi and invisible character
/// of the page is a blank or made visible before. Readers take a comment for Markdown, so what would
/// be a link, an element, a directive, a list or a quote is written as the text that it is; code
/// between backticks stays code.
struct SwiftDocComment: Sendable {
    let lines: [String]

    /// Wraps at the line's end less `indentation`; behind `limit` lines, `…` says that more is left.
    init(_ text: String, indentation: Int, limit: Int) {
        let width = 100 - indentation - 4
        var words = plainWords(of: text)[...]
        var lines: [String] = []
        while !words.isEmpty, lines.count < limit {
            lines.append(
                takeLine(of: &words, width: width, isLast: lines.count + 1 == limit))
        }
        self.lines = lines
    }

    var value: TemplateValue {
        .list(
            lines.map { line in
                .object(["line": .text(SafeText(verbatimFromSink: Array(line.utf8)))])
            })
    }

    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            if scalar.value <= 0x20 || scalar.properties.isWhitespace {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else if scalar.isPlain {
                word.unicodeScalars.append(scalar)
            } else {
                word += "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

/// As many words as a line holds; of the last line, as many as leave room to say that more follow.
private func takeLine(
    of words: inout ArraySlice<String>, width: Int, isLast: Bool
) -> String {
    var line = ""
    var shorter = ""
    while let word = words.first {
        let longer = line.isEmpty ? beginningNothing(word) : line + " " + word
        guard line.isEmpty || longer.width <= width else { break }
        if shorter.isEmpty || longer.width + 2 <= width { shorter = longer }
        line = longer
        words = words.dropFirst()
    }
    guard isLast, !words.isEmpty else { return String(line.prefix(width)) }
    return String(shorter.prefix(width - 2)) + " …"
}

/// The words of a text as a comment shows them.
private func plainWords(of text: String) -> [String] {
    // What has none of these means nothing but its words.
    let isMarked = text.utf8.contains { $0 == 0x60 || $0 == 0x5D || $0 == 0x3C || $0 == 0x5C }
    if text.isPrintable, !isMarked { return text.split(separator: " ").map(String.init) }
    let plain = SwiftDocComment.words(of: text).joined(separator: " ")
    return withoutMarkup(plain).split(separator: " ").map(String.init)
}

/// Words without the marks that mean something in the middle of a line.
private func withoutMarkup(_ text: String) -> String {
    proseParagraphs(text).joined().map { run in
        switch run {
        case .code(let code) where !code.utf8.contains(0x60): "`\(code)`"
        case .code(let words), .words(let words): escaped(words)
        }
    }.joined()
}

private func escaped(_ words: String) -> String {
    var result = ""
    let scalars = Array(words.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
        let next = index + 1 < scalars.count ? scalars[index + 1] : "`"
        switch scalar {
        case "`": result += "\\"
        case "]" where next == "(": result += "\\"
        case "<" where next != " " && next != "=": result += "\\"
        case "\\" where next.isMark: result += "\\"
        default: break
        }
        result.unicodeScalars.append(scalar)
    }
    return result
}

/// A line that begins no list, quote, heading or directive.
private func beginningNothing(_ line: String) -> String {
    guard let first = line.unicodeScalars.first else { return line }
    switch first {
    case "-", "+", "*", ">", "#", "@", "=", "~", "[": return "\\" + line
    case "0"..."9":
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line[digits.endIndex...]
        return rest.hasPrefix(".") || rest.hasPrefix(")") ? digits + "\\" + rest : line
    default: return line
    }
}

extension Unicode.Scalar {
    /// What a backslash before it would make plain.
    fileprivate var isMark: Bool {
        switch value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}

/// What a page says of a declaration, unless that is only its name once more.
func remark(_ text: String, beside name: String) -> String {
    guard text.utf8.count < name.utf8.count * 2 + 2, text.utf8.allSatisfy({ $0 < 0x80 }) else {
        return text
    }
    func spelled(_ words: String) -> String { upperCamelName(identifierWords(words)).lowercased() }
    return spelled(text) == spelled(name) ? "" : text
}
