import SourceText

/// Reads a sample as pages write JSON, over lines of a page, so that every place is kept.
///
/// Never fails: what cannot be read is `failure`, and what was read before it is still there.
package func readJSON(_ lines: [LineSlice], of source: SourceFile) -> JSONDocument {
    JSONDocument()
}

/// Reads a whole file.
package func readJSON(_ source: SourceFile) -> JSONDocument {
    readJSON(source.lines(), of: source)
}
