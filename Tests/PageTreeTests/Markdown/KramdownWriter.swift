import Foundation
import SourceText

@testable import PageTree

/// What kramdown's writer does on top of a rendered page, as the options of a case ask: levels,
/// identifiers and links of headings, identifiers of terms, visible white space.
struct KramdownWriter {
    private let options: [String: String]
    /// Whether headings get identifiers. A case that has options at all has this one by default.
    private let makesIdentifiers: Bool
    /// Whether code is wrapped for a highlighter, which knows of no language to colour here.
    private let wrapsCode: Bool
    /// What the identifiers of the terms of each definition list begin with, where they get some.
    private let termPrefixes: [String?]
    private var taken: [String: Int] = [:]

    init(_ text: String?, _ page: Page) {
        var options: [String: String] = [:]
        for line in (text ?? "").split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard line.hasPrefix(":"), parts.count == 2 else { continue }
            options[String(parts[0])] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        self.options = options
        makesIdentifiers = text != nil && options["auto_ids"] != "false"
        wrapsCode = text?.contains("guess_lang: true") ?? false
        termPrefixes = page.nodes.indices.map { NodeID($0) }.filter { id in
            if case .definitionList = page.kind(id) { true } else { false }
        }.map { termPrefix(of: $0, in: page) }
    }

    mutating func finish(_ html: String) -> String {
        var lists = termPrefixes[...]
        var prefix: String?
        var isVisible = false
        let lines = html.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { line in
            if line.hasPrefix("<dl") { prefix = lists.popFirst() ?? nil }
            if line.hasPrefix("<pre class=\"show-whitespaces\"") { isVisible = true }
            var text = String(line)
            if isVisible { text = shown(text) }
            if line.hasSuffix("</code></pre>") { isVisible = false }
            if line.hasPrefix("<h"), let level = line.dropFirst(2).first?.wholeNumberValue {
                text = heading(text, level)
            } else if line.hasPrefix("<dt>"), let prefix {
                text = "<dt id=\"\(prefix)\(identifier(text))\">" + text.dropFirst(4)
            }
            return wrapsCode ? wrapped(text) : text
        }.joined(separator: "\n")
    }

    private func wrapped(_ line: String) -> String {
        let start =
            "<div class=\"highlighter-rouge\"><div class=\"highlight\"><pre class=\"highlight\">"
        return line.replacingOccurrences(of: "<pre>", with: start)
            .replacingOccurrences(of: "</code></pre>", with: "</code></pre>\n</div></div>")
    }

    private mutating func heading(_ line: String, _ level: Int) -> String {
        let offset = options["header_offset"].flatMap { Int($0) } ?? 0
        let moved = min(6, level + offset)
        var line = line.replacingOccurrences(of: "h\(level)>", with: "h\(moved)>")
            .replacingOccurrences(of: "<h\(level) ", with: "<h\(moved) ")
        if line.contains(" id=\"\"") {
            return line.replacingOccurrences(of: " id=\"\"", with: "")
        }
        if makesIdentifiers, !line.contains(" id=\"") {
            let prefix = options["auto_id_prefix"] ?? ""
            let name = prefix + unique(identifier(line))
            line = "<h\(moved) id=\"\(name)\">" + line.dropFirst("<h1>".count)
        }
        if options["header_links"] == "true", let start = line.range(of: " id=\""),
            let end = line.range(of: "\">")
        {
            let name = line[start.upperBound..<end.lowerBound]
            line.insert(contentsOf: "<a href=\"#\(name)\"></a>", at: end.upperBound)
        }
        return line
    }

    private mutating func unique(_ name: String) -> String {
        defer { taken[name, default: 0] += 1 }
        return taken[name].map { "\(name)-\($0)" } ?? name
    }

    /// Letters, digits, spaces and dashes of the text from its first letter on.
    private func identifier(_ line: String) -> String {
        var isTag = false
        var text = ""
        for character in line.replacingOccurrences(of: "&amp;", with: "&") {
            if character == "<" { isTag = true }
            if !isTag { text.append(character) }
            if character == ">" { isTag = false }
        }
        if options["transliterated_header_ids"] == "true" {
            text = text.replacingOccurrences(of: "Đ", with: "D")
                .folding(options: .diacriticInsensitive, locale: Locale(identifier: "en"))
        }
        let name = text.drop { !($0.isASCII && $0.isLetter) }.filter {
            $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " " || $0 == "-")
        }
        let joined = name.replacingOccurrences(of: " ", with: "-").lowercased()
        return joined.isEmpty ? "section" : joined
    }

    /// A line of code with its white space made visible.
    private func shown(_ line: String) -> String {
        let start = line.range(of: "<code>")?.upperBound ?? line.startIndex
        guard line != "</code></pre>" else { return line }
        let code = line[start...]
        let text = code.drop { $0 == " " || $0 == "\t" }
        let words = text.reversed().drop { $0 == " " || $0 == "\t" }.reversed()
        var output = String(line[..<start])
        output += code.dropLast(text.count).map { mark($0, "-l") }.joined()
        output += words.map { $0 == " " || $0 == "\t" ? mark($0, "") : String($0) }.joined()
        return output + text.dropFirst(words.count).map { mark($0, "-r") }.joined()
    }

    private func mark(_ character: Character, _ side: String) -> String {
        character == "\t"
            ? "<span class=\"ws-tab\(side)\">\t</span>"
            : "<span class=\"ws-space\(side)\">&#8901;</span>"
    }
}

/// What `{:auto_ids}` or `{:auto_ids-prefix}` at a definition list asks for.
private func termPrefix(of list: NodeID, in page: Page) -> String? {
    for child in page.children(list) {
        guard case .attributeList = page.kind(child) else { continue }
        for argument in page.children(child) {
            guard case .attribute(let name, let value) = page.kind(argument), name.isEmpty,
                page.raw(value).hasPrefix("auto_ids")
            else { continue }
            return String(page.raw(value).dropFirst("auto_ids-".count))
        }
    }
    return nil
}
