/// A line that GitHub's runners turn into an annotation.
///
/// Whatever stands in a page, the line stays one line and its properties stay apart.
func workflowCommand(
    _ kind: String, _ properties: [(name: String, value: String)], _ message: String
) -> String {
    let list = properties.map { "\($0.name)=\(escapedProperty($0.value))" }
    return "::\(kind) \(list.joined(separator: ","))::\(escapedMessage(message))\n"
}

/// A message of a workflow command, whose end is the end of the line.
func escapedMessage(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case "%": escaped.append(contentsOf: "%25".unicodeScalars)
        case "\r": escaped.append(contentsOf: "%0D".unicodeScalars)
        case "\n": escaped.append(contentsOf: "%0A".unicodeScalars)
        default: escaped.append(scalar)
        }
    }
    return String(escaped)
}

/// A property of a workflow command, which ends at `,` or `:` too.
func escapedProperty(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in escapedMessage(text).unicodeScalars {
        switch scalar {
        case ":": escaped.append(contentsOf: "%3A".unicodeScalars)
        case ",": escaped.append(contentsOf: "%2C".unicodeScalars)
        default: escaped.append(scalar)
        }
    }
    return String(escaped)
}
