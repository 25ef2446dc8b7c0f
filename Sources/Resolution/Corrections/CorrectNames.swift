import APIModel
import Recognition
import SourceText

extension APIDescription {
    /// Gives a name of the user's choice; operations, objects and enumerations each need their own.
    mutating func name(
        _ place: ModelPlace, _ name: String, _ correction: Correction
    ) -> [Diagnostic] {
        guard name.utf8.contains(where: { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) else {
            return [.unfitCorrection(correction)]
        }
        switch place {
        case .operation(let index):
            guard operations[index].id != name else { return [.staleCorrection(correction)] }
            let others = operations.enumerated().filter { $0.offset != index }
            guard !others.contains(where: { $0.element.id.lowercased() == name.lowercased() })
            else { return [.takenCorrection(name, correction)] }
            operations[index].id = name
        case .schema(let index):
            guard schemas[index].name != name else { return [.staleCorrection(correction)] }
            let others = schemas.enumerated().filter { $0.offset != index }
            guard !others.contains(where: { $0.element.name.lowercased() == name.lowercased() })
            else { return [.takenCorrection(name, correction)] }
            rename(schemas[index].name, to: name)
        case .parameter(let index, let parameter):
            guard operations[index].parameters[parameter].name.value != name else {
                return [.staleCorrection(correction)]
            }
            operations[index].parameters[parameter].givenName = Fact(name, correction.evidence)
        case .property(let schema, let property):
            guard case .object(var object) = schemas[schema].definition else { return [] }
            guard object.properties[property].name.value != name else {
                return [.staleCorrection(correction)]
            }
            object.properties[property].givenName = Fact(name, correction.evidence)
            schemas[schema].definition = .object(object)
        case .enumerationValue(let schema, let value):
            guard case .enumeration(var enumeration) = schemas[schema].definition else {
                return []
            }
            guard enumeration.values[value].name?.value != name else {
                return [.staleCorrection(correction)]
            }
            enumeration.values[value].name = Fact(name, correction.evidence)
            schemas[schema].definition = .enumeration(enumeration)
        case .header, .requestBody, .response: return [.unfitCorrection(correction)]
        }
        return []
    }

    private mutating func rename(_ old: String, to new: String) {
        for index in schemas.indices {
            if schemas[index].name == old { schemas[index].name = new }
            schemas[index].mapReferences { $0 == old ? new : $0 }
        }
        for index in operations.indices {
            operations[index].mapReferences { $0 == old ? new : $0 }
        }
    }

    /// The schemas that operations lead to.
    var reachableSchemas: Set<String> {
        var byName: [String: NamedSchema] = [:]
        for schema in schemas { byName[schema.name] = schema }
        var reached: Set<String> = []
        var waiting: [String] = []
        for var operation in operations {
            operation.mapReferences { name in
                waiting.append(name)
                return name
            }
        }
        while let name = waiting.popLast() {
            guard reached.insert(name).inserted, var schema = byName[name] else { continue }
            schema.mapReferences { name in
                waiting.append(name)
                return name
            }
        }
        return reached
    }
}
