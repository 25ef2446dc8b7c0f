import APIModel
import PageTree
import SourceText

extension Reading {
    /// Reads lines that label what they say, as columns of a table would: `Type: String`, below it
    /// `Default value: 20`. Lines without a label continue the one above.
    ///
    /// False when the text does not begin with such a label; then it is running text.
    func describe(_ field: inout Field, byLinesOf cell: Cell, construct: Construct) -> Bool {
        let lines = cell.text.labelledLines
        guard !lines.isEmpty else { return false }
        for line in lines {
            guard line.role != .other else { continue }
            let part = Cell(text: line.text, range: cell.range, node: cell.node)
            adopt(part, as: line.role, into: &field, construct: construct)
        }
        return true
    }

    /// Takes what bullets below a field say of it, as labelled lines would: `Type: string`, below it
    /// `Required: yes`, and sentences in between.
    ///
    /// False where the bullets are members: one of them may be called `type` or `required`, but
    /// what stands behind it says no presence, or all of them are types.
    func qualify(_ field: inout Field, byBulletsOf list: NodeID) -> Bool {
        guard case .list = page.kind(list) else { return false }
        let lines = page.children(list).compactMap { page.firstChild($0) }.map { cell($0) }
        let labelled = lines.flatMap { $0.text.labelledLines }
        guard let first = labelled.first, labelled.allSatisfy(\.isQualifier),
            labelled.count > 1 || lines[0].text.text.first?.isUppercase == true,
            labelled.contains(where: { $0.role != first.role })
                || [.type, .required, .defaultValue].contains(first.role)
        else { return false }
        guard !page.children(list).contains(where: { startsWithCode($0) }) else { return false }
        let construct: Construct = "qualifying-bullets"
        for line in lines where !describe(&field, byLinesOf: line, construct: construct) {
            if line.text.tokens.count == 1,
                let presence = readRequiredness(cell: line.text)?.required
            {
                field.required = said(presence, line.range, .declared, construct)
            } else {
                describe(&field, by: line, construct: construct)
            }
        }
        implyType(of: &field)
        return true
    }

    private func startsWithCode(_ item: NodeID) -> Bool {
        guard let paragraph = page.firstChild(item), let first = page.firstChild(paragraph),
            case .codeSpan = page.kind(first), page.next(first) != nil
        else { return false }
        return page.marked(paragraph).text.utf8.contains(0x3A)
    }

    private func adopt(
        _ cell: Cell, as role: ColumnRole, into field: inout Field, construct: Construct
    ) {
        guard !cell.isBlank else { return }
        switch role {
        case .type:
            // What other lines say below is no part of the type: "Version history:".
            var line = cell.text.firstLine
            adoptRemark(of: &line, at: cell.range, into: &field, construct: construct)
            guard let type = readType(line), type.isKnown else { return }
            field.type = said(type, cell.range, .declared, construct)
            guard field.values.isEmpty, let list = equatedValues(cell.text) else { return }
            field.values = rows(list, of: field.name.value, cell.range, .declared, construct)
        case .required:
            guard let presence = readRequiredness(cell: cell.text)?.required else { return }
            field.required = said(presence, cell.range, .declared, construct)
        case .nullable:
            guard let word = readRequiredness(cell: cell.text)?.required else { return }
            field.nullable = said(word, cell.range, .declared, construct)
        case .defaultValue:
            if saysNoDefault(cell, of: field) { return }
            field.defaultValue = said(
                withoutQuotes(cell.text.text), cell.range, .declared, construct)
        case .example:
            field.example = said(withoutQuotes(cell.text.text), cell.range, .declared, construct)
        case .allowedValues:
            if field.type == nil, namesBooleanValues(cell.text) {
                field.type = said(TypeExpression(.boolean), cell.range, .described, construct)
                return
            }
            let values = readEnumeration(cell.text)?.values.map(\.value) ?? cell.text.valuesAlone
            field.values = values.map { value in
                ValueRow(
                    field: field.name.value, value: said(value, cell.range, .declared, construct))
            }
        default:
            describe(&field, by: cell, construct: construct)
        }
    }
}

/// What a line says, and of what its label tells.
struct LabelledLine {
    let role: ColumnRole
    let text: MarkedText

    /// Whether it can speak of a field, and is no member of that name with its type.
    var isQualifier: Bool {
        switch role {
        case .type: readType(text)?.isKnown == true
        case .required, .nullable: readRequiredness(cell: text)?.required != nil
        default: text.tokens.count != 1 || typeWord(text.tokens[0].word) == nil
        }
    }
}

extension MarkedText {
    /// Values in code with nothing between them, as chips of a saved page are.
    fileprivate var valuesAlone: [String] {
        guard tokens.count > 1, tokens.allSatisfy({ $0.kind == .code }) else { return [] }
        return tokens.map(\.text)
    }

    /// The lines by their labels; empty where the first line has none that a column could have.
    var labelledLines: [LabelledLine] {
        var starts: [(role: ColumnRole, label: Int, text: Int)] = []
        for (index, token) in tokens.enumerated() {
            guard index == 0 || tokens[index - 1].isMark("\n"), token.kind == .word,
                let label = label(at: index, behind: starts.last?.role)
            else { continue }
            starts.append((label.role, token.range.lowerBound, label.end))
        }
        guard let first = starts.first, first.label == tokens.first?.range.lowerBound else {
            return []
        }
        return starts.enumerated().map { index, start in
            let end = index + 1 < starts.count ? starts[index + 1].label : text.utf8.count
            return LabelledLine(role: start.role, text: cut(start.text..<end))
        }
    }

    /// A label of at most three words before a colon: its role and where its text begins.
    ///
    /// Behind a type and the like, which are no running text, `Version history:` ends what they say.
    private func label(at start: Int, behind last: ColumnRole?) -> (role: ColumnRole, end: Int)? {
        var index = start
        while index < start + 3, index < tokens.count, tokens[index].kind == .word { index += 1 }
        guard index < tokens.count, tokens[index].isMark(":") else { return nil }
        let words = slice(tokens[start].range.lowerBound..<tokens[index].range.lowerBound)
        switch classifyColumn(MarkedText(words)).role {
        case .type, .required, .nullable, .defaultValue, .example, .allowedValues, .description:
            return (classifyColumn(MarkedText(words)).role, tokens[index].range.upperBound)
        default:
            let ends = last.map { [.type, .required, .nullable, .other].contains($0) } ?? false
            let isTitle = words.first?.isUppercase == true
            return ends && isTitle ? (.other, tokens[index].range.upperBound) : nil
        }
    }

    fileprivate var firstLine: MarkedText {
        guard let end = tokens.first(where: { $0.isMark("\n") }) else { return self }
        return upTo(end.range.lowerBound)
    }

    /// The words in a range, their code ranges moved along.
    private func cut(_ range: Range<Int>) -> MarkedText {
        upTo(range.upperBound).dropFirst(range.lowerBound)
    }
}
