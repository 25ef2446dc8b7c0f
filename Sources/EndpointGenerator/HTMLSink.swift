import Emission

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
        for (name, value) in attributes { html += " \(name)=\"\(HTMLText(value).html)\"" }
        html += ">"
    }

    mutating func close(_ tag: StaticString) {
        html += "</\(tag)>"
    }

    mutating func text(_ text: String) {
        html += HTMLText(text).html
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
