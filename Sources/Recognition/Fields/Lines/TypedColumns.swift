import APIModel
import PageTree
import SourceText

/// Code whose lines are columns: a name, its type, and whatever else there is to say.
///
///     status    string  optional   which state
///     per_page  (int)              1..200, default 50
///
/// Lines further in are members of the line above them.
let typedColumns = Recognizer(construct: "typed-columns") { node, reading in
    let page = reading.page
    guard case .codeBlock = page.kind(node) else { return false }
    let lines = page.codeLines(node).filter { !page.raw($0.range).trimmedASCII.isEmpty }
    guard (1...200).contains(lines.count), lines.count > 1 || reading.isInFieldSection else {
        return false
    }
    var fields: [Field] = []
    var indents: [Int] = []
    for line in lines {
        let text = page.raw(line.range)
        guard var field = reading.typedColumns(text, at: line.range) else { return false }
        let indent = text.prefix { $0 == " " || $0 == "\t" }.count
        while let last = indents.last, last > indent { indents.removeLast() }
        if indents.last != indent { indents.append(indent) }
        field.depth = indents.count - 1
        fields.append(field)
    }
    reading.sayAnnounced(fields, at: page.range(node), .declared, "typed-columns")
    return true
}

extension Reading {
    fileprivate func typedColumns(_ line: String, at range: ByteRange) -> Field? {
        let construct: Construct = "typed-columns"
        var columns = line.columns
        guard columns.count > 1, let name = columns.first, looksLikeKey(name),
            name.utf8.allSatisfy({ isNameByte($0) || [0x2D, 0x2E].contains($0) })
        else { return nil }
        let spelled = columns[1].filter { !"()<>".contains($0) }
        guard let type = readType(spelled)?.ifKnown,
            !type.isName || spelled.contains(" of ") || isInFieldSection
        else { return nil }
        var field = Field(name: said(name, range, .declared, construct))
        field.type = said(type, range, .declared, construct)
        columns.removeFirst(2)
        for (index, column) in columns.enumerated() {
            let word = column.lowercased().filter { !"()".contains($0) }
            guard let required = presence(word) else { continue }
            field.required = said(required, range, .declared, construct)
            columns.remove(at: index)
            break
        }
        let words = columns.joined(separator: " ")
        if let list = readEnumeration(MarkedText(words)) {
            field.values = rows(list, of: name, range, .declared, construct)
        }
        if let value = readDefault(MarkedText(words)) {
            field.defaultValue = said(value.value, range, .described, construct)
        }
        if !words.isEmpty { field.description = said(words, range, .described, construct) }
        return field
    }
}

extension String {
    /// What stands between gaps of two spaces or more.
    fileprivate var columns: [String] {
        var columns: [String] = []
        var spaces = 2
        for character in self {
            if character == " " || character == "\t" {
                spaces += character == " " ? 1 : 2
                continue
            }
            if spaces >= 2 {
                columns.append("")
            } else if spaces == 1 {
                columns[columns.count - 1].append(" ")
            }
            columns[columns.count - 1].append(character)
            spaces = 0
        }
        return columns
    }
}
