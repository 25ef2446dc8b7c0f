import APIModel
import PageTree
import SourceText

/// A code block that lists requests, one a line, each perhaps with a remark behind it:
/// `GET /users   # List users`. Each is an operation of its own.
let requestListing = Recognizer(construct: "request-listing") { node, reading in
    guard case .codeBlock = reading.page.kind(node) else { return false }
    let code = reading.page.placedCode(node)
    let lines = code.source.lines().filter {
        !code.source.text($0.range).trimmedASCII.isEmpty
    }
    var requests: [ListedRequest] = []
    for line in lines {
        guard let request = listedRequest(code.source.text(line.range).trimmedASCII) else {
            return false
        }
        requests.append(request)
    }
    // A few bare lines are ways to call one operation.
    guard requests.count > 3 || (requests.count > 1 && requests.contains { $0.remark != nil })
    else { return false }
    for (line, request) in zip(lines, requests) {
        let place = code.place(line.range)
        reading.scope(at: place) { inner in
            _ = inner.sayRequest(
                in: MarkedText(request.line), at: place, construct: "request-listing")
            guard let remark = request.remark else { return }
            inner.say(.name(inner.said(remark, place, .described, "request-listing")), at: place)
        }
    }
    return true
}

extension Reading {
    /// A method that stands alone over a code block or heading that is a path, or over an address
    /// in a paragraph, as generated pages have it.
    mutating func sayMethodOverPath(_ text: MarkedText, _ paragraph: NodeID) -> Bool {
        guard text.text.utf8.count <= 12,
            let method = Method(written: text.text.filter { !$0.isWhitespace }),
            let next = page.next(paragraph)
        else { return false }
        var path: String
        switch page.kind(next) {
        case .codeBlock: path = page.code(next).trimmedASCII
        case .heading: path = page.marked(next).text
        case .paragraph where page.dialect == .html: path = page.marked(next).text
        default: return false
        }
        guard opensTarget(path), !path.contains("\n"), !path.contains(" ") else { return false }
        taken.insert(next)
        var range = page.range(next)
        if let rest = pathBelowServer(path, next) {
            taken.insert(rest)
            path = (path.last == "/" ? String(path.dropLast()) : path) + page.marked(rest).text
            range = page.range(rest)
        }
        takeSteps(of: &path, behind: next)
        return sayRequest(
            in: MarkedText("\(method.rawValue) \(path)"), at: range, construct: "request-line")
    }

    /// `<div>https://api.example.com</div><div>/books</div>`: the path that a server stands over.
    private func pathBelowServer(_ server: String, _ node: NodeID) -> NodeID? {
        guard page.dialect == .html, server.hasPrefix("http"), case .paragraph = page.kind(node),
            let next = page.next(node), case .paragraph = page.kind(next)
        else { return nil }
        let path = page.marked(next).text
        let isPath = path.hasPrefix("/") && !path.contains(" ") && !path.contains("\n")
        return isPath && readPath(path) != nil ? next : nil
    }
}

extension Reading {
    /// `<div>/</div><div>books</div><div>/</div><div>{id}</div>`: a path that is drawn in steps, with
    /// nothing but tags between them.
    private mutating func takeSteps(of path: inout String, behind node: NodeID) {
        guard page.dialect == .html, path.hasPrefix("/") else { return }
        var last = node
        while path.utf8.count <= 200, let next = page.next(last),
            case .paragraph = page.kind(next), touches(last, next)
        {
            let step = page.marked(next).text
            guard path.hasSuffix("/") != step.hasPrefix("/"), !step.contains(" "),
                readPath(path + step) != nil
            else { return }
            taken.insert(next)
            path += step
            last = next
        }
    }

    /// Whether nothing but tags stands between two nodes.
    private func touches(_ node: NodeID, _ next: NodeID) -> Bool {
        let start = page.range(node).end
        let end = page.range(next).start
        guard start <= end, end - start <= 400 else { return false }
        var isInTag = false
        for byte in page.raw(ByteRange(Int(start), Int(end))).utf8 {
            switch byte {
            case 0x3C: isInTag = true
            case 0x3E: isInTag = false
            default: if !isInTag { return false }
            }
        }
        return true
    }

    /// `<span>get</span><span>/books</span>`: a method that a style sheet capitalizes, and its path.
    mutating func sayUncapitalizedRequest(_ paragraph: NodeID) -> Bool {
        guard let first = page.firstChild(paragraph),
            page.dialect == .html || isPathInCode(page.next(first))
        else { return false }
        let text = page.marked(paragraph).text
        let word = text.prefix { $0.isLetter }
        guard page.marked(first).text.lowercased().trimmedASCII == word else { return false }
        return sayUncapitalizedRequest(text, at: page.range(paragraph))
    }

    /// The same in code: `<code><span>get</span> /books</code>`.
    mutating func sayUncapitalizedRequest(_ text: String, at range: ByteRange) -> Bool {
        let word = text.prefix { $0.isLetter }
        let path = text.dropFirst(word.count).drop { $0 == " " }
        guard word.utf8.count <= 7, let method = Method(written: word),
            word == word.lowercased(), opensTarget(path),
            !path.contains(" ")
        else { return false }
        return sayRequest(
            in: MarkedText("\(method.rawValue) \(path)"), at: range, construct: "request-line")
    }
}

extension Reading {
    /// "post `/books`": a path, or an address, in code and nothing behind it.
    private func isPathInCode(_ node: NodeID?) -> Bool {
        guard let node, case .codeSpan = page.kind(node), page.next(node) == nil else {
            return false
        }
        return readPath(page.plainText(node)) != nil
    }
}

extension Reading {
    /// `PUT /loans/{id}, PATCH /loans/{id}`: a title that is several request lines and nothing else.
    mutating func sayRequests(inTitle text: MarkedText, at range: ByteRange) -> Bool {
        let lines = requestSeries(text.text)
        for line in lines { sayRequest(in: MarkedText(line), at: range, construct: "heading") }
        return !lines.isEmpty
    }
}

/// The request lines of a title that is two or more of them; none where it is anything else.
func requestSeries(_ title: String) -> [String] {
    let lines = title.split(separator: ",").map { String($0).trimmedASCII }
    return (2...6).contains(lines.count) && lines.allSatisfy { readRequestLine($0) != nil }
        ? lines : []
}

private struct ListedRequest {
    let line: String
    let remark: String?
}

private func listedRequest(_ text: String) -> ListedRequest? {
    if readRequestLine(text) != nil { return ListedRequest(line: text, remark: nil) }
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count > 2, readRequestLine("\(words[0]) \(words[1])") != nil else { return nil }
    let rest = words[2...].joined(separator: " ")
    let remark = rest.drop { "#/-–—>=:*; ".contains($0) }
    // A word right behind the path goes on with it, or with a sentence, but for a mark or a gap.
    let isMarked = remark.startIndex != rest.startIndex
    let gap = text[words[1].endIndex..<words[2].startIndex]
    guard isMarked || gap.utf8.count > 1, !remark.isEmpty, !remark.hasPrefix("HTTP/") else {
        return nil
    }
    return ListedRequest(line: "\(words[0]) \(words[1])", remark: String(remark))
}
