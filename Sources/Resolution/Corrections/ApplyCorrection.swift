import APIModel
import JSONText
import Recognition
import SourceText

extension APIDescription {
    mutating func apply(
        _ change: Correction.Change, _ evidence: Evidence, at place: ModelPlace
    ) -> CorrectionOutcome {
        switch change {
        case .required(let value): return require(value, evidence, at: place)
        case .deprecated(let value): return deprecate(value, evidence, at: place)
        case .nullable(let value):
            return changeSchema(at: place) { schema, _ in
                schema.nullable.correct(to: value, unstated: false, evidence)
            }
        case .defaultValue(let text):
            return changeSchema(at: place) { schema, _ in
                guard let value = text.jsonValue(for: schema.shape.value) else { return .unfit }
                guard schema.defaultValue?.value.node != value.node else { return .same }
                schema.defaultValue = Fact(value, evidence)
                return .changed
            }
        case .type(let type):
            let owner = ownerName(of: place)
            var api = self
            let outcome = changeSchema(at: place) { schema, key in
                schema.correct(to: type, in: &api, named: owner + typeName(key), evidence)
            }
            schemas += api.schemas.dropFirst(schemas.count)
            return outcome
        case .values(let values): return list(values, evidence, at: place)
        case .name, .absent: return .unfit
        }
    }

    /// The schema at a place and the key it stands under; places without one are unfit.
    private mutating func changeSchema(
        at place: ModelPlace, _ change: (inout Schema, _ key: String) -> CorrectionOutcome
    ) -> CorrectionOutcome {
        switch place {
        case .parameter(let index, let parameter):
            let key = operations[index].parameters[parameter].name.value
            return change(&operations[index].parameters[parameter].schema, key)
        case .header(let index, let response, let header):
            let key = operations[index].responses[response].headers[header].name.value
            return change(&operations[index].responses[response].headers[header].schema, key)
        case .requestBody(let index):
            guard var body = operations[index].requestBody else { return .unfit }
            defer { operations[index].requestBody = body }
            return change(&body.schema, "Request")
        case .response(let index, let response):
            guard var body = operations[index].responses[response].body else { return .unfit }
            defer { operations[index].responses[response].body = body }
            return change(&body.schema, "Response")
        case .property(let schema, let property):
            guard case .object(var object) = schemas[schema].definition else { return .unfit }
            defer { schemas[schema].definition = .object(object) }
            let key = object.properties[property].name.value
            return change(&object.properties[property].schema, key)
        case .operation, .schema, .enumerationValue: return .unfit
        }
    }

    private mutating func require(
        _ value: Bool, _ evidence: Evidence, at place: ModelPlace
    ) -> CorrectionOutcome {
        switch place {
        case .parameter(let index, let parameter):
            guard operations[index].parameters[parameter].location.value != .path else {
                return value ? .same : .unfit
            }
            return operations[index].parameters[parameter].required.correct(
                to: value, unstated: false, evidence)
        case .header(let index, let response, let header):
            return operations[index].responses[response].headers[header].required.correct(
                to: value, unstated: false, evidence)
        case .requestBody(let index):
            guard var body = operations[index].requestBody else { return .unfit }
            defer { operations[index].requestBody = body }
            return body.required.correct(to: value, unstated: nil, evidence)
        case .property(let schema, let property):
            guard case .object(var object) = schemas[schema].definition else { return .unfit }
            defer { schemas[schema].definition = .object(object) }
            return object.properties[property].required.correct(
                to: value, unstated: false, evidence)
        case .operation, .response, .schema, .enumerationValue: return .unfit
        }
    }

    private mutating func deprecate(
        _ value: Bool, _ evidence: Evidence, at place: ModelPlace
    ) -> CorrectionOutcome {
        switch place {
        case .operation(let index):
            return operations[index].deprecated.correctPresence(to: value, evidence)
        case .parameter(let index, let parameter):
            return operations[index].parameters[parameter].deprecated.correctPresence(
                to: value, evidence)
        case .property(let schema, let property):
            guard case .object(var object) = schemas[schema].definition else { return .unfit }
            defer { schemas[schema].definition = .object(object) }
            return object.properties[property].deprecated.correctPresence(to: value, evidence)
        case .header, .requestBody, .response, .schema, .enumerationValue: return .unfit
        }
    }

    /// Values for a place that has a list already, or is to have one.
    private mutating func list(
        _ values: [String], _ evidence: Evidence, at place: ModelPlace
    ) -> CorrectionOutcome {
        if case .schema(let index) = place {
            return schemas[index].list(values, evidence)
        }
        let owner = ownerName(of: place)
        var api = self
        let outcome = changeSchema(at: place) { schema, key in
            schema.list(values, in: &api, named: owner + typeName(key), evidence)
        }
        let changed = schemas.count
        for index in schemas.indices where isEnumeration(api.schemas[index]) {
            schemas[index] = api.schemas[index]
        }
        schemas += api.schemas.dropFirst(changed)
        return outcome
    }

    private func isEnumeration(_ schema: NamedSchema) -> Bool {
        if case .enumeration = schema.definition { return true }
        return false
    }

    /// What a new enumeration or union at the place is named after.
    private func ownerName(of place: ModelPlace) -> String {
        switch place {
        case .operation(let index), .parameter(let index, _), .header(let index, _, _),
            .requestBody(let index), .response(let index, _):
            typeName(operations[index].id)
        case .schema(let index), .property(let index, _), .enumerationValue(let index, _):
            schemas[index].name
        }
    }
}

extension Fact<Bool>? {
    /// `unstated` is what silence comes to: where it is the same, nothing changes.
    fileprivate mutating func correct(
        to value: Bool, unstated: Bool?, _ evidence: Evidence
    ) -> CorrectionOutcome {
        guard let fact = self else {
            guard value != unstated else { return .same }
            self = Fact(value, evidence)
            return .changed
        }
        guard fact.value != value else { return .same }
        self = fact.corrected(to: value, evidence) { "\($0)" }
        return .changed
    }
}

extension Fact<String>? {
    /// A fact whose presence counts, such as a deprecation.
    fileprivate mutating func correctPresence(
        to value: Bool, _ evidence: Evidence
    ) -> CorrectionOutcome {
        guard (self != nil) != value else { return .same }
        self = value ? Fact("", evidence) : nil
        return .changed
    }
}

extension Fact {
    /// The corrected value over what was believed, which stays to be told.
    func corrected(
        to value: Value, _ evidence: Evidence, words: (Value) -> String
    ) -> Fact {
        let losers = [self.evidence] + agreeing
        let said = losers.map { Overruled(words(self.value), $0) }
        return Fact(
            value, evidence, overruled: Array((said + overruled).prefix(maximumKept)))
    }
}
