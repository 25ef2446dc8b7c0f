/// Diagnostics as compilers print them, each with its source line and a caret:
///
///     page.md:200:20: warning: 'deletedAt' is null in this example … [nullable-by-example]
///     200 |       "deletedAt": null,
///         |                    ^~~~
///
/// Columns are 1-based UTF-8, as editors and SwiftPM understand them; the caret is placed by
/// character. `paths` names each file of `sources` the way the reader of the line knows it.
package func render(
    _ diagnostics: [Diagnostic], of sources: SourceSet, paths: [String], inColor: Bool
) -> [String] {
    var positions = Positions(sources)
    return diagnostics.map { diagnostic in
        var text = ""
        let label = label(diagnostic.severity, inColor: inColor)
        let message = "\(label): \(visible(diagnostic.message)) [\(diagnostic.id)]"
        if let span = diagnostic.span {
            text += located(message, span, of: sources, paths, &positions)
        } else {
            text += message + "\n"
        }
        for note in diagnostic.notes {
            let label = inColor ? "\u{1B}[36mnote\u{1B}[0m" : "note"
            text += located(
                "\(label): \(visible(note.message))", note.span, of: sources, paths, &positions)
        }
        return text
    }
}

private func label(_ severity: Diagnostic.Severity, inColor: Bool) -> String {
    guard inColor else { return severity.rawValue }
    let color =
        switch severity {
        case .error: "31"
        case .warning: "33"
        case .note: "36"
        }
    return "\u{1B}[1;\(color)m\(severity.rawValue)\u{1B}[0m"
}

private func located(
    _ message: String, _ span: SourceSpan, of sources: SourceSet, _ paths: [String],
    _ positions: inout Positions
) -> String {
    let file = Int(span.file.rawValue)
    guard file < paths.count, file < sources.files.count else { return message + "\n" }
    let position = positions.position(span)
    let heading = "\(visible(paths[file])):\(position.line):\(position.column): \(message)\n"
    return heading + excerpt(span.range, of: sources.files[file], line: position.line)
}

/// The line with the place marked; of a long line, what stands around it.
private func excerpt(_ range: ByteRange, of source: SourceFile, line number: Int) -> String {
    let start = min(Int(range.start), source.bytes.count)
    var first = start
    while first > 0, start - first < 160, !isLineEnding(source.bytes[first - 1]) { first -= 1 }
    while first < start, isContinuation(source.bytes[first]) { first += 1 }
    var end = start
    while end < source.bytes.count, end - start < 80, !isLineEnding(source.bytes[end]) { end += 1 }
    while end > start, end < source.bytes.count, isContinuation(source.bytes[end]) { end -= 1 }
    guard first < end else { return "" }
    let before = visible(source.text(ByteRange(first, start)))
    let marked = visible(source.text(ByteRange(start, min(end, max(start, Int(range.end))))))
    let after = visible(source.text(ByteRange(min(end, max(start, Int(range.end))), end)))
    let gutter = "\(number)"
    let margin = String(repeating: " ", count: gutter.count)
    let blank = String(before.map { $0 == "\t" ? "\t" : " " })
    let waves = String(repeating: "~", count: max(0, marked.count - 1))
    return "\(gutter) | \(before)\(marked)\(after)\n\(margin) | \(blank)^\(waves)\n"
}

/// Control characters made harmless: a page must not steer the terminal that shows it.
package func visible(_ text: String) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        let isSteering =
            (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        visible.append((isControl && scalar != "\t") || isSteering ? "\u{FFFD}" : scalar)
    }
    return String(visible)
}

private func isLineEnding(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
