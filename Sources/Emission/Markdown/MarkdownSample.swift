import JSONText

/// A sample as the page showed it: words bare, and dots where something was left out.
func markdownSample(_ value: JSONValue, isPartial: Bool) -> [UInt8] {
    var writer = SampleWriter()
    writer.marksEnd = isPartial && !value.holdsElision
    writer.write(value, depth: 0)
    return writer.output + [0x0A]
}

private struct SampleWriter {
    var output: [UInt8] = []
    /// Whether dots have still to tell that something is left out, nobody knows where: at the end
    /// of the first object.
    var marksEnd = false

    mutating func write(_ value: JSONValue, depth: Int) {
        switch value.node {
        case .null, .boolean, .string: output += writeCompactJSON(JSONValue(value.node))
        case .number(let text), .word(let text): output += text.utf8
        case .elision: output += "...".utf8
        case .array(let values):
            list("[", "]", values.count, depth, isMarked: marksEnd && !value.holdsObject) {
                writer, index in
                writer.write(values[index], depth: depth + 1)
            }
        case .object(let members):
            let isMarked = marksEnd
            marksEnd = false
            list("{", "}", members.count, depth, isMarked: isMarked) { writer, index in
                let member = members[index]
                writer.output += writeCompactJSON(.text(member.key)) + ": ".utf8
                writer.write(member.value, depth: depth + 1)
            }
        }
    }

    private mutating func list(
        _ open: StaticString, _ close: StaticString, _ count: Int, _ depth: Int,
        isMarked dots: Bool, _ element: (inout SampleWriter, Int) -> Void
    ) {
        output += "\(open)".utf8
        for index in 0..<count {
            line(depth + 1)
            element(&self, index)
            if index + 1 < count || dots { output.append(0x2C) }
        }
        if dots {
            line(depth + 1)
            output += "...".utf8
        }
        if count > 0 || dots { line(depth) }
        output += "\(close)".utf8
    }

    private mutating func line(_ depth: Int) {
        output.append(0x0A)
        output += repeatElement(0x20, count: depth * 2)
    }
}

extension JSONValue {
    fileprivate var holdsObject: Bool {
        switch node {
        case .object: true
        case .array(let values): values.contains(where: \.holdsObject)
        case .null, .boolean, .number, .string, .word, .elision: false
        }
    }

    /// Whether it says itself that something is left out.
    fileprivate var holdsElision: Bool {
        switch node {
        case .elision: true
        case .array(let values): values.contains(where: \.holdsElision)
        case .object(let members): members.contains { $0.value.holdsElision }
        case .null, .boolean, .number, .string, .word: false
        }
    }
}
