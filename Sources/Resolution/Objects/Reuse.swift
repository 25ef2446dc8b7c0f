import APIModel
import Recognition
import SourceText

/// What pages document once and show again elsewhere.
extension ObjectDraft {
    /// Whether samples show nothing here but members that the other has, at any depth.
    func fits(in listed: ObjectDraft, depth: Int = 0) -> Bool {
        guard self !== listed else { return true }
        guard depth < maximumDepth else { return false }
        return names.allSatisfy { name in
            guard let mine = properties[name.value], let theirs = listed.properties[name.value]
            else { return false }
            guard let own = mine.objectPlace.object, !own.names.isEmpty else { return true }
            guard let known = theirs.objectPlace.object, !known.names.isEmpty else {
                return !theirs.types.contains { $0.value.isScalar }
            }
            return own.fits(in: known, depth: depth + 1)
        }
    }

    /// Takes over what a request documents of the members that a response shows, and the members
    /// that it does not show: these as optional ones.
    func reuse(_ listed: ObjectDraft, addsMembers: Bool = true, depth: Int = 0) {
        guard self !== listed, depth < maximumDepth else { return }
        for name in listed.names {
            guard let theirs = listed.properties[name.value] else { continue }
            guard let mine = properties[name.value] else {
                guard addsMembers else { continue }
                let copy = Draft()
                copy.merge(theirs)
                copy.required = [Said(false, name.evidence)]
                properties[name.value] = copy
                names.append(name)
                continue
            }
            mine.reuse(theirs)
            if let own = mine.objectPlace.object, let known = theirs.objectPlace.object {
                own.reuse(known, addsMembers: addsMembers, depth: depth + 1)
            }
        }
    }

    /// How many members both have; `nil` where one of them is an object here and plain there.
    fileprivate func common(with other: ObjectDraft) -> Int? {
        var common = 0
        for name in names {
            guard let mine = properties[name.value], let theirs = other.properties[name.value]
            else { continue }
            guard mine.isCompatible(with: theirs) else { return nil }
            common += 1
        }
        return common
    }
}

extension Draft {
    /// Takes over what is said of a documented place, where this one shows the like and says nothing.
    func reuse(_ documented: Draft) {
        let isTyped = !types.isEmpty
        if !isTyped { types = documented.types.filter { isCompatible(with: $0.value) } }
        if values.isEmpty { values = documented.values }
        if descriptions.isEmpty { descriptions = documented.descriptions }
        // `null`, `[]` and `[{}]` leave open what stands here otherwise.
        guard !isTyped, showsNothing else { return }
        items = documented.items ?? items
        if items == nil { object = documented.object ?? object }
        shown += documented.shown.filter { $0.value != .null }
    }

    /// Whether samples show no value here: `null`, or a list or an object with nothing in it.
    private var showsNothing: Bool {
        scalars.isEmpty && !shown.contains { $0.value == .word } && object?.isBare ?? true
            && items?.showsNothing ?? true
    }

    fileprivate func isCompatible(with other: Draft) -> Bool {
        let mine = nesting
        let theirs = other.nesting
        return mine.isEmpty || theirs.isEmpty || !mine.isDisjoint(with: theirs)
    }

    private func isCompatible(with type: TypeExpression) -> Bool {
        nesting.isEmpty || (type.isArray == nesting.contains(.array) && !nesting.contains(.object))
            || (nesting == [.object] && !type.isScalar && !type.isArray)
    }

    /// Objects, lists, and plain values as one.
    private var nesting: Set<ShownKind> {
        Set(
            shown.map(\.value).filter { $0 != .null }
                .map { $0 == .object || $0 == .array ? $0 : .word })
    }
}

extension ObjectDraft {
    /// Whether it is a whole body, and lacks some of what the object has.
    func isBodyWithout(_ documented: ObjectDraft) -> Bool {
        isRoot && names.count < documented.names.count
    }

    fileprivate var isBare: Bool { names.isEmpty && members == nil }

    /// Whether it is a whole body that nothing but its operation names.
    fileprivate var isRoot: Bool { key == nil && title == nil }
}

/// Objects that pages list, found by what they are called and by their members.
struct ListedObjects {
    private var byName: [String: [ObjectDraft]] = [:]
    private var byMember: [String: [ObjectDraft]] = [:]
    /// Whole bodies of requests, by their members.
    private var roots: [String: [ObjectDraft]] = [:]

    /// More candidates than any site has of one name or member; what goes beyond is not compared.
    private let maximumCandidates = 64

    mutating func add(_ object: ObjectDraft, named name: String?) {
        guard object.hasListed, !object.isError else { return }
        if let name, object.isSent {
            byName[name, default: []].append(object)
            if object.isRoot {
                for member in object.names { roots[member.value, default: []].append(object) }
            }
        }
        guard object.isDocumented else { return }
        for member in object.names { byMember[member.value, default: []].append(object) }
    }

    /// The object of a request that lists all that a response shows under the same name.
    func request(like shown: ObjectDraft, named name: String) -> ObjectDraft? {
        guard shown.names.count >= 2, !shown.isSent, !shown.hasListed, !shown.isError else {
            return nil
        }
        return byName[name]?.prefix(maximumCandidates).first { shown.fits(in: $0) }
    }

    /// The object of a request that lists most of what a response shows under the same name, or
    /// the whole body of a request that lists all that a response shows as a member
    /// (`POST /nodes`, and `spec` of a node).
    func request(near shown: ObjectDraft) -> ObjectDraft? {
        let count = shown.names.count
        guard count >= 4, !shown.isSent, !shown.hasListed, !shown.isError, let key = shown.key
        else { return nil }
        let named = (byName[shown.spelling ?? key] ?? []).prefix(maximumCandidates).first {
            (shown.common(with: $0) ?? 0) * 10 >= count * 6
        }
        if let named { return named }
        let candidates = shown.names.map { roots[$0.value] ?? [] }.min { $0.count < $1.count }
        return (candidates ?? []).prefix(maximumCandidates).first {
            $0.names.count <= count * 2 && shown.common(with: $0) == count
        }
    }

    /// The one documented object of which a sample shows most members and no others.
    func documented(like shown: ObjectDraft) -> ObjectDraft? {
        guard shown.names.count >= 5, !shown.hasListed, shown.title == nil, !shown.isError else {
            return nil
        }
        let candidates = shown.names.map { byMember[$0.value] ?? [] }
            .min { $0.count < $1.count }
        let fitting = (candidates ?? []).prefix(maximumCandidates).filter { documented in
            shown.names.count * 10 >= documented.names.count * 7 && shown.fits(in: documented)
        }
        return fitting.count == 1 ? fitting[0] : nil
    }
}
