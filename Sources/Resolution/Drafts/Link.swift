import APIModel
import Recognition
import SourceText

/// A list of fields with the title of the section it stands in.
struct TitledList {
    var list: FieldList
    var nodes: [FieldNode]
    /// The heading or label that titles it, if it names a thing.
    let title: Said<String>?
    /// Whether the title says that it describes the elements of a list.
    let isList: Bool
    /// Whether the title is a key in code, which leads to the place and names no thing.
    var isKey = false
    /// The rows as members of the row that holds them all, where a flat list has one.
    var wrapped: [FieldNode]?

    /// Whether it describes the place itself: rows of depth one have a root above them that needs
    /// no row, and a row without a name is that root.
    var isWhole: Bool {
        guard title == nil, let first = list.fields.first else { return false }
        return first.part == .nameless || list.fields.allSatisfy { $0.depth > 0 }
    }

    /// Whether its title says that it has the members of a row that others seem to belong to.
    fileprivate func isOf(oneOf rows: [FieldNode]) -> Bool {
        guard let title else { return false }
        return rows.contains { row in
            !row.children.isEmpty && namesMatch(title.value, row.field.name.value)
        }
    }

    /// First steps of the names at the list's top.
    var memberNames: [String] {
        nodes.compactMap { node in
            if node.field.part == .key { return node.field.name.value }
            guard case .member(let name)? = node.field.name.value.steps.first else { return nil }
            return name
        }
    }
}

/// Links flat lists to the places of a nested shape that they describe.
///
/// By the title against the key (singular, plural, "Object", "List", underscores) and by the
/// overlap of members. A list that fits nowhere is returned: it documents an object of its own.
///
/// Others of the operation may say what a row holds, so that the rows below it are none of that.
func linkLists(
    _ lists: [TitledList], _ root: Draft, besides others: [TitledList] = []
) -> [TitledList] {
    var loose: [TitledList] = []
    let titled = (lists + others).filter { $0.title != nil }
    var pending = lists
    for list in lists { root.foldKeys(namedBy: list) }
    // A list may describe a place that only another list mentions; so twice.
    for _ in 0..<2 {
        var unplaced: [TitledList] = []
        for list in pending {
            if list.isWhole {
                root.describe(whole: list.nodes)
                continue
            }
            if lists.count == 1, root.isCalled(by: list) {
                root.takeName(from: list)
                continue
            }
            if linkFlat(list, root, besides: titled) { continue }
            let places = places(for: list, below: root, isFirst: unplaced.isEmpty)
            if places.isEmpty {
                unplaced.append(list)
                continue
            }
            for place in places { place.adopt(list) }
        }
        pending = unplaced
    }
    loose += pending
    return loose
}

/// A flat list goes where samples show its rows, or below the row that holds them all.
private func linkFlat(
    _ list: TitledList, _ root: Draft, besides lists: [TitledList]
) -> Bool {
    if !root.shown.isEmpty, placeRows(list, by: root) { return true }
    guard let wrapped = list.wrapped, !lists.contains(where: { $0.isOf(oneOf: wrapped) }) else {
        return false
    }
    let place = root.objectPlace
    guard !place.isObject || wrapped.contains(where: { place.has($0.field.name.value) }) else {
        return false
    }
    place.describe(wrapped)
    return true
}

extension Draft {
    /// Takes a list of rows as the description of this place, and not of its elements.
    func describe(whole nodes: [FieldNode]) {
        guard let first = nodes.first, first.field.part == .nameless else {
            objectPlace.describe(nodes)
            return
        }
        guard first.field.type?.value.isArray == true else {
            describe(nodes)
            return
        }
        // Beside a list at the root nothing stands: these rows lost their marks of depth.
        let lost = nodes.dropFirst().filter(\.field.part.isNamed)
        describe([FieldNode(field: first.field, children: first.children + lost)])
    }

    /// Whether the one row of a list speaks of the whole list that samples show: it is a list too,
    /// and none of the members that its elements have.
    fileprivate func isCalled(by list: TitledList) -> Bool {
        guard list.title == nil, list.nodes.count == 1, let field = list.nodes.first?.field,
            field.part == .member, field.type?.value.isArray == true, let items, !isObject
        else { return false }
        return shown.allSatisfy { $0.value == .array } && items.objectPlace.isObject
            && !items.objectPlace.has(field.name.value)
    }

