import SourceText

/// Reads one YAML document from lines of a file; the first value and what could not be read.
package func readYAML(
    _ lines: [LineSlice], of source: SourceFile, as id: FileID
) -> (value: YAMLValue?, notes: [Diagnostic]) {
    (nil, [])
}
