import APIModel
import JSONText
import PageTree
import SourceText

/// A code block that calls the operation: curl, HTTPie, Python, JavaScript and others.
let callSample = Recognizer(construct: "call-sample") { node, reading in
    let page = reading.page
    guard case .codeBlock(let info, _) = page.kind(node) else { return false }
    let lines = page.codeLines(node)
    let code = PlacedCode(lines, of: page.source)
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
        }, url: reading.said(url, place, .exemplified, construct))
    call.headers = request.headers.map {
        HTTPHead.Header(name: $0.name, value: $0.value, range: code.place($0.range))
    }
    switch request.credentials {
    case .basic: call.authentication = .basic
    case .digest: call.authentication = .digest
    case nil: break
    }
    if let body = request.body { call.body = reading.sample(of: body, in: code, construct) }
    reading.say(.call(call), at: range)
    return true
}

/// The lines of a code block as one text, and the way back to the page.
private struct PlacedCode {
    var bytes: [UInt8] = []
    private var starts: [(code: Int, page: Int)] = []

    init(_ lines: [LineSlice], of source: SourceFile) {
        for line in lines {
            starts.append((bytes.count, Int(line.start)))
            bytes += source.bytes[Int(line.start)..<Int(line.end)]
            bytes.append(0x0A)
        }
    }

    func place(_ range: Range<Int>) -> ByteRange {
        ByteRange(place(range.lowerBound), max(place(range.lowerBound), place(range.upperBound)))
    }

    private func place(_ offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle].code <= offset { low = middle } else { high = middle }
        }
        guard low < starts.count else { return 0 }
        return starts[low].page + offset - starts[low].code
    }
}

extension Reading {
    /// The JSON that a call sends; its values stand where the body does.
    fileprivate func sample(of body: CodeBody, in code: PlacedCode, _ construct: String) -> Sample? {
        var document = readJSON(SourceFile(path: "", bytes: body.bytes))
        let range = code.place(body.range)
        document.values = document.values.map { $0.moved(to: range) }
        let holdsMembers = document.values.contains { value in
            if case .object(let members) = value.node { return !members.isEmpty }
            if case .array(let elements) = value.node { return !elements.isEmpty }
            return false
        }
        guard document.failure == nil, holdsMembers else { return nil }
        return Sample(
            document: document, evidence: evidence(range, .exemplified, construct),
            direction: .request)
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
