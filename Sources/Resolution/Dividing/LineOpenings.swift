import APIModel
import Recognition

/// The request lines of a page that open operations.
func openingsOfLines(_ page: PageClaims, mentions: Set<Int>) -> [Opening] {
    let relative = RelativeRequests(page)
    var lines = LineOpenings()
    for (position, claim) in page.claims.enumerated() {
        switch claim.statement {
        case .request(let request):
            // A line with an absolute URL opens an operation only on a page where all lines are
            // such: beside relative ones it is a sample, or an invitation to call something else.
            if mentions.contains(position) || request.path.value.isEscaped { continue }
            if request.server != nil, !relative.sections.isEmpty,
                !page.declares(claim, beside: relative)
                    || request.isCall(ofOneOf: lines.openings.suffix(8))
            {
                continue
            }
            // Below "Example request" stands a call, where a line above has said the path.
            if page.isRequestExample(claim.section), let last = lines.openings.last,
                !page.isRequestExample(last.section)
            {
                continue
            }
            if page.isExample(claim.section), request.isCall(ofOneOf: lines.openings.suffix(8)) {
                continue
            }
            if page.showsCall(request, in: claim.section, of: lines.openings.suffix(8)) { continue }
            lines.add(request, in: claim.section, of: page, at: position)
        case .foreignMethod:
            if !page.isExample(claim.section) { lines.addForeign(in: claim.section, at: position) }
        case .fields, .sample, .statuses, .call:
            lines.hasContent = true
        default:
            break
        }
    }
    return lines.all
}

/// The openings of a page so far.
private struct LineOpenings {
    var openings: [Opening] = []
    /// Whether something is told behind the last.
    var hasContent = true
    /// The sections in which each method and path has opened an operation.
    private var sections: [String: Set<Int>] = [:]
    /// The openings of several lines side by side, by each of them.
    private var overviews: [String: Int] = [:]
    /// What such openings only list.
    private var moved: [Int: Set<String>] = [:]

    mutating func add(
        _ request: RequestClaim, in section: Int, of page: PageClaims, at position: Int
    ) {
        let key = request.key
        if let overview = overviews[key], section != openings[overview].section {
            // What the lines side by side above only list has a section of its own here.
            moved[overview, default: []].insert(key)
            overviews[key] = nil
            sections[key] = []
        }
        if let known = sections[key], page.path(from: section).contains(where: known.contains) {
            return
        }
        sections[key, default: []].insert(section)
        if !hasContent, let last = openings.last, last.section == section, !last.requests.isEmpty {
            openings[openings.count - 1].requests.append(request)
            overviews[last.requests[0].key] = openings.count - 1
            overviews[key] = openings.count - 1
        } else {
            openings.append(Opening(requests: [request], position: position, section: section))
        }
        hasContent = false
    }

    /// What is told from here on is of an operation that the model does not have.
    mutating func addForeign(in section: Int, at position: Int) {
        openings.append(Opening(requests: [], position: position, section: section))
        hasContent = false
    }

    var all: [Opening] {
        guard openings.contains(where: { !$0.requests.isEmpty }) else { return [] }
        var openings = openings
        for (index, keys) in moved { openings[index].requests.removeAll { keys.contains($0.key) } }
        return openings.enumerated().filter { index, opening in
            !opening.requests.isEmpty || moved[index] == nil
        }.map(\.element)
    }
}

extension PageClaims {
    /// Whether a line with an absolute URL is to its heading what relative ones are to the headings
    /// beside it: "## List" over `GET https://…/notes`, "## Add" over `POST /notes`.
    fileprivate func standsForRelative(_ claim: Claim, beside relative: RelativeRequests) -> Bool {
        guard case .request(let request) = claim.statement,
            request.path.evidence.isLineOfItsOwn || request.isTemplateInCode,
            !isExample(claim.section),
            !isExplained(claim.section),
            let heading = headingOfPart(claim.section, beside: relative), heading != 0,
            !relative.around[heading]
        else { return false }
        let outer = path(from: sections[heading].parent)
        return relative.around[outer[0]] && !outer.contains(where: relative.sections.contains)
    }

