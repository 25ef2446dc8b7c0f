import APIModel
import Recognition
import SourceText

extension Uniting {
    /// "the [kind](#note-kinds) of note": a member without values of its own has those of the table
    /// that its description links to, where that table is called as the member is.
    func adoptLinkedValues(at place: Draft, called name: String) {
        guard place.values.isEmpty, place.object == nil, place.items == nil,
            !place.links.isEmpty, place.types.allSatisfy({ $0.value.mayBeOneOfValues })
        else { return }
        for link in place.links {
            guard let fragment = link.value.fragment,
                let values = registry.values(linkedBy: fragment, of: name)
                    ?? registry.values(ofMember: name, linkedBy: fragment, on: link.evidence.span)
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

extension ObjectRegistry {
    /// `[state](#state)` leads to the heading of a member that an object of the same page has.
    fileprivate func values(
        ofMember name: String, linkedBy fragment: String, on span: SourceSpan
    ) -> [ValueRow]? {
        guard fragment.anchorForm == name.anchorForm else { return nil }
        for object in objects where object.page == span.file && object.isCalledObject {
            let member = object.draft.objectPlace.object?.properties[name]
            if let values = member?.listedValues { return values }
        }
        return nil
    }
}

extension Draft {
    /// The values of the place, or of the elements of the list that it is.
    var listedValues: [ValueRow]? {
        let listed = items.map { $0.values.isEmpty ? values : $0.values } ?? values
        return listed.isEmpty ? nil : listed
    }
}

extension TypeExpression {
    fileprivate var mayBeOneOfValues: Bool {
        switch kind {
        case .integer, .string(.plain), .enumeration, .any, .unknown, .array(nil): true
        default: false
        }
    }
}
