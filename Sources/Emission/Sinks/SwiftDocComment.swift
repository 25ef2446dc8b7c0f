import Mustache

/// Text as the lines of a `///` comment, without the slashes.
///
/// A line ends at nothing but our own wrapping: every break, control, bidi and invisible character
/// of the page is a blank or made visible before.
struct SwiftDocComment: Sendable {
    let lines: [String]

    /// Wraps at the line's end less `indentation`, and cuts after `limit` lines.
    init(_ text: String, indentation: Int, limit: Int) {
        var lines: [String] = []
        var line = ""
        let width = 100 - indentation - 4
        for word in SwiftDocComment.words(of: text) {
            if line.isEmpty {
                line = word
            } else if line.count + 1 + word.count <= width {
                line += " " + word
            } else {
                lines.append(line)
                line = word
            }
            if lines.count == limit { break }
        }
        if lines.count < limit, !line.isEmpty { lines.append(line) }
        if lines.count == limit, let last = lines.last, !line.isEmpty, last != line {
            lines[limit - 1] = String(last.prefix(width - 2)) + " …"
        }
        self.lines = lines.map { String($0.prefix(width)) }
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
