import APIModel
import Recognition
import SourceText

/// Takes requests that sentences tell of for lines that open operations, where a section has no
/// other: "To list rooms, call `GET /rooms`", and below it parameters or a sample.
///
/// Where lines declare an operation, a sentence with its request mentions it. So it does where it
/// tells of several, and where neither its section nor one beside it, written alike, shows anything.
func withToldRequests(_ pages: [PageClaims]) -> [PageClaims] {
    guard pages.contains(where: { $0.claims.contains { $0.toldRequest != nil } }) else {
        return pages
    }
    var declared: Set<String> = []
    for page in pages {
        for claim in page.claims {
            if case .request(let request) = claim.statement { declared.insert(request.key) }
        }
    }
    // What one section has opened another mentions: "Before you do, call `GET /rooms` once more".
    var opened = pages
    for _ in 0..<2 {
        opened = opened.map { page in
            var page = page
            for position in page.openingsOfSentences(besides: declared)
            where declared.insert(page.key(at: position)).inserted {
                page.open(position)
            }
            return page
        }
    }
    return opened
}

extension PageClaims {
    /// The sentences that open operations, by their claims' positions.
    fileprivate func openingsOfSentences(besides declared: Set<String>) -> [Int] {
        var told: [Int: [Int]] = [:]
        var order: [Int] = []
        for (position, claim) in claims.enumerated()
        where claim.toldRequest != nil && !declared.contains(key(at: position)) {
            if told[claim.section] == nil { order.append(claim.section) }
            told[claim.section, default: []].append(position)
        }
        guard !order.isEmpty else { return [] }
        let holdsLine = marks(of: claims.filter(\.isLine).map(\.section))
        let lines = Set(claims.filter(\.isLine).map(\.section))
        let shows = marks(of: claims.filter(\.showsOperation).map(\.section))
        let candidates = order.filter { section in
            !holdsLine[section] && mayOpen(section) && told[section].map(tellsOfOne) == true
                && !path(from: section).contains { $0 != 0 && lines.contains($0) }
        }
        let opened = claims.filter(\.isOpenedByTelling).map(\.section)
        let alike = Set((candidates.filter { shows[$0] } + opened).map { sections[$0].parent })
        return candidates.compactMap { section in
            shows[section] || alike.contains(sections[section].parent) ? told[section]?[0] : nil
        }
    }

    private func mayOpen(_ section: Int) -> Bool {
        guard sections[section].level < labelLevel, !isExplained(section) else { return false }
        switch sections[section].role {
        case .other, .operation: return true
        default: return false
        }
    }

    private func tellsOfOne(_ positions: [Int]) -> Bool {
        Set(positions.map(key(at:))).count == 1
    }

    fileprivate func key(at position: Int) -> String {
        claims[position].toldRequest?.key ?? ""
    }

    fileprivate mutating func open(_ position: Int) {
        guard let request = claims[position].toldRequest else { return }
        claims[position].statement = .request(request)
    }
}

extension Claim {
    /// The request that a sentence tells of as a call.
    fileprivate var toldRequest: RequestClaim? {
        guard case .call(let call) = statement, call.url.evidence.isToldInSentence
        else { return nil }
        return call.requestClaim
    }

    fileprivate var isLine: Bool {
        if case .request = statement { return true }
        return false
    }

    /// Whether it was such a sentence before it opened an operation.
    fileprivate var isOpenedByTelling: Bool {
        guard case .request(let request) = statement else { return false }
        return request.path.evidence.isToldInSentence
    }

    /// Whether it shows what is sent or answered.
    fileprivate var showsOperation: Bool {
        switch statement {
        case .fields, .sample, .statuses: true
        case .call: toldRequest == nil
        default: false
        }
    }
}
