import APIModel
import Recognition
import SourceText

/// What a section away from an operation's own shows of it.
struct Shown {
    let page: Int
    let section: Int
    /// The query that a call shows.
    let query: [Field]
    let claims: [Claim]
}

/// Takes from what pages share what shows operations that their lines only name, by the operations'
/// keys.
///
/// A table lists the routes, and below "Examples" each is called, with what comes back; or each has
/// a heading in the words of its row. Operations of which their own section says more are left alone.
func takeWhatIsShownElsewhere(
    of operations: NamedOperations, on pages: inout [ScopedPage]
) -> [String: [Shown]] {
    guard operations.areSomeBare else { return [:] }
    var taken: [String: [Shown]] = [:]
    for index in pages.indices {
        let showings = Showings(of: operations, on: pages[index])
        guard showings.areSomeBare else { continue }
        var current = showings.first
        var shown: [Int: [Claim]] = [:]
        var shared: [Claim] = []
        for (position, claim) in pages[index].shared.enumerated() {
            if let starting = showings.starting[position] {
                current[showings.list[starting].section] = starting
            }
            if let owner = showings.owner(of: claim, on: pages[index].claims, current) {
                shown[owner, default: []].append(claim)
            } else {
                shared.append(claim)
            }
        }
        pages[index].shared = shared
        for (number, showing) in showings.list.enumerated() {
            guard let claims = shown[number], let operation = showing.operation else { continue }
            let query = showing.call?.requestClaim?.query ?? []
            taken[operations.key(of: operation), default: []].append(
                Shown(page: index, section: showing.section, query: query, claims: claims))
        }
    }
    return taken
}

/// A section, or a part of one from a call on, that shows an operation.
private struct Showing {
    /// The number of the operation, if its own line only names it.
    let operation: Int?
    let section: Int
    let call: SampleCall?
}

/// Where the shared parts of a page call operations, or bear the name of one.
private struct Showings {
    private(set) var list: [Showing] = []
    /// The showings by the positions of the claims that they begin with.
    private(set) var starting: [Int: Int] = [:]
    /// The first of each section.
    private(set) var first: [Int: Int] = [:]
    /// Sections that show several operations; lists of fields there may be of any.
    private var mixed: Set<Int> = []

    init(of operations: NamedOperations, on page: ScopedPage) {
        var seen: Set<Int> = []
        for (position, claim) in page.shared.enumerated() {
            let home = page.claims.heading(around: claim.section)
            let isGuided = page.claims.isGuided(home)
            guard home != 0, isGuided || !page.claims.isExplained(home) else { continue }
            if !isGuided, seen.insert(home).inserted,
                let operation = operations.named(like: page.claims.sections[home])
                    .flatMap(operations.bare)
            {
                add(Showing(operation: operation, section: home, call: nil), at: position)
            }
            guard case .call(let call) = claim.statement else { continue }
            let operation = operations.called(by: call).flatMap(operations.bare)
            add(Showing(operation: operation, section: home, call: call), at: position)
        }
    }

    var areSomeBare: Bool { list.contains { $0.operation != nil } }

    private mutating func add(_ showing: Showing, at position: Int) {
        if let known = first[showing.section] {
            if list[known].operation != showing.operation { mixed.insert(showing.section) }
        } else {
            first[showing.section] = list.count
        }
        starting[position] = list.count
        list.append(showing)
    }

    /// What a claim is shown of: the section's current operation; below headings of their own, only
    /// where these say that they are a part of a call.
    func owner(of claim: Claim, on page: PageClaims, _ current: [Int: Int]) -> Int? {
        for section in page.path(from: claim.section) where section != 0 {
            if let number = current[section] {
                guard list[number].operation != nil else { return nil }
                return claim.isShown(amongOthers: mixed.contains(section)) ? number : nil
            }
            if case .other = page.sections[section].role, page.sections[section].level < labelLevel
            {
                return nil
            }
        }
        return nil
    }
}

extension PageClaims {
    /// The innermost section around that is no label, and no part of a call with a heading of its own.
    fileprivate func heading(around section: Int) -> Int {
        path(from: section).first { sections[$0].level < labelLevel && !sections[$0].isPart } ?? 0
    }
}

extension Section {
    /// "Returns", "Example": of what the heading around names. "Examples" may be of anything.
    fileprivate var isPart: Bool {
        switch role {
        case .parameters, .requestBody, .request, .requestExample, .response, .responseFields,
            .responseHeaders, .responseExample, .statusCodes, .errors, .codeSamples:
            true
        case .example: !title.lowercased().hasSuffix("s")
        case .object, .member, .operation, .security, .permissions, .enumeratedValues,
            .properties, .consumes, .produces, .description, .other:
            false
        }
    }
}

extension Claim {
    /// Whether it is of what a section shows; where that is several operations, a list of fields may
    /// be of any.
    fileprivate func isShown(amongOthers: Bool) -> Bool {
        switch statement {
        case .call, .sample, .statuses, .mediaTypes, .missingInclude: true
        case .fields, .values, .content, .references, .prose: !amongOthers
        case .request, .foreignMethod, .security, .permissions, .name, .orderingKey, .server,
            .basePath, .deprecation, .mention, .same, .thing, .operationID, .group:
            false
        }
    }
}
