import APIModel
import Mustache

/// What is said of a type beyond its declaration: a documentation extension.
func docCType(_ entry: ReferenceType, _ symbol: DocCSymbol, in symbols: DocCSymbols)
    -> TemplateObject
{
    let sources = SourceList(of: entry)
    return [
        "symbol": MarkdownText.symbol(symbol).value,
        "isDescribed": .boolean(entry.schema.description != nil),
        "description": listed(MarkdownText.paragraphs(entry.schema.description?.value)),
        "members": members(of: entry, symbol, symbols).value,
        "values": values(of: entry, symbol, symbols).value,
        "hasUses": .boolean(!entry.uses.isEmpty),
        "uses": listed(
            entry.uses.map { use in symbols[use.anchor].map(MarkdownText.symbol) ?? .line(use.text)
            }
        ),
        "hasExamples": .boolean(!entry.examples.isEmpty),
        "listings": .list(docCExamples(entry.examples)),
        "sources": docCSources(sources),
    ]
}

/// What JSON calls each property, and what the pages say of it.
private func members(
    of entry: ReferenceType, _ symbol: DocCSymbol, _ symbols: DocCSymbols
) -> MarkdownTable {
    var table = MarkdownTable(
        [MarkdownText("JSON"), MarkdownText("Property"), MarkdownText("Meaning")], fixed: 3)
    guard case .object(let object) = entry.schema.definition else { return table }
    var scope = IdentifierScope()
    for (property, row) in zip(object.properties, entry.rows) {
        let name = scope.member(property.spelling)
        table.add([.span(row.name), .symbol(symbol.member(name)), notes(on: row, symbols)])
    }
    return table
}

private func values(
    of entry: ReferenceType, _ symbol: DocCSymbol, _ symbols: DocCSymbols
) -> MarkdownTable {
    var table = MarkdownTable(
        [MarkdownText("JSON"), MarkdownText("Value"), MarkdownText("Meaning")], fixed: 2)
    guard case .enumeration(let enumeration) = entry.schema.definition else { return table }
    for (name, value, _) in symbols.swift.members(of: enumeration) {
        table.add([
            .span(value.value.value), .symbol(symbol.member(name)),
            .line(value.description?.value),
        ])
    }
    return table
}

/// `list of User, or null. What a page says. At least 1. Default 20.`
func notes(on row: ReferenceRow, _ symbols: DocCSymbols) -> MarkdownText {
    let null = row.isNullable == true ? MarkdownText(", or null.") : MarkdownText(".")
    let facts: [(MarkdownText, MarkdownText?)] = [
        (
            MarkdownText("Limits:"),
            row.limits.isEmpty ? nil : .line(row.limits.joined(separator: ", "))
        ),
        (MarkdownText("Default:"), row.defaultValue.map { .span($0) }),
        (MarkdownText("Example:"), row.example.map { .span($0) }),
        (MarkdownText("Deprecated"), row.deprecated.map { .line($0) }),
    ]
    let said = facts.compactMap { label, value in
        value.map { MarkdownText.joined([.sentence([label, $0]), MarkdownText(".")]) }
    }
    return .sentence(
        [.joined([symbols.text(row.type), null])]
            + (row.isRequired == true ? [MarkdownText("Required.")] : [])
            + (row.isReadOnly ? [MarkdownText("Read-only.")] : [])
            + [said.isEmpty ? .line(row.description) : .ended(row.description)] + said)
}
