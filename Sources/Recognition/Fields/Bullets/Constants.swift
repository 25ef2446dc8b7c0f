import APIModel
import PageTree
import SourceText

/// What programs call the values that stand below "Enum" or "Enum: state": bullets such as
/// `` `OPEN` (value: `"open"`) ``, and rows of names and values.
let constants = Recognizer(construct: "constants") { node, reading in
    guard !reading.isComplete, let section = reading.around.last,
        section.role == .enumeratedValues
    else { return false }
    let owner = ownerOfConstants(MarkedText(section.title))
    let rows = reading.constants(in: node, of: owner)
    guard !rows.isEmpty else { return false }
    if let owner, reading.give(rows, toFieldCalled: owner) {
        reading.items.append(.furniture(reading.page.span(node)))
    } else {
        reading.say(.values(rows), at: reading.page.range(node))
    }
    return true
}

/// `state` of "Enum: state".
func ownerOfConstants(_ title: MarkedText) -> String? {
    let tokens = title.tokens
    guard tokens.count == 3, ["enum", "enumeration"].contains(tokens[0].word),
        tokens[1].isMark(":"), !tokens[2].word.isEmpty
    else { return nil }
    return tokens[2].text
}

extension Reading {
    fileprivate mutating func constants(in node: NodeID, of owner: String?) -> [ValueRow] {
        let range = page.range(node)
        switch page.kind(node) {
        case .list:
            let items = page.children(node).map { constant(page.marked($0), page.range($0)) }
            return items.contains(nil) ? [] : items.compactMap { $0 }
        case .codeBlock:
            // Bullets that stand so far in that they are code.
            let lines = page.code(node).split(separator: "\n").map(\.trimmedASCII)
                .filter { !$0.isEmpty }
            let items = lines.map { line in
                line.hasPrefix("* ") || line.hasPrefix("- ")
                    ? constant(MarkedText(String(line.dropFirst(2))), range) : nil
            }
            return items.contains(nil) ? [] : items.compactMap { $0 }
        case .table: return constants(inTable: node, of: owner)
        default: return []
        }
    }

    /// `` `OPEN` (value: `"open"`) ``.
    private func constant(_ text: MarkedText, _ range: ByteRange) -> ValueRow? {
        let tokens = text.tokens
        guard tokens.count == 6, tokens[0].kind == .code, tokens.isMark("(", at: 1),
            tokens.word(at: 2) == "value", tokens.isMark(":", at: 3), tokens.isMark(")", at: 5)
        else { return nil }
        var row = ValueRow(
            field: "",
            value: said(withoutQuotes(tokens[4].text), range, .declared, "constants"))
        row.name = said(tokens[0].text, range, .declared, "constants")
        return row
    }

    private mutating func constants(inTable node: NodeID, of owner: String?) -> [ValueRow] {
        guard let table = table(node), table.roles == [.name, .value],
            let title = around.last?.title, MarkedText(title).tokens.word(at: 0) == "enum"
        else { return [] }
        var rows: [ValueRow] = []
        for row in table.rows where row.count > 1 && !row[1].isBlank {
            let name = row[0].text.text
            // `state | open, closed`: all that it may be.
            let isWhole = name.lowercased() == owner?.lowercased()
            let values = isWhole ? row[1].text.text.split(separator: ",").map(String.init) : nil
            for value in values ?? [row[1].text.text] {
                var constant = ValueRow(
                    field: "",
                    value: said(
                        withoutQuotes(value.trimmedASCII), row[1].range, .declared, "constants"))
                if !isWhole { constant.name = said(name, row[0].range, .declared, "constants") }
                rows.append(constant)
            }
        }
        return rows
    }

    /// Gives values to the field of a list above that their title is called after: `StatusEnum` are
    /// those of `status`.
    fileprivate mutating func give(_ rows: [ValueRow], toFieldCalled owner: String) -> Bool {
        let names = [plainName(owner), plainName(owner).withoutSuffix("enum")]
        for index in items.indices.reversed() {
            switch items[index] {
            case .say(.fields(var list), let span):
                guard
                    let place = list.fields.lastIndex(where: {
                        names.contains(plainName($0.name.value))
                    })
                else { continue }
                list.fields[place].take(rows)
                items[index] = .say(.fields(list), span)
                return true
            case .say(.request, _): return false
            case .heading(let section) where section.opensThing: return false
            default: continue
            }
        }
        return false
    }
}

private func plainName(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
}

extension String {
    fileprivate func withoutSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) && count > suffix.count ? String(dropLast(suffix.count)) : self
    }
}

extension Field {
    /// Takes its values; a type that is called like them says no more than they do.
    fileprivate mutating func take(_ rows: [ValueRow]) {
        for var row in rows where !values.contains(where: { $0.value.value == row.value.value }) {
            row.field = name.value
            values.append(row)
        }
        guard let type else { return }
        let isNumber = rows.allSatisfy { isNumberWord($0.value.value) }
        let word = TypeExpression(isNumber ? .integer : .string(.plain))
        switch type.value.kind {
        case .reference: self.type = Said(word, type.evidence)
        case .array(let element?):
            guard case .reference = element.kind else { return }
            self.type = Said(TypeExpression(.array(word)), type.evidence)
        default: return
        }
    }
}
