import APIModel
import Recognition
import SourceText

/// Gives placeholders of which nobody says the type that of what they are called after: the `id` of
/// what `GET /boats/{id}` answers with, or the one `boat_id` that objects of the site have.
func typePlaceholders(of drafts: [OperationDraft], _ registry: ObjectRegistry) {
    var known = MemberTypes()
    for object in registry.objects { known.add(object.draft) }
    var answers: [String: Draft] = [:]
    for draft in drafts where draft.method == .get {
        let shape = draft.request.path.value.shape
        if answers[shape] == nil { answers[shape] = draft.shownAnswer }
    }
    for operation in drafts where !operation.isComplete {
        var before = ""
        for part in operation.request.path.value.parts {
            guard case .placeholder(let name) = part else {
                if case .literal(let text) = part { before += text }
                continue
            }
            let list = answers[before.withoutOuterSlashes]?.items
            before += "{}"
            let places = operation.parameters(called: name).filter { $0.location.value == .path }
            guard let place = places.first?.draft, place.types.isEmpty, place.values.isEmpty else {
                continue
            }
            let owner = answers[before.withoutOuterSlashes] ?? list
            guard let type = owner?.type(calledBy: name) ?? known.type(of: name) else { continue }
            if type.value.kind == .integer, operation.callsShowWord(at: name) { continue }
            let evidence = Evidence(type.evidence.span, .implied, type.evidence.construct)
            place.types.append(Said(type.value, evidence))
        }
    }
}

extension OperationDraft {
    /// Whether a call of the operation has a word where a placeholder stands: `/piers/root`.
    fileprivate func callsShowWord(at name: String) -> Bool {
        let form = request.path.value.text.split(separator: "/")
        guard let place = form.firstIndex(of: "{\(name)}") else { return false }
        return calls.contains { call in
            guard matchURL(call.url.value, to: request.path.value) != nil else { return false }
            let shown = call.url.value.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
            let index = shown.count - form.count + place
            return index >= 0
                && shown[index].utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
                && shown[index] != shown[index].uppercased()
        }
    }
}

/// The types of the members of documented objects that are called as IDs are.
private struct MemberTypes {
    private var byName: [String: Said<TypeExpression>?] = [:]

    mutating func add(_ draft: Draft) {
        guard let object = draft.objectPlace.object else { return }
        for name in object.names where name.value.isNameOfID {
            guard let type = object.properties[name.value]?.plainType else { continue }
            if let other = byName[name.value], other?.value != type.value {
                byName[name.value] = .some(nil)
            } else {
                byName[name.value] = type
            }
        }
    }

    func type(of name: String) -> Said<TypeExpression>? { byName[name] ?? nil }
}

extension Draft {
    /// The type of the member that a placeholder of this resource is called after.
    fileprivate func type(calledBy name: String) -> Said<TypeExpression>? {
        guard let object else { return nil }
        let isID = name.lowercased() != "uid" && (name.lowercased() == "id" || name.isNameOfID)
        for key in isID ? [name, "id"] : [name] {
            if let type = object.properties[key]?.plainType { return type }
        }
        return nil
    }

    /// Integer or text, as it is stated or as all that is shown of it is.
    fileprivate var plainType: Said<TypeExpression>? {
        guard values.isEmpty else { return nil }
        if let type = types.first {
            switch type.value.kind {
            case .integer: return Said(TypeExpression(.integer), type.evidence)
            case .string: return Said(TypeExpression(.string(.plain)), type.evidence)
            default: return nil
            }
        }
        guard let first = scalars.first else { return nil }
        let areIntegers = scalars.allSatisfy { said in
            guard case .number(let number) = said.value.node else { return false }
            return number.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        }
        return areIntegers ? Said(TypeExpression(.integer), first.evidence) : nil
    }
}

extension String {
    /// `boat_id`, `boatId`, `vid`, and not `id` alone.
    fileprivate var isNameOfID: Bool {
        if utf8.count == 3 { return lowercased().hasSuffix("id") }
        let words = Recognition.words(of: self).map { $0.lowercased() }
        return words.count > 1 && words.last == "id" && !words.contains("or")
    }

    fileprivate var withoutOuterSlashes: String {
        var text = self[...]
        while text.utf8.first == 0x2F { text = text.dropFirst() }
        while text.utf8.last == 0x2F { text = text.dropLast() }
        return String(text)
    }
}
