import APIModel
import JSONText
import PageTree
import SourceText

/// A code block that shows JSON, with or without the head of an HTTP message before it.
let jsonSample = Recognizer(construct: "json-sample") { node, reading in
    let page = reading.page
    guard case .codeBlock(let info, _) = page.kind(node) else { return false }
    let language = page.raw(info).split(separator: " ").first.map { $0.lowercased() } ?? ""
    guard holdsJSON(language), !page.opensWithCommand(node) else { return false }
    if reading.sayStatusAlone(in: node) { return true }
    let document = page.sample(node).withTypesForWords()
    if document.isRemark { return true }
    if !document.isOtherThanJSON { reading.note(document, in: language) }
    guard !document.values.isEmpty || document.heads.contains(where: { $0.isStatus }) else {
        return false
    }
    let range = page.range(node)
    if reading.sayFields(ofSchema: document, at: range) { return true }
    var sample = Sample(
        document: document, evidence: reading.evidence(range, .exemplified, "json-sample"))
    reading.label(&sample, node)
    sample.isIllustration = reading.isComplete
    reading.sayHeads(of: sample)
    if document.values.isEmpty, !document.isOtherThanJSON, let code = sample.status {
        reading.announce(alone: .code(code), at: node)
    }
    if document.values.isEmpty || document.isOtherThanJSON { return true }
    reading.say(.sample(sample), at: range)
    return true
}

/// Languages under which pages show JSON or HTTP messages.
private func holdsJSON(_ language: String) -> Bool {
    switch language {
    case "", "json", "json5", "jsonc", "javascript", "js", "http", "none", "text", "txt",
        "plaintext", "yaml", "hjson", "json-response", "ruby-response", "response", "console",
        "default":
        true
    default: false
    }
}

extension Page {
    /// The JSON of a code block. In HTML, tags and character references stand in it.
    fileprivate func sample(_ node: NodeID) -> JSONDocument {
        guard dialect == .html else { return readJSON(codeLines(node), of: source) }
        let code = placedCode(node)
        return readJSON(code.source).moved { code.place($0) }
    }
}

extension Page {
    fileprivate func opensWithCommand(_ node: NodeID) -> Bool {
        guard let line = codeLines(node).first(where: { !$0.isEmpty }) else { return false }
        return Recognition.opensWithCommand(source.bytes[Int(line.start)..<Int(line.end)])
    }

    /// What a code block's own line calls it: `{: title="…"}`, `json title="…"`, `:caption: …`.
    func codeTitle(of node: NodeID) -> String? {
        attribute("title", ofBlock: node)?.value ?? infoTitle(of: node)
            ?? attribute("caption", of: node)?.value
    }

    /// The title behind the language of a fence: `json title="Response"`, `json 201`.
    private func infoTitle(of node: NodeID) -> String? {
        guard case .codeBlock(let info, _) = kind(node) else { return nil }
        let text = raw(info)
        guard let start = text.firstRange(of: " title=\"") else {
            let words = text.split(separator: " ").dropFirst().joined(separator: " ")
            return words.contains("=") || words.contains("{") || words.isEmpty ? nil : words
        }
        let rest = text[start.upperBound...]
        guard let end = rest.firstIndex(of: "\""), end > rest.startIndex else { return nil }
        return String(rest[..<end])
    }
}

extension JSONDocument {
    /// `[Empty response]`: words in brackets, and no list.
    fileprivate var isRemark: Bool {
        guard values.count == 1, case .array(let elements) = values[0].node, elements.count == 1,
            case .word(let text) = elements[0].node
        else { return false }
        return text.contains(" ") && text.first?.isLetter == true
    }
}

extension FieldList {
    /// Whether every row says that it goes elsewhere, or is a placeholder of the path.
    fileprivate func isOutsideBody(of request: RequestClaim) -> Bool {
        if case .parameters(.some, _)? = role { return true }
        return fields.allSatisfy { field in
            field.location != nil || request.path.value.placeholders.contains(field.name.value)
        }
    }
}

extension HTTPHead {
    var isStatus: Bool {
        if case .status = line { return true }
        return false
    }
}

extension Reading {
    /// `204 No Content` and nothing else, below the label of an answer.
    fileprivate mutating func sayStatusAlone(in node: NodeID) -> Bool {
        let isAnswer = around.last?.role == .response || around.last?.role == .responseExample
        let line = page.code(node).trimmedASCII
        guard isAnswer, line.utf8.count <= 40, !line.contains("\n"),
            let first = MarkedText(line).tokens.first, assignedStatus(first) != nil,
            let phrase = readStatus(MarkedText(line)), phrase.reason != nil
        else { return false }
        let range = page.range(node)
        say([phrase][...], at: range, construct: "json-sample")
        return true
    }

    /// The direction and status that a sample's own title or head says.
    fileprivate func label(_ sample: inout Sample, _ node: NodeID) {
        if let title = page.codeTitle(of: node) {
            sample.title = title
            let heading = classifyHeading(MarkedText(title))
            sample.direction = heading.direction
            if case .operation(let method) = heading.role, method.sendsBody {
                sample.direction = .request
            }
            if case .code(let code)? = heading.status?.status { sample.status = code }
        }
        if sample.direction == nil, opensWithLastRequest(node) || isAboveAnswer(node) {
            sample.direction = .request
        }
        labelByHeads(&sample)
    }

