/// Whether a text is JSON by RFC 8259: a second look, written apart from the reader it judges.
/// Foundation will not do, as it accepts a comma before a closing bracket.
func isStrictJSON(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    guard takeValue(&rest) else { return false }
    takeSpace(&rest)
    return rest.isEmpty
}

private func takeSpace(_ rest: inout ArraySlice<UInt8>) {
    rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
}

private func take(_ text: String, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
}

private func takeValue(_ rest: inout ArraySlice<UInt8>) -> Bool {
    takeSpace(&rest)
    if take("true", &rest) || take("false", &rest) || take("null", &rest) { return true }
    if take("{", &rest) {
        return takeList(closer: "}", &rest) { rest in
            guard takeString(&rest) else { return false }
            takeSpace(&rest)
            return take(":", &rest) && takeValue(&rest)
        }
    }
    if take("[", &rest) { return takeList(closer: "]", &rest) { takeValue(&$0) } }
    return takeString(&rest) || takeNumber(&rest)
}

private func takeList(
    closer: String, _ rest: inout ArraySlice<UInt8>,
    item: (inout ArraySlice<UInt8>) -> Bool
) -> Bool {
    takeSpace(&rest)
    if take(closer, &rest) { return true }
    repeat {
        takeSpace(&rest)
        guard item(&rest) else { return false }
        takeSpace(&rest)
    } while take(",", &rest)
    return take(closer, &rest)
}

private func takeString(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard take("\"", &rest) else { return false }
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "\"") { return true }
        guard byte >= 0x20 else { return false }
        guard byte == UInt8(ascii: "\\") else { continue }
        guard let letter = rest.popFirst() else { return false }
        if letter == UInt8(ascii: "u") {
            let digits = rest.prefix(4)
            guard digits.count == 4, digits.allSatisfy(isHexadecimal) else { return false }
            rest = rest.dropFirst(4)
        } else if !"\"\\/bfnrt".utf8.contains(letter) {
            return false
        }
    }
    return false
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
    "0123456789abcdefABCDEF".utf8.contains(byte)
}

private func takeNumber(_ rest: inout ArraySlice<UInt8>) -> Bool {
    _ = take("-", &rest)
    if !take("0", &rest), !takeDigits(&rest) { return false }
    if take(".", &rest), !takeDigits(&rest) { return false }
    if take("e", &rest) || take("E", &rest) {
        if !take("+", &rest) { _ = take("-", &rest) }
        return takeDigits(&rest)
    }
    return true
}

private func takeDigits(_ rest: inout ArraySlice<UInt8>) -> Bool {
    let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
    rest = rest.dropFirst(digits.count)
    return !digits.isEmpty
}
