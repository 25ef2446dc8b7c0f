import APIModel
import PageTree
import SourceText

/// What a cell of names holds besides one name.
extension Reading {
    /// `pretty=true`, `limit=<number>`, `epoch=[ns,u,ms]`: a name with what a call would send.
    func assignedField(named cell: Cell, construct: Construct) -> Field? {
        let text = cell.text.text.filter { $0 != "\\" }
        guard !isComplete, let equals = text.firstIndex(of: "=") else { return nil }
        let name = String(text[..<equals])
        let isName = name.utf8.allSatisfy {
            isWordByte($0) || [0x2D, 0x2E, 0x5B, 0x5D].contains($0)
        }
        guard !name.isEmpty, isName else { return nil }
        let value = text[text.index(after: equals)...].trimmedASCII
        var field = Field(name: said(name, cell.range, .declared, construct))
        var choice = value
        if value.hasPrefix("["), value.hasSuffix("]") {
            choice = String(value.dropFirst().dropLast())
        }
        if value.hasPrefix("<"), value.hasSuffix(">") {
            let type = readType(String(value.dropFirst().dropLast()))?.unlessName
            fill(&field.type, with: type, cell.range, .declared, construct)
        } else if choice != value || value.contains("|") {
            adoptChoice(choice, into: &field, at: cell.range, construct)
        } else if let kind = shownKind(value, of: name) {
            field.type = said(TypeExpression(kind), cell.range, .implied, construct)
            field.example = said(value, cell.range, .exemplified, construct)
        }
        return field
    }

    /// `[ns,u,ms]`: the values that there are, unless one of them is a hole.
    private func adoptChoice(
        _ choice: String, into field: inout Field, at range: ByteRange, _ construct: Construct
    ) {
        let values = choice.split { $0 == "|" || $0 == "," }.map(\.trimmedASCII)
        guard values.count > 1, !values.contains(where: { $0.hasPrefix("<") || $0.contains(" ") })
        else { return }
        if values.allSatisfy({ $0 == "true" || $0 == "false" }) {
            field.type = said(TypeExpression(.boolean), range, .described, construct)
            return
        }
        field.values = values.map {
            ValueRow(field: field.name.value, value: said($0, range, .described, construct))
        }
    }

    /// "`id` or `name`": another way to say the same thing, so that neither must be there.
    func alternatives(to field: inout Field, in cell: Cell) -> [Field] {
        let tokens = cell.text.tokens
        guard !isComplete, tokens.count > 2, tokens[0].kind == .code,
            tokens[0].text == field.name.value, tokens.word(at: 1) == "or",
            tokens[2].kind == .code, tokens.count == 3 || tokens[3].kind != .word,
            tokens[2].text.utf8.allSatisfy({ isWordByte($0) || $0 == 0x2E || $0 == 0x2D })
        else { return [] }
        var other = field
        other.name = said(tokens[2].text, cell.range, .declared, field.name.evidence.construct)
        if let required = field.required {
            field.required = Said(false, required.evidence)
            other.required = field.required
        }
        return [other]
    }
}
