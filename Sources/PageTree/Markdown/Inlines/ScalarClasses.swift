/// What stands beside a run of marks; decides whether it may open or close.
enum ScalarClass {
    case white, punctuation, other
}

extension InlineReader {
    func scalarClass(before position: Int) -> ScalarClass {
        guard position > view.start else { return .white }
        let byte = bytes[position - 1]
        if byte < 0x80 { return asciiClass(byte) }
        var start = position - 1
        while start > view.start, position - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return classify(decodeScalar(bytes, at: start, before: position))
    }

    func scalarClass(at position: Int) -> ScalarClass {
        guard position < end else { return .white }
        let byte = bytes[position]
        if byte < 0x80 { return asciiClass(byte) }
        return classify(decodeScalar(bytes, at: position, before: end))
    }

    private func asciiClass(_ byte: UInt8) -> ScalarClass {
        if isWhite(byte) { return .white }
        return isPunctuation(byte) ? .punctuation : .other
    }

    private func classify(_ scalar: Unicode.Scalar?) -> ScalarClass {
        guard let scalar else { return .other }
        switch scalar.properties.generalCategory {
        case .spaceSeparator:
            return .white
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol,
            .currencySymbol, .modifierSymbol, .otherSymbol:
            return .punctuation
        default:
            return .other
        }
    }
}

/// The scalar whose first byte stands at an offset; nil if the bytes are ill-formed.
func decodeScalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int
) -> Unicode.Scalar? {
    let lead = bytes[start]
    let count: Int
    var value: UInt32
    switch lead {
    case 0x00...0x7F: return Unicode.Scalar(UInt32(lead))
    case 0xC2...0xDF: (count, value) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (count, value) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (count, value) = (4, UInt32(lead & 0x07))
    default: return nil
    }
    guard start + count <= end else { return nil }
    var index = start + 1
    while index < start + count {
        guard bytes[index] & 0xC0 == 0x80 else { return nil }
        value = value << 6 | UInt32(bytes[index] & 0x3F)
        index += 1
    }
    return Unicode.Scalar(value)
}
