import APIModel
import PageTree
import SourceText

extension Reading {
    /// What the page's own headings over lists of fields call them, in small letters and without
    /// articles: `player` of "## The player", "### Player object".
    mutating func documentedNames() -> Set<String> {
        if let known = namesOfHeadings { return known }
        var names = objects
        for node in page.children(.root) {
            guard case .heading = page.kind(node), holdsFields(below: node),
                let name = documentedName(page.marked(node))
            else { continue }
            names.insert(name)
        }
        namesOfHeadings = names
        return names
    }

    /// Whether a table or list stands below a heading, behind one paragraph at most.
    private func holdsFields(below heading: NodeID) -> Bool {
        var next = page.next(heading)
        if let first = next, case .paragraph = page.kind(first) {
            if readRequestLine(page.marked(first).text) != nil { return false }
            next = page.next(first)
        }
        guard let block = next else { return false }
        switch page.kind(block) {
        case .table, .list, .definitionList: return true
        default: return false
        }
    }

    private func documentedName(_ title: MarkedText) -> String? {
        switch classifyHeading(title, isHeading: true).role {
        case .object(let name, _): return name.lowercased()
        case .other: break
        default: return nil
        }
        let text = title.text.dropFirst(sectionNumberLength(title.text))
        var words = words(of: String(text))
        if let first = words.first, isArticle(first) { words.removeFirst() }
        guard !words.isEmpty, words.count <= 2 else { return nil }
        return words.joined(separator: " ")
    }

    // MARK: Fields as those of an object

    /// "The body is a Player without `id`", "Returns the same fields as a Player plus:": fields that
    /// the page has listed below a heading, as those of a message; which, it returns.
    mutating func sayCopiedFields(of paragraph: NodeID, _ text: MarkedText) -> SectionRole? {
        guard let phrase = readCopiedFields(text), documentedNames().contains(phrase.name),
            let list = fields(below: phrase.name)
        else { return nil }
        let range = page.range(paragraph)
        let role: SectionRole = phrase.direction == .request ? .requestBody : .responseFields
        var copy = list
        copy.role = role
        copy.fields = list.fields.filter { !phrase.without.contains($0.name.value) }
        copy.evidence = evidence(range, .described, "copied-fields")
        say(.fields(copy), at: range)
        return role
    }

    /// The list below the heading of a name, if the page has come to it. Each item is looked at
    /// once, however many sentences ask.
    private mutating func fields(below name: String) -> FieldList? {
        while namedLists.seen < items.count {
            switch items[namedLists.seen] {
            case .heading(let section):
                while let last = namedLists.open.last, section.level <= last.level {
                    namedLists.open.removeLast()
                }
                if let name = documentedName(MarkedText(section.title)) {
                    namedLists.open.append((name, section.level))
                }
            case .say(.fields(let list), _):
                for (name, _) in namedLists.open where namedLists.lists[name] == nil {
                    namedLists.lists[name] = list
                }
            default: break
            }
            namedLists.seen += 1
        }
        return namedLists.lists[name]
    }
}

/// The lists of fields that stand below headings with names, as far as something has asked.
struct NamedLists {
    /// How many items have been looked at.
    fileprivate var seen = 0
    /// The headings around the next item.
    fileprivate var open: [(name: String, level: Int)] = []
    fileprivate var lists: [String: FieldList] = [:]
}
