import APIModel
import Recognition
import SourceText

/// The claims that speak about one operation, or about several that share one description.
struct OperationScope {
    let page: Int
    /// The first is the operation itself; the others are alternatives that share its text.
    var requests: [RequestClaim]
    /// The section whose subtree belongs to the operation.
    let root: Int
    /// The section in which it opens.
    var own = 0
    var claims: [Claim]
}

/// A page's claims, divided into operations and what stands outside of them.
struct ScopedPage {
    let claims: PageClaims
    var operations: [OperationScope]
    var shared: [Claim]
    /// Sections that read like operations and hold no request that was read.
    var silent: [Int] = []
}

/// Divides a page: each request line owns the widest section that holds no other request line.
///
/// So a page with one operation belongs to it whole, a heading an operation gives each its own
/// part, and request lines side by side share what stands around them. Mentions open nothing.
func scope(_ page: PageClaims, index: Int, _ openings: [Opening]) -> ScopedPage {
    guard !openings.isEmpty else {
        return ScopedPage(claims: page, operations: [], shared: page.claims)
    }
    let silent = page.silentSections(openings: openings.map(\.section))
    let isSilent = page.within(silent)
    let roots = roots(of: openings, in: page)
    var operations = zip(openings, roots).map { opening, root in
        OperationScope(
            page: index, requests: opening.requests, root: root, own: opening.section, claims: [])
    }
    var ownersByRoot: [Int: [Int]] = [:]
    for (index, root) in roots.enumerated() { ownersByRoot[root, default: []].append(index) }
    var shared: [Claim] = []
    for (position, claim) in page.claims.enumerated() {
        let owners = page.path(from: claim.section).lazy.compactMap { ownersByRoot[$0] }.first
        guard let owners, !isSilent[claim.section] else {
            shared.append(claim)
            continue
        }
        let owner = owners.last { openings[$0].position <= position } ?? owners[0]
        let own = openings[owner].section
        if page.isBesideOperation(claim.section, own: own)
            || page.isOfResource(claim.section, around: own)
        {
            shared.append(claim)
            continue
        }
        operations[owner].claims.append(claim)
    }
    return ScopedPage(claims: page, operations: operations, shared: shared, silent: silent)
}

/// Request lines that stand together, with the position of the first.
struct Opening {
    var requests: [RequestClaim]
    let position: Int
    let section: Int
}

/// The request lines of a page that open operations.
func openingsOfLines(_ page: PageClaims, mentions: Set<Int>) -> [Opening] {
    var openings: [Opening] = []
    var hasContent = true
    let relative = RelativeRequests(page)
    let hasRelative = !relative.sections.isEmpty
    /// The sections in which each method and path has opened an operation.
    var sections: [String: Set<Int>] = [:]
    for (position, claim) in page.claims.enumerated() {
        switch claim.statement {
        case .request(let request):
            // A line with an absolute URL opens an operation only on a page where all lines are
            // such: beside relative ones it is a sample, or an invitation to call something else.
            if mentions.contains(position) { continue }
            if request.server != nil, hasRelative,
                !page.standsForRelative(claim, beside: relative)
            {
                continue
            }
            // Below "Example request" stands a call, where a line above has said the path.
            if page.isRequestExample(claim.section), let last = openings.last,
                !page.isRequestExample(last.section)
            {
                continue
            }
            if page.isExample(claim.section), request.isCall(ofOneOf: openings.suffix(8)) {
                continue
            }
            let key = request.key
            if let known = sections[key],
                page.path(from: claim.section).contains(where: known.contains)
            {
                continue
            }
            sections[key, default: []].insert(claim.section)
            if !hasContent, let last = openings.last, last.section == claim.section {
                openings[openings.count - 1].requests.append(request)
            } else {
                openings.append(
                    Opening(requests: [request], position: position, section: claim.section))
            }
            hasContent = false
        case .fields, .sample, .statuses, .call:
            hasContent = true
        default:
            break
        }
    }
    return openings
}

extension RequestClaim {
    /// Whether it calls an operation that one of the lines opened, its placeholders filled.
    fileprivate func isCall(ofOneOf openings: ArraySlice<Opening>) -> Bool {
        openings.contains { opening in opening.requests.contains { isCall(of: $0) } }
    }

    func isCall(of other: RequestClaim) -> Bool {
        guard method.value == other.method.value else { return false }
        return other.key == key || matchURL("/" + path.value.shape, to: other.path.value) != nil
    }
}

extension PageClaims {
    /// Whether a section of examples stands around.
    func isExample(_ section: Int) -> Bool {
        path(from: section).contains { index in
            switch sections[index].role {
            case .example, .requestExample, .responseExample: true
            default: false
            }
        }
    }