    /// The heading around a line, or what that is a part of: "Request" below "## Get readings".
    private func headingOfPart(_ section: Int, beside relative: RelativeRequests) -> Int? {
        let headings = path(from: section).filter { sections[$0].level < labelLevel }
        guard let first = headings.first, let outer = headings.dropFirst().first,
            sections[first].role != .other || isSyntax(sections[first].title),
            !relative.around[outer], outer != 0
        else { return headings.first }
        return outer
    }

    private func isSyntax(_ title: String) -> Bool {
        ["syntax", "endpoint", "url", "resource url"].contains(title.lowercased())
    }
}

extension PageClaims {
    /// `GET /boats/17.json` below a heading of its own in the section of `GET /boats/{id}.json`: what is
    /// asked for there, by a number.
    fileprivate func showsCall(
        _ request: RequestClaim, in section: Int, of openings: ArraySlice<Opening>
    ) -> Bool {
        guard request.path.value.placeholders.isEmpty else { return false }
        let around = path(from: section).dropFirst()
        return openings.contains { opening in
            opening.section != 0 && around.contains(opening.section)
                && opening.requests.contains { request.isNumberedCall(of: $0) }
        }
    }
}

extension RequestClaim {
    /// A block of code that opens with a template: a call has values in the place of its holes.
    fileprivate var isTemplateInCode: Bool {
        path.evidence.isLineOfCode && !path.value.placeholders.isEmpty
    }

    /// Whether it calls another, each placeholder filled with a number.
    fileprivate func isNumberedCall(of other: RequestClaim) -> Bool {
        guard !other.path.value.placeholders.isEmpty, isCall(of: other) else { return false }
        let own = path.value.text.split(separator: "/")
        let open = other.path.value.text.split(separator: "/")
        return own.count == open.count
            && zip(own, open).allSatisfy { filled, template in
                let number = filled.split(separator: ".").first ?? filled
                return filled == template || number.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }
    }
}

extension PathTemplate {
    /// `/projects/group%2Fname`: what is escaped is a value, and the line a call.
    fileprivate var isEscaped: Bool {
        placeholders.isEmpty
            && parts.contains { part in
                guard case .literal(let text) = part else { return false }
                return text.split(separator: "%", omittingEmptySubsequences: false).dropFirst()
                    .contains { $0.prefix(2).count == 2 && Int($0.prefix(2), radix: 16) != nil }
            }
    }
}

extension PageClaims {
    /// Whether a line with an absolute URL is one of several on the page below that server, each in a
    /// part without relative lines: the author spells the address here and leaves it out there. Or
    /// else, where no server has several, whether it stands as relative ones do.
    fileprivate func declares(_ claim: Claim, beside relative: RelativeRequests) -> Bool {
        guard case .request(let request) = claim.statement, let server = request.server else {
            return false
        }
        if relative.habits.values.contains(where: { $0.count > 1 }) {
            guard relative.habits[server.value]?.count ?? 0 > 1 else { return false }
            if mayOpen(claim, beside: relative.sections) { return true }
        }
        return standsForRelative(claim, beside: relative)
    }

    /// Whether neither examples nor explanations stand around, nor the line of another operation.
    fileprivate func mayOpen(_ claim: Claim, beside sections: Set<Int>) -> Bool {
        !isExample(claim.section) && !isExplained(claim.section)
            && !path(from: claim.section).contains(where: sections.contains)
    }
}

/// Where a page has request lines without a server.
private struct RelativeRequests {
    var sections: Set<Int> = []
    /// Whether one stands in each section or below it.
    let around: [Bool]
    /// What absolute lines ask of each server, in parts of their own.
    var habits: [String: Set<String>] = [:]

    init(_ page: PageClaims) {
        var keys: Set<String> = []
        for claim in page.claims {
            guard case .request(let request) = claim.statement, request.server == nil else {
                continue
            }
            sections.insert(claim.section)
            keys.insert(request.key)
        }
        around = page.marks(of: Array(sections))
        guard !sections.isEmpty else { return }
        for claim in page.claims {
            guard case .request(let request) = claim.statement, let server = request.server,
                !keys.contains(request.key), page.mayOpen(claim, beside: sections)
            else { continue }
            habits[server.value, default: []].insert(request.key)
        }
    }
}
