import APIModel
import Recognition
import SourceText

extension Resolution {
    /// Finds the servers: what stands before the documented path in requests and samples.
    mutating func settleServers(_ drafts: [OperationDraft], _ stated: StatedServers) {
        // What only operations with servers of their own say is none of the site's.
        let own = Set(drafts.flatMap(\.ownServers).map(\.value.url.withoutTrailingSlash))
        let usual = drafts.filter(\.ownServers.isEmpty)
        let listed = (stated.all + usual.flatMap(\.servers)).filter { server in
            let url = server.value.url.withoutTrailingSlash
            return !own.contains(url) && !dividedServers.contains(url)
        }
        let said = usual.flatMap(\.serversSaid) + listed
        var descriptions: [String: String] = [:]
        var order: [String] = []
        var groups: [String: [Said<String>]] = [:]
        let open = said.map(\.value.url.withoutTrailingSlash).filter { $0.contains("{") }.prefix(32)
        for server in said {
            let own = server.value.url.withoutTrailingSlash
            // A call to `acme.example.com` fills in `{tenant}.example.com`.
            let url = open.first { own.fillsIn($0) } ?? own
            if groups[url] == nil { order.append(url) }
            groups[url, default: []].append(Said(url, server.evidence))
            descriptions[url] = descriptions[url] ?? server.value.description
        }
        func strength(_ url: String) -> Strength {
            groups[url]?.map(\.evidence.strength).max() ?? .implied
        }
        // The server most samples show comes first; OpenAPI's readers take the first.
        let counts = order.enumerated().sorted { left, right in
            let (many, few) = (groups[left.element]?.count ?? 0, groups[right.element]?.count ?? 0)
            if many != few { return many > few }
            let (one, other) = (strength(left.element), strength(right.element))
            return one != other ? one > other : left.offset < right.offset
        }
        servers = inListedOrder(counts.map(\.element), listed).compactMap { url in
            guard let all = groups[url], let fact = decide(all) else { return nil }
            let server = Server(url: url, description: descriptions[url])
            return Fact(server, fact.evidence, agreeing: fact.agreeing)
        }
    }

    /// A list of environments is in the order of whoever wrote it: a sample may well call another
    /// than the first.
    private func inListedOrder(_ urls: [String], _ listed: [Said<Server>]) -> [String] {
        let stated = listed.map(\.value.url.withoutTrailingSlash)
        guard let first = urls.first, stated.contains(first) else { return urls }
        var seen: Set<String> = []
        let known = Set(urls)
        return (stated.filter(known.contains) + urls).filter { seen.insert($0).inserted }
    }
}

extension OperationDraft {
    /// What its line and its calls say of where it is.
    fileprivate var serversSaid: [Said<Server>] {
        let shown = calls.compactMap { call -> Said<Server>? in
            guard let server = matchURL(call.url.value, to: request.path.value),
                server.hasPrefix("http")
            else { return nil }
            return Said(Server(url: server), call.url.evidence)
        }
        // `$SERVER_URL` is the caller's own name for one.
        let written = request.server.flatMap { $0.value.hasPrefix("$") ? nil : $0 }
        let line = written.map { [Said(Server(url: $0.value), $0.evidence)] } ?? []
        return line + shown
    }
}

extension String {
    /// Whether it is an address with nothing but its placeholders filled in.
    func fillsIn(_ address: String) -> Bool {
        let parts = split { $0 == "/" || $0 == "." }
        let pattern = address.split { $0 == "/" || $0 == "." }
        return parts.count == pattern.count
            && zip(parts, pattern).allSatisfy { $0 == $1 || $1.hasPrefix("{") && $1.hasSuffix("}") }
    }

    var withoutTrailingSlash: String {
        hasSuffix("/") ? String(dropLast()) : self
    }
}
