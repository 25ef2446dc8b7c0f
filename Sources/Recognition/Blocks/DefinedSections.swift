import APIModel
import PageTree
import SourceText

/// A definition list whose terms are request lines, each with all that is said of the operation
/// below it, or titles of sections, or "URL" and "Method" over what they are.
///
/// All stand in the HTML that is made of `http:get` and its fields: `<dt>GET /users</dt><dd>…</dd>`,
/// and in there `<dt>Query Parameters:</dt><dd><ul>…`.
let definedSections = Recognizer(construct: "defined-sections") { node, reading in
    guard case .definitionList = reading.page.kind(node) else { return false }
    if reading.openLabel(byLastTermOf: node) { return true }
    let entries = reading.definedEntries(of: node)
    guard !entries.isEmpty else { return false }
    if entries.allSatisfy({ readRequestLine($0.title.text) != nil }) {
        for entry in entries { reading.operation(titled: entry) }
        return true
    }
    return reading.readSections(entries)
}

/// The same as a table of two columns whose names all end in colons, which HTML was made of field
/// lists before. A long name has a row for itself.
let namedRows = Recognizer(construct: "defined-sections") { node, reading in
    guard reading.page.dialect == .html, case .table = reading.page.kind(node) else { return false }
    let entries = reading.namedEntries(of: node)
    return !entries.isEmpty && reading.readSections(entries)
}

extension Reading {
    fileprivate mutating func readSections(_ entries: [DefinedEntry]) -> Bool {
        let isRequest = entries.contains { RequestPart(label: $0.title.text) == .target }
        if isRequest,
            saySections(
                entries.map {
                    LabelledBlock(
                        name: $0.title.text, range: $0.range, node: $0.details[0])
                })
        {
            return true
        }
        let sections = entries.map { entry in
            var section = section(entry.title, level: scopeLevel, at: entry.range)
            if section.title == "Query" {
                section.role = .parameters(location: .query, required: nil)
            }
            return section
        }
        let known = zip(entries, sections).filter { isSection($1, over: $0.details) }
        // The fields of some object may be called like sections too, but not most of them.
        guard known.count * 3 > entries.count * 2 || areTitles(entries, sections) else {
            return false
        }
        for (entry, section) in zip(entries, sections) {
            scope(section) { inner in for part in entry.details { inner.blocks(of: part) } }
        }
        return true
    }
}

/// A term and the details below it.
private struct DefinedEntry {
    let title: MarkedText
    let range: ByteRange
    var details: [NodeID]
}

extension Reading {
    /// `; Response` in wiki text, with nothing behind it: what it titles stands below the list.
    fileprivate mutating func openLabel(byLastTermOf list: NodeID) -> Bool {
        guard page.dialect == .wiki, let last = Array(page.children(list)).last,
            case .definitionTerm = page.kind(last)
        else { return false }
        let title = page.marked(last).withoutPermalink
        let label = section(title, level: labelLevel, at: page.range(last))
        let entries = definedEntries(of: list, except: last)
        guard label.mayTitleDetails, page.firstChild(list) == last || readSections(entries) else {
            return false
        }
        openHeading(label)
        return true
    }

    /// The terms of a list with their details; none where several share theirs.
    fileprivate func definedEntries(
        of list: NodeID, except last: NodeID? = nil
    ) -> [DefinedEntry] {
        var entries: [DefinedEntry] = []
        var term: NodeID?
        for child in page.children(list) where child != last {
            switch page.kind(child) {
            case .definitionTerm:
                guard term == nil else { return [] }
                term = child
            case .definitionDetails:
                guard let title = term else {
                    guard !entries.isEmpty else { return [] }
                    entries[entries.count - 1].details.append(child)
                    continue
                }
                term = nil
                entries.append(
                    DefinedEntry(
                        title: page.marked(title).withoutPermalink, range: page.range(title),
                        details: [child]))
            default: break
            }
        }
        return term == nil ? entries : []
    }

    /// The names in the first column with what stands beside or below them; none where a row has no
    /// name.
    fileprivate func namedEntries(of table: NodeID) -> [DefinedEntry] {
        var entries: [DefinedEntry] = []
        var name: NodeID?
        for row in page.children(table) {
            guard case .tableRow = page.kind(row) else { return [] }
            let cells = Array(page.children(row))
            guard let first = cells.first, cells.count <= 2 else { return [] }
            let text = page.marked(first).text.trimmedASCII
            if text.hasSuffix(":"), name == nil {
                name = first
            } else if cells.count == 1 || !text.unicodeScalars.allSatisfy({ $0 == "\u{A0}" }) {
                return []
            }
            guard cells.count == 2, let title = name else { continue }
            name = nil
            entries.append(
                DefinedEntry(
                    title: page.marked(title).withoutPermalink, range: page.range(title),
                    details: [cells[1]]))
        }
        return name == nil ? entries : []
    }

    fileprivate mutating func operation(titled entry: DefinedEntry) {
        scope(at: entry.range) { inner in
            inner.sayRequest(in: entry.title, at: entry.range, construct: "defined-sections")
            for part in entry.details { inner.blocks(of: part) }
        }
    }

    /// `Parameters`, `Returns`, `Throws`: capitalized terms of which most are called like sections, and
    /// one at least holds a list, a table or code.
    fileprivate func areTitles(_ entries: [DefinedEntry], _ sections: [Section]) -> Bool {
        guard entries.allSatisfy({ $0.title.text.first?.isUppercase == true }) else { return false }
        let known = zip(entries, sections).filter { $1.mayTitleDetails }
        return known.count * 3 >= entries.count * 2
            && known.contains { entry, _ in
                entry.details.contains { part in
                    page.children(part).contains(where: holdsMore) || opensWithCode(part)
                }
            }
    }

    /// `` `name` (string): text`` or `` `404` if there is none`` below a title.
    private func opensWithCode(_ details: NodeID) -> Bool {
        guard let first = page.firstChild(details) else { return false }
        return page.isCode(first) || page.firstChild(first).map(page.isCode) ?? false
    }

    private func holdsMore(_ block: NodeID) -> Bool {
        switch page.kind(block) {
        case .list, .table, .codeBlock, .definitionList: true
        default: false
        }
    }

    /// Whether a term titles what stands below it: a field of an object may be called `response`,
    /// and is described in words.
    fileprivate func isSection(_ section: Section, over details: [NodeID]) -> Bool {
        guard section.mayTitleDetails, let first = details.first.flatMap({ page.firstChild($0) })
        else { return false }
        return holdsMore(first)
    }
}

extension Section {
    fileprivate var mayTitleDetails: Bool {
        switch role {
        case .other, .member, .operation, .object: false
        default: true
        }
    }
}

extension MarkedText {
    /// Without the sign that links a title to itself.
    fileprivate var withoutPermalink: MarkedText {
        var text = text.trimmedASCII
        while let mark = ["¶", "#", "🔗", ":"].first(where: text.hasSuffix) {
            text = text.dropLast(mark.count).trimmedASCII
        }
        return MarkedText(text)
    }
}
