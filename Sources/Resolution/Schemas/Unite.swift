import APIModel
import Recognition
import SourceText

/// Finds the objects of a site that are one thing and makes them one.
///
/// One thing is: the same name and the same members; the same title and mostly the same members
/// (pages age apart); or a body without a name that has all members of an object with one. Then
/// what one page shows of a member counts for all, and one Swift type stands for them.
struct Uniting {
    /// Of one name and the same members.
    private var byShape: [String: [ObjectDraft]] = [:]
    private var titled: [String: [ObjectDraft]] = [:]
    /// In which order the pages have them.
    private var rank: [ObjectIdentifier: Int] = [:]
    private var byKeySet: [String: [ObjectDraft]] = [:]
    private var united: [ObjectIdentifier: ObjectDraft] = [:]
    private var visited: Set<ObjectIdentifier> = []
    /// Every object that was ever asked for: identifiers stand for objects only while these live.
    private var kept: [ObjectDraft] = []
    private var listed = ListedObjects()
    /// The places that hold members although values are listed for them, with their keys.
    private var valued: [(place: Draft, key: String?)] = []
    /// How many keys around the place that is united begin with a capital; none where one does not.
    private var capitals = 0
    /// Whether what is united now is a request.
    var isRequest = false
    let registry: ObjectRegistry
    let owners: [MemberKey: [DocumentedObject]]
    /// Whether the site's lists name every member, so that a sample adds none.
    let listsAreComplete: Bool

    init(registry: ObjectRegistry, listsAreComplete: Bool) {
        self.registry = registry
        owners = registry.ownersByMember
        self.listsAreComplete = listsAreComplete
    }

    /// Unites everything at and below a place.
    mutating func unite(_ place: Draft, key: String?, depth: Int = 0) {
        guard depth <= maximumDepth * 2 else { return }
        foldDataKeys(at: place, below: key)
        place.foldSamplesIntoMembers()
        place.foldMembersIntoElements()
        if let items = place.items { unite(items, key: key.map(elementName), depth: depth + 1) }
        inheritMembers(at: place)
        adoptDocumentedObject(at: place, under: key)
        adoptObject(of: key, at: place)
        if listsAreComplete { place.dropUnlisted() }
        if place.mayPassValues { valued.append((place, key)) }
        guard let object = place.object else { return }
        let one = self.one(for: object, key: key)
        place.object = one
        // One page may say of keys what another only shows.
        if one.members != nil { foldDataKeys(at: place, below: key) }
        guard visited.insert(ObjectIdentifier(one)).inserted else { return }
        let around = capitals
        capitals = one.capitals(below: around)
        defer { capitals = around }
        for name in one.names {
            guard let member = one.properties[name.value] else { continue }
            if member.object?.hasKeysBetweenCapitals(below: capitals) == true { member.foldKeys() }
            adoptLinkedValues(at: member, called: name.value)
            adoptToldValues(at: member, called: name.value)
            unite(member, key: name.value, depth: depth + 1)
        }
        if let members = one.members { unite(members, key: key.map(elementName), depth: depth + 1) }
    }

    /// What is folded together is looked at once more.
    private mutating func foldDataKeys(at place: Draft, below key: String?) {
        let held = place.isObject
        place.foldDataKeys(below: key)
        guard held, !place.isObject, let dictionary = place.object else { return }
        visited.remove(ObjectIdentifier(dictionary))
        if let values = dictionary.members?.objectPlace.object {
            visited.remove(ObjectIdentifier(values))
        }
    }

    private mutating func one(for object: ObjectDraft, key: String?) -> ObjectDraft {
        if let known = united[ObjectIdentifier(object)] { return known }
        kept.append(object)
        if object.key == nil { object.key = key }
        guard !object.names.isEmpty else { return object }
        let name = (object.title?.value ?? key ?? object.key).map(objectWords)
        let spelling = name?.joined(separator: " ") ?? object.rootName
        object.isSent = isRequest
        var known = object.statedName == nil ? listed.documented(like: object) : nil
        // What a request does not send is set by the server.
        if isRequest, let documented = known, object.isBodyWithout(documented) {
            object.reuse(documented, addsMembers: false)
            known = nil
        }
        if let twin = twin(of: object, named: spelling) ?? known {
            twin.takeCommonName(with: spelling)
            twin.merge(object)
            if twin.isOnlyKeyed { twin.isShared = true }
            if let spelling { note(twin, as: spelling) }
            united[ObjectIdentifier(object)] = twin
            visited.remove(ObjectIdentifier(twin))
            return twin
        }
        united[ObjectIdentifier(object)] = object
        object.spelling = spelling
        rank[ObjectIdentifier(object)] = rank.count
        listed.add(object, named: spelling)
        if let spelling {
            note(object, as: spelling)
            if object.title != nil { titled[spelling, default: []].append(object) }
        }
        byKeySet[object.keySet, default: []].append(object)
        return object
    }

    /// Lets responses reuse what requests document under the same names, when all is united that
    /// is one thing.
    func reuseRequests() {
        for (place, key) in valued { place.passValuesToMember(below: key) }
        for object in kept
        where object.statedName == nil && united[ObjectIdentifier(object)] === object {
            if let name = object.spelling,
                let request = listed.request(like: object, named: name)
            {
                object.reuse(request)
            } else if let request = listed.request(near: object) {
                object.reuse(request, addsMembers: false)
            }
        }
    }

    private mutating func note(_ object: ObjectDraft, as name: String) {
        let shape = shape(name, object.keySet)
        if byShape[shape]?.prefix(maximumCandidates).contains(where: { $0 === object }) == true {
            return
        }
        byShape[shape, default: []].append(object)
    }

