import JSONText
import SourceText

/// The places that canonical JSON names, as spans again, without the pages they lie on.
///
/// A span's offset is the place's index among those of its file, so that spans compare as the
/// places do and `Positions` finds line and column.
struct RecordedPlaces {
    private(set) var spans: [String: SourceSpan] = [:]
    private(set) var constructs: [String: Construct] = [:]
    let positions: Positions

    init(_ value: JSONValue) {
        var texts: Set<String> = []
        var words: Set<String> = []
        collect(value, into: &texts, &words)
        for word in words { constructs[word] = Construct(keeping: word) }
        var files: [String: [SourcePosition]] = [:]
        for text in texts {
            guard let place = Place(text) else { continue }
            files[place.path, default: []].append(place.position)
        }
        let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var recorded: [(path: String, positions: [SourcePosition])] = []
        for path in paths {
            let found = files[path] ?? []
            recorded.append((path, found.sorted { ($0.line, $0.column) < ($1.line, $1.column) }))
        }
        positions = Positions(recorded: recorded)
        for (file, item) in recorded.enumerated() {
            for (index, position) in item.positions.enumerated() {
                let text = "\(item.path):\(position.line):\(position.column)"
                let range = ByteRange(index, index)
                spans[text] = SourceSpan(FileID(UInt32(truncatingIfNeeded: file)), range)
            }
        }
    }
}

/// Gathers `page.md:12:3` of every `at`, and the word behind it that names a construct.
private func collect(
    _ value: JSONValue, into texts: inout Set<String>, _ words: inout Set<String>
) {
    switch value.node {
    case .array(let values):
        for value in values { collect(value, into: &texts, &words) }
    case .object(let members):
        for member in members {
            if member.key == "at", let text = member.value.string {
                let place = withoutLastWords(text)
                texts.insert(String(place))
                let behind = text[place.endIndex...]
                words.insert(String(behind.split(separator: " ").last ?? ""))
            } else {
                collect(member.value, into: &texts, &words)
            }
        }
    case .null, .boolean, .number, .string, .word, .elision:
        break
    }
}

/// Without the strength and the construct behind a place; the path may hold spaces.
private func withoutLastWords(_ text: String) -> Substring {
    var end = text.endIndex
    for _ in 0..<2 {
        guard let space = text[..<end].lastIndex(of: " ") else { return text[..<end] }
        end = space
    }
    return text[..<end]
}

private struct Place {
    let path: String
    let position: SourcePosition

    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 3, let line = Int(parts[parts.count - 2]),
            let column = Int(parts[parts.count - 1])
        else { return nil }
        path = parts.dropLast(2).joined(separator: ":")
        position = SourcePosition(line: line, column: column)
    }
}
