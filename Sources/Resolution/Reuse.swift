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
    func reuse(_ listed: ObjectDraft, depth: Int = 0) {
        guard self !== listed, depth < maximumDepth else { return }
        for name in listed.names {
            guard let theirs = listed.properties[name.value] else { continue }
            guard let mine = properties[name.value] else {
                let copy = Draft()
                copy.merge(theirs)
                copy.required = [Said(false, name.evidence)]
                properties[name.value] = copy
                names.append(name)
                continue
            }
            mine.reuse(theirs)
            if let own = mine.objectPlace.object, let known = theirs.objectPlace.object {
                own.reuse(known, depth: depth + 1)
            }
        }
    }
}

extension Draft {
    fileprivate func reuse(_ documented: Draft) {
        if types.isEmpty { types = documented.types }
        if values.isEmpty { values = documented.values }
        if descriptions.isEmpty { descriptions = documented.descriptions }
    }
}

/// Objects that pages list, found by what they are called and by their members.
struct ListedObjects {
    private var byName: [String: [ObjectDraft]] = [:]
    private var byMember: [String: [ObjectDraft]] = [:]

    /// More candidates than any site has of one name or member; what goes beyond is not compared.
    private let maximumCandidates = 64

    mutating func add(_ object: ObjectDraft, named name: String?) {
        guard object.hasListed, !object.isError else { return }
        if let name, object.isSent { byName[name, default: []].append(object) }
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
