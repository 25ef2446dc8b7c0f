import SourceText
import YAMLText

/// What a reader made of one file: a tree of blocks and inlines over its bytes.
package struct Page: Sendable {
    package let id: FileID
    package let source: SourceFile
    package let dialect: Dialect
    /// `nodes[0]` is the document; a child stands behind its parent.
    package var nodes: [Node]
    /// The YAML head, if the page has one.
    package var frontMatter: YAMLValue?
    /// What the reader had to put up with.
    package var notes: [Diagnostic]

    package init(
        id: FileID, source: SourceFile, dialect: Dialect, nodes: [Node],
        frontMatter: YAMLValue? = nil, notes: [Diagnostic] = []
    ) {
        self.id = id
        self.source = source
        self.dialect = dialect
        self.nodes = nodes
        self.frontMatter = frontMatter
        self.notes = notes
    }

    package subscript(id: NodeID) -> Node {
        nodes[Int(id.rawValue)]
    }

    package func kind(_ id: NodeID) -> Kind { nodes[Int(id.rawValue)].kind }

    package func range(_ id: NodeID) -> ByteRange { nodes[Int(id.rawValue)].range }

    package func span(_ id: NodeID) -> SourceSpan { SourceSpan(self.id, range(id)) }

    package func span(_ range: ByteRange) -> SourceSpan { SourceSpan(id, range) }

    /// The exact bytes under a range.
    package func raw(_ range: ByteRange) -> String { source.text(range) }
}

/// How a page is written; decides the reader.
package enum Dialect: String, Sendable, CaseIterable {
    case markdown, reStructuredText, html, flattened, yaml, wiki
}

extension Page {
    package func firstChild(_ id: NodeID) -> NodeID? {
        let child = nodes[Int(id.rawValue)].firstChild
        return child == Node.none ? nil : NodeID(Int(child))
    }

    package func next(_ id: NodeID) -> NodeID? {
        let next = nodes[Int(id.rawValue)].nextSibling
        return next == Node.none ? nil : NodeID(Int(next))
    }

    package func parent(_ id: NodeID) -> NodeID? {
        let parent = nodes[Int(id.rawValue)].parent
        return parent == Node.none ? nil : NodeID(Int(parent))
    }

    package func children(_ id: NodeID) -> Children {
        Children(nodes: nodes, upcoming: nodes[Int(id.rawValue)].firstChild)
    }

    /// What stands behind a node below the same parent.
    package func siblings(behind id: NodeID) -> Children {
        Children(nodes: nodes, upcoming: nodes[Int(id.rawValue)].nextSibling)
    }

    /// Nodes that stand side by side, first to last.
    package struct Children: Sequence, IteratorProtocol {
        let nodes: [Node]
        var upcoming: UInt32

        package mutating func next() -> NodeID? {
            guard upcoming != Node.none else { return nil }
            defer { upcoming = nodes[Int(upcoming)].nextSibling }
            return NodeID(Int(upcoming))
        }
    }
}
