import SourceText

extension [Node] {
    /// Adds a node as the last child of another and returns its place.
    @discardableResult
    mutating func add(_ kind: Kind, _ start: Int, _ end: Int, in parent: Int) -> Int {
        let index = count
        let name = UInt32(truncatingIfNeeded: index)
        append(Node(kind, ByteRange(start, end), parent: UInt32(truncatingIfNeeded: parent)))
        let previous = self[parent].lastChild
        if previous == Node.none {
            self[parent].firstChild = name
        } else {
            self[Int(previous)].nextSibling = name
        }
        self[parent].lastChild = name
        return index
    }

    /// Ends a container where its last child or its own mark ends.
    mutating func close(_ node: Int, atLeast end: Int = 0) {
        var end = Swift.max(end, Int(self[node].range.end))
        let last = self[node].lastChild
        if last != Node.none { end = Swift.max(end, Int(self[Int(last)].range.end)) }
        self[node].range = ByteRange(Int(self[node].range.start), end)
    }
}