    /// The one that the pages have first.
    private func first(_ left: ObjectDraft?, _ right: ObjectDraft?) -> ObjectDraft? {
        guard let left, let right else { return left ?? right }
        let leftRank = rank[ObjectIdentifier(left)] ?? 0
        return leftRank <= rank[ObjectIdentifier(right)] ?? 0 ? left : right
    }

    private func shape(_ name: String, _ keySet: String) -> String { "\(name)\u{1E}\(keySet)" }

    /// How many objects of one name or of one set of members an object is compared with: more
    /// than any site has, and few enough that a hostile one costs no square.
    private let maximumCandidates = 64

    private func twin(of object: ObjectDraft, named name: String?) -> ObjectDraft? {
        // Who names each object tells them apart.
        if object.statedName != nil { return nil }
        let keySet = object.keySet
        if let name {
            let alike = byShape[shape(name, keySet)]?.prefix(maximumCandidates).first { other in
                other.keySet == keySet && object.agrees(with: other)
            }
            let near = titled[name]?.prefix(maximumCandidates).first { other in
                object.title != nil && other.title != nil && object.overlaps(other)
            }
            if let first = first(alike, near) { return first }
        }
        guard object.names.count >= 2 else { return nil }
        let isRoot = object.key == nil && object.title == nil
        return byKeySet[keySet]?.prefix(maximumCandidates).first { other in
            guard other.isError == object.isError, object.agrees(with: other) else { return false }
            // `cost_range` and `price_range` of the same members are both a range.
            // What a page titles, or what is a whole body, is what it is called.
            if object.isOnlyKeyed, other.isOnlyKeyed, let name,
                other.spelling?.lastWord == name.lastWord
            {
                return true
            }
            // Where lists are complete, what only a sample shows has a list elsewhere.
            let isShownAlone =
                listsAreComplete
                && (object.isShownAlone(beside: other)
                    || other.isShownAlone(beside: object))
            return object.names.count >= 3
                && (isRoot || isShownAlone || (other.key == nil && other.title == nil))
        }
    }
}

extension ObjectDraft {
    /// Whether samples alone show it and the other is titled and listed.
    fileprivate func isShownAlone(beside other: ObjectDraft) -> Bool {
        title == nil && !hasListed && other.title != nil && other.hasListed
    }

    /// Whether nothing but keys name it.
    fileprivate var isOnlyKeyed: Bool { title == nil && key != nil }
}

extension Draft {
    /// Whether nothing but lists was said or shown here.
    fileprivate var isListOnly: Bool {
        items != nil && shown.allSatisfy { $0.value == .array || $0.value == .null }
    }

    /// Whether nothing but texts, numbers or booleans were shown here.
    fileprivate var isScalarOnly: Bool {
        items == nil && object == nil && !shown.isEmpty
            && shown.allSatisfy { [.string, .integer, .number, .boolean].contains($0.value) }
    }
}

extension String {
    /// What a spelled name is in the end: `range` of `cost range`.
    fileprivate var lastWord: Substring { split(separator: " ").last ?? "" }
}

extension ObjectDraft {
    /// Calls a thing of two names by the words in which both end.
    fileprivate func takeCommonName(with other: String?) {
        guard let spelling, let other, spelling != other else { return }
        let mine = spelling.split(separator: " ")
        let common = zip(mine.reversed(), other.split(separator: " ").reversed())
            .prefix { $0.0 == $0.1 }.count
        guard common > 0, common < mine.count else { return }
        let name = mine.suffix(common).joined(separator: " ")
        self.spelling = name
        // `read_bps` and `write_bps` have in common what names nothing: the first lends its name.
        guard mine.suffix(common).contains(where: { $0.utf8.count > 3 }) else { return }
        key = key.map { words(of: $0).suffix(common).joined(separator: " ") } ?? name
        title = nil
    }

    /// Whether what both hold under a common key may be one thing.
    ///
    /// Envelopes (`results`, `offset`, `limit`) have the same keys around different things.
    func agrees(with other: ObjectDraft) -> Bool {
        names.allSatisfy { name in
            if let own = properties[name.value], let other = other.properties[name.value],
                own.isListOnly && other.isScalarOnly || own.isScalarOnly && other.isListOnly
            {
                return false
            }
            guard let mine = properties[name.value]?.objectPlace.object,
                let theirs = other.properties[name.value]?.objectPlace.object,
                !mine.names.isEmpty, !theirs.names.isEmpty
            else { return true }
            let common = mine.names.reduce(0) { $0 + (theirs.properties[$1.value] == nil ? 0 : 1) }
            let fewer = min(mine.names.count, theirs.names.count)
            return common * 5 >= fewer * 4
                && common * 4 >= max(mine.names.count, theirs.names.count)
        }
    }

    /// Whether most members of both are common, and neither is shown without what the other has to
    /// have.
    func overlaps(_ other: ObjectDraft) -> Bool {
        let common = names.reduce(0) { $0 + (other.properties[$1.value] == nil ? 0 : 1) }
        let all = names.count + other.names.count - common
        return common * 10 >= all * 6 && !isShownWithoutNeeds(of: other)
            && !other.isShownWithoutNeeds(of: self)
    }

    private func isShownWithoutNeeds(of other: ObjectDraft) -> Bool {
        guard shown + sent > 0, !isPartial else { return false }
        return other.names.contains { name in
            properties[name.value] == nil
                && other.properties[name.value]?.required.contains {
                    $0.value && $0.evidence.strength > .implied
                } == true
        }
    }
}
