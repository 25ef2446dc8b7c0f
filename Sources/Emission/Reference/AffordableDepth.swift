import APIModel

/// How deep members of members are shown in place: three levels, unless that makes a large API's
/// reference many times longer than what it documents.
func affordableDepth(of api: APIDescription, _ schemas: [String: NamedSchema]) -> Int {
    var counter = RowCounter(schemas: schemas)
    for depth in [3, 2] where counter.nestedRows(of: api, depth) <= rowLimit { return depth }
    return 1
}

/// About half a megabyte of HTML.
private let rowLimit = 1500

private struct RowCounter {
    let schemas: [String: NamedSchema]
    private var known: [ReferenceWriter.RowsKey: Int] = [:]

    init(schemas: [String: NamedSchema]) {
        self.schemas = schemas
    }

    mutating func nestedRows(of api: APIDescription, _ depth: Int) -> Int {
        var count = 0
        for operation in api.operations {
            let bodies = [operation.requestBody] + operation.responses.map(\.body)
            for body in bodies {
                guard let body, let name = referredType(body.schema) else { continue }
                count += rows(below: name, depth) - rows(below: name, 1)
                if count > rowLimit { return count }
            }
        }
        return count
    }

    /// The rows of a type and those below them, so many levels in all.
    private mutating func rows(below name: String, _ levels: Int) -> Int {
        guard levels > 0, case .object(let object)? = schemas[name]?.definition else { return 0 }
        let key = ReferenceWriter.RowsKey(type: name, depth: levels)
        if let count = known[key] { return count }
        var count = object.properties.count
        for property in object.properties {
            guard let inner = referredType(property.schema), inner != name else { continue }
            count += rows(below: inner, levels - 1)
        }
        known[key] = count
        return count
    }
}
