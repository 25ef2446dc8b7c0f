import APIModel
import Recognition
import SourceText

/// Tells request lines that declare an operation from those that only mention one.
///
/// Where pages declare operations by directives, they do so throughout: a line in a code block
/// shows a call, and a table that lists what directives declare is an overview.
struct Mentions {
    /// Endings of the files among which operations are directives.
    private var endings: Set<Substring> = []
    private let sources: SourceSet

    init(_ pages: [PageClaims], sources: SourceSet) {
        self.sources = sources
        for page in pages where page.claims.contains(where: \.isDirective) {
            endings.insert(ending(of: page))
        }
    }

    /// The request lines of a page that are no more than mentions, by their claims' positions.
    func positions(on page: PageClaims) -> Set<Int> {
        var positions = page.positionsInAsides.union(page.positionsInContents)
        guard endings.contains(ending(of: page)) else { return positions }
        var declared: Set<String> = []
        for claim in page.claims where claim.isDirective {
            if case .request(let request) = claim.statement { declared.insert(request.key) }
        }
        for (position, claim) in page.claims.enumerated() where !claim.isDirective {
            guard case .request(let request) = claim.statement else { continue }
            let isCode = request.method.evidence.isLineOfCode
            if isCode || declared.contains(request.key) { positions.insert(position) }
        }
        return positions
    }

    private func ending(of page: PageClaims) -> Substring {
        sources[page.file].path.split(separator: ".").last ?? ""
    }
}

extension PageClaims {
    /// Lines of which each comes again below a heading of its own, with nothing but words between
    /// them: a table of contents.
    fileprivate var positionsInContents: Set<Int> {
        var last: [String: Int] = [:]
        for (position, claim) in claims.enumerated() {
            if case .request(let request) = claim.statement { last[request.key] = position }
        }
        var positions: Set<Int> = []
        var run: [Int] = []
        for (position, claim) in claims.enumerated() {
            if case .prose = claim.statement { continue }
            guard case .request(let request) = claim.statement,
                let again = last[request.key], again > position,
                claims[again].section != claim.section,
                run.last.map({ claims[$0].section == claim.section }) ?? true
            else {
                if run.count > 1 { positions.formUnion(run) }
                run = []
                continue
            }
            run.append(position)
        }
        return positions
    }
}

extension Claim {
    fileprivate var isDirective: Bool {
        guard case .request(let request) = statement else { return false }
        return request.method.evidence.isDirective
    }
}
