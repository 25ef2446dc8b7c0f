import APIModel
import JSONText
import Recognition
import SourceText

extension Schema {
    mutating func correct(
        to type: TypeExpression, in api: inout APIDescription, named name: String,
        _ evidence: Evidence
    ) -> CorrectionOutcome {
        guard let wanted = api.shape(of: type, named: name, evidence) else { return .unfit }
        var outcome = CorrectionOutcome.same
        if type.isNullable, nullable?.value != true {
            nullable =
                nullable?.corrected(to: true, evidence) { "\($0)" } ?? Fact(true, evidence)
            outcome = .changed
        }
        guard shapeText(wanted) != shapeText(shape.value) else { return outcome }
        shape = shape.corrected(to: wanted, evidence, words: shapeText)
        if let text = defaultValue?.value.plainText {
            defaultValue = text.jsonValue(for: wanted).map { Fact($0, evidence) }
        }
        return .changed
    }

    /// A list of values here, in the elements of a list, or in the enumeration that is used here.
    mutating func list(
        _ values: [String], in api: inout APIDescription, named name: String, _ evidence: Evidence
    ) -> CorrectionOutcome {
        switch shape.value {
        case .array(var items):
            let outcome = items.list(values, in: &api, named: name, evidence)
            shape.value = .array(items)
            return outcome
        case .reference(let reference):
            guard let index = api.schemas.firstIndex(where: { $0.name == reference }) else {
                return .unfit
            }
            return api.schemas[index].list(values, evidence)
        case .unknown, .boolean, .integer, .number, .decimal, .string, .dictionary, .unresolved:
            let wanted = api.enumeration(
                values, isInteger: shape.value == .integer, named: name, evidence)
            shape = shape.corrected(to: wanted, evidence, words: shapeText)
            return .changed
        }
    }
}

extension NamedSchema {
    /// Values that stay keep their names and meanings.
    mutating func list(_ values: [String], _ evidence: Evidence) -> CorrectionOutcome {
        guard case .enumeration(var enumeration) = definition else { return .unfit }
        guard enumeration.values.map(\.value.value) != values else { return .same }
        let known = enumeration.values
        enumeration.values = values.map { value in
            known.first { $0.value.value == value }
                ?? EnumerationValue(value: Fact(value, evidence))
        }
        definition = .enumeration(enumeration)
        return .changed
    }
}

extension APIDescription {
    /// The shape that a type expression means here; `nil` where it names what is not there.
    fileprivate mutating func shape(
        of type: TypeExpression, named name: String, _ evidence: Evidence
    ) -> Shape? {
        switch type.kind {
        case .boolean: return .boolean
        case .integer: return .integer
        case .number: return .number
        case .decimal: return .decimal
        case .string(let format): return .string(format)
        case .any: return .unknown
        case .object: return .dictionary(Schema(Fact(.unknown, evidence)))
        case .array(let part):
            guard let part else { return .array(Schema(Fact(.unknown, evidence))) }
            return schema(of: part, named: name, evidence).map { .array($0) }
        case .dictionary(let part):
            guard let part else { return .dictionary(Schema(Fact(.unknown, evidence))) }
            return schema(of: part, named: name, evidence).map { .dictionary($0) }
        case .reference(let wanted, _):
            let words = objectWords(of: wanted)
            let found =
                schemas.first { $0.name == wanted }
                ?? schemas.first { objectWords(of: $0.documentedName?.value ?? $0.name) == words }
            return found.map { .reference($0.name) }
        case .enumeration(let values):
            return enumeration(values, isInteger: false, named: name, evidence)
        case .union(let parts):
            var options: [Schema] = []
            for part in parts {
                guard let option = schema(of: part, named: name, evidence) else { return nil }
                options.append(option)
            }
            return add(NamedSchema(name: free(name), definition: .union(options)))
        case .unknown: return nil
        }
    }

    private mutating func schema(
        of type: TypeExpression, named name: String, _ evidence: Evidence
    ) -> Schema? {
        guard let shape = shape(of: type, named: name, evidence) else { return nil }
        var schema = Schema(Fact(shape, evidence))
        if type.isNullable { schema.nullable = Fact(true, evidence) }
        return schema
    }

    fileprivate mutating func enumeration(
        _ values: [String], isInteger: Bool, named name: String, _ evidence: Evidence
    ) -> Shape {
        let base: Enumeration.Base =
            isInteger && values.allSatisfy { $0.wireValue(.integer) != nil } ? .integer : .string
        let values = values.map { EnumerationValue(value: Fact($0, evidence)) }
        let enumeration = Enumeration(base: base, values: values)
        return add(NamedSchema(name: free(name), definition: .enumeration(enumeration)))
    }

    private mutating func add(_ schema: NamedSchema) -> Shape {
        schemas.append(schema)
        return .reference(schema.name)
    }

    private func free(_ name: String) -> String {
        let taken = Set(schemas.map { $0.name.lowercased() })
        var candidate = name
        var number = 2
        while taken.contains(candidate.lowercased()) {
            candidate = name + String(number)
            number += 1
        }
        return candidate
    }
}

extension JSONValue {
    /// A scalar as it would be written in a cell.
    fileprivate var plainText: String? {
        switch node {
        case .string(let text), .number(let text), .word(let text): text
        case .boolean(let value): "\(value)"
        case .null, .array, .object, .elision: nil
        }
    }
}
