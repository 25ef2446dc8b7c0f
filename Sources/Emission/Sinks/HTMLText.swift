import Mustache
import SourceText

/// Text as the content of an element or the value of a quoted attribute: no character of it means
/// anything to a reader of HTML, and none steers the direction of what stands around it.
package struct HTMLText: Sendable {
    package let html: String

    package init(_ text: String) {
        html = escaped(text)
    }

    var value: TemplateValue { .text(SafeText(verbatimFromSink: Array(html.utf8))) }
}

private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    // A control of C1 or of direction is two or three bytes; plain text has none of them.
    for byte in visibleWhereNeeded(text).utf8 {
        switch byte {
        case 0x26: bytes += "&amp;".utf8
        case 0x3C: bytes += "&lt;".utf8
        case 0x3E: bytes += "&gt;".utf8
        case 0x22: bytes += "&quot;".utf8
        case 0x27: bytes += "&#39;".utf8
        default: bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// Line breaks and tabs stay; CR LF is one line break to a browser, and so it is written.
private func visibleWhereNeeded(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A }) { return text }
    return text.unicodeScalars.filter { $0 != "\r" }
        .split(separator: "\n", omittingEmptySubsequences: false)
        .map { visible(String($0)) }.joined(separator: "\n")
}
