import APIModel
import JSONText
import SourceText

/// Whether the document says where each fact stands.
package enum OpenAPIDetail: Sendable {
    /// `x-source` with file and line at operations, parameters and properties.
    case sources
    case plain
}

/// The API description as an OpenAPI 3.1 document.
package func emitOpenAPI(
    _ api: APIDescription, of sources: SourceSet, showing detail: OpenAPIDetail,
    answers: OpenAPIAnswers = .documented
) -> (bytes: [UInt8], notes: [Diagnostic]) {
    var writer = OpenAPIWriter(api, Positions(sources), detail, answers)
    let paths = writer.paths()
    let document = JSONValue.object([
        "openapi": .text("3.1.0"),
        "info": writer.info(),
        "servers": writer.servers(api.servers),
        "tags": writer.tags(),
        "paths": paths,
        "components": writer.components(),
    ])
    return (writeJSON(document), writer.notes)
}

/// The state of writing one document.
struct OpenAPIWriter {
    let api: APIDescription
    let definitions: [String: NamedSchema.Definition]
    let detail: OpenAPIDetail
    let answers: OpenAPIAnswers
    var positions: Positions
    var notes: [Diagnostic] = []

    init(
        _ api: APIDescription, _ positions: Positions, _ detail: OpenAPIDetail,
        _ answers: OpenAPIAnswers
    ) {
        self.answers = answers
        self.api = api
        self.positions = positions
        self.detail = detail
        definitions = Dictionary(
            api.schemas.map { ($0.name, $0.definition) }, uniquingKeysWith: { first, _ in first })
    }

    /// `page.md:12`, unless the document is plain.
    mutating func source(_ evidence: Evidence) -> JSONValue? {
        let file = Int(evidence.span.file.rawValue)
        guard detail == .sources, file < positions.paths.count else { return nil }
        let line = positions.position(evidence.span).line
        return .text("\(positions.paths[file]):\(line)")
    }
}

// MARK: The document's head

extension OpenAPIWriter {
    func info() -> JSONValue {
        .object([
            "title": .text(api.title?.value ?? api.name),
            "description": api.description.map { .text($0.value) },
            // Pages hardly ever say one, and OpenAPI demands it.
            "version": .text("unspecified"),
        ])
    }

    func servers(_ servers: [Fact<Server>]) -> JSONValue? {
        var urls: Set<String> = []
        let unique = servers.filter { urls.insert($0.value.url).inserted }
        if unique.isEmpty { return nil }
        return .list(
            unique.map { server in
                .object([
                    "url": .text(server.value.url),
                    "description": server.value.description.map { .text($0) },
                    "variables": variables(of: server.value),
                ])
            })
    }

    /// OpenAPI demands a default for each; what a page leaves open has none but its own name.
    private func variables(of server: Server) -> JSONValue? {
        let names = server.placeholders
        if names.isEmpty { return nil }
        return JSONValue(
            .object(
                names.map { name in
                    .init(
                        key: name, keyRange: .empty, value: .object(["default": .text(name)]))
                }))
    }

    func tags() -> JSONValue? {
        var names: Set<String> = []
        let unique = api.tags.filter { names.insert($0.name).inserted }
        if unique.isEmpty { return nil }
        return .list(
            unique.map { tag in
                .object([
                    "name": .text(tag.name),
                    "description": tag.description.map { .text($0.value) },
                ])
            })
    }

    mutating func components() -> JSONValue? {
        var names: Set<String> = []
        var schemas: [JSONValue.Member] = []
        for schema in api.schemas where names.insert(schema.name).inserted {
            let value = named(schema)
            schemas.append(.init(key: componentName(schema.name), keyRange: .empty, value: value))
        }
        let schemes = securitySchemes()
        if schemas.isEmpty, schemes == nil { return nil }
        return .object([
            "schemas": schemas.isEmpty ? nil : JSONValue(.object(schemas)),
            "securitySchemes": schemes,
        ])
    }
}

/// Component keys are letters, digits, dots, underscores and hyphens.
func componentName(_ name: String) -> String {
    let scalars = name.unicodeScalars.map { scalar in
        let isAllowed =
            scalar.isASCII
            && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "._-".unicodeScalars.contains(scalar))
        return isAllowed ? Character(scalar) : "_"
    }
    return scalars.isEmpty ? "_" : String(scalars)
}
