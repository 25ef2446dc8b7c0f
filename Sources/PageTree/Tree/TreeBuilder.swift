import SourceText

/// Nodes in one growing array, linked as they are appended.
///
/// Shared by the readers: linking is the only thing that must never go wrong in a tree.
struct TreeBuilder {
    var nodes: [Node]

    init(capacity: Int = 0) {
        nodes = []
        nodes.reserveCapacity(capacity)
    }

    /// Appends a node as the last child of a parent.
    @discardableResult
    mutating func append(_ kind: Kind, _ range: ByteRange, to parent: Int) -> Int {
        let id = nodes.count
        nodes.append(Node(kind, range, parent: UInt32(truncatingIfNeeded: parent)))
        link(id, to: parent)
        return id
    }

    /// Appends a node that has no parent, the document.
    mutating func appendRoot(_ range: ByteRange) -> Int {
        nodes.append(Node(.document, range))
        return nodes.count - 1
    }

    /// Makes a node without siblings the last child of a parent.
    mutating func link(_ id: Int, to parent: Int) {
        let last = nodes[parent].lastChild
        let child = UInt32(truncatingIfNeeded: id)
        if last == Node.none {
            nodes[parent].firstChild = child
        } else {
            nodes[Int(last)].nextSibling = child
        }
        nodes[parent].lastChild = child
        nodes[id].parent = UInt32(truncatingIfNeeded: parent)
    }

    /// Takes the last child away from its parent; `previous` is its older sibling.
    mutating func unlinkLast(of parent: Int, previous: UInt32) {
        let last = Int(nodes[parent].lastChild)
        nodes[last].parent = Node.none
        nodes[parent].lastChild = previous
        if previous == Node.none {
            nodes[parent].firstChild = Node.none
        } else {
            nodes[Int(previous)].nextSibling = Node.none
        }
    }

    /// Moves the siblings after a node below another one, as its last children.
    mutating func adoptFollowingSiblings(of id: Int, into adopter: Int) {
        let first = nodes[id].nextSibling
        let parent = Int(nodes[id].parent)
        guard first != Node.none, nodes[id].parent != Node.none else { return }
        var child = first
        while child != Node.none {
            nodes[Int(child)].parent = UInt32(truncatingIfNeeded: adopter)
            child = nodes[Int(child)].nextSibling
        }
        let last = nodes[parent].lastChild
        let oldLast = nodes[adopter].lastChild
        if oldLast == Node.none {
            nodes[adopter].firstChild = first
        } else {
            nodes[Int(oldLast)].nextSibling = first
        }
        nodes[adopter].lastChild = last
        nodes[id].nextSibling = Node.none
        nodes[parent].lastChild = UInt32(truncatingIfNeeded: id)
    }

    /// Lets every node reach to the end of its last child.
    ///
    /// A parent stands before its children, so one walk from the last node that was appended to the
    /// first of a reader makes all of them whole, whatever order their parts were closed in.
    mutating func containChildren(from first: Int = 0) {
        var index = nodes.count - 1
        while index >= first {
            let parent = nodes[index].parent
            if parent != Node.none {
                let end = nodes[index].range.end
                if nodes[Int(parent)].range.end < end { nodes[Int(parent)].range.end = end }
            }
            index -= 1
        }
    }

    /// Lets a node reach at least to an offset.
    mutating func extend(_ id: Int, to end: Int) {
        let end = UInt32(truncatingIfNeeded: end)
        if nodes[id].range.end < end { nodes[id].range.end = end }
    }
}
