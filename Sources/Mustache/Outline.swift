/// The names that a template can use, with their values, as JSON-like text for whoever writes one.
package func outline(_ context: TemplateObject) -> String {
    var text = ""
    write(.object(context), to: &text, depth: 0)
    return text + "\n"
}

private func write(_ value: TemplateValue, to text: inout String, depth: Int) {
    let margin = String(repeating: "  ", count: depth + 1)
    switch value {
    case .absent: text += "null"
    case .boolean(let flag): text += flag ? "true" : "false"
    case .text(let safe): text += quoted(String(decoding: safe.bytes, as: UTF8.self))
    case .list(let values):
        text += "["
        for (index, value) in values.enumerated() {
            text += (index == 0 ? "\n" : ",\n") + margin
            write(value, to: &text, depth: depth + 1)
        }
        text += values.isEmpty ? "]" : "\n" + margin.dropLast(2) + "]"
    case .object(let object):
        text += "{"
        for (index, member) in object.members.enumerated() {
            text += (index == 0 ? "\n" : ",\n") + margin + quoted(member.name) + ": "
            write(member.value, to: &text, depth: depth + 1)
        }
        text += object.members.isEmpty ? "}" : "\n" + margin.dropLast(2) + "}"
    }
}

private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": quoted += "\\\(scalar)"
        case "\n": quoted += "\\n"
        case "\t": quoted += "\\t"
        default:
            let digits = String(scalar.value, radix: 16)
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            quoted +=
                isControl
                ? "\\u" + String(repeating: "0", count: 4 - digits.count) + digits : "\(scalar)"
        }
    }
    return quoted + "\""
}
