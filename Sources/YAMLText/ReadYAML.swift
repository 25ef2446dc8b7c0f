import SourceText

/// Reads one YAML document from lines of a file; the first value and what could not be read.
///
/// Front matter of real pages is sloppy, so a problem costs an entry, not the document: what can
/// be read around it is there, beside an error that names the place. Tags, directives and explicit
/// keys are such errors; they never yield a value.
package func readYAML(
    _ lines: [LineSlice], of source: SourceFile, as id: FileID
) -> (value: YAMLValue?, notes: [Diagnostic]) {
    source.bytes.withUnsafeBufferPointer { bytes in
        lines.withUnsafeBufferPointer { lines in
            guard let base = bytes.baseAddress, let firstLine = lines.baseAddress else {
                return (nil, [])
            }
            var reader = YAMLReader(
                bytes: bytes, lines: lines, base: base, firstLine: firstLine, file: id)
            let value = reader.readDocument()
            return (value, reader.notes)
        }
    }
}

extension YAMLReader {
    /// The first document: optional `---`, a node, optional `...`.
    mutating func readDocument() -> YAMLValue? {
        guard skipToDocument() else { return nil }
        let value = readRoot()
        // What a broken root leaves behind has been reported with it.
        guard !failed else { return value }
        checkEnd()
        return value
    }

    /// Comments and directives before the document; false when there is no more than those.
    private mutating func skipToDocument() -> Bool {
        _ = findContent(from: 0)
        while !isAtEnd, byte == 0x25, indent == 0 {
            note(.unsupported, at, end, word: "the directive '\(text(at, min(end, at + 60)))'")
            guard !hasStopped else { return false }
            _ = findContent(from: line + 1)
        }
        return !isAtEnd
    }

    private mutating func readRoot() -> YAMLValue? {
        guard isAtMarker else { return readBlockNode(parent: -1) }
        guard bytes[start] == 0x2D else { return nil }
        at = start + 3
        if !isLineDone() { return readInline(parent: -1) }
        guard findContent(from: line + 1) else { return nil }
        return readBlockNode(parent: -1)
    }

    /// Behind the root: nothing, or a marker. A second document is not read.
    private mutating func checkEnd() {
        guard !isAtEnd else { return }
        guard isAtMarker else {
            note(.trailingText, at, end)
            return
        }
        let marker = start
        let isEnd = bytes[marker] == 0x2E
        at = marker + 3
        let isAlone = isLineDone()
        if isEnd, !isAlone {
            note(.trailingText, at, end)
            return
        }
        let hasMore = !isAlone || findContent(from: line + 1) || !isAtEnd
        guard hasMore || !isEnd else { return }
        note(.severalDocuments, marker, marker + 3, severity: hasMore ? .error : .warning)
    }
}
