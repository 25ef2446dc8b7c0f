import APIModel
import SourceText

/// What changed from one description of an API to another: in the API, not in the text.
///
/// Places of `old` lie in the sources that `old` was read from, those of `new` in its own. Which
/// page says a thing, and in which order, is no change. A type that several operations share is
/// compared once for what is sent and once for what is received.
package func compare(_ old: APIDescription, _ new: APIDescription) -> [Change] {
    var comparison = Comparison(old: old, new: new)
    comparison.compareAPIs()
    for pair in matchOperations(old.operations, new.operations) {
        switch pair {
        case .removed(let operation):
            comparison.lost(Rule(.operation, .removed), title(of: operation), operation.path)
        case .added(let operation):
            comparison.gained(Rule(.operation, .added), title(of: operation), operation.path)
        case .both(let before, let after):
            comparison.compare(before, after)
        }
    }
    comparison.nameUses()
    return comparison.changes
}

/// `GET /users/{id}`.
package func title(of operation: Operation) -> String {
    "\(operation.method.value.rawValue) \(operation.path.value.text)"
}

/// The state of a comparison: both sides, and what was found so far.
struct Comparison {
    let old: Side
    let new: Side
    private(set) var changes: [Change] = []
    /// Pairs of types that were compared already, or are being compared.
    var seen: Set<TypePair> = []
    /// The change of each type of the new side that nothing else names, by its position in `changes`.
    private(set) var typeOfChange: [Int: String] = [:]

    struct TypePair: Hashable {
        let part: Rule.Part?
        let old: String
        let new: String
    }

    /// One description, its types at hand by name.
    struct Side {
        let api: APIDescription
        let schemas: [String: NamedSchema]

        init(_ api: APIDescription) {
            self.api = api
            schemas = Dictionary(api.schemas.map { ($0.name, $0) }) { first, _ in first }
        }
    }

    init(old: APIDescription, new: APIDescription) {
        self.old = Side(old)
        self.new = Side(new)
    }
}

// MARK: Reporting

/// What is being compared: what people call it, which part of the API it is, and the type that the
/// report has to name the uses of.
struct Subject {
    let part: Rule.Part
    let text: String
    var type: String?

    func member(_ name: String) -> Subject { Subject(part: part, text: text + name, type: type) }
}

extension Comparison {
    mutating func report(
        _ rule: Rule, _ subject: String, _ old: String? = nil, _ new: String? = nil,
        at oldPlace: SourceSpan?, _ newPlace: SourceSpan?, in type: String? = nil
    ) {
        if let type { typeOfChange[changes.count] = type }
        changes.append(
            Change(
                rule: rule, subject: subject, old: old, new: new, oldPlace: oldPlace,
                newPlace: newPlace))
    }

    mutating func report(
        _ event: Event, _ subject: Subject, _ old: String? = nil, _ new: String? = nil,
        at oldPlace: SourceSpan?, _ newPlace: SourceSpan?
    ) {
        report(
            Rule(subject.part, event), subject.text, old, new, at: oldPlace, newPlace,
            in: subject.type)
    }

    mutating func gained<Value>(
        _ rule: Rule, _ subject: String, _ fact: Fact<Value>, _ value: String? = nil
    ) {
        report(rule, subject, nil, value, at: nil, fact.evidence.span)
    }

    mutating func lost<Value>(
        _ rule: Rule, _ subject: String, _ fact: Fact<Value>, _ value: String? = nil
    ) {
        report(rule, subject, value, nil, at: fact.evidence.span, nil)
    }

    /// Prose: that the words are others is worth a line, how they are broken into lines is not.
    mutating func compareText(
        _ event: Event, _ subject: Subject, _ old: Fact<String>?, _ new: Fact<String>?
    ) {
        let before = old.map { words($0.value) } ?? []
        let after = new.map { words($0.value) } ?? []
        guard before != after else { return }
        report(event, subject, at: old?.evidence.span, new?.evidence.span)
    }

    /// A mark that is there or not, such as a deprecation.
    mutating func compareMark<Value>(
        _ event: Event, _ subject: Subject, _ old: Fact<Value>?, _ new: Fact<Value>?
    ) {
        switch (old, new) {
        case (nil, let new?): report(event, subject, at: nil, new.evidence.span)
        case (let old?, nil): report(event.reversed, subject, at: old.evidence.span, nil)
        case (nil, nil), (.some, .some): break
        }
    }

    /// Facts of a list that are told apart by a text: what came and what went.
    mutating func compareSets<Value>(
        _ event: Event, _ subject: Subject, _ old: [Fact<Value>], _ new: [Fact<Value>],
        _ text: (Value) -> String
    ) {
        let before = Set(old.map { text($0.value) })
        let after = Set(new.map { text($0.value) })
        for fact in old where !after.contains(text(fact.value)) {
            report(event.reversed, subject, text(fact.value), nil, at: fact.evidence.span, nil)
        }
        for fact in new where !before.contains(text(fact.value)) {
            report(event, subject, nil, text(fact.value), at: nil, fact.evidence.span)
        }
    }

    /// Says which operations a change of a type reaches, once all changes are known.
    mutating func nameUses() {
        guard !typeOfChange.isEmpty else { return }
        let before = usesOfTypes(old)
        let after = usesOfTypes(new)
        for index in changes.indices {
            guard let type = typeOfChange[index] else { continue }
            let part = changes[index].rule.part
            changes[index].uses = after[part, type] ?? before[part, type] ?? []
        }
    }
}

private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
