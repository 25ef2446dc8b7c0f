import APIModel
import Mustache

/// What is said of the client's function for an operation: a documentation extension.
func docCOperation(
    _ entry: ReferenceOperation, _ names: SwiftOperation, in symbols: DocCSymbols
) -> TemplateObject {
    let operation = entry.operation
    let request = MarkdownText.span(
        operation.method.value.rawValue + " " + operation.path.value.text)
    return [
        "symbol": MarkdownText.symbol(symbols.call(names)).value,
        "abstract": (operation.summary.map { .line($0.value) } ?? request).value,
        "description": listed(MarkdownText.paragraphs(operation.description?.value)),
        "isDeprecated": .boolean(operation.deprecated != nil),
        "deprecation": MarkdownText.line(operation.deprecated?.value).value,
        "changes": listed(entry.changes.map { .line($0.sentence) }),
        "hasChanges": .boolean(!entry.changes.isEmpty),
        "parameters": .list(parameters(of: entry, names, symbols)),
        "hasParameters": .boolean(!operation.parameters.isEmpty || operation.requestBody != nil),
        "output": MarkdownText.symbol(symbols.module.member(names.output)).value,
        "sample": sample(of: entry),
        "request": request.value,
        "servers": listed(operation.servers.map { .span($0.value.url) }),
        "access": listed(access(to: entry, symbols)),
        "hasAccess": .boolean(!entry.schemes.isEmpty || !operation.permissions.isEmpty),
        "answers": answers(of: entry, names, symbols).value,
        "examples": .list(examples(of: entry)),
        "sources": docCSources(SourceList(of: entry)),
        "topics": .list(topics(of: names, symbols)),
    ]
}

/// The call as Swift writes it.
private func sample(of entry: ReferenceOperation) -> TemplateValue {
    entry.samples.first { $0.language == .swift }
        .map { MarkdownText.listing($0.text, language: "swift").value } ?? .absent
}

// MARK: Parameters

/// One for each parameter of the function, in its order.
private func parameters(
    of entry: ReferenceOperation, _ names: SwiftOperation, _ symbols: DocCSymbols
) -> [TemplateValue] {
    let fields = InputContext(names, in: symbols.swift).fields
    var texts = names.operation.parameters.enumerated().map { index, parameter in
        text(of: parameter, at: index, in: entry, names, symbols)
    }
    if let body = entry.request { texts.append(text(of: body, symbols)) }
    return zip(fields, texts).map { field, text in
        .object(["name": field.name.label, "text": text.value])
    }
}

/// Rows are by place; parameters of the function are as the pages have them.
private func text(
    of parameter: Parameter, at index: Int, in entry: ReferenceOperation,
    _ names: SwiftOperation, _ symbols: DocCSymbols
) -> MarkdownText {
    let location = parameter.location.value
    let alike = entry.operation.parameters.filter { $0.location.value == location }
    let same = alike.firstIndex { $0.name.value == parameter.name.value } ?? alike.count
    guard let rows = entry.parameters.first(where: { $0.location == location })?.rows,
        rows.indices.contains(same)
    else { return .span(parameter.name.value) }
    var row = rows[same]
    // The function's type says so.
    row.isRequired = nil
    let expression = names.queries[index].map { name in
        MarkdownText.joined([
            MarkdownText("An expression of "), .symbol(symbols.module.member(name)),
            MarkdownText("."),
        ])
    }
    return .sentence([
        place(location), .joined([.span(row.name), MarkdownText(":")]), notes(on: row, symbols),
        expression ?? .empty,
    ])
}

private func place(_ location: Parameter.Location) -> MarkdownText {
    switch location {
    case .path: MarkdownText("In the path,")
    case .query: MarkdownText("In the query,")
    case .header: MarkdownText("The header")
    case .cookie: MarkdownText("The cookie")
    }
}

private func text(of body: ReferenceBody, _ symbols: DocCSymbols) -> MarkdownText {
    let kinds = body.body.mediaTypes.map { MarkdownText.span($0.value) }
    let head: [MarkdownText] =
        kinds.isEmpty ? [] : [MarkdownText(", as "), .joined(kinds, by: ", ")]
    return .sentence([
        .joined([MarkdownText("The body")] + head + [MarkdownText(":")]),
        .joined([symbols.text(body.type), MarkdownText(".")]),
        .line((body.body.description ?? body.body.schema.description)?.value),
    ])
}

// MARK: Access

private func access(to entry: ReferenceOperation, _ symbols: DocCSymbols) -> [MarkdownText] {
    let schemes = entry.schemes.map { scheme in
        MarkdownText.sentence([
            MarkdownText("Credential"),
            symbols.credential(scheme.text).map(MarkdownText.symbol) ?? .span(scheme.text),
        ])
    }
    let permissions = entry.operation.permissions.map { permission in
        MarkdownText.sentence([
            MarkdownText("Permission"), .span(permission.value.name),
            .line(permission.value.description),
        ])
    }
    return schemes + permissions
}

// MARK: Answers

private func answers(
    of entry: ReferenceOperation, _ names: SwiftOperation, _ symbols: DocCSymbols
) -> MarkdownTable {
    var table = MarkdownTable(
        [
            MarkdownText("Status"), MarkdownText("Answer"), MarkdownText("Holds"),
            MarkdownText("Meaning"),
        ], fixed: 2)
    for (response, output) in zip(entry.responses, symbols.swift.outputs(of: entry.operation)) {
        let isPhrase = response.description == response.phrase
        table.add([
            .sentence([.span(response.status), .prose(response.phrase)]),
            .symbol(symbols.answer(output, of: names)),
            response.body.map { symbols.text($0.type) } ?? .empty,
            isPhrase ? .empty : .line(response.description),
        ])
    }
    return table
}

private func examples(of entry: ReferenceOperation) -> [TemplateValue] {
    entry.responses.compactMap { response in
        guard let examples = response.body?.examples, !examples.isEmpty else { return nil }
        return .object([
            "status": MarkdownText.prose(response.status).value,
            "listings": .list(docCExamples(examples)),
        ])
    }
}

// MARK: Topics

/// What belongs to the function alone is found below it, not among the types that several share.
private func topics(of names: SwiftOperation, _ symbols: DocCSymbols) -> [TemplateValue] {
    let expressions = names.operation.parameters.indices.compactMap { names.queries[$0] }
    let groups: [(MarkdownText, [DocCSymbol])] = [
        (MarkdownText("Answers"), [symbols.module.member(names.output)]),
        (MarkdownText("All Pages"), symbols.pages(of: names).map { [$0] } ?? []),
        (MarkdownText("Expressions"), expressions.map { symbols.module.member($0) }),
    ]
    return groups.filter { !$0.1.isEmpty }.map { title, links in
        .object(["title": title.value, "links": listed(topic(of: links))])
    }
}
