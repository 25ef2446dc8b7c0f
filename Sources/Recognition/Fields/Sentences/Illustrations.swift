import APIModel
import JSONText
import PageTree
import SourceText

extension Reading {
    /// JSON in code that a description gives as the form of its field: "in the form of
    /// `[{"Path": "device_path"}]`", with the field's own name before it or without.
    func illustration(in cell: Cell, construct: Construct) -> Sample? {
        var announced = false
        for node in page.children(cell.node) {
            switch page.kind(node) {
            case .codeSpan where announced:
                return sample(inCode: node, construct: construct)
            case .codeSpan: announced = false
            case .softBreak, .lineBreak: break
            default:
                let text = page.marked(node).text.trimmedASCII
                if !text.isEmpty { announced = announcesForm(text) }
            }
        }
        return nil
    }

    /// The JSON that a piece of code in a line is, if it is nothing else.
    func sample(inCode node: NodeID, construct: Construct) -> Sample? {
        let code = page.placedCode(node)
        var start = 0
        var end = code.bytes.count
        while start < end, code.bytes[start] == 0x20 { start += 1 }
        while end > start, code.bytes[end - 1] == 0x20 { end -= 1 }
        start = pastName(code.bytes, start, end)
        guard start < end, code.bytes[start] == 0x7B || code.bytes[start] == 0x5B else {
            return nil
        }
        let document = readJSON(SourceFile(path: "", bytes: Array(code.bytes[start..<end]))).moved {
            code.place(start + Int($0.start)..<start + Int($0.end))
        }
        guard document.failure == nil, document.values.count == 1,
            document.values.allSatisfy(\.showsNames)
        else { return nil }
        let range = code.place(start..<end)
        return Sample(document: document, evidence: evidence(range, .exemplified, construct))
    }

    /// The JSON in a block of code below a field's bullet: the form of that field, where it is an
    /// object or a list.
    func sample(inBlock node: NodeID, of field: Field) -> Sample? {
        guard case .codeBlock = page.kind(node), page.dialect != .html,
            field.illustration == nil, let type = field.type?.value
        else { return nil }
        let document = readJSON(page.codeLines(node), of: page.source)
        guard document.failure == nil, document.values.count == 1,
            let value = document.values.first,
            value.showsNames
        else { return nil }
        switch value.node {
        case .object where type.kind == .object: break
        case .array where type.isArrayOfObjects: break
        default: return nil
        }
        return Sample(
            document: document,
            evidence: evidence(page.range(node), .exemplified, "bullet-fields"))
    }

    /// The start of the value where `"Name":` stands before it.
    private func pastName(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        guard start < end, bytes[start] == 0x22 else { return start }
        var index = start + 1
        while index < end, bytes[index] != 0x22 { index += 1 }
        index += 1
        while index < end, bytes[index] == 0x20 { index += 1 }
        guard index < end, bytes[index] == 0x3A else { return start }
        index += 1
        while index < end, bytes[index] == 0x20 { index += 1 }
        return index
    }
}

/// "…in the form of:", "specified as", "as a JSON object in the format".
private func announcesForm(_ text: String) -> Bool {
    let words = Array(MarkedText(text).tokens.map(\.word).filter { !$0.isEmpty }.suffix(2))
    return words.contains("form") || words.contains("format") || words == ["specified", "as"]
}

extension JSONValue {
    /// Whether its keys are names, and not holes for them (`<port>/<protocol>`).
    fileprivate var showsNames: Bool {
        switch node {
        case .object(let members):
            members.allSatisfy { member in
                !member.key.utf8.contains { $0 == 0x3C || $0 == 0x20 || $0 == 0x2F }
                    && member.value.showsNames
            }
        case .array(let elements): elements.allSatisfy(\.showsNames)
        case .null, .boolean, .number, .string, .word, .elision: true
        }
    }
}
