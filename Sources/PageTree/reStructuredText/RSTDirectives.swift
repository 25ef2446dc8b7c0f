import SourceText

/// How a directive's lines are read; decided by its name.
enum RSTDirectiveForm {
    /// A language, options, lines of code.
    case code
    /// A path, or else options and lines of code: the two sides of a sample.
    case sample
    /// Options, lines that are no markup.
    case raw
    case table, listTable, csvTable
    /// Blocks that may begin on the line of the name, as in a note.
    case text
    /// A version, then text that may begin on the same line.
    case version
    /// Inlines only, inside a substitution definition.
    case replacement
    /// An argument that may stand on the line below the name, such as a path.
    case path
    /// Arguments, options, blocks: whatever has no form of its own, known or not.
    case blocks
}

/// The parts of a directive that stand before its content.
struct RSTDirectiveHead {
    /// Lines with arguments, the name's own line first.
    var arguments: Range<Int>
    var options: Range<Int>
    var content: RSTRegion
}

extension RSTReader {
    func directiveForm(_ name: ByteRange) -> RSTDirectiveForm {
        guard name.count <= 16 else { return .blocks }
        let range = Int(name.start)..<Int(name.end)
        switch String(decoding: bytes[range], as: UTF8.self).lowercased() {
        case "code", "code-block", "sourcecode", "parsed-literal", "code-tab", "prompt",
            "http:example":
            return .code
        case "input", "output": return .sample
        case "raw", "math", "graphviz", "productionlist": return .raw
        case "table": return .table
        case "list-table": return .listTable
        case "csv-table": return .csvTable
        case "attention", "caution", "danger", "error", "hint", "important", "note", "tip",
            "warning", "seealso", "epigraph", "highlights", "pull-quote", "compound", "todo",
            "example":
            return .text
        case "versionadded", "versionchanged", "versionremoved", "deprecated": return .version
        case "replace", "unicode", "date": return .replacement
        case "image", "figure", "include", "literalinclude": return .path
        default: return .blocks
        }
    }

    /// Reads a directive whose text begins behind the colons; returns the line behind it.
    mutating func readDirective(
        _ name: ByteRange, at index: Int, from start: Int, _ region: RSTRegion, in parent: Int
    ) -> Int {
        let mark = lines[index].text
        let body = markedContent(at: index, from: start, region)
        let form = directiveForm(name)
        switch form {
        case .code: addCodeDirective(body, mark, start, in: parent)
        case .sample where lines[body.first].isBlank:
            addCodeDirective(body, mark, start, in: parent)
        case .table: addTableDirective(name, body, mark, start, in: parent)
        case .listTable: addListTable(name, body, mark, start, in: parent)
        case .csvTable: addCSVTable(name, body, mark, start, in: parent)
        case .text, .version: addTextDirective(name, form, body, mark, start, in: parent)
        case .raw, .replacement, .path, .sample, .blocks:
            addDirective(name, form, body, mark, start, in: parent)
        }
        return body.last
    }

    /// Splits the lines of a directive into arguments, options and content.
    ///
    /// Docutils wants a blank line before the content; pages often leave it out behind options.
    func directiveHead(
        _ body: RSTRegion, argumentLines: Int = .max, isPath: Bool = false
    ) -> RSTDirectiveHead {
        var index = body.first
        if index < body.last, lines[index].isBlank { index += 1 }
        let firstArgument = index
        if index == body.first || isPath {
            while index < body.last, index - firstArgument < argumentLines, !lines[index].isBlank,
                !isOptionLine(index, body)
            {
                index += 1
            }
        }
        let arguments = firstArgument..<index
        let options = index..<optionsEnd(index, body)
        let content = RSTRegion(first: options.upperBound, last: body.last, base: body.base)
        return RSTDirectiveHead(arguments: arguments, options: options, content: content)
    }

    func isOptionLine(_ index: Int, _ body: RSTRegion) -> Bool {
        let line = lines[index]
        return !line.isBlank && line.column <= body.base && bytes[line.text] == 0x3A
            && fieldNameEnd(line) != nil
    }

    func optionsEnd(_ start: Int, _ body: RSTRegion) -> Int {
        var index = start
        while index < body.last, isOptionLine(index, body) {
            index += 1
            while index < body.last, !lines[index].isBlank, lines[index].column > body.base {
                index += 1
            }
        }
        return index
    }

    /// Adds the argument lines and options of a directive as attributes.
    mutating func addAttributes(_ head: RSTDirectiveHead, to node: Int) {
        addArguments(head, to: node)
        addOptions(head.options, to: node)
    }

    mutating func addArguments(_ head: RSTDirectiveHead, to node: Int) {
        for index in head.arguments where !lines[index].isBlank {
            let value = ByteRange(lines[index].text, lines[index].end)
            add(
                .attribute(name: .empty, value: value), lines[index].text, lines[index].end,
                in: node)
        }
    }

    mutating func addOptions(_ options: Range<Int>, to node: Int) {
        var index = options.lowerBound
        while index < options.upperBound {
            let line = lines[index]
            let nameEnd = fieldNameEnd(line) ?? line.end
            var last = index + 1
            while last < options.upperBound, lines[last].column > line.column { last += 1 }
            var start = min(nameEnd + 1, line.end)
            while start < line.end, bytes[start] == 0x20 { start += 1 }
            let end = lines[last - 1].end
            let name = ByteRange(line.text + 1, nameEnd)
            let value = ByteRange(start, end)
            add(.attribute(name: name, value: value), line.text, end, in: node)
            index = last
        }
    }

    /// The value of an option of a directive's head.
    func option(_ name: StaticString, in head: RSTDirectiveHead) -> ByteRange? {
        for index in head.options where isOptionLine(index, head.content) {
            let line = lines[index]
            guard let nameEnd = fieldNameEnd(line) else { continue }
            guard isText(ByteRange(line.text + 1, nameEnd), name) else { continue }
            var start = nameEnd + 1
            while start < line.end, bytes[start] == 0x20 { start += 1 }
            return ByteRange(min(start, line.end), line.end)
        }
        return nil
    }

    /// Whether a range holds just these ASCII letters.
    func isText(_ range: ByteRange, _ text: StaticString) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        var index = 0
        while index < range.count {
            if bytes[Int(range.start) + index] != text.utf8Start[index] { return false }
            index += 1
        }
        return true
    }

    /// A number of rows or columns; nil for anything else.
    func number(_ range: ByteRange) -> Int? {
        guard range.count > 0, range.count < 7 else { return nil }
        var value = 0
        for index in Int(range.start)..<Int(range.end) {
            guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
            value = value * 10 + Int(bytes[index] - 0x30)
        }
        return value
    }
}
