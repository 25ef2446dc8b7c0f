import PageTree
import SourceText

extension HTMLWriter {
    /// Text with escapes and character references decoded, as titles and info strings have it.
    mutating func writeDecoded(_ range: ByteRange) {
        for byte in decoded(range) { writeEscaped(byte) }
    }

    /// A destination, percent-encoded where a URL cannot hold the byte.
    mutating func writeDestination(_ range: ByteRange, isLiteral: Bool = false) {
        let bytes =
            isLiteral
            ? Array(page.source.bytes[Int(range.start)..<Int(range.end)]) : decoded(range)
        for byte in bytes {
            if byte == 0x26 {
                write("&amp;")
            } else if mayStandInURL(byte) {
                output.append(byte)
            } else {
                output.append(0x25)
                output.append(hexDigit(byte >> 4))
                output.append(hexDigit(byte & 15))
            }
        }
    }

    private func decoded(_ range: ByteRange) -> [UInt8] {
        decodedText(page.source, range)
    }

    private func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x37 + value
    }

    private func mayStandInURL(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0x21, 0x23, 0x24, 0x25, 0x27...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E: true
        default: false
        }
    }

    // MARK: The filter

    /// Raw HTML, with what the filter disarms.
    mutating func writeFiltered(_ range: ByteRange) {
        guard filter == .github else { return writeRaw(range) }
        var index = Int(range.start)
        while index < Int(range.end) {
            let byte = page.source.bytes[index]
            if byte == 0x3C, isDisarmed(at: index + 1, before: Int(range.end)) {
                write("&lt;")
            } else {
                output.append(byte)
            }
            index += 1
        }
    }

    private func isDisarmed(at start: Int, before end: Int) -> Bool {
        let names: [StaticString] = [
            "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script",
            "plaintext",
        ]
        var start = start
        if start < end, page.source.bytes[start] == 0x2F { start += 1 }
        for name in names {
            let count = name.utf8CodeUnitCount
            guard start + count <= end else { continue }
            var index = 0
            while index < count, page.source.bytes[start + index] | 0x20 == name.utf8Start[index] {
                index += 1
            }
            guard index == count else { continue }
            if start + count == end { return true }
            switch page.source.bytes[start + count] {
            case 0x20, 0x09, 0x0A, 0x0D, 0x3E, 0x2F: return true
            default: continue
            }
        }
        return false
    }
}
