import APIModel
import PageTree
import SourceText

/// An address whose end stands for the name of a method: `https://api.example.com/METHOD_NAME`.
struct MethodTemplate {
    /// By which method all are called; `nil` leaves it to what the page says elsewhere.
    var method: Method?
    let server: String?
    /// What stands before the name.
    let path: PathTemplate
    /// Whether directives of the page name the methods (`.. function::`), and no headings.
    var isOfFunctions = false
}

/// "All methods are called with `POST https://api.example.com/METHOD_NAME`": where headings that are
/// names of methods lead. The sentence stays prose.
///
/// An address without a method waits for a sentence that says by which methods it may be called.
let methodTemplate = Recognizer(construct: "method-template") { node, reading in
    let page = reading.page
    let texts: [String]
    switch page.kind(node) {
    case .paragraph:
        texts = page.codeSpans(of: node).map { page.plainText($0) }
    case .codeBlock: texts = [page.code(node).trimmedASCII]
    default: return false
    }
    guard texts.count <= 4, var template = texts.lazy.compactMap({ MethodTemplate($0) }).first
    else { return false }
    // A second address without a method says no more than the first did.
    if template.method == nil { template.method = reading.methodTemplate?.method }
    template.isOfFunctions = reading.namesMethodsByFunctions
    reading.methodTemplate = template
    return reading.page.kind(node) != .paragraph
}

extension MethodTemplate {
    /// A request line, or the whole address alone.
    fileprivate init?(_ text: String) {
        guard text.utf8.count <= 200, let base = text.withoutNameOfMethod else { return nil }
        let path: PathPhrase
        if let line = readRequestLine(base + "x") {
            method = line.method
            path = line.path
        } else {
            guard base.hasPrefix("https://") || base.hasPrefix("http://"),
                let address = readPath(base + "x"),
                address.range.upperBound == base.utf8.count + 1
            else { return nil }
            method = nil
            path = address
        }
        server = path.server
        guard case .literal(let last)? = path.template.parts.last, last.hasSuffix("x") else {
            return nil
        }
        self.path = PathTemplate(
            path.template.parts.dropLast() + [.literal(String(last.dropLast()))])
    }
}

extension String {
    /// What stands before `METHOD_NAME`, `{method}` or `METHOD_FAMILY.method` at the end.
    fileprivate var withoutNameOfMethod: String? {
        guard let slash = utf8.lastIndex(where: { $0 == 0x2F || $0 == 0x2E }) else { return nil }
        let end = self[index(after: slash)...]
        let name = end.filter { !"<>{}[]:%$".contains($0) }
        guard
            [
                "method_name", "methodname", "method-name", "method", "action_name",
                "function_name",
                "command_name",
            ].contains(name.lowercased()),
            name != end || name == name.uppercased() || isFamily(before: slash)
        else { return nil }
        guard isFamily(before: slash), let head = self[..<slash].lastIndex(of: "/") else {
            return String(self[...slash])
        }
        return String(self[...head])
    }

    /// Whether a dot at this place stands behind a word for any group of methods.
    private func isFamily(before dot: Index) -> Bool {
        guard self[dot] == ".", let slash = self[..<dot].lastIndex(of: "/") else { return false }
        let word = self[index(after: slash)..<dot].filter { !"<>{}[]:%$".contains($0) }
        return ["method_family", "family", "group", "category", "namespace", "object"]
            .contains(word.lowercased())
    }
}

extension Reading {
    /// Whether directives name the methods that are called, since no heading of the page does.
    fileprivate var namesMethodsByFunctions: Bool {
        mutating get {
            if let known = functionsNameMethods { return known }
            var hasFunction = false
            var hasHeading = false
            for index in page.nodes.indices {
                let node = NodeID(index)
                if page.isFunction(node) { hasFunction = true }
                guard case .heading = page.kind(node) else { continue }
                let tokens = page.marked(node).tokens
                // `harbour.logic.get` is a module.
                guard tokens.count == 1, isMethodName(tokens[0].text),
                    tokens[0].text.split(separator: ".").count <= 2
                else { continue }
                hasHeading = true
            }
            functionsNameMethods = hasFunction && !hasHeading
            return hasFunction && !hasHeading
        }
    }

    /// Says the request of a heading that is the name of a method: `### getBerths`, `### chat.post`.
    mutating func sayMethodCall(
        named heading: MarkedText, at range: ByteRange, isFunction: Bool = false
    ) -> Bool {
        guard let template = methodTemplate, template.isOfFunctions == isFunction,
            heading.tokens.count == 1,
            isMethodName(heading.tokens[0].text)
        else { return false }
        guard let method = template.method ?? methodOfCalls() else {
            methodTemplate = nil
            return false
        }
        methodTemplate?.method = method
        var path = template.path
        guard case .literal(let base)? = path.parts.popLast() else { return false }
        path.parts.append(.literal(base + heading.tokens[0].text))
        let construct: Construct = "method-template"
        var claim = RequestClaim(
            method: said(method, range, .described, construct),
            path: said(path, range, .declared, construct))
        claim.server = template.server.flatMap { server in
            server.hasPrefix("http") ? said(server, range, .described, construct) : nil
        }
        say(.request(claim), at: range)
        return true
    }
}

extension Reading {
    /// By which method all are called, as the page says in a sentence on requests: "We support GET
    /// and POST". Where it names both, a body can carry whatever an operation takes.
    private mutating func methodOfCalls() -> Method? {
        let named = methodsOfCalls ?? methodsToldOfCalls
        methodsOfCalls = named
        if named.count == 1 { return named.first }
        return named == [.get, .post] ? .post : nil
    }

    private var methodsToldOfCalls: Set<Method> {
        var named: Set<Method> = []
        for index in page.nodes.indices where page.kind(NodeID(index)) == .paragraph {
            let tokens = page.marked(NodeID(index)).tokens
            guard tokens.count <= 120, tokens.contains(where: { speaksOfRequests($0.word) }) else {
                continue
            }
            for token in tokens {
                if let method = Method(rawValue: token.text) { named.insert(method) }
                if token.word == "posting" { named.insert(.post) }
            }
        }
        return named
    }
}

/// Words by which a sentence on HTTP methods speaks of how all calls are made.
private func speaksOfRequests(_ word: String) -> Bool {
    switch word {
    case "http", "https", "request", "requests", "arguments", "parameters", "methods", "calls",
        "called", "bodies":
        true
    default: false
    }
}

/// A small letter first, and a capital, a dot or an underscore inside, as no plain word has.
func isMethodName(_ text: String) -> Bool {
    guard let first = text.utf8.first, isSmallLetter(first),
        text.utf8.allSatisfy({ isNameByte($0) || $0 == 0x2E })
    else { return false }
    return text.utf8.contains { isCapital($0) || $0 == 0x2E || $0 == 0x5F }
}
