/// Canonical JSON of an API description, cut where its operations and types begin, but not read.
///
/// The writer gives every operation and type lines of its own, four blanks deep, and no string holds
/// a line break: so the parts of a large description are found without reading what is in them.
struct DescriptionText {
    let bytes: [UInt8]
    /// What stands before the operations: the API's name, servers, schemes and tags.
    let head: Range<Int>
    let operations: [Part]
    let schemas: [Part]

    /// An operation or a type.
    struct Part {
        let name: String
        let place: Range<Int>
    }

    /// `nil` if the text is not laid out as our writer does, or a name stands there twice.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        let parts = bytes.withUnsafeBufferPointer { text -> Parts? in
            var reader = PartReader(text)
            return reader.read()
        }
        guard let parts else { return nil }
        head = parts.head
        operations = parts.operations
        schemas = parts.schemas
        let names = operations.map(\.name)
        let types = schemas.map(\.name)
        guard Set(names).count == names.count, Set(types).count == types.count else { return nil }
    }

    fileprivate struct Parts {
        var head = 0..<0
        var operations: [Part] = []
        var schemas: [Part] = []
    }
}

/// Walks through the lines of a description.
private struct PartReader {
    let text: UnsafeBufferPointer<UInt8>
    private var place = 0
    private var isDamaged = false

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    mutating func read() -> DescriptionText.Parts? {
        var parts = DescriptionText.Parts()
        while place < text.count, !begins("  \"operations\": [\n") { nextLine() }
        parts.head = 0..<place
        nextLine()
        parts.operations = list()
        if begins("  \"schemas\": [\n") {
            nextLine()
            parts.schemas = list()
        }
        guard begins("}\n"), place + 2 == text.count, !isDamaged else { return nil }
        return parts
    }

    /// The parts up to the line that closes their list.
    private mutating func list() -> [DescriptionText.Part] {
        var parts: [DescriptionText.Part] = []
        while begins("    {") {
            let start = place
            // One line holds the whole part, or only its opening brace.
            if begins("    {\n") {
                repeat { nextLine() } while place < text.count && begins("      ")
            }
            nextLine()
            parts.append(part(start))
        }
        if begins("  ]\n") || begins("  ],\n") { nextLine() } else { isDamaged = true }
        return parts
    }

    private mutating func part(_ start: Int) -> DescriptionText.Part {
        var end = place - 1
        if end > start, text[end - 1] == 0x2C { end -= 1 }
        let name = firstString(in: text, start..<end)
        if name == nil { isDamaged = true }
        return DescriptionText.Part(name: name ?? "", place: start..<max(start, end))
    }

    private func begins(_ words: StaticString) -> Bool { text.holds(words, at: place) }

    private mutating func nextLine() {
        while place < text.count, text[place] != 0x0A { place += 1 }
        place = min(place + 1, text.count)
    }
}

/// The value of the first member, as it is spelled, which tells names apart as well as any spelling.
private func firstString(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String? {
    var place = range.lowerBound
    while place < range.upperBound, text[place] != 0x3A { place += 1 }
    return text.string(at: place + 2, before: range.upperBound)
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether words of ours stand at a place.
    func holds(_ words: StaticString, at place: Int) -> Bool {
        guard place + words.utf8CodeUnitCount <= count else { return false }
        var index = 0
        while index < words.utf8CodeUnitCount {
            if self[place + index] != words.utf8Start[index] { return false }
            index += 1
        }
        return true
    }

    /// What a JSON string at a place holds, escapes as they are; `nil` if none begins there.
    func string(at place: Int, before end: Int) -> String? {
        guard place < end, self[place] == 0x22 else { return nil }
        var index = place + 1
        while index < end, self[index] != 0x22 { index += self[index] == 0x5C ? 2 : 1 }
        guard index < end else { return nil }
        return String(decoding: self[(place + 1)..<index], as: UTF8.self)
    }
}

extension DescriptionText {
    /// The types that a part names, in order.
    ///
    /// A sample with a member of this name adds a type too many, which costs time and no truth.
    func references(in part: Part) -> [String] {
        bytes.withUnsafeBufferPointer { text in
            var names: [String] = []
            var place = part.place.lowerBound
            while place < part.place.upperBound {
                if text[place] == 0x22, text.holds("\"reference\": \"", at: place) {
                    names +=
                        text.string(at: place + 13, before: part.place.upperBound).map { [$0] }
                        ?? []
                    place += 13
                }
                place += 1
            }
            return names
        }
    }

    /// What operations are matched by in the end: method and path, without the names of
    /// placeholders, letter case and a slash at the end; `nil` where the text has another form.
    func address(of operation: Part) -> String? {
        bytes.withUnsafeBufferPointer { text in
            guard let method = value(of: "\"method\": {", from: operation.place, text),
                let path = value(
                    of: "\"path\": {", from: method.end..<operation.place.upperBound, text)
            else { return nil }
            var shape = ""
            var isInside = false
            for character in path.text.unicodeScalars {
                if character == "}" { isInside = false }
                if !isInside { shape.unicodeScalars.append(character) }
                if character == "{" { isInside = true }
            }
            if shape.hasSuffix("/") { shape.removeLast() }
            return method.text + " " + shape.lowercased()
        }
    }

    /// The text of a fact that begins with the words given.
    private func value(
        of words: StaticString, from range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
    ) -> (text: String, end: Int)? {
        var place = range.lowerBound
        while place < range.upperBound, !text.holds(words, at: place) { place += 1 }
        place += words.utf8CodeUnitCount
        while place < range.upperBound, text[place] == 0x20 || text[place] == 0x0A { place += 1 }
        guard text.holds("\"value\": ", at: place),
            let found = text.string(at: place + 9, before: range.upperBound)
        else { return nil }
        return (found, place)
    }
}