    fileprivate func takeName(from list: TitledList) {
        guard let node = list.nodes.first else { return }
        describe(node.field, with: node.children)
        objectPlace.object?.key = node.field.name.value
    }

    /// The values of a dictionary, or the place itself.
    fileprivate var valuesPlace: Draft {
        guard !isObject, let members = object?.members else { return self }
        return members
    }

    /// Folds keys that a list calls data, before its other rows look for their places.
    fileprivate func foldKeys(namedBy list: TitledList) {
        if list.title == nil { objectPlace.foldKeys(describedBy: list.memberNames) }
        for field in list.list.fields {
            guard case .dictionary? = field.type?.value.kind, !list.isKey else { continue }
            for place in places(named: field.name.value) where place.isObject {
                if place.names.allSatisfy({ $0.evidence.strength == .exemplified }) {
                    place.foldKeys()
                }
            }
        }
    }

    /// Takes a titled list as the description of this place.
    func adopt(_ list: TitledList) {
        let object = holdingObject()
        if object.title == nil, !list.isKey {
            object.title = list.title
            object.isListTitle = list.isList
        }
        describe(list.nodes)
    }
}

private struct Place {
    let draft: Draft
    /// The key that leads here; `nil` for the root and its elements.
    let key: String?
    let depth: Int
}

private func places(for list: TitledList, below root: Draft, isFirst: Bool) -> [Draft] {
    let names = Set(list.memberNames)
    guard !names.isEmpty else { return [] }
    var best: [Place] = []
    var bestScore = 0
    // One key leads to many places; whether it is the title's is asked once.
    var matches: [String: Bool] = [:]
    for place in objectPlaces(below: root) {
        var isNamed = false
        if let key = place.key, let title = list.title {
            isNamed = matches[key] ?? namesMatch(title.value, key)
            matches[key] = isNamed
        }
        let score = score(place, names: names, isNamed: isNamed)
        if score > bestScore {
            best = [place]
            bestScore = score
        } else if score == bestScore, score > 0, place.key != nil, place.key == best.first?.key {
            best.append(place)
        }
    }
    if bestScore >= 50 { return best.map(\.draft) }
    // Nothing is known of the shape: the first list is the shape.
    let isBlank = !root.objectPlace.isObject && root.shown.isEmpty
    if isBlank || list.title == nil { return [root.objectPlace.valuesPlace] }
    return []
}

/// In hundredths of certainty. A matching title needs some overlap where members are known.
private func score(_ place: Place, names: Set<String>, isNamed: Bool) -> Int {
    let isBlank = !place.draft.isObject
    let common = names.reduce(0) { $0 + (place.draft.has($1) ? 1 : 0) }
    let overlap = isBlank ? 0 : common * 100 / names.count
    if isNamed {
        if isBlank { return 90 }
        return overlap > 0 ? 100 + overlap : 0
    }
    // Among places that fit alike the outer one is meant.
    guard overlap >= 50 else { return 0 }
    return max(50, overlap - place.depth)
}

/// Every place below a root that is or may be an object, outer ones first.
private func objectPlaces(below root: Draft) -> [Place] {
    var places: [Place] = []
    var queue = [Place(draft: root, key: nil, depth: 0)]
    var next = 0
    while next < queue.count, queue.count < 5_000 {
        let place = queue[next]
        next += 1
        let object = place.draft.memberPlace
        if place.key == nil || object.mayHoldMembers {
            places.append(Place(draft: object, key: place.key, depth: place.depth))
        }
        guard place.depth < maximumDepth else { continue }
        for name in object.names {
            guard let draft = object.object?.properties[name.value] else { continue }
            queue.append(Place(draft: draft, key: name.value, depth: place.depth + 1))
        }
        if let members = object.object?.members {
            queue.append(Place(draft: members, key: place.key, depth: place.depth + 1))
        }
    }
    return places
}

extension Draft {
    /// Where members of this place stand: in the elements of what is said to be a list.
    var memberPlace: Draft {
        let isBareList = items == nil && !isObject && types.contains { $0.value.isArray }
        return isBareList ? element() : objectPlace
    }

    /// Whether members can stand here: an object was shown, or nothing but "object" was said.
    var mayHoldMembers: Bool {
        if isObject { return true }
        if shown.contains(where: { $0.value != .null && $0.value != .object && $0.value != .word })
        {
            return false
        }
        return !types.contains { $0.value.isScalar }
    }
}
