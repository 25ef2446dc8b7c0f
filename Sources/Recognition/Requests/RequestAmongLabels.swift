import APIModel
import PageTree
import SourceText

extension Reading {
    /// Lines of one paragraph that each begin with a label, one of them the request's:
    /// `**Description**: …`, `**Usage**: GET /api/run`, `**Produces**: text/plain`,
    /// `**Sample output**:`. The last may label the block below.
    mutating func sayRequestAmongLabels(in paragraph: NodeID) -> Bool {
        let lines = inlineLines(of: paragraph).filter { !$0.nodes.isEmpty }.map { line in
            LabelledText(page.marked(inlines: line.nodes), opensBold(line.nodes))
        }
        guard lines.count <= 24, let first = lines.first, first.isBold, !first.label.isEmpty,
            lines.contains(where: { $0.request != nil })
        else { return false }
        let range = page.range(paragraph)
        let construct: Construct = "labelled-request"
        for line in lines {
            if let request = line.request {
                _ = sayRequest(in: request, at: range, construct: construct)
            }
        }
        var rest: [String] = []
        for line in lines where line.request == nil && !line.text.text.isEmpty {
            if sayMediaTypes(of: line, at: range) { continue }
            let isDescription =
                line.label.isEmpty || classifyHeading(MarkedText(line.label)).role == .description
            rest.append(isDescription ? line.text.text : line.label + ": " + line.text.text)
        }
        if !rest.isEmpty {
            let text = MarkedText(rest.joined(separator: "\n"))
            say(.prose(said(text.text, range, .described, "prose")), at: range)
            _ = sayWhatIsTold(by: text, of: paragraph)
        }
        if let last = lines.last, last.isBold, last.text.text.isEmpty {
            openHeading(section(MarkedText(last.label), level: labelLevel, at: range))
        }
        return true
    }

    /// `application/json (application/vnd.acme.Run+json)` behind "Produces".
    private mutating func sayMediaTypes(of line: LabelledText, at range: ByteRange) -> Bool {
        let direction: Direction
        switch classifyHeading(MarkedText(line.label)).role {
        case .consumes: direction = .request
        case .produces: direction = .response
        default: return false
        }
        let words = line.text.text.split { " ,()".contains($0) }.map(String.init)
        guard let type = words.first(where: isMediaType) else { return false }
        let said = said(type, range, .declared, "labelled-request")
        say(.mediaTypes([said], direction: direction), at: range)
        return true
    }

    private func opensBold(_ nodes: [NodeID]) -> Bool {
        guard let first = nodes.first, case .strong = page.kind(first) else { return false }
        return true
    }
}

/// A line of few words, a colon and what stands behind it.
private struct LabelledText {
    let label: String
    let text: MarkedText
    let isBold: Bool

    init(_ line: MarkedText, _ isBold: Bool) {
        let colon = line.tokens.prefix(5).firstIndex { $0.isMark(":") }
        self.isBold = isBold && colon != nil
        guard self.isBold, let colon else {
            label = ""
            text = line
            return
        }
        label = line.slice(0..<line.tokens[colon].range.lowerBound).trimmedASCII
        text = line.dropFirst(line.tokens[colon].range.upperBound)
    }

    /// The request that stands behind a label for requests.
    var request: MarkedText? {
        switch lowercasedASCII(label) {
        case "usage", "request", "endpoint", "url", "uri", "call", "http request", "api call",
            "rest call", "resource", "path", "route", "rest url", "http", "method", "api":
            readRequestLine(text.text.trimmedASCII) == nil ? nil : text
        default: nil
        }
    }
}
