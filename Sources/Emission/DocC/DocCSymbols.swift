import APIModel

/// Where the parts of a reference stand in the generated code.
struct DocCSymbols {
    let swift: SwiftAPI
    let module: DocCSymbol
    /// Of operations and types, as links of the reference lead to them.
    private var symbols: [String: DocCSymbol] = [:]
    private var operations: [String: SwiftOperation] = [:]

    init(_ reference: Reference, of swift: SwiftAPI, module: DocCSymbol) {
        self.swift = swift
        self.module = module
        for operation in swift.operations { operations[operation.operation.id] = operation }
        for group in reference.groups {
            for entry in group.operations {
                symbols[entry.anchor] = self[entry.operation].map(call)
            }
        }
        for entry in reference.types { symbols[entry.anchor] = type(entry.schema.name) }
    }

    /// The names of an operation.
    subscript(operation: Operation) -> SwiftOperation? { operations[operation.id] }

    /// What a link of the reference leads to.
    subscript(anchor: String?) -> DocCSymbol? { anchor.flatMap { symbols[$0] } }

    var client: DocCSymbol { module.member(swift.clientName) }

    /// The protocol of all operations.
    var requirements: DocCSymbol { module.member(swift.protocolName) }

    /// `nil` for an API without credentials, which has no such type.
    var credentials: DocCSymbol? {
        swift.api.securitySchemes.isEmpty ? nil : module.member("Credentials")
    }

    func credential(_ scheme: String) -> DocCSymbol? {
        let schemes = swift.api.securitySchemes
        let found = zip(schemes, schemeNames(schemes)).first { $0.0.name == scheme }
        return found.flatMap { credentials?.member($0.1) }
    }

    /// The client's function that makes the call.
    func call(_ operation: SwiftOperation) -> DocCSymbol {
        client.method(operation.method, labels: labels(of: operation))
    }

    /// The client's function that walks through all pages of a list.
    func pages(of operation: SwiftOperation) -> DocCSymbol? {
        guard let name = operation.pages, swift.pages(of: operation) != nil else { return nil }
        return client.method(name, labels: labels(of: operation))
    }

    private func labels(of operation: SwiftOperation) -> [SwiftIdentifier] {
        InputContext(operation, in: swift).fields.map(\.name)
    }

    func type(_ schema: String) -> DocCSymbol? {
        swift.types[schema].map(module.member)
    }

    /// The case of one answer.
    func answer(_ output: OutputCase, of operation: SwiftOperation) -> DocCSymbol {
        let type = module.member(operation.output)
        if output.type == nil, output.headers.isEmpty { return type.member(output.name) }
        return type.carrier(
            output.name, hasBody: output.type != nil, labels: output.headers.map(\.name))
    }

    /// A type in words, those that have a name as links.
    func text(_ type: ReferenceTypeName) -> MarkdownText {
        let words = type.words.map { word in
            self[word.anchor].map(MarkdownText.symbol) ?? .prose(word.text)
        }
        return .joined(words, by: " ")
    }
}