    /// Between the line of a request that sends something and the label of what comes back.
    private func isAboveAnswer(_ block: NodeID) -> Bool {
        guard let request = requestRightAbove, request.method.value.sendsBody,
            let next = page.next(block)
        else { return false }
        // "This will return `201 Created` and the new site".
        if case .paragraph = page.kind(next), page.marked(next).tellsOfReturning { return true }
        switch page.kind(next) {
        case .paragraph, .heading:
            let text = page.marked(next)
            guard text.text.utf8.count <= 80 else { return false }
            switch classifyHeading(text).role {
            case .response, .responseExample, .responseFields: return true
            default: return false
            }
        default: return false
        }
    }

    /// The request line above, with nothing behind it but what it is told to do, and lists of what
    /// goes into its path, query or headers.
    private var requestRightAbove: RequestClaim? {
        var lists: [FieldList] = []
        for item in items.reversed().prefix(6) {
            switch item {
            case .say(.request(let request), _):
                return lists.allSatisfy { $0.isOutsideBody(of: request) } ? request : nil
            case .close, .furniture, .say(.prose, _), .say(.name, _): continue
            case .say(.fields(let list), _): lists.append(list)
            default: return nil
            }
        }
        return nil
    }

    /// `// POST /loans` in the first line, right below that request: what is sent by it.
    private func opensWithLastRequest(_ node: NodeID) -> Bool {
        guard let request = lastRequest, request.method.value.sendsBody,
            let first = page.codeLines(node).first(where: { !$0.isEmpty })
        else { return false }
        let text = page.raw(first.range).trimmedASCII
        guard text.hasPrefix("//") || text.hasPrefix("#"),
            let line = readRequestLine(String(text.drop { "/# ".contains($0) }))
        else { return false }
        return line.method == request.method.value && line.path.template == request.path.value
    }

    /// The direction and status that the head of a recorded message says.
    func labelByHeads(_ sample: inout Sample) {
        for head in sample.document.heads {
            switch head.line {
            case .status(let code, _, _):
                sample.status = code
                sample.direction = .response
            case .request(let method, _, _):
                let isAnswer =
                    head.headers.isEmpty && isShownAnswer
                    || isCallOverAnswer(head, of: method, above: sample)
                sample.direction = isAnswer ? .response : .request
            case .none: break
            }
        }
    }

    /// Whether a label says that what stands below it comes back, though its call stands there too.
    private var isShownAnswer: Bool {
        around.last?.role == .responseExample
    }

    /// `GET /notes`, a blank line and JSON: the call, and what comes back. What is sent with a GET stands
    /// right below its line.
    private func isCallOverAnswer(_ head: HTTPHead, of method: String, above sample: Sample) -> Bool
    {
        guard let known = Method(written: method), !known.sendsBody, head.headers.isEmpty,
            let value = sample.document.values.first, head.range.end <= value.range.start,
            !page.raw(head.range).contains("HTTP/")
        else { return false }
        let between = page.source.bytes[Int(head.range.end)..<Int(value.range.start)]
        return between.count < 400 && between.filter { $0 == 0x0A }.count > 1
    }

    /// What the head of a recorded message says beside its body.
    mutating func sayHeads(of sample: Sample) {
        let type = sample.document.shownMediaType.map {
            said($0.name, $0.range, .exemplified, "http-message")
        }
        for (index, head) in sample.document.heads.enumerated() {
            let type = index == sample.document.heads.count - 1 ? type : nil
            switch head.line {
            case .status(let code, let reason, let range):
                var line = StatusLine(
                    status: said(.code(code), range, .exemplified, "http-message"))
                line.meaning =
                    reason.isEmpty ? nil : said(reason, range, .exemplified, "http-message")
                line.mediaTypes = type.map { [$0] } ?? []
                line.headers = answerHeaders(of: head)
                say(.statuses([line]), at: range)
            case .request(let method, let target, let range):
                var call = SampleCall(
                    method: said(method, range, .exemplified, "http-message"),
                    url: said(target, range, .exemplified, "http-message"), headers: head.headers)
                call.mediaType = type
                say(.call(call), at: range)
            case .none:
                break
            }
        }
    }
}

extension SectionHeading {
    /// Which way the message goes that a title announces.
    var direction: Direction? {
        switch role {
        case .parameters, .requestBody, .request, .requestExample: .request
        case .response, .responseFields, .responseExample, .responseHeaders, .statusCodes, .errors:
            .response
        case .security, .permissions, .enumeratedValues, .object, .properties, .member,
            .codeSamples, .example, .consumes, .produces, .description, .operation, .other:
            nil
        }
    }
}

extension MarkedText {
    /// "This will return …", "Returns `201`", "You'll get back …".
    fileprivate var tellsOfReturning: Bool {
        let head = tokens.prefix(5).map(\.word)
        return ["returns", "responds", "answers"].contains(head.first)
            || head.starts(with: ["this", "will", "return"])
            || head.starts(with: ["you'll", "get", "back"])
    }
}
