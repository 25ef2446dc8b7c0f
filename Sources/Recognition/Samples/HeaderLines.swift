import APIModel
import PageTree
import SourceText

/// `X-Trace: 17` line by line in a code block below "Headers": what a message carries.
let headerLines = Recognizer(construct: "header-lines") { node, reading in
    let page = reading.page
    guard case .codeBlock = page.kind(node), reading.isInHeaderSection else { return false }
    let code = page.placedCode(node)
    var fields: [Field] = []
    for slice in code.source.lines() {
        let line = Int(slice.range.start)..<Int(slice.range.end)
        guard code.bytes[line].contains(where: { $0 > 0x20 }) else { continue }
        guard let field = reading.headerField(line, in: code) else { return false }
        fields.append(field)
    }
    guard !fields.isEmpty else { return false }
    let range = page.range(node)
    var list = FieldList(
        fields: fields, evidence: reading.evidence(range, .exemplified, "header-lines"))
    list.role =
        reading.isWithinResponse
        ? .responseHeaders : .parameters(location: .header, required: nil)
    reading.say(.fields(list), at: range)
    return true
}

extension Reading {
    var isWithinResponse: Bool {
        around.contains { section in
            switch section.role {
            case .response, .responseFields, .responseExample, .responseHeaders: true
            default: false
            }
        }
    }

    /// `Name: value`, the name a token as RFC 9110 §5.6.2 has it.
    fileprivate func headerField(_ line: Range<Int>, in code: PlacedCode) -> Field? {
        let start = code.bytes[line].firstIndex { $0 > 0x20 } ?? line.lowerBound
        guard let colon = code.bytes[start..<line.upperBound].firstIndex(of: 0x3A), colon > start,
            code.bytes[start..<colon].allSatisfy({ isWordByte($0) || $0 == 0x2D })
        else { return nil }
        let name = String(decoding: code.bytes[start..<colon], as: UTF8.self)
        let value = trimmedText(code.bytes[(colon + 1)..<line.upperBound])
        return headerField(
            named: name, showing: value, at: code.place(start..<colon), construct: "header-lines")
    }
}
