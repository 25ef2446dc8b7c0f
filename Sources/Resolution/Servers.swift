import APIModel
import Recognition
import SourceText

extension Resolution {
    /// Finds the servers: what stands before the documented path in requests and samples.
    mutating func settleServers(_ drafts: inout [OperationDraft], stated: [Said<String>]) {
        var said: [Said<String>] = []
        for draft in drafts {
            if let server = draft.request.server { said.append(server) }
            said += draft.servers
            for call in draft.calls {
                let template = draft.request.path.value
                guard let server = matchURL(call.url.value, to: template), server.hasPrefix("http")
                else { continue }
                said.append(Said(server.withoutTrailingSlash, call.url.evidence))
            }
        }
        said += stated
        var order: [String] = []
        var groups: [String: [Said<String>]] = [:]
        for server in said {
            let url = server.value.withoutTrailingSlash
            if groups[url] == nil { order.append(url) }
            groups[url, default: []].append(Said(url, server.evidence))
        }
        // The server most samples show comes first; OpenAPI's readers take the first.
        let counts = order.enumerated().sorted { left, right in
            let (many, few) = (groups[left.element]?.count ?? 0, groups[right.element]?.count ?? 0)
            return many != few ? many > few : left.offset < right.offset
        }
        servers = counts.compactMap { _, url in
            guard let all = groups[url], let fact = decide(all) else { return nil }
            return Fact(Server(url: url), fact.evidence, agreeing: fact.agreeing)
        }
    }

    /// What pages say of servers outside of operations.
    func statedServers(_ pages: [ScopedPage]) -> [Said<String>] {
        pages.flatMap(\.shared).compactMap { claim in
            guard case .server(let server) = claim.statement else { return nil }
            return server
        }
    }

    /// Takes the ways to authenticate that complete pages list for the whole API, in their order.
    mutating func takeStatedSchemes(_ pages: [ScopedPage]) {
        for page in pages where page.claims.isComplete {
            for claim in page.shared {
                guard case .security(.scheme(let name, let kind, let description)) = claim.statement
                else { continue }
                let settled = security.name(for: kind, called: name)
                if let description { security.describe(settled, Fact(description, kind.evidence)) }
            }
        }
    }

    /// The names of the security schemes an operation asks for.
    mutating func securityNames(of draft: OperationDraft) -> [Fact<String>] {
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
                let settled = security.scheme(named: name.value)?.name
                add(settled ?? name.value, name.evidence)
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
            // A row that says no more than "Authorization" means what is known of that header.
            let known = security.schemes.first {
                kind.value.isBare && $0.kind.value.isAuthorization
            }
            add(known?.name ?? security.name(for: kind), kind.evidence)
        }
        return names
    }
}

extension SampleCall {
    /// The schemes that a call's headers and options show.
    fileprivate var securityKinds: [Said<SecurityScheme.Kind>] {
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

extension String {
    var withoutTrailingSlash: String {
        hasSuffix("/") ? String(dropLast()) : self
    }
}
