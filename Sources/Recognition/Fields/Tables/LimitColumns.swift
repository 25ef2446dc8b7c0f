import APIModel
import PageTree

extension Reading {
    /// A cell of a column that states one limit of the values, or of their use.
    func adoptLimit(_ cell: Cell, as role: ColumnRole, into field: inout Field) {
        let evidence = evidence(cell.range, .declared, "field-table")
        let text = withoutQuotes(cell.text.text)
        switch role {
        case .minimum: field.constraints.minimum = Fact(text, evidence)
        case .maximum: field.constraints.maximum = Fact(text, evidence)
        case .minimumLength:
            field.constraints.minimumLength = Int(text).map { Fact($0, evidence) }
        case .maximumLength:
            field.constraints.maximumLength = Int(text).map { Fact($0, evidence) }
        case .listStyle:
            let style = ListStyle(rawValue: text.lowercased()) ?? readListStyle(cell.text)
            field.listStyle = style.map { Said($0, evidence) }
        case .pattern: field.constraints.pattern = Fact(text, evidence)
        case .deprecated: field.deprecated = deprecation(in: cell).map { Said($0, evidence) }
        case .readOnly:
            let answer = readRequiredness(cell: cell.text)?.required
            field.readOnly = answer.map { Said($0, evidence) }
        default: break
        }
    }

    func adoptExample(_ cell: Cell, into field: inout Field) {
        let evidence = evidence(cell.range, .declared, "field-table")
        if isComplete {
            field.statedExamples = statedValues(cell.text.text).map { Said($0, evidence) }
        } else {
            field.example = Said(withoutQuotes(cell.text.text), evidence)
            if field.type == nil {
                let shown = exampleType(cell.text.text)
                field.type = said(shown, cell.range, .implied, "field-table")
            }
        }
    }

    /// What a cell below "Deprecated" says; nothing where it says no.
    private func deprecation(in cell: Cell) -> String? {
        switch cell.text.text.lowercased() {
        case "yes", "true": ""
        case "no", "false": nil
        default: cell.text.text
        }
    }
}
