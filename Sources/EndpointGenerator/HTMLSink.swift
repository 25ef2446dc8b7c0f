import SourceText

/// An HTML document in the making.
///
/// Tags are literals of the program, and everything else goes through `text` or is the value of an
/// attribute, so nothing that stands on a page can become markup.
struct HTMLSink {
    private(set) var html = ""

    /// Markup that is written in the program.
    mutating func markup(_ literal: StaticString) {
        html += literal.description
    }

    /// An opening tag with attributes; names are the program's, values anybody's.
    mutating func open(
        _ tag: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
    ) {
        html += "<\(tag)"
        for (name, value) in attributes { html += " \(name)=\"\(escaped(value))\"" }
        html += ">"
    }

    mutating func close(_ tag: StaticString) {
        html += "</\(tag)>"
    }

    mutating func text(_ text: String) {
        html += escaped(text)
    }

    mutating func element(
        _ tag: StaticString, _ content: String,
        _ attributes: KeyValuePairs<StaticString, String> = [:]
    ) {
        open(tag, attributes)
        text(content)
        close(tag)
    }
}

/// Text without the characters that mean something in HTML, nor those that steer a reader.
private func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
        case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
        case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
        case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
        case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
        case "\n", "\t": escaped.append(scalar)
        // A browser reads CR LF as one line break, and so are they written.
        case "\r": break
        default: escaped.append(contentsOf: visible(String(scalar)).unicodeScalars)
        }
    }
    return String(escaped)
}
