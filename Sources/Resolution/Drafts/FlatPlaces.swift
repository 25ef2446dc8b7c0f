import APIModel
import Recognition
import SourceText

/// Places each row of a flat list where the samples of the body show a member of its name.
///
/// A name that the samples show once belongs there; one that they show in several objects belongs
/// to the object nearest to the row before. False where the rows have one place together, or the
/// samples show too few of them.
func placeRows(_ list: TitledList, by root: Draft) -> Bool {
    guard list.title == nil, list.nodes.count >= 2, list.nodes.allSatisfy(\.children.isEmpty)
    else { return false }
    var places = ShownPlaces(root: root)
    guard places.areSpread(list.nodes) else { return false }
    for node in list.nodes { places.place(node) }
    return true
}

/// The objects that samples show, with the names of their members.
private struct ShownPlaces {
    /// Objects in the order of their depth, the root first.
    private let objects: [Draft]
    /// The object around each, but for the root.
    private var around: [ObjectIdentifier: Draft] = [:]
    private var holders: [String: [Draft]] = [:]
    private var taken: Set<ObjectIdentifier> = []
    /// The object that the last row was a member of, and that row's own place.
    private var current: Draft
    private var last: Draft?

    init(root: Draft) {
        var objects = [root.memberPlace]
        var next = 0
        while next < objects.count, objects.count < 5_000 {
            let object = objects[next]
            next += 1
            for name in object.names { holders[name.value, default: []].append(object) }
            for inner in object.innerObjects where around[ObjectIdentifier(inner)] == nil {
                around[ObjectIdentifier(inner)] = object
                objects.append(inner)
            }
        }
        self.objects = objects
        current = objects[0]
    }

    /// Whether the rows are members of several objects, not of one alone.
    func areSpread(_ nodes: [FieldNode]) -> Bool {
        let names = nodes.compactMap(\.field.name.value.firstMember)
        var found = 0
        var counts: [ObjectIdentifier: Int] = [:]
        var most = 0
        for name in names {
            guard let holders = holders[name] else { continue }
            found += 1
            for holder in holders {
                let count = (counts[ObjectIdentifier(holder)] ?? 0) + 1
                counts[ObjectIdentifier(holder)] = count
                most = max(most, count)
            }
        }
        return most < found && found * 2 >= names.count
    }

    mutating func place(_ node: FieldNode) {
        guard let name = node.field.name.value.firstMember else { return }
        let holder = holder(of: name)
        current = holder
        holder.describe([node])
        guard let member = holder.object?.properties[name] else { return }
        // A row with dots says more of a place that another row has.
        if node.field.name.value == name { taken.insert(ObjectIdentifier(member)) }
        last = member
    }

    private func holder(of name: String) -> Draft {
        guard let candidates = holders[name] else { return unshownHolder }
        let free = candidates.filter { !isTaken(name, in: $0) }
        guard !free.isEmpty else {
            return candidates.first { $0 === current } ?? candidates[0]
        }
        var near: Draft? = current
        if let inner = last?.memberPlace, free.contains(where: { $0 === inner }) {
            return free.contains { $0 === current } ? current : inner
        }
        while let place = near {
            if free.contains(where: { $0 === place }) { return place }
            near = around[ObjectIdentifier(place)]
        }
        return free[0]
    }

    /// A member that no sample shows stands below a row that holds members, or beside the last.
    private var unshownHolder: Draft {
        guard current === objects[0], let inner = last?.memberPlace, inner.isObject else {
            return current
        }
        return inner
    }

    private func isTaken(_ name: String, in holder: Draft) -> Bool {
        guard let member = holder.object?.properties[name] else { return false }
        return taken.contains(ObjectIdentifier(member))
    }
}

extension Draft {
    /// The objects that this one's members hold, in lists and under keys that are data too.
    fileprivate var innerObjects: [Draft] {
        let members = names.compactMap { object?.properties[$0.value] }
        return members.compactMap { member in
            let place = member.memberPlace
            let inner = place.isObject ? place : place.object?.members?.memberPlace ?? place
            return inner.isObject && inner !== self ? inner : nil
        }
    }
}

extension String {
    /// The first step of a dotted name.
    fileprivate var firstMember: String? {
        guard case .member(let name)? = steps.first else { return nil }
        return name
    }
}
