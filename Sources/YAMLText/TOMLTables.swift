import SourceText

/// The tables of a head in the order in which it has them.
struct TOMLTables {
    private let root = TOMLTable()
    private var current: TOMLTable
    private var count = 0

    init() { current = root }

    /// Adds a value to the open table; false where one of its name stands there.
    func add(_ value: YAMLValue, at path: [(String, ByteRange)]) -> Bool {
        guard let last = path.last, let table = current.table(at: path.dropLast()) else {
            return false
        }
        return table.add(.value(value), last)
    }

    /// Opens a table or an element of an array of tables; false where the name is taken by something
    /// else, or there are more tables than any head has.
    mutating func open(_ path: [(String, ByteRange)], isElement: Bool, limit: Int) -> Bool {
        count += 1
        guard count <= limit, let last = path.last, let parent = root.table(at: path.dropLast())
        else { return false }
        if isElement {
            guard let element = parent.element(last) else { return false }
            current = element
        } else {
            guard !parent.holdsElements(last.0), let table = parent.table(at: [last]) else {
                return false
            }
            current = table
        }
        return true
    }

    /// What follows belongs to no table.
    mutating func openNowhere() { current = TOMLTable() }

    func value(_ range: ByteRange) -> YAMLValue? {
        root.isEmpty ? nil : YAMLValue(.mapping(root.entries), range)
    }
}

/// A table while it is read: whoever is open adds to it, so it is one thing and no copy.
private final class TOMLTable {
    enum Content {
        case value(YAMLValue)
        case table(TOMLTable)
        case elements([TOMLTable])
    }

    private var members: [(key: String, range: ByteRange, content: Content)] = []
    private var places: [String: Int] = [:]

    var isEmpty: Bool { members.isEmpty }

    func add(_ content: Content, _ name: (String, ByteRange)) -> Bool {
        guard places[name.0] == nil else { return false }
        places[name.0] = members.count
        members.append((name.0, name.1, content))
        return true
    }

    /// The table that a path leads to, made where there is none; the last of an array of tables. None
    /// where a value has the name.
    func table(at path: some Collection<(String, ByteRange)>) -> TOMLTable? {
        var table = self
        for name in path {
            guard let place = table.places[name.0] else {
                let next = TOMLTable()
                _ = table.add(.table(next), name)
                table = next
                continue
            }
            switch table.members[place].content {
            case .value: return nil
            case .table(let next): table = next
            case .elements(let elements): table = elements[elements.count - 1]
            }
        }
        return table
    }

    func element(_ name: (String, ByteRange)) -> TOMLTable? {
        let element = TOMLTable()
        guard let place = places[name.0] else {
            _ = add(.elements([element]), name)
            return element
        }
        guard case .elements(var elements) = members[place].content else { return nil }
        members[place].content = .elements([])
        elements.append(element)
        members[place].content = .elements(elements)
        return element
    }

    func holdsElements(_ key: String) -> Bool {
        guard let place = places[key], case .elements = members[place].content else { return false }
        return true
    }

    var entries: [YAMLValue.Entry] {
        members.map { member in
            let value: YAMLValue =
                switch member.content {
                case .value(let value): value
                case .table(let table): YAMLValue(.mapping(table.entries), member.range)
                case .elements(let elements):
                    YAMLValue(
                        .sequence(
                            elements.map { YAMLValue(.mapping($0.entries), member.range) }),
                        member.range)
                }
            return .init(key: member.key, keyRange: member.range, value: value)
        }
    }
}
