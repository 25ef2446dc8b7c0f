import SourceText

/// A tag that a later closing tag may turn into a container.
struct OpenTag {
    var node: Int
    var name: ByteRange
}

/// An attribute list that becomes the last child of its block once its inlines are read.
struct AttachedAttributes {
    var node: Int
    var owner: Int
}

extension BlockReader {
    mutating func openAngle() -> BlockStart {
        openHTMLBlock()
    }

    mutating func openLooseTag(_ byte: UInt8) -> BlockStart {
        .none
    }

    mutating func openColon() -> BlockStart {
        .none
    }

    mutating func openBrace() -> BlockStart {
        .none
    }
}
