/// A stretch of a page's prose: words, or what stands between backticks.
enum ProseRun: Sendable {
    case words(String), code(String)
}

/// Prose split at empty lines; other line breaks are those of the page's editor and mean nothing.
func proseParagraphs(_ text: String) -> [[ProseRun]] {
    var paragraphs: [[ProseRun]] = []
    var lines: [Substring] = []
    let split = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for line in split + [text[text.endIndex...]] {
        let line = line.drop(while: \.isWhitespace)
        if !line.isEmpty {
            lines.append(line)
        } else if !lines.isEmpty {
            paragraphs.append(proseRuns(lines.joined(separator: " ")))
            lines = []
        }
    }
    return paragraphs
}

/// Code spans of CommonMark 0.31.2 §6.1, without their exceptions: a run of backticks is closed by
/// the next of the same length, and one that nothing closes is text.
private func proseRuns(_ text: String) -> [ProseRun] {
    guard text.utf8.contains(0x60) else { return [.words(text)] }
    var runs: [ProseRun] = []
    var words = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "`") {
        let marks = rest[open...].prefix { $0 == "`" }
        let inner = rest[marks.endIndex...]
        guard let close = closing(marks.count, in: inner) else {
            words += rest[..<marks.endIndex]
            rest = inner
            continue
        }
        words += rest[..<open]
        if !words.isEmpty { runs.append(.words(words)) }
        runs.append(.code(String(inner[..<close.lowerBound])))
        words = ""
        rest = inner[close.upperBound...]
    }
    words += rest
    return words.isEmpty ? runs : runs + [.words(words)]
}

private func closing(_ length: Int, in text: Substring) -> Range<String.Index>? {
    var rest = text
    while let start = rest.firstIndex(of: "`") {
        let run = rest[start...].prefix { $0 == "`" }
        if run.count == length { return start..<run.endIndex }
        rest = rest[run.endIndex...]
    }
    return nil
}
