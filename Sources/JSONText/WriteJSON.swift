import SourceText

/// A value as RFC 8259 wants it, two spaces a level, with a newline at the end.
///
/// What pages write instead of JSON becomes JSON: bare words and impossible numbers become
/// strings, elisions are left out. The same value gives the same bytes.
package func writeJSON(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value)
    writer.output.append(0x0A)
    return writer.output
}

/// Whether text is a number without a fraction or an exponent.
package func isJSONInteger(_ text: String) -> Bool {
    isJSONNumber(text) && text.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
}

/// A value on one line without spaces.
package func writeCompactJSON(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter(layout: .compact)
    writer.write(value)
    return writer.output
}

/// Like `writeJSON`, with containers of plain values on one line where they fit into 120 columns.
package func writeNarrowJSON(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter(layout: .narrow)
    writer.write(value)
    writer.output.append(0x0A)
    return writer.output
}

/// Writes an object member by member, to the bytes that `writeNarrowJSON` gives of the whole, so
/// that of a large one no more than a member stands in memory as values.
package struct NarrowObjectWriter {
    private var writer = JSONWriter(layout: .narrow)

    package init() { writer.open(0x7B) }

    package mutating func member(_ key: String, _ value: JSONValue) {
        writer.startMember(key)
        writer.write(value)
    }

    /// A list of objects that are not empty; without elements there is no member.
    package mutating func list<Element>(
        _ key: String, _ elements: [Element], _ value: (Element) -> JSONValue
    ) {
        if elements.isEmpty { return }
        writer.startMember(key)
        writer.open(0x5B)
        for element in elements {
            writer.startElement()
            writer.write(value(element))
        }
        writer.close(0x5D)
    }

    /// The whole text; at least one member has lines of its own.
    package consuming func finished() -> [UInt8] {
        writer.close(0x7D)
        writer.output.append(0x0A)
        return writer.output
    }
}

/// Whether text is a number in the grammar of RFC 8259 §6.
package func isJSONNumber(_ text: String) -> Bool {
    var bytes = Array(text.utf8)[...]
    if bytes.first == 0x2D { bytes.removeFirst() }
    let startsWithZero = bytes.first == 0x30
    let digits = dropDigits(&bytes)
    if digits == 0 || (startsWithZero && digits > 1) { return false }
    if bytes.first == 0x2E {
        bytes.removeFirst()
        if dropDigits(&bytes) == 0 { return false }
    }
    if bytes.first == 0x65 || bytes.first == 0x45 {
        bytes.removeFirst()
        if bytes.first == 0x2B || bytes.first == 0x2D { bytes.removeFirst() }
        if dropDigits(&bytes) == 0 { return false }
    }
    return bytes.isEmpty
}

/// Drops the digits in front, and says how many there were.
private func dropDigits(_ bytes: inout ArraySlice<UInt8>) -> Int {
    let rest = bytes.drop { (0x30...0x39).contains($0) }
    defer { bytes = rest }
    return bytes.count - rest.count
}

/// Indentation to copy from; nothing nests deeper than the reader allows.
private let blanks = [UInt8](repeating: 0x20, count: 512)

private struct JSONWriter {
    enum Layout {
        case lines, narrow, compact
        /// Inside a container that is tried on one line.
        case oneLine
    }

    var output: [UInt8] = []
    var layout: Layout
    private var depth = 0
    private var lineStart = 0

    init(layout: Layout = .lines) {
        self.layout = layout
    }

    mutating func write(_ value: JSONValue) {
        switch value.node {
        case .null: output += "null".utf8
        case .boolean(let flag): output += (flag ? "true" : "false").utf8
        case .number(let text) where isJSONNumber(text): output += text.utf8
        case .number(let text), .string(let text), .word(let text): writeString(text)
        case .elision: output += "null".utf8
        case .array(let values):
            let written = values.filter { $0.node != .elision }
            writeContainer(0x5B, 0x5D, written, areFlat: written.allSatisfy(\.isPlain)) {
                writer, value in
                writer.write(value)
            }
        case .object(let members):
            let written = written(members)
            writeContainer(0x7B, 0x7D, written, areFlat: written.allSatisfy(\.value.isPlain)) {
                writer, member in
                writer.writeString(member.key)
                writer.output.append(0x3A)
                if writer.layout != .compact { writer.output.append(0x20) }
                writer.write(member.value)
            }
        }
    }

