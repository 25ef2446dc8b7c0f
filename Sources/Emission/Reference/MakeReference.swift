import APIModel
import SourceText

/// Puts what is known of an API into the order in which a reference says it.
///
/// `changes` are what became different since an edition that the user named.
package func makeReference(
    of api: APIDescription, from sources: SourceSet, since changes: [ReferenceChange] = []
) -> Reference {
    var writer = ReferenceWriter(api, Positions(sources), changes)
    var reference = Reference()
    reference.title = api.title?.value ?? api.name
    reference.description = api.description?.value
    reference.servers = unique(api.servers.map(\.value))
    reference.schemes = api.securitySchemes.map { writer.scheme($0) }
    reference.groups = writer.groups()
    reference.types = writer.types()
    reference.changes = changes
    return reference
}

/// The state of making one reference.
struct ReferenceWriter {
    let api: APIDescription
    let swift: SwiftAPI
    let schemas: [String: NamedSchema]
    /// Of every type and security scheme, by its name.
    private(set) var typeAnchors: [String: String] = [:]
    private(set) var schemeAnchors: [String: String] = [:]
    var anchors = AnchorScope()
    var positions: Positions
    /// Rows of objects that were made before, by name and depth.
    var knownRows: [RowsKey: [ReferenceRow]] = [:]
    /// Where each type is mentioned.
    private(set) var uses: [String: [ReferenceLink]] = [:]
    private var mentions: Set<Mention> = []
    private let changes: [String: [ReferenceChange]]
    /// From which depth on members are left to the entry of their type.
    let depthLimit: Int

    private struct Mention: Hashable {
        let type: String
        let link: ReferenceLink
    }

    struct RowsKey: Hashable {
        let type: String
        let depth: Int
    }

    init(_ api: APIDescription, _ positions: Positions, _ changes: [ReferenceChange]) {
        self.api = api
        self.positions = positions
        swift = SwiftAPI(api, EmissionOptions())
        schemas = swift.schemas
        var changed: [String: [ReferenceChange]] = [:]
        for change in changes {
            for operation in change.operations { changed[operation, default: []].append(change) }
        }
        self.changes = changed
        depthLimit = affordableDepth(of: api, schemas)
        for schema in api.schemas where typeAnchors[schema.name] == nil {
            typeAnchors[schema.name] = anchors.take(["type", schema.name])
        }
        for scheme in api.securitySchemes where schemeAnchors[scheme.name] == nil {
            schemeAnchors[scheme.name] = anchors.take(["security", scheme.name])
        }
    }
}

// MARK: Operations

extension ReferenceWriter {
    /// Operations below their first tag, in the order of the tags' first operations.
    mutating func groups() -> [ReferenceGroup] {
        var groups: [ReferenceGroup] = []
        var indices: [String: Int] = [:]
        for swiftOperation in swift.operations {
            let operation = swiftOperation.operation
            let title = operation.tags.first ?? ""
            let index = indices[title] ?? groups.count
            if index == groups.count {
                let tag = api.tags.first { $0.name == title }
                indices[title] = index
                groups.append(
                    ReferenceGroup(
                        title: title, anchor: anchors.take(["group", title]),
                        description: tag?.description?.value))
            }
            groups[index].operations.append(self.operation(swiftOperation))
        }
        return groups
    }

