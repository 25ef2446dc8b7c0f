import APIModel
import Recognition
import SourceText

extension Resolution {
    /// Takes what pages say of who may call, outside of operations.
    mutating func settleSecurity(of drafts: [OperationDraft], on pages: [ScopedPage]) {
        takeStatedSchemes(pages)
        siteSecurity = SiteSecurity(pages, drafts, sources: sources)
    }

    /// Takes the ways to authenticate that complete pages list for the whole API, in their order.
    private mutating func takeStatedSchemes(_ pages: [ScopedPage]) {
        for page in pages where page.claims.isComplete {
            for claim in page.shared {
                guard case .security(.scheme(let name, let kind, let description)) = claim.statement
                else { continue }
                let settled = security.name(for: kind, called: name)
                if let description { security.describe(settled, Fact(description, kind.evidence)) }
            }
        }
    }

    /// The names of the security schemes an operation asks for; those of the site where its own
    /// pages say nothing of it.
    mutating func securityNames(of draft: OperationDraft, on page: PageClaims) -> [Fact<String>] {
        let own = ownSecurity(of: draft)
        guard own.isEmpty, draft.asksAsSite(on: page) else { return own }
        // Signing in, resetting a password: its own call shows that nobody is asked.
        if siteSecurity.isShownInCalls, !draft.calls.isEmpty { return own }
        return siteSecurity.statements.compactMap { statement in
            switch statement {
            case .scheme(let name, let kind, let description):
                let settled = security.name(for: kind, called: name)
                if let description { security.describe(settled, Fact(description, kind.evidence)) }
                return implied(settled, kind.evidence)
            case .use(let kind, _): return implied(security.name(for: kind), kind.evidence)
            case .requirement, .none: return nil
            }
        }
    }

    private func implied(_ name: String, _ evidence: Evidence) -> Fact<String> {
        Fact(name, Evidence(evidence.span, .implied, evidence.construct))
    }

    private mutating func ownSecurity(of draft: OperationDraft) -> [Fact<String>] {
        var names: [Fact<String>] = []
        func add(_ name: String, _ evidence: Evidence) {
            guard !names.contains(where: { $0.value == name }) else { return }
            names.append(Fact(name, evidence))
        }
        for statement in draft.security {
            switch statement {
            case .scheme(let name, let kind, let description):
                let settled = security.name(for: kind, called: name)
                if let description { security.describe(settled, Fact(description, kind.evidence)) }
                add(settled, kind.evidence)
            case .requirement(let name):
                let stated = siteSecurity.kind(named: name.value)
                let settled =
                    stated.map { security.name(for: $0, called: name.value) }
                    ?? security.scheme(named: name.value)?.name
                add(settled ?? name.value, name.evidence)
            case .use(let kind, _): add(name(of: kind), kind.evidence)
            case .none: break
            }
        }
        let parameters = Set(draft.parameters.map(\.name.value))
        for call in draft.calls {
            for name in call.keysInQuery where !parameters.contains(name) {
                let kind = Said(SecurityScheme.Kind.query(name: name), call.url.evidence)
                add(security.name(for: kind), kind.evidence)
            }
            for kind in call.securityKinds { add(security.name(for: kind), kind.evidence) }
        }
        for kind in draft.credentials {
            add(name(of: kind), kind.evidence)
        }
        return names
    }

    /// The name of a scheme; what says no more than "Authorization" means what is known of that header.
    private mutating func name(of kind: Said<SecurityScheme.Kind>) -> String {
        let known = security.schemes.first { kind.value.isBare && $0.kind.value.isAuthorization }
        return known?.name ?? security.name(for: kind)
    }
}

extension SampleCall {
    /// The schemes that a call's headers and options show.
    var securityKinds: [Said<SecurityScheme.Kind>] {
        var kinds: [Said<SecurityScheme.Kind>] = []
        switch authentication {
        case .basic: kinds.append(Said(.basic, url.evidence))
        case .digest: kinds.append(Said(.digest, url.evidence))
        case nil: break
        }
        for header in headers {
            guard let kind = securityKind(of: header) else { continue }
            let span = SourceSpan(url.evidence.span.file, header.range)
            kinds.append(Said(kind, Evidence(span, .exemplified, url.evidence.construct)))
        }
        return kinds
    }
}

extension SampleCall {
    /// The names of its query that stand for who calls: `api_key`, `access_token`, and `key=YOUR_KEY`.
    ///
    /// None where a header says who calls: a `token` beside that is a place in a list.
    var keysInQuery: [String] {
        guard url.value.contains("="), securityKinds.isEmpty else { return [] }
        return (readPath(url.value)?.query ?? []).filter(\.isKey).map(\.name)
    }
}

extension PathPhrase.QueryItem {
    /// Passwords and secrets are what one signs in with, and parameters there.
    fileprivate var isKey: Bool {
        switch Recognition.words(of: name).last {
        case "key": isCredentialName(name) || name == "key" && standsForKey
        case "token", "apikey", "jwt": isCredentialName(name)
        default: false
        }
    }

    private var standsForKey: Bool { value.map { $0.lowercased().contains("key") } ?? false }
}
