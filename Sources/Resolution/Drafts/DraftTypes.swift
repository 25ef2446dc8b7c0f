import APIModel
import Recognition
import SourceText

extension Draft {
    /// Adds a stated type, with the parts a type expression spells out.
    func describe(_ type: Said<TypeExpression>) {
        let evidence = type.evidence
        if type.value.isNullable { nullable.append(Said(true, evidence)) }
        switch type.value.kind {
        case .array(let part?):
            element().describe(Said(part, evidence))
        case .dictionary(let part?):
            member().describe(Said(part, evidence))
        case .enumeration(let listed):
            for value in listed where !values.contains(where: { $0.value.value == value }) {
                values.append(ValueRow(field: "", value: Said(value, evidence)))
            }
        default:
            break
        }
        guard type.value.isKnown else { return }
        types.append(type)
    }
}

extension TypeExpression {
    var isArray: Bool {
        if case .array = kind { return true }
        return false
    }

    /// Whether it is the name of something documented elsewhere, or a list of such.
    var isNamed: Bool {
        switch kind {
        case .reference: true
        case .array(let part?), .dictionary(let part?): part.isNamed
        default: false
        }
    }

    /// Whether it is a list of lists of nobody says what.
    var isListOfLists: Bool {
        guard case .array(let part?) = kind, case .array(nil) = part.kind else { return false }
        return true
    }

    /// Adds the words of each name that the type refers to.
    func collectNames(into names: inout Set<[String]>) {
        switch kind {
        case .reference(let name, _): names.insert(objectWords(of: name))
        case .array(let part?), .dictionary(let part?): part.collectNames(into: &names)
        case .union(let parts): for part in parts { part.collectNames(into: &names) }
        case .boolean, .integer, .number, .decimal, .string, .object, .array(nil),
            .dictionary(nil), .enumeration, .any, .unknown:
            break
        }
    }

    var isUnion: Bool {
        if case .union = kind { return true }
        return false
    }

    var isScalar: Bool {
        switch kind {
        case .boolean, .integer, .number, .decimal, .string, .enumeration: true
        case .object, .array, .dictionary, .union, .reference, .any, .unknown: false
        }
    }

    /// In the words `explain` uses.
    var words: String {
        switch kind {
        case .boolean: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .decimal: "decimal"
        case .string(let format): format == .plain ? "string" : "string (\(format.rawValue))"
        case .object: "object"
        case .array(let part): "array of \(part?.words ?? "anything")"
        case .dictionary(let part): "dictionary of \(part?.words ?? "anything")"
        case .union(let parts): parts.map(\.words).joined(separator: " or ")
        case .reference(let name, _): name
        case .enumeration: "enumeration"
        case .any: "any value"
        case .unknown(let text): text
        }
    }
}
