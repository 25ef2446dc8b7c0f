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
        let open = said.map(\.value.withoutTrailingSlash).filter { $0.contains("{") }.prefix(32)
        for server in said {
            let own = server.value.withoutTrailingSlash
            // A call to `acme.example.com` fills in `{tenant}.example.com`.
            let url = open.first { own.fillsIn($0) } ?? own
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
}

extension String {
    /// Whether it is an address with nothing but its placeholders filled in.
    fileprivate func fillsIn(_ address: String) -> Bool {
        let parts = split { $0 == "/" || $0 == "." }
        let pattern = address.split { $0 == "/" || $0 == "." }
        return parts.count == pattern.count
            && zip(parts, pattern).allSatisfy { $0 == $1 || $1.hasPrefix("{") && $1.hasSuffix("}") }
    }

    var withoutTrailingSlash: String {
        hasSuffix("/") ? String(dropLast()) : self
    }
}
