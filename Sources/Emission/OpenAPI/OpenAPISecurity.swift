import APIModel
import JSONText

extension OpenAPIWriter {
    func securitySchemes() -> JSONValue? {
        var names: Set<String> = []
        let unique = api.securitySchemes.filter { names.insert($0.name).inserted }
        if unique.isEmpty { return nil }
        return JSONValue(
            .object(
                unique.map { scheme in
                    .init(
                        key: componentName(scheme.name), keyRange: .empty,
                        value: shape(scheme.kind.value).with(
                            .object(["description": scheme.description.map { .text($0.value) }])))
                }))
    }

    private func shape(_ kind: SecurityScheme.Kind) -> JSONValue {
        switch kind {
        case .bearer: http("bearer")
        case .basic: http("basic")
        case .digest: http("digest")
        case .other(let name): http(name)
        case .header(let name, let prefix):
            // OpenAPI has no word for the text before the credential.
            key(name, in: "header").with(
                .object(["x-prefix": prefix.isEmpty ? nil : .text(prefix)]))
        case .query(let name): key(name, in: "query")
        case .cookie(let name): key(name, in: "cookie")
        }
    }

    private func http(_ scheme: String) -> JSONValue {
        .object(["type": .text("http"), "scheme": .text(scheme)])
    }

    private func key(_ name: String, in location: String) -> JSONValue {
        .object(["type": .text("apiKey"), "in": .text(location), "name": .text(name)])
    }

    /// Any of the documented schemes will do; those that no page explains cannot be named.
    func security(of operation: Operation) -> JSONValue? {
        let known = Set(api.securitySchemes.map(\.name))
        let names = operation.security.map(\.value).filter(known.contains)
        if names.isEmpty { return nil }
        return .list(
            names.map { name in
                JSONValue(
                    .object([.init(key: componentName(name), keyRange: .empty, value: .list([]))]))
            })
    }
}
