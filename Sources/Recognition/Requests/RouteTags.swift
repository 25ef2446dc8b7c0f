import APIModel
import PageTree
import SourceText

/// Any tag or directive with a method and a path, such as `<Route method="GET" path="/x" />`.
let routeDirective = Recognizer(construct: "route-tag") { node, reading in
    let page = reading.page
    guard case .directive = page.kind(node) else { return false }
    if reading.sayClassedRoute(in: node) || reading.sayRoute(inArgumentsOf: node) { return true }
    guard let method = page.attribute("method", of: node),
        let target = page.attribute("path", of: node) ?? page.attribute("url", of: node)
            ?? page.attribute("endpoint", of: node),
        let known = Method(written: method.value), let path = readPath(target.value)
    else { return false }
    let said = reading.said(known, method.range, .declared, "route-tag")
    let base = page.attribute("baseUrl", of: node) ?? page.attribute("host", of: node)
    if let summary = page.attribute("summary", of: node) {
        reading.say(
            .name(reading.said(summary.value, summary.range, .declared, "route-tag")),
            at: summary.range)
    }
    let claim = reading.request(said, path, at: target.range, construct: "route-tag")
    let server = base.flatMap { base in
        base.value.hasPrefix("http")
            ? reading.said(Server(url: base.value), base.range, .declared, "route-tag") : nil
    }
    func say(_ reading: inout Reading) {
        reading.say(.request(claim), at: page.range(node))
        if let server { reading.say(.server(server), at: target.range) }
        reading.blocks(of: node)
    }
    guard page.children(node).contains(where: { page.isBlock($0) }) else {
        say(&reading)
        return true
    }
    // What the tag encloses is of this operation, and labels in it end with it.
    reading.scope(at: page.range(node), say)
    return true
}

extension Reading {
    /// `{{< endpoint "GET" "/notes" >}}`, `{{< endpoint "GET /notes" >}}`: method and path are all that
    /// its arguments begin with, and have no names.
    fileprivate mutating func sayRoute(inArgumentsOf node: NodeID) -> Bool {
        guard case .directive(_, .hugo) = page.kind(node) else { return false }
        let arguments = page.arguments(of: node)
        guard let first = arguments.first, first.value.utf8.count < 4_000 else { return false }
        let text = arguments.count > 1 ? first.value + " " + arguments[1].value : first.value
        let isDivided = arguments.count > 1 && Method(rawValue: first.value) != nil
        guard let line = readRequestLine(isDivided ? text : first.value) else { return false }
        let method = said(line.method, first.range, .declared, "route-tag")
        let target = isDivided ? arguments[1].range : first.range
        let claim = request(method, line.path, at: target, construct: "route-tag")
        say(.request(claim), at: page.range(node))
        blocks(of: node)
        return true
    }

    /// `<div class="endpoint post">/notes</div>`: the class says the method of the path in it.
    fileprivate mutating func sayClassedRoute(in node: NodeID) -> Bool {
        guard let names = page.attribute("class", of: node) else { return false }
        let methods = names.value.split(separator: " ").compactMap {
            Method(written: $0)
        }
        let blocks = page.children(node).filter { page.isBlock($0) }
        guard methods.count == 1, blocks.count == 1, let path = blocks.first else { return false }
        let text = page.marked(path).text.trimmedASCII
        guard text.hasPrefix("/"), !text.contains("\n"), let read = readTarget(text) else {
            return false
        }
        let range = page.range(node)
        let said = said(methods[0], names.range, .declared, "route-tag")
        say(.request(request(said, read, at: range, construct: "route-tag")), at: range)
        return true
    }

    /// `<Route method="GET">/notes/{id}</Route>`: the path stands between the tags.
    mutating func sayEnclosedRoute(in paragraph: NodeID) -> Bool {
        guard let tag = page.firstChild(paragraph), case .directive = page.kind(tag),
            let method = page.attribute("method", of: tag),
            let known = Method(written: method.value)
        else { return false }
        let isAlone = page.siblings(behind: tag).allSatisfy { page.kind($0) == .htmlInline }
        if isAlone, routeDirective.claim(tag, &self) { return true }
        let text = page.marked(paragraph).text.trimmedASCII
        guard let path = readTarget(text) else { return false }
        let range = page.range(paragraph)
        let said = said(known, method.range, .declared, "route-tag")
        say(.request(request(said, path, at: range, construct: "route-tag")), at: range)
        return true
    }
}
