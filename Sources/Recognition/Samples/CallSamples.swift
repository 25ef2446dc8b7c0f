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
    guard let request = readCodeRequest(code.bytes, language: language), let url = request.url
    else { return false }
    let construct = request.construct
    let range = page.range(node)
    let place = request.urlRange.map { code.place($0) } ?? range
    var call = SampleCall(
        method: request.method.map { method in
            let range = request.methodRange.map { code.place($0) }
            return reading.said(
                method.rawValue, range ?? place, range == nil ? .implied : .exemplified, construct)
        },
        url: reading.said(
            reading.filled(url + request.spokenQuery(behind: url)), place, .exemplified, construct))
    call.headers = request.headers.map {
        HTTPHead.Header(name: $0.name, value: $0.value, range: code.place($0.range))
    }
    switch request.credentials {
    case .basic: call.authentication = .basic
    case .digest: call.authentication = .digest
    case nil: break
    }
    if let type = request.formType, !request.form.isEmpty || request.body == nil {
        call.form = reading.form(request.form, type, in: code, construct)
    } else {
        call.body = request.body.flatMap { reading.sample(of: $0, in: code, construct) }
        call.mediaType = request.sentMediaType(isJSON: call.body != nil).map {
            reading.said($0.value, code.place($0.range), .exemplified, construct)
        }
    }
    reading.say(.call(call), at: range)
    if let end = request.end { reading.sayAnswer(behind: end, in: code) }
    return true
}

extension Reading {
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

extension CodeRequest {
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
