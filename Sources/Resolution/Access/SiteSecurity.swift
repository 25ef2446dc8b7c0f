import APIModel
import Recognition
import SourceText

/// What pages say of who may call, for all operations that say nothing of it themselves.
struct SiteSecurity {
    private(set) var statements: [SecurityStatement] = []
    /// Whether calls of operations show who calls: then those that do not need not be asked.
    private(set) var isShownInCalls = false
    /// How many calls were held against all operations, which nobody's thousands need.
    private var comparedCalls = 0

    init() {}

    init(_ pages: [ScopedPage], _ drafts: [OperationDraft], sources: SourceSet) {
        isShownInCalls = drafts.contains { draft in
            draft.calls.contains { !$0.securityKinds.isEmpty || !$0.keysInQuery.isEmpty }
        }
        let called = drafts.map { Called(draft: $0, pages[$0.scope.page].claims) }
        for page in pages where !page.claims.isComplete {
            add(page, called, file: sources[page.claims.file].path)
        }
        // A sentence that names no more than the header means what others say of it.
        let isKnown = statements.contains { $0.kind?.isAuthorization == true && !$0.isBare }
        if isKnown { statements.removeAll(where: \.isBare) }
    }

    /// What the pages say of the scheme of that name.
    func kind(named name: String) -> Said<SecurityScheme.Kind>? {
        for statement in statements {
            guard case .scheme(let known, let kind, _) = statement,
                known.lowercased() == name.lowercased()
            else { continue }
            return kind
        }
        return nil
    }

    private mutating func add(_ page: ScopedPage, _ called: [Called], file: String) {
        let isOfSecurity = page.claims.isTitledSecurity
        for claim in page.shared where claim.tellsOfAccess {
            guard !page.claims.tellsOfOtherThings(in: claim.section, file: file) else { continue }
            let isBelow = isOfSecurity || page.claims.securitySection(around: claim.section) != nil
            switch claim.statement {
            case .security(let statement):
                if isBelow || statement.isSaidOfAll || statement.isKey && page.operations.isEmpty {
                    add(statement)
                }
            case .call(let call) where isBelow: add(call, called)
            default: break
            }
        }
        for operation in page.operations {
            for claim in operation.claims where page.claims.speaksOfSite(claim, own: operation.own)
            {
                if case .security(let statement) = claim.statement { add(statement) }
            }
        }
    }

    private mutating func add(_ statement: SecurityStatement) {
        switch statement {
        case .scheme, .use(_, .api), .use(_, .unsaid): break
        case .use(_, .operation), .requirement, .none: return
        }
        guard let kind = statement.kind, statements.count < maximumSchemes,
            !statements.contains(where: { $0.kind == kind })
        else { return }
        statements.append(statement)
    }

    /// A call that shows how to call one of the operations, and does not sign in.
    private mutating func add(_ call: SampleCall, _ called: [Called]) {
        let kinds =
            call.securityKinds
            + call.keysInQuery.map {
                Said(.query(name: $0), call.url.evidence)
            }
        let isNew = kinds.contains { kind in !statements.contains { $0.kind == kind.value } }
        guard isNew, statements.count < maximumSchemes, comparedCalls < maximumCalls else { return }
        comparedCalls += 1
        let matching = called.filter { matchURL(call.url.value, to: $0.path) != nil }
        guard !matching.isEmpty, matching.allSatisfy(\.asks) else { return }
        for kind in kinds {
            if case .query(let name) = kind.value,
                matching.contains(where: { $0.queries.contains(name) })
            {
                continue
            }
            add(.use(kind, .unsaid))
        }
    }
}

/// What a call on a page about security may show.
private struct Called {
    let path: PathTemplate
    let queries: Set<String>
    /// Whether it asks as all others do, and shows nothing of its own.
    let asks: Bool

    init(draft: OperationDraft, _ page: PageClaims) {
        path = draft.request.path.value
        asks = draft.asksAsSite(on: page)
        queries = Set(
            draft.parameters.filter { $0.location.value == .query }.map(\.name.value))
    }
}

/// More ways to authenticate than any site has.
private let maximumSchemes = 8

/// More calls than a site needs to show one way.
private let maximumCalls = 200

extension SecurityStatement {
    fileprivate var kind: SecurityScheme.Kind? {
        switch self {
        case .scheme(_, let kind, _), .use(let kind, _): kind.value
        case .requirement, .none: nil
        }
    }

    fileprivate var isBare: Bool { kind?.isBare == true }

    fileprivate var isSaidOfAll: Bool {
        if case .use(_, .api) = self { return true }
        return false
    }

    /// Whether it names the header or parameter itself, as sentences do that tell what to send.
    fileprivate var isKey: Bool {
        guard case .use(let kind, .unsaid) = self else { return false }
        switch kind.value {
        case .header, .query, .cookie: return true
        case .bearer, .basic, .digest, .other: return false
        }
    }
}

extension Claim {
    fileprivate var tellsOfAccess: Bool {
        switch statement {
        case .security, .call: true
        default: false
        }
    }
}

extension PageClaims {
    /// Whether a claim in the scope of an operation is on security and meant for all operations:
    /// "All requests must …", or below "Authentication" beside the operation's own heading.
    func speaksOfSite(_ claim: Claim, own: Int) -> Bool {
        if case .fields(let list) = claim.statement {
            return reach(of: list, in: claim.section) != nil
        }
        guard case .security(let statement) = claim.statement else { return false }
        if case .use(_, .operation) = statement { return false }
        if statement.isSaidOfAll { return true }
        guard let security = securitySection(around: claim.section) else { return false }
        let home = home(of: own)
        if isSection(own, within: security) { return !isSection(claim.section, within: home) }
        return !isSection(security, within: home)
    }

    /// The outermost section about security around another.
    func securitySection(around section: Int) -> Int? {
        path(from: section).last { sections[$0].role == .security }
    }

    /// The operation's heading, where its line stands below one of its parts: "Request".
    private func home(of own: Int) -> Int {
        var home = own
        while home != 0 {
            switch sections[home].role {
            case .request, .requestExample, .codeSamples, .example, .description: break
            default: if sections[home].level < labelLevel { return home }
            }
            home = sections[home].parent
        }
        return home
    }

    /// Whether its head titles it "Authentication": what a head says is said first.
    var isTitledSecurity: Bool {
        claims.prefix(40).contains { claim in
            guard claim.section == 0, case .name(let name) = claim.statement,
                name.evidence.isOfFrontMatter
            else { return false }
            return classifyHeading(MarkedText(name.value)).role == .security
        }
    }
}

extension OperationDraft {
    /// Whether it is how one comes by what the others ask for.
    var signsIn: Bool {
        guard let last = request.path.value.segments.last?.lowercased() else { return false }
        return [
            "login", "signin", "sign-in", "sign_in", "signup", "sign-up", "sign_up", "register",
            "token", "tokens", "oauth", "authenticate", "auth", "logon",
        ].contains(last) && method == .post
    }

    /// Whether it asks as all others do, where it does not say itself who may call: those that stand
    /// among the explanations are mostly how one comes by a credential.
    func asksAsSite(on page: PageClaims) -> Bool {
        let isFree = security.contains { statement in
            if case .none = statement { return true }
            return false
        }
        return !isFree && !isComplete && !signsIn && !page.isTitledSecurity
            && page.securitySection(around: scope.own) == nil
    }
}