    /// Whether a heading beside the operation's own documents an object: `## Key object`, then
    /// `## Create a key` with the request line below it.
    fileprivate func isBesideOperation(_ section: Int, own: Int) -> Bool {
        var own = own
        while sections[own].level >= labelLevel { own = sections[own].parent }
        guard sections[own].level > 0 else { return false }
        var around: Int?
        for index in path(from: section) {
            if isSection(own, within: index) { break }
            around = index
        }
        if let around, sections[around].collectsObjects,
            sections[around].level <= sections[own].level
        {
            return true
        }
        guard let around, case .object = sections[around].role,
            sections[around].level < labelLevel, sections[around].level <= sections[own].level
        else { return false }
        return true
    }

    /// Whether a line with an absolute URL is to its heading what relative ones are to the headings
    /// beside it: "## List" over `GET https://…/notes`, "## Add" over `POST /notes`.
    fileprivate func standsForRelative(_ claim: Claim, beside relative: RelativeRequests) -> Bool {
        guard case .request(let request) = claim.statement,
            request.path.evidence.construct == "request-line", !isExample(claim.section),
            !isExplained(claim.section),
            let heading = path(from: claim.section).first(where: {
                sections[$0].level < labelLevel
            }), heading != 0, !relative.around[heading]
        else { return false }
        let outer = path(from: sections[heading].parent)
        return relative.around[outer[0]] && !outer.contains(where: relative.sections.contains)
    }

    fileprivate func isRequestExample(_ section: Int) -> Bool {
        if case .requestExample = sections[section].role { return true }
        return false
    }
}

/// Where a page has request lines without a server.
private struct RelativeRequests {
    var sections: Set<Int> = []
    /// Whether one stands in each section or below it.
    let around: [Bool]

    init(_ page: PageClaims) {
        for claim in page.claims {
            guard case .request(let request) = claim.statement, request.server == nil else {
                continue
            }
            sections.insert(claim.section)
        }
        around = page.marks(of: Array(sections))
    }
}

extension Section {
    /// `# Schemas`: below it stand objects, and no part of an operation.
    var collectsObjects: Bool {
        switch title.lowercased() {
        case "schemas", "models", "definitions", "data structures", "objects", "types", "entities",
            "data types", "data models":
            true
        default: false
        }
    }
}

extension RequestClaim {
    /// Equal for all lines of one operation.
    var key: String { method.value.rawValue + " " + path.value.shape }
}

extension SampleCall {
    /// The request line that a call stands in for, when it says enough.
    var requestClaim: RequestClaim? {
        guard let path = readPath(url.value), !path.template.parts.isEmpty else { return nil }
        let name = method?.value ?? (body == nil ? "GET" : "POST")
        guard let method = Method(rawValue: name.uppercased()) else { return nil }
        let evidence = self.method?.evidence ?? url.evidence
        let server = path.server.map { Said($0, url.evidence) }
        let keys = keysInQuery
        return RequestClaim(
            method: Said(method, evidence), path: Said(path.template, url.evidence),
            server: server, query: path.query.filter { !keys.contains($0.name) }.map { shown($0) })
    }

    /// A parameter that a call shows, with the type of its value.
    private func shown(_ item: PathPhrase.QueryItem) -> Field {
        var field = Field(name: Said(item.name, url.evidence))
        field.required = Said(false, Evidence(url.evidence.span, .implied, url.evidence.construct))
        guard let value = item.value, !value.isEmpty else { return field }
        let isHole = value.utf8.contains { [0x24, 0x3C, 0x7B].contains($0) }
        let kind: TypeExpression.Kind =
            value == "true" || value == "false"
            ? .boolean : value.isInteger ? .integer : .string(.plain)
        if !isHole { field.type = Said(TypeExpression(kind), url.evidence) }
        return field
    }
}

extension SampleCall {
    /// Whether it plainly calls something else: a note says what to switch on first, and how.
    func isForeign(to operation: OperationDraft) -> Bool {
        let own = operation.request.path.value
        // An address that is no path (`$URL`) says nothing.
        guard matchURL(url.value, to: own) == nil, let path = readPath(url.value)?.template,
            let last = own.segments.last
        else { return false }
        return !path.segments.contains(last)
    }
}

extension PathTemplate {
    /// The path with nameless placeholders and without outer slashes, for comparison.
    package var shape: String {
        var shape = ""
        for part in parts {
            switch part {
            case .literal(let text): shape += text
            case .placeholder: shape += "{}"
            }
        }
        while shape.hasSuffix("/") { shape.removeLast() }
        while shape.hasPrefix("/") { shape.removeFirst() }
        return shape
    }
}

private func roots(of openings: [Opening], in page: PageClaims) -> [Int] {
    var counts = Array(repeating: 0, count: page.sections.count)
    for opening in openings {
        for section in page.path(from: opening.section) { counts[section] += 1 }
    }
    return openings.map { opening in
        var root = opening.section
        while root != 0, counts[page.sections[root].parent] == 1 {
            root = page.sections[root].parent
        }
        return root
    }
}