    /// Elided members say nothing, and of two with one key a reader would keep only one.
    private func written(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        if members.count <= 12, !needsSifting(members) { return members }
        var keys: Set<String> = []
        return members.filter { !$0.value.isElision && keys.insert($0.key).inserted }
    }

    /// Whether something is left out: looked through pair by pair, since most objects are small
    /// and hashing their keys would cost more than writing them.
    private func needsSifting(_ members: [JSONValue.Member]) -> Bool {
        var index = 0
        while index < members.count {
            if members[index].value.isElision { return true }
            var other = 0
            while other < index {
                if members[other].key == members[index].key { return true }
                other += 1
            }
            index += 1
        }
        return false
    }

    private mutating func writeContainer<Item>(
        _ open: UInt8, _ close: UInt8, _ items: [Item], areFlat: Bool,
        _ writeItem: (inout JSONWriter, Item) -> Void
    ) {
        if layout == .narrow, areFlat {
            let start = output.count
            layout = .oneLine
            writeContainer(open, close, items, areFlat: areFlat, writeItem)
            layout = .narrow
            if output.count - lineStart < 120 { return }
            output.removeLast(output.count - start)
        }
        output.append(open)
        depth += 1
        var isFirst = true
        for item in items {
            if !isFirst { output.append(0x2C) }
            startItem(isFirst)
            isFirst = false
            writeItem(&self, item)
        }
        depth -= 1
        if !items.isEmpty, layout == .lines || layout == .narrow { startItem(false) }
        output.append(close)
    }

    mutating func open(_ bracket: UInt8) {
        output.append(bracket)
        depth += 1
    }

    mutating func close(_ bracket: UInt8) {
        depth -= 1
        startItem(false)
        output.append(bracket)
    }

    mutating func startElement() {
        let isFirst = output.last == 0x5B || output.last == 0x7B
        if !isFirst { output.append(0x2C) }
        startItem(isFirst)
    }

    mutating func startMember(_ key: String) {
        startElement()
        writeString(key)
        output += ": ".utf8
    }

    private mutating func startItem(_ isFirst: Bool) {
        switch layout {
        case .compact:
            break
        case .oneLine:
            if !isFirst { output.append(0x20) }
        case .lines, .narrow:
            output.append(0x0A)
            lineStart = output.count
            output.append(contentsOf: blanks[0..<min(depth * 2, blanks.count)])
        }
    }

    mutating func writeString(_ text: String) {
        var text = text
        output.append(0x22)
        text.withUTF8 { bytes in
            var start = 0
            while start < bytes.count {
                var end = start
                while end < bytes.count, isPlain(bytes[end]) { end += 1 }
                output.append(contentsOf: bytes[start..<end])
                start = end
                if start < bytes.count { start += writeSpecial(bytes, at: start) }
            }
        }
        output.append(0x22)
    }

    /// A byte that stands for itself: no quote, no control, no scalar beyond ASCII.
    private func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x5C
    }

    /// Writes the scalar at an index, and returns how many bytes it has.
    private mutating func writeSpecial(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        switch bytes[index] {
        case 0x22: output += "\\\"".utf8
        case 0x5C: output += "\\\\".utf8
        case 0x0A: output += "\\n".utf8
        case 0x0D: output += "\\r".utf8
        case 0x09: output += "\\t".utf8
        case let byte where byte < 0x80: writeEscape(UInt32(byte))
        case let byte:
            let count = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            let end = min(index + count, bytes.count)
            let scalar = String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first
            if let scalar, isSteering(scalar.value) {
                writeEscape(scalar.value)
            } else {
                output.append(contentsOf: bytes[index..<end])
            }
            return end - index
        }
        return 1
    }

    /// Control, line-separating and bidirectional characters stay visible in any viewer.
    private func isSteering(_ value: UInt32) -> Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || (0x2028...0x202E).contains(value)
            || (0x2066...0x2069).contains(value) || value == 0xFEFF
    }

    private mutating func writeEscape(_ value: UInt32) {
        output += "\\u".utf8
        let digits = Array("0123456789abcdef".utf8)
        for shift in [UInt32(12), 8, 4, 0] { output.append(digits[Int(value >> shift & 0xF)]) }
    }
}

extension JSONValue {
    /// Neither an array nor an object with anything in it.
    fileprivate var isPlain: Bool {
        switch node {
        case .array(let values): values.isEmpty
        case .object(let members): members.isEmpty
        case .null, .boolean, .number, .string, .word, .elision: true
        }
    }
}

extension JSONValue {
    fileprivate var isElision: Bool {
        if case .elision = node { return true }
        return false
    }
}
