import SourceText

/// Reads one page into its tree. Never fails: what cannot be read is a note on the page.
///
/// Knows no HTTP: whether a table lists parameters is for Recognition to say.
package func read(_ source: SourceFile, as id: FileID) -> Page {
    switch dialect(of: source) {
    case .markdown: readMarkdown(source, as: id)
    case .reStructuredText: readReStructuredText(source, as: id)
    case .html: readHTML(source, as: id)
    case .flattened: readFlattenedText(source, as: id)
    case .yaml: readYAMLPage(source, as: id)
    case .wiki:
        source.bytes.withUnsafeBufferPointer { wikiFlavor(path: source.path) ?? wikiFlavor($0) }
            .map { readWikiText(source, as: id, $0) } ?? readFlattenedText(source, as: id)
    }
}
