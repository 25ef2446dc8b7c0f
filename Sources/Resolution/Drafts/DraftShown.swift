import APIModel
import JSONText
import Recognition
import SourceText

/// What samples and prose prove of a place.
extension Draft {
    /// The shape that samples alone show; kinds that disagree prove nothing.
    var shownShape: Shape {
        let kinds = Set(shown.map(\.value)).subtracting([.null, .word])
        if kinds == [.integer] { return .integer }
        if kinds == [.number] || kinds == [.number, .integer] { return .number }
        guard kinds.count == 1, let kind = kinds.first else { return .unknown }
        switch kind {
        case .boolean: return .boolean
        case .string: return stringShape
        case .array: return .array(Schema(Fact(.unknown, shown[0].evidence)))
        case .object: return .dictionary(Schema(Fact(.unknown, shown[0].evidence)))
        case .integer, .number, .null, .word: return .unknown
        }
    }

    /// A string with the format that all samples have.
    var stringShape: Shape {
        var format: StringFormat?
        for scalar in scalars {
            guard case .string(let text) = scalar.value.node else { continue }
            let found = stringFormat(of: text)
            if let format, format != found { return .string(.plain) }
            format = found
        }
        return .string(format ?? .plain)
    }

    /// `null` where a place says so or a sample shows it.
    var nullability: Fact<Bool>? {
        var said = nullable
        for kind in shown where kind.value == .null {
            said.append(Said(true, kind.evidence))
        }
        guard var fact = decide(said) else { return nil }
        // A sample that shows null is proof, whatever a weaker silence implies.
        if !fact.value, let proof = shown.first(where: { $0.value == .null }) {
            fact = Fact(true, proof.evidence, overruled: [Overruled("false", fact.evidence)])
        }
        return fact
    }

    /// Whether the member must be present: as stated, else as all samples show.
    ///
    /// What a caller may leave out, a sample of a request that has it does not tell; one that
    /// lacks it does, and so it does against what a habit implies.
    func requiredness(in parent: ObjectDraft) -> Fact<Bool>? {
        let stated = decide(required)
        if let stated, stated.evidence.strength > .implied || !stated.value { return stated }
        let isMissing = timesPresent < parent.shown || timesSent < parent.sent
        if isMissing, !parent.isPartial {
            let overruled = stated.map { [Overruled("true", $0.evidence)] } ?? []
            return shown.first.map { Fact(false, $0.evidence, overruled: overruled) }
        }
        if let stated { return stated }
        guard parent.shown > 0, timesPresent >= parent.shown else { return nil }
        return shown.first.map { Fact(true, $0.evidence) }
    }

    func defaultValue(for shape: Shape) -> Fact<JSONValue>? {
        guard let fact = decide(defaults) else { return nil }
        guard let value = fact.value.jsonValue(for: shape) else { return nil }
        return Fact(value, fact.evidence)
    }

    var exampleValue: Fact<JSONValue>? {
        if let statedExample { return statedExample.fact }
        if let scalar = scalars.first { return Fact(scalar.value, scalar.evidence) }
        guard let fact = decide(examples) else { return nil }
        return Fact(JSONValue(.string(fact.value), fact.evidence.span.range), fact.evidence)
    }
}

extension String {
    /// The text of a default as a value of the shape; `nil` where it is none.
    func jsonValue(for shape: Shape) -> JSONValue? {
        switch shape {
        case .boolean:
            switch lowercased() {
            case "true": return JSONValue(.boolean(true))
            case "false": return JSONValue(.boolean(false))
            default: return nil
            }
        case .integer:
            return isInteger ? JSONValue(.number(self)) : nil
        case .number, .decimal:
            guard let value = Double(self), value.isFinite else { return nil }
            return JSONValue(.number(self))
        case .string, .reference:
            if self == "null" { return JSONValue(.null) }
            return JSONValue(.string(self))
        case .unknown, .array, .dictionary, .unresolved:
            return self == "null" ? JSONValue(.null) : nil
        }
    }
}
