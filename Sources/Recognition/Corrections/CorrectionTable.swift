import APIModel
import PageTree
import SourceText

/// A column of a table of corrections, known by its head.
private enum CorrectionColumn {
    case subject, field, type, required, nullable, values, defaultValue, name

    init?(_ head: String) {
        switch head.lowercased() {
        case "operation", "object", "schema", "where": self = .subject
        case "field", "parameter", "member", "property": self = .field
        case "type": self = .type
        case "required": self = .required
        case "nullable": self = .nullable
        case "enum", "values", "allowed values": self = .values
        case "default": self = .defaultValue
        case "name": self = .name
        default: return nil
        }
    }
}

extension CorrectionReader {
    /// `Operation | Field | Type | Required | …`: each filled cell of a row is a statement; an
    /// empty first cell repeats the one above.
    mutating func table(_ id: NodeID) {
        var columns: [CorrectionColumn] = []
        var above: CorrectionSubject?
        for row in page.children(id) {
            guard case .tableRow(let isHeader, _) = page.kind(row) else { continue }
            let cells = page.children(row).map {
                Cell(text: page.marked($0), range: page.range($0), node: $0)
            }
            if isHeader {
                guard let heads = heads(cells) else { return }
                columns = heads
            } else {
                self.row(cells, columns, below: &above)
            }
        }
    }

    private mutating func heads(_ cells: [Cell]) -> [CorrectionColumn]? {
        var columns: [CorrectionColumn] = []
        for cell in cells {
            guard let column = CorrectionColumn(cell.text.text) else {
                note(
                    "'\(cell.text.text)' is no column of corrections; known are Operation or "
                        + "Object, Field, Type, Required, Nullable, Enum, Default, Name",
                    cell.range)
                return nil
            }
            columns.append(column)
        }
        guard columns.first == .subject else {
            if let first = cells.first {
                note("the first column of corrections is Operation or Object", first.range)
            }
            return nil
        }
        return columns
    }

    private mutating func row(
        _ cells: [Cell], _ columns: [CorrectionColumn], below above: inout CorrectionSubject?
    ) {
        guard let first = cells.first else { return }
        if !first.isBlank { above = subject(in: first) }
        guard var subject = above else {
            note("'\(first.text.text)' is neither an operation nor an object", first.range)
            return
        }
        for (cell, column) in zip(cells, columns) where column == .field && !cell.isBlank {
            subject.field = withoutQuotes(cell.text.text)
        }
        for (cell, column) in zip(cells, columns) where !cell.isBlank {
            guard column != .subject, column != .field else { continue }
            guard let change = change(in: cell, column) else {
                note("'\(cell.text.text)' cannot be read here", cell.range)
                continue
            }
            add(subject, change, at: cell.range)
        }
    }

    /// With backticks or, as tables often go without, by its first words.
    private func subject(in cell: Cell) -> CorrectionSubject? {
        if cell.text.tokens.first?.kind == .code {
            var sentence = CorrectionSentence(cell.text)
            return sentence.subject()
        }
        let words = cell.text.text.split(separator: " ", omittingEmptySubsequences: true)
        let isRequest = words.first.map { Method(rawValue: String($0)) != nil } ?? false
        let head = words.prefix(isRequest ? 2 : 1).joined(separator: " ")
        let rest = words.dropFirst(isRequest ? 2 : 1).joined(separator: " ")
        let text = head + (rest.isEmpty ? "" : " " + rest)
        var sentence = CorrectionSentence(MarkedText(text, code: [0..<head.utf8.count]))
        return sentence.subject()
    }

    private func change(in cell: Cell, _ column: CorrectionColumn) -> Correction.Change? {
        switch column {
        case .subject, .field: return nil
        case .type:
            guard let type = readType(cell.text), type.isKnown else { return nil }
            return .type(type)
        case .required: return readRequiredness(cell: cell.text)?.required.map { .required($0) }
        case .nullable: return readRequiredness(cell: cell.text)?.required.map { .nullable($0) }
        case .values:
            let marked = cell.text.tokens.filter(\.isMarkedValue).map(\.text)
            let listed =
                marked.isEmpty
                ? cell.text.text.split(separator: ",").map(\.trimmedASCII) : marked
            return .values(listed.filter { !$0.isEmpty })
        case .defaultValue: return .defaultValue(withoutQuotes(cell.text.text))
        case .name: return .name(withoutQuotes(cell.text.text))
        }
    }
}
