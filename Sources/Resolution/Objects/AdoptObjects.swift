import APIModel
import Recognition
import SourceText

/// How places come to hold the documented objects that their types name.
extension Uniting {
    /// A type that names a documented object makes the place hold that object.
    mutating func adoptDocumentedObject(
        at place: Draft, under key: String? = nil, depth: Int = 0
    ) {
        guard depth <= maximumDepth else { return }
        defer { place.describeRepeated() }
        for type in place.types {
            guard let documented = documentedObject(of: type) else { continue }
            documented.isUsed = true
            inheritMembers(at: documented.draft, depth: depth + 1)
            if documented.draft.object == nil {
                adoptDocumentedObject(at: documented.draft, depth: depth + 1)
            }
            guard let object = documented.draft.object, !object.names.isEmpty else { continue }
            if listsAreComplete, let shown = place.object, shown !== object {
                shown.restrict(to: object)
            }
            place.adopt(object, under: key)
            if listsAreComplete || place.repeated.allSatisfy({ object.isKnown($0) }) {
                place.repeated = []
            }
            return
        }
    }

    /// A bare `{}`, or a place that says "object" and no more, is the object that a heading calls
    /// like its key: `embedders` and "Embedders object".
    mutating func adoptObject(of key: String?, at place: Draft) {
        guard let key = key ?? place.object?.key, place.object?.members == nil, place.mayBeObject,
            let found = registry.find(object: key)
        else { return }
        let documented = registry[found]
        guard let object = documented.draft.object, documented.draft !== place else { return }
        // "Address object of the guest": what a sample shows of it is a part of what that lists.
        if let shown = place.object, shown !== object, !shown.names.isEmpty {
            // "…" in a sample says that there is more.
            let isTold =
                place.isCalledObject(key) || shown.keySet == object.keySet || shown.isPartial
            guard isTold, shown.isPart(of: object) else { return }
        }
        documented.isUsed = true
        if let bare = place.object, bare !== object { object.merge(bare) }
        place.object = object
    }

    private func documentedObject(of type: Said<TypeExpression>) -> DocumentedObject? {
        guard case .reference(let name, let target) = type.value.kind,
            let key = registry.find(name: name, target: target, from: type.evidence.span.file)
        else { return nil }
        return registry[key]
    }

    /// The members of the parts that a place is put together from; alone, a part is the whole.
    mutating func inheritMembers(at place: Draft, depth: Int = 0) {
        let bases = place.bases
        place.bases = []
        guard depth <= maximumDepth else { return }
        if bases.count == 1, !place.isObject || place.object?.isOnlyShown == true {
            place.types.append(bases[0].type)
            place.repeated += bases[0].repeated
            return
        }
        for base in bases {
            guard let documented = documentedObject(of: base.type) else {
                place.describe(base.repeated)
                continue
            }
            documented.isUsed = true
            inheritMembers(at: documented.draft, depth: depth + 1)
            adoptDocumentedObject(at: documented.draft, depth: depth + 1)
            guard let theirs = documented.draft.object, theirs !== place.object else { continue }
            place.holdingObject().inherit(from: theirs)
        }
    }
}

extension Draft {
    /// "Prompts object with…", said of `prompts`.
    fileprivate func isCalledObject(_ key: String) -> Bool {
        let key = key.lowercased()
        return descriptions.contains { said in
            let words = Recognition.words(of: said.value).prefix(12)
            return zip(words, words.dropFirst()).contains { $0 == key && $1 == "object" }
        }
    }

    /// Whether an object stands here of which nothing more is known.
    fileprivate var mayBeObject: Bool {
        let isShown = shown.allSatisfy { $0.value == .object || $0.value == .null }
        let isSaid = types.allSatisfy { $0.value.kind == .object }
        return items == nil && isShown && isSaid
            && (shown.contains { $0.value == .object } || !types.isEmpty)
    }
}

extension ObjectDraft {
    /// Whether samples alone show it, and nothing that the list of the other does not name.
    fileprivate func isPart(of documented: ObjectDraft) -> Bool {
        title == nil && isOnlyShown
            && names.allSatisfy { documented.properties[$0.value]?.isListed == true }
    }

