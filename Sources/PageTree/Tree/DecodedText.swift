import SourceText

/// A range with backslash escapes and character references decoded, as destinations and titles
/// of links are meant.
package func decodedText(_ source: SourceFile, _ range: ByteRange) -> [UInt8] {
    var output: [UInt8] = []
    guard range.end <= source.bytes.count else { return output }
    source.bytes.withUnsafeBufferPointer { bytes in
        let end = Int(range.end)
        var index = Int(range.start)
        while index < end {
            let byte = bytes[index]
            if byte == 0x5C, index + 1 < end, isPunctuation(bytes[index + 1]) {
                output.append(bytes[index + 1])
                index += 2
            } else if byte == 0x26,
                let reference = scanCharacterReference(bytes, at: index, before: end)
            {
                append(reference.first, to: &output)
                if reference.second != 0 { append(reference.second, to: &output) }
                index = reference.next
            } else {
                output.append(byte)
                index += 1
            }
        }
    }
    return output
}

private func append(_ scalar: UInt32, to output: inout [UInt8]) {
    let scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
}