    private mutating func operation(_ swiftOperation: SwiftOperation) -> ReferenceOperation {
        let operation = swiftOperation.operation
        let call = "\(operation.method.value.rawValue) \(operation.path.value.text)"
        let anchor = anchors.take(anchorWords(of: operation))
        let title = operation.summary?.value ?? call
        mention(operation, ReferenceLink(text: title, anchor: anchor))
        var entry = ReferenceOperation(operation: operation, anchor: anchor, title: title)
        for location in Parameter.Location.allCases {
            let some = operation.parameters.filter { $0.location.value == location }
            if some.isEmpty { continue }
            let rows = some.map { row($0) }
            entry.parameters.append(ReferenceParameters(location: location, rows: rows))
        }
        entry.request = operation.requestBody.map { body($0) }
        entry.responses = operation.responses.map { response($0, below: anchor) }
        entry.schemes = operation.security.map { scheme in
            ReferenceLink(text: scheme.value, anchor: schemeAnchors[scheme.value])
        }
        entry.samples = codeSamples(of: swiftOperation, in: swift)
        var facts = FactPlaces()
        facts.add("method", operation.method)
        facts.add("path", operation.path)
        facts.add("summary", operation.summary)
        facts.add("description", operation.description)
        facts.add("deprecated", operation.deprecated)
        for scheme in operation.security { facts.add("security", scheme) }
        for permission in operation.permissions { facts.add("permission", permission) }
        entry.sources = facts.sources(&positions)
        entry.changes = changes[call] ?? []
        return entry
    }

    private mutating func response(
        _ response: Response, below anchor: String
    ) -> ReferenceResponse {
        let status = response.status.value.text
        var facts = FactPlaces()
        facts.add("status", response.status)
        facts.add("description", response.description)
        return ReferenceResponse(
            status: status, phrase: phrase(of: response.status.value),
            anchor: anchors.take([anchor, status]), description: response.description?.value,
            headers: response.headers.map { row($0) }, body: response.body.map { body($0) },
            sources: facts.sources(&positions))
    }

    private mutating func body(_ body: Body) -> ReferenceBody {
        var facts = FactPlaces()
        facts.add("type", body.schema.shape)
        facts.add("required", body.required)
        facts.add("description", body.description)
        for mediaType in body.mediaTypes { facts.add("media type", mediaType) }
        return ReferenceBody(
            body: body, type: typeName(body.schema), rows: rows(below: body.schema, depth: 0),
            examples: body.examples.compactMap { example($0) },
            sources: facts.sources(&positions))
    }

    mutating func scheme(_ scheme: SecurityScheme) -> ReferenceScheme {
        var facts = FactPlaces()
        facts.add("scheme", scheme.kind)
        return ReferenceScheme(
            name: scheme.name, anchor: schemeAnchors[scheme.name] ?? "",
            sentence: sentence(scheme.kind.value), description: scheme.description?.value,
            sources: facts.sources(&positions))
    }

    private func sentence(_ kind: SecurityScheme.Kind) -> String {
        switch kind {
        case .bearer: "A token in the header `Authorization: Bearer …`."
        case .basic: "User name and password, as HTTP basic authentication."
        case .digest: "User name and password, as HTTP digest authentication."
        case .header(let name, let prefix): "A credential in the header `\(name): \(prefix)…`."
        case .query(let name): "A credential in the query parameter `\(name)`."
        case .cookie(let name): "A credential in the cookie `\(name)`."
        case .other(let name): "\(name); the pages do not explain it."
        }
    }
}

// MARK: Uses of types

extension ReferenceWriter {
    /// Notes a use of every type that an operation names itself.
    private mutating func mention(_ operation: Operation, _ link: ReferenceLink) {
        for parameter in operation.parameters { mention(parameter.schema, link) }
        if let body = operation.requestBody { mention(body.schema, link) }
        for response in operation.responses {
            for header in response.headers { mention(header.schema, link) }
            if let body = response.body { mention(body.schema, link) }
        }
    }

    mutating func mention(_ schema: Schema, _ link: ReferenceLink) {
        guard let name = referredType(schema),
            mentions.insert(Mention(type: name, link: link)).inserted
        else { return }
        uses[name, default: []].append(link)
    }
}

private func phrase(of status: Response.Status) -> String {
    guard case .code(let code) = status else { return "" }
    return knownReason(code) ?? ""
}

private func unique(_ servers: [Server]) -> [Server] {
    var urls: Set<String> = []
    return servers.filter { urls.insert($0.url).inserted }
}
