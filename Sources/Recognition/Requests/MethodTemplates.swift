import APIModel
import PageTree
import SourceText

/// An address whose end stands for the name of a method: `https://api.example.com/METHOD_NAME`.
struct MethodTemplate {
    let method: Method
    let server: String?
    /// What stands before the name.
    let path: PathTemplate
}

/// "All methods are called with `POST https://api.example.com/METHOD_NAME`": where headings that are
/// names of methods lead. The sentence stays prose.
let methodTemplate = Recognizer(construct: "method-template") { node, reading in
    let page = reading.page
    let texts: [String]
    switch page.kind(node) {
    case .paragraph:
        texts = page.children(node).compactMap { child in
            guard case .codeSpan = page.kind(child) else { return nil }
            return page.plainText(child)
        }
    case .codeBlock: texts = [page.code(node).trimmedASCII]
    default: return false
    }
    guard texts.count <= 4, let template = texts.lazy.compactMap({ MethodTemplate($0) }).first
    else { return false }
    reading.methodTemplate = template
    return reading.page.kind(node) != .paragraph
}

extension MethodTemplate {
    /// Only a request line says the method of all that are called so.
    fileprivate init?(_ text: String) {
        guard text.utf8.count <= 200,
            let end = [
                "METHOD_NAME", "{method_name}", "{methodName}", "<method_name>", "<methodName>",
                ":method_name", "{METHOD_NAME}", "<METHOD_NAME>", "{method}", "<method>", ":method",
            ]
            .first(where: { text.hasSuffix("/" + $0) || text.hasSuffix("." + $0) }),
            let line = readRequestLine(String(text.dropLast(end.utf8.count)) + "x")
        else { return nil }
        method = line.method
        server = line.path.server
        guard case .literal(let last)? = line.path.template.parts.last, last.hasSuffix("x") else {
            return nil
        }
        path = PathTemplate(
            line.path.template.parts.dropLast() + [.literal(String(last.dropLast()))])
    }
}

extension Reading {
    /// Says the request of a heading that is the name of a method: `### getBerths`, `### chat.post`.
    mutating func sayMethodCall(named heading: MarkedText, at range: ByteRange) -> Bool {
        guard let template = methodTemplate, heading.tokens.count == 1,
            isMethodName(heading.tokens[0].text)
        else { return false }
        var path = template.path
        guard case .literal(let base)? = path.parts.popLast() else { return false }
        path.parts.append(.literal(base + heading.tokens[0].text))
        let construct: Construct = "method-template"
        var claim = RequestClaim(
            method: said(template.method, range, .described, construct),
            path: said(path, range, .declared, construct))
        claim.server = template.server.flatMap { server in
            server.hasPrefix("http") ? said(server, range, .described, construct) : nil
        }
        say(.request(claim), at: range)
        return true
    }
}

/// A small letter first, and a capital, a dot or an underscore inside, as no plain word has.
private func isMethodName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first >= 0x61, first <= 0x7A,
        text.utf8.allSatisfy({ isWordByte($0) && $0 < 0x80 || $0 == 0x2E })
    else { return false }
    return text.utf8.contains { $0 >= 0x41 && $0 <= 0x5A || $0 == 0x2E || $0 == 0x5F }
}