    /// Takes the members of a part. A list of its own says more than the part; what a sample shows
    /// goes with what the part says.
    fileprivate func inherit(from part: ObjectDraft) {
        for name in part.names {
            let known = properties[name.value]
            if known == nil { names.append(name) }
            guard known?.isListed != true, let theirs = part.properties[name.value] else {
                continue
            }
            if let known, theirs.saysNoType { theirs.merge(known) }
            properties[name.value] = theirs
        }
    }

    /// Whether a repeated row, or one below it, is a member of what was found.
    fileprivate func isKnown(_ row: FieldNode) -> Bool {
        !row.field.part.isNamed || properties[row.field.name.value] != nil
    }

    /// Leaves out what a sample shows beyond the members of a listed object.
    fileprivate func restrict(to listed: ObjectDraft, depth: Int = 0) {
        guard depth <= maximumDepth, listed.hasListed else { return }
        listed.undocumented += names.filter { listed.properties[$0.value] == nil }
        names = names.filter { listed.properties[$0.value] != nil }
        var kept: [String: Draft] = [:]
        for name in names {
            guard let mine = properties[name.value], let theirs = listed.properties[name.value]
            else { continue }
            mine.restrict(to: theirs, depth: depth + 1)
            kept[name.value] = mine
        }
        properties = kept
    }

    /// Whether a list names its members; samples alone do not.
    var hasListed: Bool {
        names.contains { properties[$0.value]?.isListed == true }
    }
}

extension Draft {
    /// Whether a list names it and says nothing of what it holds.
    fileprivate var saysNoType: Bool { types.isEmpty && object == nil && items == nil }

    /// Adds the rows that only repeat what a type names, where the type leads nowhere.
    fileprivate func describeRepeated() {
        let rows = repeated
        repeated = []
        if !rows.isEmpty { objectPlace.describe(rows) }
    }

    fileprivate func restrict(to listed: Draft, depth: Int) {
        guard depth <= maximumDepth else { return }
        if let items {
            if let theirs = listed.items { items.restrict(to: theirs, depth: depth + 1) }
        }
        guard let object else { return }
        if let theirs = listed.object, theirs.hasListed {
            object.restrict(to: theirs, depth: depth + 1)
        } else {
            self.object = nil
        }
    }

    /// A sample's keys are data where the list says that the place holds members of any name.
    func foldSamplesIntoMembers() {
        guard let object, let members = object.members, members.isListed else { return }
        for name in object.names {
            guard let shown = object.properties[name.value], !shown.isListed else { continue }
            members.merge(shown)
            object.properties[name.value] = nil
        }
        object.names.removeAll { object.properties[$0.value] == nil }
    }

    /// Rows below one that samples show as a list speak of its elements.
    func foldMembersIntoElements(depth: Int = 0) {
        guard let object, !object.names.isEmpty, let items, items.isObject || items.shown.isEmpty,
            !shown.contains(where: { $0.value == .object }),
            shown.contains(where: { $0.value == .array })
        else { return }
        let rows = Draft()
        rows.object = object
        self.object = nil
        items.merge(rows, depth: depth + 1)
    }

    /// Leaves out what only samples show of an object whose list names every member.
    ///
    /// A listed object without members is one that may hold anything.
    func dropUnlisted() {
        guard let object else { return }
        let isListedObject = isListed && object.members == nil && types.contains { $0.value.isAny }
        guard object.hasListed || object.members?.isListed == true || isListedObject else { return }
        for name in object.names where object.properties[name.value]?.isListed != true {
            object.properties[name.value] = nil
            if object.hasListed { object.undocumented.append(name) }
        }
        object.names.removeAll { object.properties[$0.value] == nil }
    }
}

extension TypeExpression {
    /// Whether it leaves open what the place holds.
    fileprivate var isAny: Bool {
        switch kind {
        case .object, .any, .dictionary(nil): true
        default: false
        }
    }
}
