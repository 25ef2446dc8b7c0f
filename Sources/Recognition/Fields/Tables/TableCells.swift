import APIModel
import PageTree

extension Reading {
    /// `{ "name": string }` or `{string: integer}` in the place of a type.
    func adoptBracedType(_ cell: Cell, into field: inout Field) {
        guard let code = page.firstChild(cell.node), case .codeSpan = page.kind(code) else {
            return
        }
        if let type = readType(page.plainText(code)), case .dictionary(.some) = type.kind {
            field.type = said(type, cell.range, .declared, "field-table")
            return
        }
        field.illustration = sample(inCode: code, construct: "field-table")
    }

    func adoptDefault(_ cell: Cell, into field: inout Field) {
        if !isComplete, saysNoDefault(cell, of: field) { return }
        let text = isComplete ? statedText(cell.text.text) : withoutQuotes(cell.text.text)
        field.defaultValue = said(text, cell.range, .declared, "field-table")
    }

    /// "none", "n/a", "not set" in the place of a default: there is none, unless the values of the
    /// field have that word or it stands in code.
    func saysNoDefault(_ cell: Cell, of field: Field) -> Bool {
        let tokens = cell.text.tokens
        if tokens.count == 1, tokens[0].kind == .code || tokens[0].kind == .quoted { return false }
        let text = cell.text.text.lowercased().filter { !"()[]._*".contains($0) }.trimmedASCII
        switch text {
        case "none", "n/a", "na", "unset", "undefined", "not set", "no default", "not applicable",
            "no default value", "nothing", "\u{2014}", "--", "absent", "not specified":
            return !field.values.contains { $0.value.value.lowercased() == text }
        default: return false
        }
    }
}
