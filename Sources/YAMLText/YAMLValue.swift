import SourceText

/// A YAML value with the bytes that made it.
///
/// Scalars keep their source text: `2.10` is not `2.1`, and `no` is not `false` where a name is
/// meant. Who needs a number or a Boolean asks for it. A value that is left out (`key:`) is a
/// plain scalar without text.
package struct YAMLValue: Equatable, Sendable {
    package var node: Node
    package var range: ByteRange

    package init(_ node: Node, _ range: ByteRange) {
        self.node = node
        self.range = range
    }

    package indirect enum Node: Equatable, Sendable {
        case scalar(Scalar)
        case sequence([YAMLValue])
        case mapping([Entry])
    }

    package struct Entry: Equatable, Sendable {
        package var key: String
        package var keyRange: ByteRange
        package var value: YAMLValue

        package init(key: String, keyRange: ByteRange, value: YAMLValue) {
            self.key = key
            self.keyRange = keyRange
            self.value = value
        }
    }

    package struct Scalar: Equatable, Sendable {
        /// The text after YAML's own unescaping and folding.
        package var text: String
        package var style: Style
        /// For block scalars: the original lines without their indentation.
        package var lines: [LineSlice]

        package init(text: String, style: Style, lines: [LineSlice] = []) {
            self.text = text
            self.style = style
            self.lines = lines
        }
    }

    package enum Style: UInt8, Sendable {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }
}

extension YAMLValue {
    /// The value of a key, the first if it is written twice.
    package subscript(key: String) -> YAMLValue? {
        guard case .mapping(let entries) = node else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// The text of a scalar; nothing for collections.
    package var text: String? {
        guard case .scalar(let scalar) = node else { return nil }
        return scalar.text
    }
}
