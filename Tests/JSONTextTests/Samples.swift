import CaseSupport
import Foundation
import JSONText
import SourceText

/// A fence of a corpus page that claims to hold JSON.
struct Sample {
    var page: SourceFile
    var lines: [LineSlice]

    var text: String {
        lines.map { page.text($0.range) }.joined(separator: "\n")
    }

    var document: JSONDocument { readJSON(lines, of: page) }
}

/// All JSON fences and directives of the corpora, or nothing where they are not beside the
/// package. A plain line scan: what a page reader makes of fences is tested elsewhere.
func loadSamples() throws -> [Sample]? {
    guard let folder = sharedFolder()?.appendingPathComponent("corpus") else { return nil }
    var samples: [Sample] = []
    for file in files(in: folder) where file.pathExtension != "json" {
        let bytes = [UInt8](try Data(contentsOf: file))
        let page = SourceFile(path: relativePath(file, to: folder), bytes: bytes)
        samples += fences(of: page)
    }
    return samples
}

func readJSON(_ text: String) -> JSONDocument {
    readJSON(SourceFile(path: "sample.json", bytes: Array(text.utf8)))
}

/// A value as compact JSON, words marked and elisions kept, so that an expectation shows all.
func show(_ value: JSONValue) -> String {
    switch value.node {
    case .null: return "null"
    case .boolean(let value): return String(value)
    case .number(let digits): return digits
    case .string: return String(decoding: writeCompactJSON(value), as: UTF8.self)
    case .word(let text): return "<<\(text)>>"
    case .elision: return "..."
    case .array(let items): return "[" + items.map(show).joined(separator: ",") + "]"
    case .object(let members):
        let shown = members.map { member in
            let key = String(
                decoding: writeCompactJSON(JSONValue(.string(member.key))), as: UTF8.self)
            let comment = member.comment.map { " (\($0))" } ?? ""
            return "\(key):\(show(member.value))\(comment)"
        }
        return "{" + shown.joined(separator: ",") + "}"
    }
}

private func fences(of page: SourceFile) -> [Sample] {
    let lines = page.lines()
    var samples: [Sample] = []
    var index = 0
    while index < lines.count {
        let line = page.text(lines[index].range)
        let first = index + 1
        if let mark = fenceMark(line) {
            index = first
            while index < lines.count, !trimmed(page.text(lines[index].range)).hasPrefix(mark) {
                index += 1
            }
            samples.append(Sample(page: page, lines: Array(lines[first..<index])))
        } else if let indent = directiveIndent(line) {
            index = first
            while index < lines.count, isInside(page.text(lines[index].range), indent) {
                index += 1
            }
            samples.append(Sample(page: page, lines: Array(lines[first..<index])))
            continue
        }
        index += 1
    }
    return samples
}

private func trimmed(_ line: String) -> String {
    line.trimmingCharacters(in: .whitespaces)
}

private func fenceMark(_ line: String) -> String? {
    let line = trimmed(line)
    for mark in ["```", "~~~"] where line.hasPrefix(mark) {
        let info = trimmed(String(line.drop { $0 == "`" || $0 == "~" })).lowercased()
        if info.hasPrefix("json") { return mark }
    }
    return nil
}

private func directiveIndent(_ line: String) -> Int? {
    let text = trimmed(line)
    for name in [".. code-block::", ".. sourcecode::", ".. code::"] where text.hasPrefix(name) {
        let language = trimmed(String(text.dropFirst(name.count)))
        if ["json", "http", "javascript"].contains(language) {
            return line.prefix { $0 == " " }.count
        }
    }
    return nil
}

private func isInside(_ line: String, _ indent: Int) -> Bool {
    trimmed(line).isEmpty || line.prefix { $0 == " " }.count > indent
}
