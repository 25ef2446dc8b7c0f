/// What a value shows of its type: `20` is an integer, `1.5` a number, `false` a boolean. A zero in
/// front makes digits a text.
func shownKind(_ value: String) -> TypeExpression.Kind? {
    if value == "true" || value == "false" { return .boolean }
    guard isNumberWord(value), value.utf8.count < 16 else { return nil }
    if value.utf8.contains(0x2E) { return .number }
    return value == "0" || !value.hasPrefix("0") ? .integer : nil
}

/// The same of a value that something of this name has: versions such as `2.0` and `1.10` are texts.
func shownKind(_ value: String, of name: String) -> TypeExpression.Kind? {
    let kind = shownKind(value)
    return kind == .number && lowercasedASCII(name).hasSuffix("version") ? .string(.plain) : kind
}

/// What a value shows in a column of examples, where `["a"]` is a list, `{}` an object, and what
/// stands in quotes or is none of these a text.
func exampleType(_ value: String, depth: Int = 0) -> TypeExpression {
    if let kind = shownKind(value) { return TypeExpression(kind) }
    if value.hasPrefix("{"), value.hasSuffix("}") { return TypeExpression(.object) }
    guard value.hasPrefix("["), value.hasSuffix("]") else { return TypeExpression(.string(.plain)) }
    let first = value.dropFirst().dropLast().prefix { $0 != "," }.trimmedASCII
    let isOpen = first.isEmpty || depth == 8
    return TypeExpression(.array(isOpen ? nil : exampleType(first, depth: depth + 1)))
}
