import APIModel
import JSONText

extension OpenAPIWriter {
    /// Which fields of a form are JSON. A body of parts needs no word of it: there it is OpenAPI's
    /// default, where in a form of pairs an object would be taken apart.
    func encoding(of body: Body, as mediaType: String) -> JSONValue? {
        guard FormKind(mediaType: mediaType) == .urlEncoded,
            case .reference(let name) = body.schema.shape.value,
            case .object(let object)? = definitions[name]
        else { return nil }
        let fields = object.properties.filter { isStructured($0.schema.shape.value) }
        guard !fields.isEmpty else { return nil }
        return JSONValue(
            .object(
                fields.map { field in
                    JSONValue.Member(
                        key: field.name.value, keyRange: .empty,
                        value: .object(["contentType": .text("application/json")]))
                }))
    }

    private func isStructured(_ shape: Shape) -> Bool {
        switch shape {
        case .dictionary: return true
        case .reference(let name):
            guard case .enumeration? = definitions[name] else { return true }
            return false
        case .array(let items): return isStructured(items.shape.value)
        case .unknown, .boolean, .integer, .number, .decimal, .string, .unresolved: return false
        }
    }
}
