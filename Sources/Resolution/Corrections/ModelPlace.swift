import APIModel
import Recognition

/// A place of a description that a correction can speak of, as a way through its lists.
enum ModelPlace: Hashable {
    case operation(Int)
    case parameter(Int, Int)
    case header(Int, response: Int, Int)
    case requestBody(Int)
    case response(Int, Int)
    case schema(Int)
    case property(schema: Int, Int)
    case enumerationValue(schema: Int, Int)
}

extension APIDescription {
    /// Every place that a subject names; none where there is no such thing.
    func places(of subject: CorrectionSubject) -> [ModelPlace] {
        switch subject.owner {
        case .operation(let method, let path):
            let shape = path.shape
            let index = operations.firstIndex { operation in
                operation.method.value == method && operation.path.value.shape == shape
            }
            return index.map { places(inOperation: $0, subject) } ?? []
        case .named(let name):
            if let index = operations.firstIndex(where: { $0.id == name }) {
                return places(inOperation: index, subject)
            }
            guard subject.part == nil, let index = schemas.firstIndex(where: { $0.name == name })
            else { return [] }
            guard let field = subject.field else { return [.schema(index)] }
            return members(field, ofSchema: index)
        }
    }

    /// A parameter of the name, if no part is named; else the member of each body.
    private func places(inOperation index: Int, _ subject: CorrectionSubject) -> [ModelPlace] {
        guard let field = subject.field else { return wholes(ofOperation: index, subject.part) }
        switch subject.part {
        case .parameter(let location):
            return parameters(field, ofOperation: index, at: location)
                + (location == .header ? headers(field, ofOperation: index, nil) : [])
        case .request: return requestMembers(field, ofOperation: index)
        case .response(let status): return responseMembers(field, ofOperation: index, status)
        case nil:
            let parameters = parameters(field, ofOperation: index, at: nil)
            if !parameters.isEmpty { return parameters }
            return unique(
                requestMembers(field, ofOperation: index)
                    + responseMembers(field, ofOperation: index, nil))
        }
    }

    private func wholes(
        ofOperation index: Int, _ part: CorrectionSubject.Part?
    ) -> [ModelPlace] {
        switch part {
        case nil: return [.operation(index)]
        case .parameter: return []
        case .request: return operations[index].requestBody == nil ? [] : [.requestBody(index)]
        case .response(let status):
            return responses(ofOperation: index, status).map { .response(index, $0) }
        }
    }

    private func parameters(
        _ name: String, ofOperation index: Int, at location: Parameter.Location?
    ) -> [ModelPlace] {
        operations[index].parameters.indices.filter { position in
            let parameter = operations[index].parameters[position]
            return parameter.name.value == name
                && (location == nil || parameter.location.value == location)
        }.map { .parameter(index, $0) }
    }

    private func headers(
        _ name: String, ofOperation index: Int, _ status: Response.Status?
    ) -> [ModelPlace] {
        responses(ofOperation: index, status).flatMap { response in
            let headers = operations[index].responses[response].headers
            return headers.indices.filter { headers[$0].name.value == name }.map {
                ModelPlace.header(index, response: response, $0)
            }
        }
    }

    private func requestMembers(_ field: String, ofOperation index: Int) -> [ModelPlace] {
        guard let body = operations[index].requestBody else { return [] }
        return members(field, of: body.schema.shape.value)
    }

    private func responseMembers(
        _ field: String, ofOperation index: Int, _ status: Response.Status?
    ) -> [ModelPlace] {
        let bodies = responses(ofOperation: index, status).compactMap {
            operations[index].responses[$0].body
        }
        return unique(bodies.flatMap { members(field, of: $0.schema.shape.value) })
            + headers(field, ofOperation: index, status)
    }

    private func responses(ofOperation index: Int, _ status: Response.Status?) -> [Int] {
        let responses = operations[index].responses
        return responses.indices.filter { status == nil || responses[$0].status.value == status }
    }
}

// MARK: Members

/// Names with more dots than this are no way through any object.
private let maximumSteps = 16

extension APIDescription {
    /// The members of a dotted name below a shape; lists and dictionaries are looked into.
    func members(_ name: String, of shape: Shape, depth: Int = 0) -> [ModelPlace] {
        guard depth < maximumSteps else { return [] }
        switch shape {
        case .array(let part), .dictionary(let part):
            return members(name, of: part.shape.value, depth: depth + 1)
        case .reference(let reference):
            guard let index = schemas.firstIndex(where: { $0.name == reference }) else { return [] }
            return members(name, ofSchema: index, depth: depth)
        case .unknown, .boolean, .integer, .number, .decimal, .string, .unresolved:
            return []
        }
    }

    /// A documented name may hold dots itself, so the whole is tried before its first part.
    func members(_ name: String, ofSchema index: Int, depth: Int = 0) -> [ModelPlace] {
        switch schemas[index].definition {
        case .object(let object):
            let properties = object.properties
            if let found = properties.firstIndex(where: { $0.name.value == name }) {
                return [.property(schema: index, found)]
            }
            guard depth < maximumSteps, let dot = name.firstIndex(of: ".") else { return [] }
            let first = name[..<dot].hasSuffix("[]") ? name[..<dot].dropLast(2) : name[..<dot]
            guard let outer = properties.first(where: { $0.name.value == first }) else { return [] }
            let rest = String(name[name.index(after: dot)...])
            return members(rest, of: outer.schema.shape.value, depth: depth + 1)
        case .union(let options):
            guard depth < maximumSteps else { return [] }
            return unique(options.flatMap { members(name, of: $0.shape.value, depth: depth + 1) })
        case .enumeration(let enumeration):
            let found = enumeration.values.firstIndex { $0.value.value == name }
            return found.map { [.enumerationValue(schema: index, $0)] } ?? []
        }
    }

    private func unique(_ places: [ModelPlace]) -> [ModelPlace] {
        var seen: Set<ModelPlace> = []
        return places.filter { seen.insert($0).inserted }
    }
}
