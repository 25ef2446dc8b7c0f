import APIModel
import Mustache

/// The landing page: what the API is, how to get at it, and its parts by topic.
func docCModule(_ reference: Reference, in symbols: DocCSymbols) -> TemplateObject {
    let essentials =
        [symbols.client, symbols.requirements] + (symbols.credentials.map { [$0] } ?? [])
    let types = topic(of: reference.types.compactMap { symbols[$0.anchor] })
    return [
        "symbol": MarkdownText.symbol(symbols.module).value,
        "title": MarkdownText.line(reference.title).value,
        "count": count(of: reference.groups.reduce(0) { $0 + $1.operations.count }).value,
        "client": MarkdownText.symbol(symbols.client).value,
        "description": listed(MarkdownText.paragraphs(reference.description)),
        "hasServers": .boolean(!reference.servers.isEmpty),
        "servers": listed(
            reference.servers.map { .sentence([.span($0.url), .line($0.description)]) }),
        "hasSchemes": .boolean(!reference.schemes.isEmpty),
        "schemes": listed(reference.schemes.map { text(of: $0, symbols) }),
        "hasChanges": .boolean(!reference.changes.isEmpty),
        "changes": listed(reference.changes.map { .line($0.sentence) }),
        "essentials": listed(topic(of: essentials)),
        "groups": .list(reference.groups.map { .object(context(of: $0, symbols)) }),
        "hasTypes": .boolean(!types.isEmpty),
        "types": listed(types),
    ]
}

private func count(of operations: Int) -> MarkdownText {
    if operations == 1 { return MarkdownText("one operation") }
    return .sentence([MarkdownText(operations), MarkdownText("operations")])
}

/// The article for who knows the requests and looks for the functions.
func docCCalls(_ reference: Reference, in symbols: DocCSymbols) -> TemplateObject {
    [
        "symbol": MarkdownText.symbol(symbols.client).value,
        "groups": .list(reference.groups.map { .object(context(of: $0, symbols)) }),
    ]
}

private func text(of scheme: ReferenceScheme, _ symbols: DocCSymbols) -> MarkdownText {
    let credential = symbols.credential(scheme.name).map(MarkdownText.symbol) ?? .span(scheme.name)
    return .sentence([
        .joined([credential, MarkdownText(":")]), .line(scheme.sentence),
        .line(scheme.description),
    ])
}

/// What has a page of its own.
func topic(of symbols: [DocCSymbol]) -> [MarkdownText] {
    symbols.filter { !$0.isHidden }.map { .symbol($0) }
}

private func context(of group: ReferenceGroup, _ symbols: DocCSymbols) -> TemplateObject {
    let title = MarkdownText.line(group.title)
    let links = topic(of: group.operations.compactMap { symbols[$0.anchor] })
    var table = MarkdownTable(
        [MarkdownText("Request"), MarkdownText("Function"), MarkdownText("What It Does")], fixed: 2)
    for entry in group.operations {
        let operation = entry.operation
        guard let symbol = symbols[entry.anchor] else { continue }
        table.add([
            .span(operation.method.value.rawValue + " " + operation.path.value.text),
            .symbol(symbol), .line(operation.summary?.value),
        ])
    }
    return [
        "title": (title.isEmpty ? MarkdownText("Operations") : title).value,
        "description": listed(MarkdownText.paragraphs(group.description)),
        "isTopic": .boolean(!links.isEmpty),
        "links": listed(links),
        "table": table.value,
    ]
}
