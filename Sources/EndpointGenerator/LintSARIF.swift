import JSONText
import Linting
import SourceText

extension Review {
    /// The findings as SARIF 2.1.0 (OASIS), which code scanning services read.
    func sarif(_ remarks: [Remark], version: String) -> JSONValue {
        let ids = Set(remarks.map(\.diagnostic.id)).sorted()
        var indices: [String: Int] = [:]
        for (index, id) in ids.enumerated() { indices[id] = index }
        var places = Places(positions: Positions(sources), sources: sources, paths: paths)
        let results = remarks.map { remark in
            result(remark, index: indices[remark.diagnostic.id] ?? 0, &places)
        }
        let driver = JSONValue.object([
            "name": .text("endpointgen"), "version": .text(version),
            "rules": .list(ids.map(descriptor)),
        ])
        let run = JSONValue.object([
            "tool": .object(["driver": driver]),
            "columnKind": .text("unicodeCodePoints"), "results": .list(results),
        ])
        return .object([
            "$schema": .text("https://json.schemastore.org/sarif-2.1.0.json"),
            "version": .text("2.1.0"), "runs": .list([run]),
        ])
    }

    private func result(_ remark: Remark, index: Int, _ places: inout Places) -> JSONValue {
        let diagnostic = remark.diagnostic
        let locations = diagnostic.span.map { [JSONValue.object(places.location($0))] } ?? []
        let related = diagnostic.notes.map { note in
            JSONValue.object(places.location(note.span))
                .with(.object(["message": .object(["text": .text(note.message)])]))
        }
        return .object([
            "ruleId": .text(diagnostic.id), "ruleIndex": .integer(index),
            "level": .text(remark.level.rawValue),
            "message": .object(["text": .text("\(diagnostic.message). \(remark.advice).")]),
            "locations": .list(locations),
            "relatedLocations": related.isEmpty ? nil : .list(related),
            "partialFingerprints": .object(["endpointgen/v1": .text(remark.fingerprint)]),
        ])
    }

    private func descriptor(_ id: String) -> JSONValue {
        guard let rule = rule(for: id) else { return .object(["id": .text(id)]) }
        return .object([
            "id": .text(id),
            "shortDescription": .object(["text": .text(rule.meaning + ".")]),
            "help": .object(["text": .text(rule.advice + ".")]),
            "defaultConfiguration": .object(["level": .text(LintLevel(rule.level).rawValue)]),
        ])
    }
}

/// Places as SARIF has them: a URI, lines and columns that count characters.
private struct Places {
    var positions: Positions
    let sources: SourceSet
    let paths: [String]

    mutating func location(_ span: SourceSpan) -> KeyValuePairs<String, JSONValue?> {
        let end = SourceSpan(span.file, ByteRange(Int(span.range.end), Int(span.range.end)))
        let (startLine, startColumn) = position(span)
        let (endLine, endColumn) = position(end)
        let region = JSONValue.object([
            "startLine": .integer(startLine), "startColumn": startColumn.map { .integer($0) },
            "endLine": .integer(endLine), "endColumn": endColumn.map { .integer($0) },
        ])
        return [
            "physicalLocation": .object([
                "artifactLocation": .object(["uri": .text(uri(paths[Int(span.file.rawValue)]))]),
                "region": region,
            ])
        ]
    }

    /// A column counts scalars. So far right that nobody looks there, it is left out, and no line
    /// is counted twice for its length.
    private mutating func position(_ span: SourceSpan) -> (line: Int, column: Int?) {
        let position = positions.position(span)
        guard position.column <= 2000 else { return (position.line, nil) }
        let offset = Int(span.range.start)
        let bytes = sources[span.file].bytes
        guard offset <= bytes.count, position.column <= offset + 1 else {
            return (position.line, nil)
        }
        let before = bytes[(offset - position.column + 1)..<offset]
        return (position.line, before.count { $0 & 0xC0 != 0x80 } + 1)
    }
}

/// A path as a reference of RFC 3986: what is no letter, digit or one of `-._~/` is encoded.
private func uri(_ path: String) -> String {
    var text = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
        switch byte {
        case 0x2D...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x7E:
            text.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            text += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
        }
    }
    return text
}
