import APIModel
import JSONText
import PageTree
import SourceText

/// A code block that calls the operation: curl, HTTPie, Python, JavaScript and others.
let callSample = Recognizer(construct: "call-sample") { node, reading in
    let page = reading.page
    guard case .codeBlock(let info, _) = page.kind(node) else { return false }
    let code = page.placedCode(node)
    var language = page.raw(info).split(separator: " ").first.map(String.init)
    // A tab or the block's own title names the language where the fence does not.
    if language == nil { language = page.attribute("title", ofBlock: node)?.value }
    guard let request = readCodeRequest(code.bytes, language: language), request.url != nil
    else { return false }
    let calls = [request] + readFurtherCommands(code.bytes, behind: request)
    // Remarks on calls of one operation say how they differ.
    let isOne = Set(calls.map(\.target)).count == 1
    var end = 0
    for call in calls {
        let remark = isOne ? nil : code.bytes.remark(from: end)
        reading.say(call, remark, in: code, at: page.range(node))
        end = call.end ?? end
    }
    return true
}

extension Reading {
    /// A call, and what comes back behind it.
    fileprivate mutating func say(
        _ request: CodeRequest, _ remark: Range<Int>?, in code: PlacedCode, at range: ByteRange
    ) {
        guard let url = request.url else { return }
        let construct = request.construct
        let place = request.urlRange.map { code.place($0) } ?? range
        var call = SampleCall(
            method: request.method.map { method in
                let range = request.methodRange.map { code.place($0) }
                return said(
                    method.rawValue, range ?? place, range == nil ? .implied : .exemplified,
                    construct)
            },
            url: said(
                filled(url + request.spokenQuery(behind: url)), place, .exemplified, construct))
        call.headers = request.headers.map {
            HTTPHead.Header(name: $0.name, value: $0.value, range: code.place($0.range))
        }
        switch request.credentials {
        case .basic: call.authentication = .basic
        case .digest: call.authentication = .digest
        case nil: break
        }
        if let type = request.formType, !request.form.isEmpty || request.body == nil {
            call.form = form(request.form, type, in: code, construct)
        } else {
            call.body = request.body.flatMap { sample(of: $0, in: code, construct) }
            call.mediaType = request.sentMediaType(isJSON: call.body != nil).map {
                said($0.value, code.place($0.range), .exemplified, construct)
            }
        }
        call.remark = remark.map { remark in
            let text = String(decoding: code.bytes[remark], as: UTF8.self)
            return said(text, code.place(remark), .described, construct)
        }
        say(.call(call), at: range)
        if let end = request.end { sayAnswer(behind: end, in: code) }
    }

    /// The fields of the form that a call sends.
    fileprivate func form(
        _ fields: [CodeFormField], _ mediaType: String, in code: PlacedCode, _ construct: Construct
    ) -> SampleForm {
        let place = fields.first.map { code.place($0.range) } ?? code.place(0..<0)
        let fields = fields.map { field in
            SampleForm.Field(
                name: said(field.name, code.place(field.range), .exemplified, construct),
                value: field.value, isFile: field.isFile)
        }
        return SampleForm(
            mediaType: said(mediaType, place, .exemplified, construct), fields: fields)
    }

    /// The JSON that a call sends; its values stand where the body does.
    fileprivate mutating func sample(
        of body: CodeBody, in code: PlacedCode, _ construct: Construct
    ) -> Sample? {
        let range = code.place(body.range)
        let start = body.range.lowerBound
        // Where escapes are taken away, offsets in the body are no places of the page.
        var document = readJSON(SourceFile(path: "", bytes: body.bytes)).moved { part in
            guard body.isVerbatim else { return range }
            return code.place(start + Int(part.start)..<start + Int(part.end))
        }
        document.values = document.values.map { $0.moved(to: range) }
        let holdsMembers = document.values.contains { value in
            if case .object(let members) = value.node { return !members.isEmpty }
            if case .array(let elements) = value.node { return !elements.isEmpty }
            return false
        }
        guard document.failure == nil, holdsMembers else { return nil }
        // What JSON lacks, a program may have.
        if construct != "program" { note(document, in: "") }
        return Sample(
            document: document, evidence: evidence(range, .exemplified, construct),
            direction: .request)
    }
}

extension [UInt8] {
    /// What the last remark before the next command says that it does: `# List the boats`.
    fileprivate func remark(from end: Int) -> Range<Int>? {
        var line = end
        var remark: Range<Int>?
        while line < count {
            let stop = self[line...].firstIndex(of: 0x0A) ?? count
            let text = self[line..<stop].drop { $0 <= 0x20 }
            if text.first == 0x23 {
                remark = text.drop { $0 == 0x23 || $0 <= 0x20 }.indices
            } else if !text.isEmpty, line > end || end == 0 {
                break
            }
            line = stop + 1
        }
        guard var found = remark else { return nil }
        while let last = found.last, self[last] <= 0x20 || self[last] == 0x3A { found.removeLast() }
        let words = words(of: String(decoding: self[found], as: UTF8.self))
        let isName =
            (2...8).contains(words.count) && isOperationVerb(words[0])
            && !words.contains { ["your", "first", "then", "without", "using"].contains($0) }
        return isName ? found : nil
    }
}

extension CodeRequest {
    /// What it calls, without its query.
    fileprivate var target: String {
        "\(method?.rawValue ?? "") \((url ?? "").prefix { $0 != "?" })"
    }

    /// The query that a call gives apart from its URL, as it would stand behind that.
    fileprivate func spokenQuery(behind url: String) -> String {
        let items = query.filter { !$0.name.isEmpty }.map { item in
            item.name + (item.value.map { "=" + $0 } ?? "")
        }
        guard !items.isEmpty else { return "" }
        return (url.contains("?") ? "&" : "?") + items.joined(separator: "&")
    }
}

extension JSONValue {
    /// The value with one place for all its parts: escapes of a language hide their own.
    fileprivate func moved(to range: ByteRange) -> JSONValue {
        switch node {
        case .array(let elements):
            return JSONValue(.array(elements.map { $0.moved(to: range) }), range)
        case .object(let members):
            let members = members.map { member in
                var member = member
                member.keyRange = range
                member.value = member.value.moved(to: range)
                return member
            }
            return JSONValue(.object(members), range)
        case .null, .boolean, .number, .string, .word, .elision:
            return JSONValue(node, range)
        }
    }
}
