import APIModel
import JSONText

extension SwiftAPI {
    /// The first scheme of an operation that the pages explain.
    func credential(of operation: Operation) -> SecurityScheme? {
        operation.security.lazy.compactMap { name in
            self.api.securitySchemes.first { $0.name == name.value }
        }.first
    }

    /// What the page shows for a parameter, its default, or something of its type.
    func sampleValue(of parameter: Parameter) -> JSONValue {
        let schema = parameter.schema
        let shown = [
            parameter.example?.value, schema.example?.value, schema.defaultValue?.value,
        ]
        if let value = shown.lazy.compactMap(\.self).first(where: { isUsable($0, schema) }) {
            return value
        }
        if case .string(.plain) = schema.shape.value {
            return .text(placeholder(parameter.name.value))
        }
        return synthesized(schema)
    }

    private func isUsable(_ value: JSONValue, _ schema: Schema) -> Bool {
        !value.holdsWords && contradiction(value, schema) == nil
    }

    /// The first sample of a body that its type allows, or one made from the type.
    func sampleBody(_ body: Body) -> JSONValue {
        body.examples.first { isUsable($0.value, body.schema) }?.value ?? synthesized(body.schema)
    }
}
