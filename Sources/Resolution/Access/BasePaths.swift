import APIModel
import Recognition
import SourceText

/// Puts the base of a section before the paths of its lines: "Base path: `/api/boats`" over `GET /` and
/// `GET /:id`.
///
/// That is done where the base is of these lines alone: another section states another, one of its
/// lines is nothing but a slash, or a label says so in a section of a page that has lines beside it.
/// What is said of a whole site may as well be a part of its server, and paths stay as they are
/// written. Lines that share a segment with the base have it, or may have it.
func withBasePaths(_ pages: [PageClaims]) -> [PageClaims] {
    let held = pages.map(\.linesBelowBases)
    let all = Set(held.flatMap { $0.map(\.base.value.shape) })
    guard !all.isEmpty else { return pages }
    return zip(pages, held).map { page, held in
        var page = page
        let count = held.isEmpty ? 0 : page.claims.count(where: \.isRelativeLine)
        for (base, lines) in held {
            let hasRoot = lines.contains { page.claims[$0].line?.path.value.shape.isEmpty == true }
            let isOfSection = base.evidence.strength == .declared && lines.count < count
            guard all.count > 1 || hasRoot || isOfSection else { continue }
            for line in lines { page.claims[line].begin(with: base.value) }
        }
        return page
    }
}

extension PageClaims {
    /// The bases that stand around lines, each with the places of these.
    fileprivate var linesBelowBases: [(base: Said<PathTemplate>, lines: [Int])] {
        let bases = basePaths
        guard !bases.isEmpty, !isComplete else { return [] }
        var below: [Int: [Int]] = [:]
        for (position, claim) in claims.enumerated() where claim.isRelativeLine {
            let around = path(from: claim.section).first { bases[$0] != nil }
            if let around { below[around, default: []].append(position) }
        }
        return below.keys.sorted().compactMap { section in
            bases[section].map { ($0, below[section] ?? []) }
        }
    }

    /// What each section states; one that states two of them states none.
    private var basePaths: [Int: Said<PathTemplate>] {
        var found: [Int: Said<PathTemplate>] = [:]
        var torn: Set<Int> = []
        for claim in claims {
            guard case .basePath(let said) = claim.statement else { continue }
            if let other = found[claim.section], other.value.shape != said.value.shape {
                torn.insert(claim.section)
            }
            found[claim.section] = said
        }
        return found.filter { !torn.contains($0.key) }
    }
}

extension Claim {
    fileprivate var line: RequestClaim? {
        guard case .request(let request) = statement, request.server == nil else { return nil }
        return request
    }

    fileprivate var isRelativeLine: Bool { line != nil }

    fileprivate mutating func begin(with base: PathTemplate) {
        guard var request = line else { return }
        let own = request.path.value.shape.split(separator: "/").first
        guard own == nil || own == "{}" || !base.shape.split(separator: "/").contains(own ?? "")
        else { return }
        request.path.value = base.joined(with: request.path.value)
        statement = .request(request)
    }
}

extension PathTemplate {
    /// One path behind the other, with one slash between them.
    fileprivate func joined(with rest: PathTemplate) -> PathTemplate {
        var parts = parts
        if case .literal(let end)? = parts.last, end.hasSuffix("/") {
            parts[parts.count - 1] = .literal(end.withoutTrailingSlash)
        }
        guard !rest.shape.isEmpty else { return PathTemplate(parts) }
        var tail = rest.parts
        if case .literal(let head)? = tail.first, !head.hasPrefix("/") {
            tail[0] = .literal("/" + head)
        } else if case .placeholder? = tail.first {
            tail.insert(.literal("/"), at: 0)
        }
        if case .literal(let end)? = parts.last, case .literal(let head)? = tail.first {
            parts[parts.count - 1] = .literal(end + head)
            tail.removeFirst()
        }
        return PathTemplate(parts + tail)
    }
}
