import APIModel
import Mustache

/// What an entry says, and where the pages say it: a list of its own at the entry's end, so that
/// tables stay free of it.
struct SourceList {
    private var pages: [Page] = []
    private var indices: [String: Int] = [:]

    private struct Page {
        let path: String
        var lines: [(line: Int, subject: String, facts: String)] = []
    }

    /// `subject` is what the facts are about, such as a parameter; empty for the entry itself.
    mutating func add(_ subject: String, _ sources: [ReferenceSource]) {
        for source in sources {
            let index = indices[source.path] ?? pages.count
            if index == pages.count {
                indices[source.path] = index
                pages.append(Page(path: source.path))
            }
            let facts = "\(source.facts.joined(separator: ", ")) (\(source.strength.name))"
            let last = pages[index].lines.indices.last
            if let last, pages[index].lines[last].line == source.line,
                pages[index].lines[last].subject == subject
            {
                pages[index].lines[last].facts += ", \(facts)"
            } else {
                pages[index].lines.append((source.line, subject, facts))
            }
        }
    }

    mutating func add(_ rows: [ReferenceRow]) {
        for row in rows { add(row.name, row.sources) }
    }

    var value: TemplateValue {
        .list(
            pages.map { page in
                let lines = page.lines.sorted { $0.line < $1.line }
                return .object([
                    "page": HTMLText(page.path).value,
                    "lines": .list(
                        lines.map { line in
                            .object([
                                "line": HTMLText("\(line.line)").value,
                                "facts": HTMLText(
                                    line.subject.isEmpty
                                        ? line.facts : "\(line.subject): \(line.facts)"
                                ).value,
                            ])
                        }),
                ])
            })
    }
}

extension TemplateObject {
    mutating func add(_ sources: SourceList) {
        let value = sources.value
        self["sources"] = value
        if case .list(let pages) = value { self["hasSources"] = .boolean(!pages.isEmpty) }
    }
}
