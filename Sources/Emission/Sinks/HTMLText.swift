import JSONText
import Mustache
import SourceText

/// Text as the content of an element or the value of a quoted attribute: no character of it means
/// anything to a reader of HTML, and none steers the direction of what stands around it.
package struct HTMLText: Sendable {
    package let html: String

    package init(_ text: String) {
        html = String(decoding: escaped(text, quotes: true), as: UTF8.self)
    }

    var value: TemplateValue { .text(SafeText(verbatimFromSink: Array(html.utf8))) }
}

private func escaped(_ text: String, quotes: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    // A control of C1 or of direction is two or three bytes; plain text has none of them.
    for byte in visibleWhereNeeded(text).utf8 {
        switch byte {
        case 0x26: bytes += "&amp;".utf8
        case 0x3C: bytes += "&lt;".utf8
        case 0x3E: bytes += "&gt;".utf8
        case 0x22 where quotes: bytes += "&quot;".utf8
        case 0x27 where quotes: bytes += "&#39;".utf8
        default: bytes.append(byte)
        }
    }
    return bytes
}

/// Line breaks and tabs stay; CR LF is one line break to a browser, and so it is written.
func visibleWhereNeeded(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A }) { return text }
    return text.unicodeScalars.filter { $0 != "\r" }
        .split(separator: "\n", omittingEmptySubsequences: false)
        .map { visible(String($0)) }.joined(separator: "\n")
}

/// A name as the content of an element, which may be broken where a word of it begins: a table has
/// no room for `PermissionAssignmentsPermission` on one line.
struct HTMLName: Sendable {
    let value: TemplateValue

    init(_ name: String) {
        var parts: [String] = [""]
        var last: Unicode.Scalar = " "
        for scalar in name.unicodeScalars {
            let isUpper = scalar.properties.isUppercase
            let beginsWord = last == "_" || (isUpper && last.properties.isLowercase)
            if beginsWord, name.utf8.count > 16 { parts.append("") }
            parts[parts.count - 1].unicodeScalars.append(scalar)
            last = scalar
        }
        let html = parts.map { HTMLText($0).html }.joined(separator: "<wbr>")
        value = .text(SafeText(verbatimFromSink: Array(html.utf8)))
    }
}

/// Text as the content of an element and nothing else: quotes, of which samples are full, stay.
struct HTMLContent: Sendable {
    let value: TemplateValue

    init(_ text: String) {
        value = .text(SafeText(verbatimFromSink: escaped(text, quotes: false)))
    }
}

/// Prose of a page as paragraphs: what stands between backticks is code, all else is text.
package struct HTMLProse: Sendable {
    package let paragraphs: [String]

    package init(_ text: String) {
        paragraphs = proseParagraphs(text).map { $0.map(html).joined() }
    }

    /// An object with `text` for each paragraph.
    var value: TemplateValue {
        .list(
            paragraphs.map { paragraph in
                .object(["text": .text(SafeText(verbatimFromSink: Array(paragraph.utf8)))])
            })
    }

    /// All of it as one run of text, for a cell or an item of a list.
    var inline: TemplateValue {
        let text = paragraphs.joined(separator: "<br>")
        if text.isEmpty { return .absent }
        return .object(["text": .text(SafeText(verbatimFromSink: Array(text.utf8)))])
    }
}

/// A run of prose as the content of an element.
private func html(of run: ProseRun) -> String {
    switch run {
    case .words(let text): HTMLText(text).html
    case .code(let text): "<code>" + HTMLText(text).html + "</code>"
    }
}

/// JSON as the content of a `script` element that holds data: nothing in it can end the element.
struct HTMLData: Sendable {
    let value: TemplateValue

    init(_ json: JSONValue) {
        var bytes: [UInt8] = []
        for byte in writeCompactJSON(json) {
            switch byte {
            case 0x26: bytes += "\\u0026".utf8
            case 0x3C: bytes += "\\u003c".utf8
            case 0x3E: bytes += "\\u003e".utf8
            default: bytes.append(byte)
            }
        }
        value = .text(SafeText(verbatimFromSink: bytes))
    }
}
