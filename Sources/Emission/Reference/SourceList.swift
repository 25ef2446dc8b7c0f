/// Where the pages say what an entry says: a list of its own at the entry's end, so that tables stay
/// free of it.
struct SourceList {
    private(set) var pages: [Page] = []
    private var indices: [String: Int] = [:]

    struct Page {
        let path: String
        fileprivate(set) var lines: [Line] = []
    }

    struct Line {
        let line: Int
        /// What the facts are about, such as a parameter; empty for the entry itself.
        let subject: String
        fileprivate(set) var facts: String

        var text: String { subject.isEmpty ? facts : "\(subject): \(facts)" }
    }

    /// Members say in the entry of their type where they come from.
    init(of entry: ReferenceOperation) {
        add("", entry.sources)
        for parameters in entry.parameters { add(parameters.rows) }
        add("request body", entry.request)
        for response in entry.responses {
            add(response.status, response.sources)
            add(response.headers)
            add("body of \(response.status)", response.body)
        }
        sort()
    }

    init(of entry: ReferenceType) {
        add("", entry.sources)
        add(entry.rows)
        for example in entry.examples { add("", example.sources) }
        sort()
    }

    init(of entry: ReferenceScheme) {
        add("", entry.sources)
        sort()
    }

    private mutating func add(_ subject: String, _ sources: [ReferenceSource]) {
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
                pages[index].lines.append(
                    Line(line: source.line, subject: subject, facts: facts))
            }
        }
    }

    private mutating func add(_ rows: [ReferenceRow]) {
        for row in rows { add(row.name, row.sources) }
    }

    private mutating func add(_ subject: String, _ body: ReferenceBody?) {
        guard let body else { return }
        add(subject, body.sources)
        for example in body.examples { add(subject, example.sources) }
    }

    private mutating func sort() {
        for index in pages.indices { pages[index].lines.sort { $0.line < $1.line } }
    }
}
