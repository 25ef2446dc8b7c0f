import APIModel
import PageTree
import SourceText

/// Lines of one paragraph that each begin with a name in code, as bullets would: ``  `name`
/// (string) — text ``; or with a status: `` `404` — text ``.
let codeLines = Recognizer(construct: "code-lines") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node), let first = page.firstChild(node),
        case .codeSpan = page.kind(first), !reading.isItem(node)
    else { return false }
    let lines = reading.codeLines(of: node)
    guard !lines.isEmpty else { return false }
    return reading.sayStatuses(inLines: lines, of: node)
        || reading.sayFields(inLines: lines, of: node)
}

extension Reading {
    /// Bullets are read as such, or not at all.
    fileprivate func isItem(_ paragraph: NodeID) -> Bool {
        page.parent(paragraph).map { page.kind($0) == .listItem } ?? false
    }

    /// The inlines of each line; none where a line does not begin with code and go on behind it.
    fileprivate func codeLines(of paragraph: NodeID) -> [[NodeID]] {
        let lines = inlineLines(of: paragraph).map(\.nodes).filter { !$0.isEmpty }
        let isList = lines.allSatisfy { line in
            guard case .codeSpan = page.kind(line[0]), line.count > 1 else { return false }
            let text = page.marked(inlines: Array(line.dropFirst()))
            return text.withoutLeadingDash.dash || text.text.hasPrefix("(")
        }
        return isList ? lines : []
    }

    fileprivate mutating func sayStatuses(inLines lines: [[NodeID]], of node: NodeID) -> Bool {
        var statuses: [StatusLine] = []
        for line in lines {
            let range = page.range(line[0])
            guard let phrase = readStatus(page.marked(inlines: line)), phrase.status != .default,
                phrase.range.lowerBound <= 1
            else { return false }
            var status = StatusLine(status: said(phrase.status, range, .declared, "code-lines"))
            status.description = phrase.reason.map { said($0, range, .described, "code-lines") }
            statuses.append(status)
        }
        say(.statuses(statuses), at: page.range(node))
        return true
    }

    /// Below a label for fields a line is enough; elsewhere several have to say their types.
    fileprivate mutating func sayFields(inLines lines: [[NodeID]], of node: NodeID) -> Bool {
        let fields = lines.compactMap { bulletField($0, of: node) }
        guard fields.count == lines.count,
            isInFieldSection || fields.count > 1 && fields.allSatisfy({ $0.type != nil })
        else { return false }
        let range = page.range(node)
        say(fields, at: range, .described, "code-lines")
        return true
    }
}
