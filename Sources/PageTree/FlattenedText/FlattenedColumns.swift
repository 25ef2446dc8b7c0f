import SourceText

/// What stands in a column of a table whose marks are lost, as far as its header says.
enum FlattenedColumn {
    case name
    /// `path`, `query`: where a parameter stands.
    case place
    case type
    /// `required`, `true`, `no`.
    case presence
    /// Three digits.
    case code
    /// One value: a default, an example.
    case literal
    case text

    /// Whether few words can stand in the column, so that it tells rows from sentences.
    var isTyped: Bool {
        switch self {
        case .place, .type, .presence, .code: true
        case .name, .literal, .text: false
        }
    }

    init?(_ title: String) {
        switch title {
        case "name", "parameter", "field", "property", "attribute", "key", "argument", "element",
            "header", "member", "variable", "parameter name", "field name", "property name",
            "attribute name", "header name", "query parameter", "path parameter":
            self = .name
        case "in", "location", "located in": self = .place
        case "type", "data type", "datatype", "schema", "format": self = .type
        case "required", "required?", "optional", "optional?", "mandatory", "mandatory?",
            "required/optional", "presence":
            self = .presence
        case "code", "status", "status code", "http code", "http status", "response code":
            self = .code
        case "default", "default value", "value", "values", "example", "possible values",
            "allowed values":
            self = .literal
        case "description", "meaning", "notes", "restrictions", "constraints", "comment",
            "comments", "details", "remarks", "explanation", "reason":
            self = .text
        default: return nil
        }
    }
}

/// The header of a table: where its cells lie and what they say of the columns.
struct FlattenedHeader {
    var cells: [Range<Int>] = []
    var columns: [FlattenedColumn] = []

    var isTyped: Bool { columns.contains { $0.isTyped } }

    /// Where "Type" stands beside "Schema" it says which kind of parameter a row is of; and only what
    /// stands first is the code of a row.
    mutating func settle(_ titles: [String]) {
        if titles.contains("schema"), let type = titles.firstIndex(of: "type") {
            columns[type] = .place
        }
        for index in columns.indices.dropFirst() where columns[index] == .code {
            columns[index] = .text
        }
    }
}

extension FlattenedReader {
    /// A header in one line of nothing but titles of columns, which stand two at least.
    func header(inLine index: Int) -> FlattenedHeader? {
        let line = lines[index]
        guard line.end - line.text <= 240, isLetter(bytes[line.text]) else { return nil }
        return header(of: words(line.text, line.end, atMost: 16))
    }

    /// A header with one title a line. What is written small below titles in capitals is no title, but
    /// the name in the first row; and `name`, `optional` may be one in any row.
    func header(inLinesAt start: Int, spaced: Bool) -> (FlattenedHeader, last: Int)? {
        var header = FlattenedHeader()
        var titles: [String] = []
        var index = start
        var last = start
        while index < lines.count, titles.count < 10, index - last <= (spaced ? 3 : 0) {
            if spaced, lines[index].isBlank {
                index += 1
                continue
            }
            guard let (title, column) = title(lines[index].text, lines[index].end),
                isSmall(bytes[lines[index].text]) == isSmall(bytes[lines[start].text]),
                !titles.contains(title)
            else { break }
            titles.append(title)
            header.columns.append(column)
            header.cells.append(lines[index].text..<lines[index].end)
            index += 1
            last = index
        }
        guard titles.count > (isSmall(bytes[lines[start].text]) ? 2 : 1) else { return nil }
        header.settle(titles)
        return (header, last)
    }

    func header(of words: [Range<Int>]) -> FlattenedHeader? {
        var header = FlattenedHeader()
        var titles: [String] = []
        var index = 0
        while index < words.count {
            var last = min(index + 1, words.count - 1)
            var found = title(words[index].lowerBound, words[last].upperBound)
            if found == nil, last > index {
                last = index
                found = title(words[index].lowerBound, words[last].upperBound)
            }
            guard let (title, column) = found else { return nil }
            titles.append(title)
            header.columns.append(column)
            header.cells.append(words[index].lowerBound..<words[last].upperBound)
            index = last + 1
        }
        guard titles.count > 1, titles.count <= 10, Set(titles).count == titles.count else {
            return nil
        }
        header.settle(titles)
        return header
    }

    func title(_ start: Int, _ end: Int) -> (String, FlattenedColumn)? {
        guard start < end, end - start <= 20, isLetter(bytes[start]) else { return nil }
        let title = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
        return FlattenedColumn(title).map { (title, $0) }
    }

    /// Parts between blanks; none where there are more than asked for.
    func words(_ start: Int, _ end: Int, atMost limit: Int) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var index = start
        while index < end {
            while index < end, isBlank(bytes[index]) { index += 1 }
            let word = index
            while index < end, !isBlank(bytes[index]) { index += 1 }
            if index > word { words.append(word..<index) }
            if words.count > limit { return [] }
        }
        return words
    }
}
