import APIModel
import JSONText
import Recognition
import SourceText

/// What pages say of a place and what their samples show there, where the two differ.
///
/// Nothing is decided here: both stand on the page, and a person has to know.
extension Lift {
    mutating func compare(_ draft: Draft, called name: String?) {
        guard let name, !draft.shown.isEmpty else { return }
        let declared = draft.types.first { $0.evidence.strength >= .described && $0.value.isKnown }
        if let declared {
            compareFormat(draft, called: name, declared)
            if let null = draft.unexpectedNull(declaredAs: declared.value) {
                diagnostics.append(
                    .nullableByExample(name, at: null.span, declared: declared.evidence.span))
            }
            if let other = draft.shown.first(where: { declared.value.forbids($0.value) }) {
                diagnostics.append(
                    .typeByExample(
                        name, shown: other.value.rawValue, declared: declared.value.words,
                        at: other.evidence.span, declaredAt: declared.evidence.span))
            }
        }
    }

    /// Types and requiredness that two pages state, each in its proper place, and differently.
    mutating func comparePages(_ draft: Draft, called name: String?) {
        guard let name else { return }
        if let (first, other) = draft.types.disagreement(by: \.kindWord) {
            diagnostics.append(
                .pagesDisagree(
                    "'\(name)' is of type \(other.value.words) here and of type "
                        + "\(first.value.words) on another page",
                    at: other.evidence.span, first: first.evidence.span))
        }
        if let (first, other) = draft.required.disagreement(by: { $0 ? "required" : "optional" }) {
            diagnostics.append(
                .pagesDisagree(
                    "'\(name)' is \(other.value ? "required" : "optional") here and "
                        + "\(first.value ? "required" : "optional") on another page",
                    at: other.evidence.span, first: first.evidence.span))
        }
    }

    /// Members that samples show and the lists of the same object leave out.
    mutating func compare(_ object: ObjectDraft) {
        let described = object.names.lazy.compactMap { object.properties[$0.value]?.describedAt }
        guard let others = described.first else { return }
        var seen: Set<String> = []
        for name in object.undocumented where seen.insert(name.value).inserted {
            diagnostics.append(
                .undocumentedMember(name.value, at: name.evidence.span, others: others))
        }
        for name in object.names {
            guard let member = object.properties[name.value], member.describedAt == nil,
                !member.shown.isEmpty
            else { continue }
            diagnostics.append(
                .undocumentedMember(name.value, at: name.evidence.span, others: others))
        }
    }
}

extension Draft {
    /// Where a place other than the sample itself speaks of it; a sample may hold type words and
    /// comments.
    var describedAt: SourceSpan? {
        let spans = Set(shown.map(\.evidence.span))
        return types.map(\.evidence.span).first { !spans.contains($0) }
            ?? descriptions.map(\.evidence.span).first { !spans.contains($0) }
    }

    var isDescribed: Bool { describedAt != nil }

    /// A `null` that a sample shows although no place allows it.
    fileprivate func unexpectedNull(declaredAs type: TypeExpression) -> Evidence? {
        if type.isNullable || nullable.contains(where: \.value) { return nil }
        if case .union = type.kind { return nil }
        return shown.first { $0.value == .null }?.evidence
    }
}

extension Array {
    /// The first of two declared statements of different pages that cannot both be so; statements
    /// without a word agree with all.
    fileprivate func disagreement<Value>(
        by word: (Value) -> String?
    ) -> (first: Said<Value>, other: Said<Value>)? where Element == Said<Value> {
        guard count > 1 else { return nil }
        let declared = filter { $0.evidence.strength == .declared && word($0.value) != nil }
        guard let first = declared.first else { return nil }
        let other = declared.first { said in
            said.evidence.span.file != first.evidence.span.file
                && word(said.value) != word(first.value)
        }
        return other.map { (first, $0) }
    }
}

extension TypeExpression {
    /// Whether a value of this kind cannot be of the type.
    fileprivate func forbids(_ shown: ShownKind) -> Bool {
        switch kind {
        case .boolean: [.integer, .number, .string, .array, .object].contains(shown)
        case .integer, .number, .decimal: [.boolean, .string, .array, .object].contains(shown)
        case .string: [.boolean, .integer, .number, .array, .object].contains(shown)
        case .object, .dictionary: [.boolean, .integer, .number, .string].contains(shown)
        case .array: [.boolean, .integer, .number, .string, .object].contains(shown)
        case .union, .reference, .enumeration, .any, .unknown: false
        }
    }
}

extension TypeExpression {
    /// What no value can be two of; `nil` where only another place tells.
    fileprivate var kindWord: String? {
        switch kind {
        case .boolean: "boolean"
        case .integer, .number, .decimal: "number"
        case .string: "string"
        case .array: "array"
        case .object, .dictionary: "object"
        case .union, .reference, .enumeration, .any, .unknown: nil
        }
    }
}
