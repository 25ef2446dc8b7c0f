import APIModel
import Recognition

/// What the lists of an operation hold whose content type is said beside them: the arguments of a
/// program's method. One of them is the body as a whole, and the others stand in the address.
struct Arguments {
    /// Whether a content type, or that there is none, is said.
    var areOfMethod = false
    /// Whether they are fields of a form.
    var areOfForm = false
    /// Whether something is sent at all.
    var haveBody = false

    init(_ claims: [Claim]) {
        for claim in claims {
            guard case .mediaTypes(let types, .request) = claim.statement,
                types.allSatisfy(\.evidence.isBesideArguments)
            else { continue }
            areOfMethod = true
            haveBody = haveBody || !types.isEmpty
            areOfForm = areOfForm || types.contains { $0.value.contains("form") }
        }
    }

    init() {}

    /// The argument that is the body: the only one of an object's type, or the one called so.
    func body(of list: FieldList, besides isPlaceholder: (String) -> Bool) -> Int? {
        guard areOfMethod, haveBody, !areOfForm else { return nil }
        let open = list.fields.indices.filter { index in
            let field = list.fields[index]
            return field.depth == 0 && field.location == nil && !isPlaceholder(field.name.value)
        }
        if let called = open.first(where: { list.fields[$0].isCalledBody }) { return called }
        let typed = open.filter { list.fields[$0].type?.value.holdsNamed == true }
        return typed.count == 1 ? typed[0] : open.count == 1 ? open[0] : nil
    }
}

extension Field {
    /// "context for authentication, logging, cancellation": an argument of the program, not of the call.
    var isOfProgram: Bool {
        guard let type, case .reference = type.value.kind, let description else { return false }
        let words = description.value.lowercased().split(separator: " ")
        return words.first == "context" || words == ["api", "context"]
    }

    /// The same as its type, letter for letter: `NewBoat`.
    var isSpelledLikeType: Bool {
        name.value.first?.isUppercase == true && type?.value.namedPart == name.value
    }

    /// `body`, or the name of its own type: `newBoat` that is a `NewBoat`.
    fileprivate var isCalledBody: Bool {
        let name = plain(self.name.value)
        if ["body", "payload", "requestbody"].contains(name) { return true }
        return type?.value.namedPart.map { plain($0) == name } ?? false
    }
}

private func plain(_ name: String) -> String {
    name.lowercased().filter { $0 != "_" && $0 != "-" }
}

extension TypeExpression {
    /// The object that it names, or that the elements of a list are.
    fileprivate var namedPart: String? {
        switch kind {
        case .reference(let name, _): name
        case .array(let element?): element.namedPart
        default: nil
        }
    }

    fileprivate var holdsNamed: Bool { namedPart != nil }
}
