import SourceText

/// A YAML value with the bytes that made it.
///
/// Scalars keep their source text: `2.10` is not `2.1`, and `no` is not `false` where a name is
/// meant. Who needs a number or a Boolean asks for it.
package struct YAMLValue: Hashable, Sendable {
    package var node: Node
    package var range: ByteRange

    package indirect enum Node: Hashable, Sendable {
        case scalar(Scalar)
        case sequence([YAMLValue])
        case mapping([Entry])
    }

    package struct Entry: Hashable, Sendable {
        package var key: String
        package var keyRange: ByteRange
        package var value: YAMLValue
    }

    package struct Scalar: Hashable, Sendable {
        /// The text after YAML's own unescaping and folding.
        package var text: String
        package var style: Style
        /// For block scalars: the original lines without their indentation.
        package var lines: [LineSlice]
    }

    package enum Style: UInt8, Sendable {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }
}
