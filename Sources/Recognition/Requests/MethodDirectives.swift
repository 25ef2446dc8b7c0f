import APIModel
import PageTree
import SourceText

/// `.. http:get:: /path` around everything it says, and `.. rest_method:: GET /path` on its own.
let methodDirective = Recognizer(construct: "method-directive") { node, reading in
    let page = reading.page
    guard case .directive(let name, .reStructuredText) = page.kind(node) else { return false }
    let words = page.raw(name).split(separator: ":").map { $0.lowercased() }
    let arguments = page.arguments(of: node)
    guard let first = arguments.first else { return false }
    if words == ["rest_method"] {
        // Below the line stand the versions that have the operation (`max_version: 2.5`).
        return reading.sayRequest(
            in: MarkedText(first.value), at: first.range, construct: "method-directive")
    }
    if page.isFunction(node), reading.methodTemplate != nil {
        // `.. function:: ship_show(id)`: what a service calls by its name.
        let name = MarkedText(String(first.value.prefix { $0 != "(" }))
        reading.scope(at: first.range) { inner in
            _ = inner.sayMethodCall(named: name, at: first.range, isFunction: true)
            inner.blocks(of: node)
        }
        return true
    }
    guard words.count == 2, words[0] == "http", let path = readPath(first.value) else {
        return false
    }
    let methods = methods(named: words[1])
    guard !methods.isEmpty else { return false }
    let claims = methods.map { method in
        let said = reading.said(method, page.range(node), .declared, "method-directive")
        return reading.request(said, path, at: first.range, construct: "method-directive")
    }
    reading.scope(at: first.range) { inner in
        for claim in claims { inner.say(.request(claim), at: first.range) }
        if let synopsis = page.attribute("synopsis", of: node) {
            inner.say(
                .name(inner.said(synopsis.value, synopsis.range, .declared, "method-directive")),
                at: synopsis.range)
        }
        if let deprecated = page.attribute("deprecated", of: node) {
            inner.say(
                .deprecation(inner.said("", deprecated.range, .declared, "method-directive")),
                at: deprecated.range)
        }
        inner.blocks(of: node)
    }
    return true
}

extension Page {
    /// `.. function:: name(arguments)`, `.. py:function:: …`.
    func isFunction(_ node: NodeID) -> Bool {
        guard case .directive(let name, .reStructuredText) = kind(node) else { return false }
        return ["function", "py:function"].contains(raw(name))
    }
}

/// The method a directive is named after; `any` stands for those by which resources are used.
private func methods(named word: String) -> [Method] {
    if word == "any" { return [.get, .post, .put, .delete] }
    return Method(written: word).map { [$0] } ?? []
}
