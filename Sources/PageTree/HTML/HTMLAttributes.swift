import SourceText

/// Looking up attributes of a tag by name.
extension HTMLReader {
    /// The value of an attribute and the bytes of all of it.
    func attribute(
        _ name: StaticString, of tag: ScannedTag
    ) -> (value: ByteRange, range: ByteRange)? {
        var index = tag.attributesStart
        while let found = scanAttribute(bytes, at: index, before: tag.end, .commonMark) {
            if isNamed(found.name, name) { return (found.value, found.range) }
            index = found.end
        }
        return nil
    }

    /// Whether a name of the page is the one given in lower case.
    func isNamed(_ range: ByteRange, _ name: StaticString) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        var index = 0
        while index < range.count {
            if lowercased(bytes[Int(range.start) + index]) != name.utf8Start[index] { return false }
            index += 1
        }
        return true
    }

    func isSameName(_ left: ByteRange, _ right: ByteRange) -> Bool {
        guard left.count == right.count else { return false }
        var index = 0
        while index < left.count {
            let first = lowercased(bytes[Int(left.start) + index])
            if first != lowercased(bytes[Int(right.start) + index]) { return false }
            index += 1
        }
        return true
    }

    /// Whether a value holds these bytes.
    func holds(_ range: ByteRange, _ text: StaticString) -> Bool {
        find(text, in: range) != nil
    }

    /// Where these bytes first stand in a value.
    func find(_ text: StaticString, in range: ByteRange) -> Int? {
        let count = text.utf8CodeUnitCount
        var start = Int(range.start)
        while start + count <= Int(range.end) {
            var index = 0
            while index < count, bytes[start + index] == text.utf8Start[index] { index += 1 }
            if index == count { return start }
            start += 1
        }
        return nil
    }

    /// The language that a class names: `language-json`, `lang-sh`, `highlight-source-js`,
    /// `highlight-json`, or a lone `json`.
    func language(of tag: ScannedTag) -> ByteRange {
        if let named = attribute("data-lang", of: tag) ?? attribute("data-language", of: tag) {
            return named.value
        }
        guard let classes = attribute("class", of: tag)?.value else { return .empty }
        let prefixes: [StaticString] = ["language-", "lang-", "highlight-source-", "highlight-"]
        for prefix in prefixes {
            guard let found = find(prefix, in: classes) else { continue }
            let start = found + prefix.utf8CodeUnitCount
            var index = start
            while index < Int(classes.end), !isWhite(bytes[index]) { index += 1 }
            // `highlight-code` names none.
            if isNamed(ByteRange(start, index), "code") { continue }
            return ByteRange(start, index)
        }
        return .empty
    }
}
