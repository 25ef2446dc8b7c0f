import APIModel
import Recognition
import SourceText

extension Uniting {
    /// "the [kind](#note-kinds) of note": a member without values of its own has those of the table
    /// that its description links to, where that table is called as the member is.
    func adoptLinkedValues(at place: Draft, called name: String) {
        guard place.values.isEmpty, place.object == nil, place.items == nil,
            place.types.allSatisfy({ $0.value.mayBeOneOfValues })
        else { return }
        for link in place.links {
            guard let fragment = link.value.fragment,
                let values = registry.values(linkedBy: fragment, of: name)
            else { continue }
            place.values = values
            return
        }
    }
}

extension ObjectRegistry {
    /// The values that a section of this anchor lists; anchors may be longer by what is around it.
    fileprivate func values(linkedBy fragment: String, of name: String) -> [ValueRow]? {
        let anchor = fragment.anchorForm
        let member = singularForm(name.split(separator: "_").last?.lowercased() ?? "")
        let found = objects.first { object in
            guard !object.draft.values.isEmpty, object.draft.object?.names.isEmpty ?? true,
                object.words.last.map({ singularForm($0) }) == member
            else { return false }
            let own = object.title.value.anchorForm
            // Flags are put together, not chosen from.
            guard !object.draft.values.contains(where: { $0.value.value.contains("<") }),
                member != "flag"
            else { return false }
            return object.anchors.contains { $0.anchorForm == anchor }
                || anchor.hasSuffix(own)
                || own.hasSuffix(member + "s") && anchor.hasSuffix(member + "s")
        }
        return found?.draft.values
    }
}

extension TypeExpression {
    fileprivate var mayBeOneOfValues: Bool {
        switch kind {
        case .integer, .string(.plain), .enumeration, .any, .unknown: true
        default: false
        }
    }
}
