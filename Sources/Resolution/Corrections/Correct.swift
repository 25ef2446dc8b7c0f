import APIModel
import Recognition
import SourceText

/// Puts the user's corrections over what the pages say; each that has no effect is reported.
///
/// Comes after names are settled, since a correction speaks of what is called somehow. What the
/// pages said stays in the fact, overruled, and `explain` tells it.
package func correct(_ api: inout APIDescription, by corrections: [Correction]) -> [Diagnostic] {
    let before = api.reachableSchemas
    var notes: [Diagnostic] = []
    var absent: [ModelPlace] = []
    var names: [(place: ModelPlace, name: String, correction: Correction)] = []
    for correction in corrections {
        let places = api.places(of: correction.subject)
        if places.isEmpty {
            notes.append(.unknownCorrection(correction))
            continue
        }
        switch correction.change {
        case .absent:
            absent += places.filter(isRemovable)
            if !places.contains(where: isRemovable) { notes.append(.unfitCorrection(correction)) }
        case .name(let name): names += places.map { ($0, name, correction) }
        default: notes += api.apply(correction, at: places)
        }
    }
    // Names are what other corrections speak of, and places are positions: both change last.
    for (place, name, correction) in names { notes += api.name(place, name, correction) }
    api.remove(absent)
    let after = api.reachableSchemas
    api.schemas.removeAll { before.contains($0.name) && !after.contains($0.name) }
    return notes
}

extension APIDescription {
    /// One correction at each place it speaks of: stale if it changes none of them.
    fileprivate mutating func apply(
        _ correction: Correction, at places: [ModelPlace]
    ) -> [Diagnostic] {
        var outcome = CorrectionOutcome.unfit
        for place in places {
            let next = apply(correction.change, correction.evidence, at: place)
            outcome = max(outcome, next)
        }
        switch outcome {
        case .changed: return []
        case .same: return [.staleCorrection(correction)]
        case .unfit: return [.unfitCorrection(correction)]
        }
    }

    /// Removes from the back, so that the positions before stay.
    fileprivate mutating func remove(_ places: [ModelPlace]) {
        for place in Set(places).sorted(by: { $0.position > $1.position }) {
            switch place {
            case .operation(let index): operations.remove(at: index)
            case .parameter(let index, let parameter):
                operations[index].parameters.remove(at: parameter)
            case .header(let index, let response, let header):
                operations[index].responses[response].headers.remove(at: header)
            case .requestBody(let index): operations[index].requestBody = nil
            case .response(let index, let response):
                operations[index].responses.remove(at: response)
            case .property(let schema, let property):
                guard case .object(var object) = schemas[schema].definition else { continue }
                object.properties.remove(at: property)
                schemas[schema].definition = .object(object)
            case .enumerationValue(let schema, let value):
                guard case .enumeration(var enumeration) = schemas[schema].definition else {
                    continue
                }
                enumeration.values.remove(at: value)
                schemas[schema].definition = .enumeration(enumeration)
            case .schema: continue
            }
        }
    }
}

extension ModelPlace {
    /// Inner places are removed before what holds them, later ones before earlier ones.
    fileprivate var position: (Int, Int, Int) {
        switch self {
        case .operation(let index): (0, index, 0)
        case .response(let index, let response): (1, index, response)
        case .requestBody(let index): (1, index, 0)
        case .parameter(let index, let parameter): (2, index, parameter)
        case .header(let index, let response, let header): (3 + response, index, header)
        case .schema(let index): (0, index, 0)
        case .property(let schema, let property): (1, schema, property)
        case .enumerationValue(let schema, let value): (1, schema, value)
        }
    }
}

/// Objects go when nothing uses them, parameters of the path with their path.
private func isRemovable(_ place: ModelPlace) -> Bool {
    if case .schema = place { return false }
    return true
}

/// What a correction did, the most counts.
enum CorrectionOutcome: Comparable {
    /// The change makes no sense at the place, such as values of an operation.
    case unfit
    /// The pages say so already.
    case same
    case changed
}

extension Diagnostic {
    /// A correction says what the pages say by now.
    ///
    /// Nothing is lost when its line goes.
    static func staleCorrection(_ correction: Correction) -> Diagnostic {
        Diagnostic(
            .warning, "correction-stale",
            "the pages say so themselves; this correction changes nothing",
            at: correction.evidence.span)
    }

    /// A correction speaks of an operation, an object or a field that is not there.
    ///
    /// Look for its name with `endpointgen explain`.
    static func unknownCorrection(_ correction: Correction) -> Diagnostic {
        Diagnostic(
            .error, "correction-unknown", "there is no \(correction.subject.words)",
            at: correction.evidence.span)
    }

    /// What a correction says cannot be said of its subject.
    static func unfitCorrection(_ correction: Correction) -> Diagnostic {
        Diagnostic(
            .error, "correction-unfit",
            "this cannot be said of \(correction.subject.words)", at: correction.evidence.span)
    }

    /// A correction gives a name that something else has.
    static func takenCorrection(_ name: String, _ correction: Correction) -> Diagnostic {
        Diagnostic(
            .error, "correction-name-taken", "'\(name)' is the name of something else",
            at: correction.evidence.span)
    }
}

extension CorrectionSubject {
    fileprivate var words: String {
        var words = field.map { "'\($0)' in " } ?? ""
        switch part {
        case .parameter(let location): words += "the \(location.rawValue) of "
        case .request: words += "the request of "
        case .response(.code(let code)): words += "response \(code) of "
        case .response: words += "the responses of "
        case nil: break
        }
        switch owner {
        case .operation(let method, let path): words += "'\(method.rawValue) \(path.text)'"
        case .named(let name): words += "'\(name)'"
        }
        return words
    }
}
