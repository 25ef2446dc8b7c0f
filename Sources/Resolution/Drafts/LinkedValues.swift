import APIModel
import Recognition
import SourceText

extension Uniting {
    /// "the [kind](#note-kinds) of note": a member without values of its own has those of the table
    /// that its description links to, where that table is called as the member is.
    func adoptLinkedValues(at place: Draft, called name: String) {
        if adoptListedValues(at: place, called: name) { return }
        guard place.values.isEmpty, place.object == nil, place.items == nil,
            !place.links.isEmpty, place.types.allSatisfy({ $0.value.mayBeOneOfValues })
        else { return }
        for link in place.links {
            guard let fragment = link.value.fragment,
                let values = registry.values(
                    linkedBy: fragment, of: name, from: link.evidence.span.file)
                    ?? valuesOfMember(name, linkedBy: fragment, on: link.evidence.span)
            else { continue }
            place.values = values
            return
        }
    }
}

extension Uniting {
    /// A type `ENUM` without values, where one list of the site is that of this name: "Order side
    /// (side)".
    fileprivate func adoptListedValues(at place: Draft, called name: String) -> Bool {
        guard place.values.isEmpty,
            place.types.contains(where: { $0.value.kind == .enumeration([]) })
        else { return false }
        guard let values = registry.valuesByMember[name] ?? nil else { return false }
        place.values = values
        return true
    }
}

extension ObjectRegistry {
    /// The values that a section of this anchor lists, where its title ends as the member's name.
    ///
    /// Anchors may be longer by what is around it: `note-object-note-kinds` leads to "Note kinds".
    fileprivate func values(
        linkedBy fragment: String, of name: String, from page: FileID
    ) -> [ValueRow]? {
        let member = singularForm(name.split(separator: "_").last?.lowercased() ?? "")
        var anchor = fragment[...]
        for _ in 0..<maximumWordsAround {
            let found = listings(at: String(anchor)).filter { object in
                object.words.last.map(singularForm) == member
            }
            let here = found.filter { $0.page == page }
            if let object = here.isEmpty ? found.first : here.first {
                return found.count == 1 || here.count == 1 ? object.draft.values : nil
            }
            guard let dash = anchor.firstIndex(of: "-") else { return nil }
            anchor = anchor[anchor.index(after: dash)...]
        }
        return nil
    }

    /// What an anchor leads to and lists values to choose one of.
    private func listings(at anchor: String) -> [DocumentedObject] {
        objects(at: anchor).filter { object in
            !object.draft.values.isEmpty && object.draft.object?.names.isEmpty ?? true
                && !object.draft.values.contains(where: \.isFlag)
        }
    }
}

/// How many words an anchor may have before those of its heading.
private let maximumWordsAround = 12

extension ValueRow {
    /// `1 << 3`: one of several bits that are put together, not chosen from.
    fileprivate var isFlag: Bool { value.value.contains("<<") }
}

extension Uniting {
    /// `[state](#state)` leads to the heading of a member that an object of the same page has.
    private func valuesOfMember(
        _ name: String, linkedBy fragment: String, on span: SourceSpan
    ) -> [ValueRow]? {
        guard fragment.anchorForm == name.anchorForm else { return nil }
        return owners[MemberKey(page: span.file, name: name)]?.lazy
            .compactMap { $0.draft.objectPlace.object?.properties[name]?.listedValues }.first
    }
}

/// A member of some object of a page.
struct MemberKey: Hashable {
    let page: FileID
    let name: String
}

extension ObjectRegistry {
    /// The objects of each page that headings call so, by their members: the first few of each.
    var ownersByMember: [MemberKey: [DocumentedObject]] {
        var owners: [MemberKey: [DocumentedObject]] = [:]
        for object in objects where object.isCalledObject {
            for name in object.draft.objectPlace.names {
                let key = MemberKey(page: object.page, name: name.value)
                if owners[key]?.count ?? 0 < maximumOwners {
                    owners[key, default: []].append(object)
                }
            }
        }
        return owners
    }
}

/// More objects than a page has that differ in the values of one member.
private let maximumOwners = 64

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
