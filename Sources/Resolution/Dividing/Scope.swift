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

/// More lines side by side are a list, and no ways to call one thing.
private let mostAlternatives = 32

extension OperationScope {
    /// Of a long list each line with what stands behind it, up to the next.
    var divided: [OperationScope] {
        guard requests.count > mostAlternatives else { return [self] }
        var scopes = requests.map { request in
            OperationScope(page: page, requests: [request], root: root, own: own, claims: [])
        }
        let places = Dictionary(
            requests.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        var current = 0
        for claim in claims {
            if case .request(let request) = claim.statement, let place = places[request.key] {
                current = place
            }
            scopes[current].claims.append(claim)
        }
        return scopes
    }
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
    let onlyListing = openings.contains(where: \.isDirective) ? page.sectionsOfListsAlone : []
    for (position, claim) in page.claims.enumerated() {
        let owners = page.path(from: claim.section).lazy.compactMap { ownersByRoot[$0] }.first
        guard let owners, !isSilent[claim.section] else {
            shared.append(claim)
            continue
        }
        let owner = owners.last { openings[$0].position <= position } ?? owners[0]
        let own = openings[owner].section
        if page.isBesideOperation(claim.section, own: own)
            || openings[owner].isDirective && onlyListing.contains(claim.section)
                && page.isBehindDirective(claim.section, own: own)
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

    /// Whether a directive opens it, which holds what it says.
    fileprivate var isDirective: Bool {
        requests.first?.path.evidence.isDirective == true
    }
}

extension RequestClaim {
    /// Whether it calls an operation that one of the lines opened, its placeholders filled.
    func isCall(ofOneOf openings: ArraySlice<Opening>) -> Bool {
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
            sections[around].level < labelLevel
        else { return false }
        // `### Key object` right below `#`, and `## Create a key` behind it: beside all the same.
        return sections[around].level <= sections[own].level
            || around < own && sections[around].parent == sections[own].parent
    }

    /// The sections that list fields in tables and the like, and show nothing. `:param db:` is of the
    /// operation above wherever it stands.
    fileprivate var sectionsOfListsAlone: Set<Int> {
        var listing: Set<Int> = []
        var showing: Set<Int> = []
        for claim in claims {
            switch claim.statement {
            case .fields(let list) where !list.evidence.isOfFieldLines:
                listing.insert(claim.section)
            case .fields, .sample, .call, .statuses: showing.insert(claim.section)
            default: break
            }
        }
        return listing.subtracting(showing)
    }

    /// Whether a heading behind the directive names something that is no part of a call: what is
    /// the operation's is indented below `.. http:get::`.
    fileprivate func isBehindDirective(_ section: Int, own: Int) -> Bool {
        guard sections[own].level == scopeLevel, !isSection(section, within: own),
            let heading = path(from: section).first(where: { sections[$0].level < labelLevel }),
            heading != 0, !isSection(own, within: heading)
        else { return false }
        switch sections[heading].role {
        case .other, .object: return true
        default: return false
        }
    }

    func isRequestExample(_ section: Int) -> Bool {
        if case .requestExample = sections[section].role { return true }
        return false
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
        guard let method = Method(written: name) else { return nil }
        let evidence = self.method?.evidence ?? url.evidence
        let server = path.server.map { Said($0, url.evidence) }
        let keys = keysInQuery
        var request = RequestClaim(
            method: Said(method, evidence), path: Said(path.template, url.evidence),
            server: server, query: path.query.filter { !keys.contains($0.name) }.map { shown($0) })
        request.title = remark
        return request
    }

    /// A parameter that a call shows, with the type of its value.
    private func shown(_ item: PathPhrase.QueryItem) -> Field {
        var field = Field(name: Said(item.name, url.evidence))
        field.required = Said(false, Evidence(url.evidence.span, .implied, url.evidence.construct))
        guard let value = item.value, !value.isEmpty else { return field }
        let isHole = value.utf8.contains { [0x24, 0x3C, 0x7B].contains($0) }
        // `?limit=(int)` shows no value.
        if let type = readType(value), type.isKnown, !type.isName {
            field.type = Said(type, url.evidence)
            return field
        }
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

extension RequestLine {
    /// The same of a line that stands in running text.
    var key: String { method.rawValue + " " + path.template.shape }
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
