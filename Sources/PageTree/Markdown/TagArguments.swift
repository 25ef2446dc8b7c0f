import SourceText

/// Arguments of a tag, one after the other: `name="value"`, `name=value`, `name: value`, `"value"`
/// or a bare word, with commas between them or without.
struct TagArguments {
    let bytes: UnsafeBufferPointer<UInt8>
    var index: Int
    let end: Int

    struct Argument {
        var name: ByteRange
        var value: ByteRange
        var range: ByteRange
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) {
        self.bytes = bytes
        index = Int(range.start)
        end = Int(range.end)
    }

    mutating func next() -> Argument? {
        while index < end, isWhite(bytes[index]) || bytes[index] == 0x2C { index += 1 }
        guard index < end else { return nil }
        let start = index
        if let value = quoted() {
            return Argument(
                name: ByteRange(start, start), value: value, range: ByteRange(start, index))
        }
        while index < end, isWordByte(bytes[index]) { index += 1 }
        let word = ByteRange(start, index)
        if word.isEmpty || index >= end || bytes[index] != 0x3D && bytes[index] != 0x3A {
            while index < end, !isWhite(bytes[index]), bytes[index] != 0x2C { index += 1 }
            return Argument(
                name: ByteRange(start, start), value: ByteRange(start, index),
                range: ByteRange(start, index))
        }
        return valued(word, from: start)
    }

    private mutating func valued(_ name: ByteRange, from start: Int) -> Argument {
        let isColon = bytes[index] == 0x3A
        index += 1
        while isColon, index < end, isWhite(bytes[index]) { index += 1 }
        let valueStart = index
        if let value = quoted() {
            return Argument(name: name, value: value, range: ByteRange(start, index))
        }
        while index < end, !isWhite(bytes[index]), bytes[index] != 0x2C { index += 1 }
        return Argument(
            name: name, value: ByteRange(valueStart, index), range: ByteRange(start, index))
    }

    /// A quoted string at the index; a quote that nothing closes is an ordinary byte.
    private mutating func quoted() -> ByteRange? {
        guard index < end else { return nil }
        let quote = bytes[index]
        guard quote == 0x22 || quote == 0x27 || quote == 0x60 else { return nil }
        var close = index + 1
        while close < end, bytes[close] != quote {
            close += bytes[close] == 0x5C ? 2 : 1
        }
        guard close < end else { return nil }
        defer { index = close + 1 }
        return ByteRange(index + 1, close)
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == 0x5F || byte == 0x2D || byte == 0x2E
    }
}

extension TreeBuilder {
    /// Appends the arguments of a tag as attributes of its node.
    mutating func appendArguments(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange, to node: Int
    ) {
        var arguments = TagArguments(bytes, range)
        while let argument = arguments.next() {
            append(
                .attribute(name: argument.name, value: argument.value), argument.range, to: node)
        }
    }

    /// Appends the attributes of an element or a component.
    mutating func appendAttributes(
        _ bytes: UnsafeBufferPointer<UInt8>, of tag: ScannedTag, to node: Int,
        _ grammar: TagGrammar
    ) {
        var index = tag.attributesStart
        while let attribute = scanAttribute(bytes, at: index, before: tag.end, grammar) {
            append(
                .attribute(name: attribute.name, value: attribute.value), attribute.range,
                to: node)
            index = attribute.end
        }
    }
}
