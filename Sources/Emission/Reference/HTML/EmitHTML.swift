import APIModel
import Mustache
import SourceText

/// How a reference in HTML is divided into files.
package enum HTMLLayout: Sendable {
    /// Style and script are files beside the page.
    case folder
    /// One file that holds both.
    case singleFile
}

/// A reference as an HTML page that fetches nothing from elsewhere.
package func emitHTML(
    _ reference: Reference, _ layout: HTMLLayout, with templates: TemplateSet
) -> (files: [OutputFile], notes: [Diagnostic]) {
    var rendered = RenderedFiles(templates)
    for name in ["reference.css", "reference.js"] {
        rendered.add(name, from: "reference/\(name)", [:])
    }
    let (style, script) = (rendered.files[0], rendered.files[1])
    var context = htmlContext(of: reference)
    context["isSingleFile"] = .boolean(layout == .singleFile)
    context["policy"] = HTMLText(contentPolicy(layout, style: style, script: script)).value
    rendered.add("index.html", from: "reference/index.html", context)
    return (layout == .singleFile ? rendered.files.suffix(1) : rendered.files, rendered.notes)
}

/// What the browser may load and run: our style and our script, nothing else.
private func contentPolicy(
    _ layout: HTMLLayout, style: OutputFile, script: OutputFile
) -> String {
    let (styles, scripts) =
        switch layout {
        case .folder: ("'self'", "'self'")
        case .singleFile:
            (
                "'sha256-\(base64(sha256Digest(withoutLineBreak(style.bytes))))'",
                "'sha256-\(base64(sha256Digest(withoutLineBreak(script.bytes))))'"
            )
        }
    return "default-src 'none'; style-src \(styles); script-src \(scripts); "
        + "base-uri 'none'; form-action 'none'"
}

/// A file within a line of another has no line break behind it.
private func withoutLineBreak(_ bytes: [UInt8]) -> [UInt8] {
    bytes.last == 0x0A ? bytes.dropLast() : bytes
}

/// The encoding of RFC 4648 §4.
func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
        let group = (0..<3).map { index + $0 < bytes.count ? Int(bytes[index + $0]) : 0 }
        let bits = group[0] << 16 | group[1] << 8 | group[2]
        let known = min(3, bytes.count - index)
        for place in 0..<4 {
            text.append(place <= known ? alphabet[bits >> (18 - 6 * place) & 63] : 0x3D)
        }
        index += 3
    }
    return String(decoding: text, as: UTF8.self)
}
