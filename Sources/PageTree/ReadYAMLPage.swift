import SourceText
import YAMLText

/// A file of parameters or front matter alone: its values, and an empty tree.
package func readYAMLPage(_ source: SourceFile, as id: FileID) -> Page {
    let lines = source.lines()
    let (value, notes) = readYAML(lines, of: source, as: id)
    return Page(
        id: id, source: source, dialect: .yaml,
        nodes: [Node(.document, ByteRange(0, source.bytes.count))], frontMatter: value,
        notes: notes)
}
