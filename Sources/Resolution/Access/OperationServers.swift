import APIModel
import Recognition
import SourceText

/// Where pages say that paths begin, for whom they say it.
///
/// A section says it for the operations in it, a page for its own, a page without operations for
/// those of its folder, and one beside no operations for all.
struct StatedServers {
    private var bySection: [Int: [Int: [Said<Server>]]] = [:]
    private var byFolder: [String: [Said<Server>]] = [:]
    /// What is said for the whole site.
    private(set) var ofSite: [Said<Server>] = []
    /// All of it that stands outside of single operations.
    private(set) var all: [Said<Server>] = []
    private let pages: [ScopedPage]
    private let sources: SourceSet

    init(_ pages: [ScopedPage], sources: SourceSet) {
        self.pages = pages
        self.sources = sources
        var inhabited: Set<String> = []
        for page in pages where !page.operations.isEmpty {
            inhabited.formUnion(folders(around: sources[page.claims.file].path))
        }
        for (index, page) in pages.enumerated() {
            let holding = page.sectionsWithOperations
            for claim in page.shared {
                guard case .server(let server) = claim.statement else { continue }
                all.append(server)
                let folder = folders(around: sources[page.claims.file].path)[0]
                if let reach = page.claims.path(from: claim.section).first(where: holding.contains)
                {
                    bySection[index, default: [:]][reach, default: []].append(server)
                } else if !folder.isEmpty, inhabited.contains(folder) {
                    byFolder[folder, default: []].append(server)
                } else {
                    ofSite.append(server)
                }
            }
        }
    }

    /// What is said nearest to an operation; nothing where that is for the whole site.
    func servers(of draft: OperationDraft) -> [Said<Server>] {
        if let server = draft.request.server, server.evidence.strength == .declared {
            return [Said(Server(url: server.value), server.evidence)]
        }
        if !draft.servers.isEmpty { return draft.servers }
        let page = draft.scope.page
        if let sections = bySection[page] {
            for section in pages[page].claims.path(from: draft.scope.own) {
                if let servers = sections[section] { return servers }
            }
        }
        if byFolder.isEmpty { return [] }
        return folders(around: sources[draft.file].path).lazy.compactMap { byFolder[$0] }.first
            ?? []
    }
}

/// `a/b`, `a` and the top of a file `a/b/page.md`.
private func folders(around path: String) -> [String] {
    var folders: [String] = []
    var open = path[...]
    while let slash = open.lastIndex(of: "/") {
        open = open[..<slash]
        folders.append(String(open))
    }
    return folders + [""]
}

extension ScopedPage {
    fileprivate var sectionsWithOperations: Set<Int> {
        var sections: Set<Int> = []
        for operation in operations { sections.formUnion(claims.path(from: operation.own)) }
        return sections
    }
}

extension Resolution {
    /// Gives those operations a server of their own whose pages state another than the site's.
    mutating func settleOwnServers(of drafts: [OperationDraft], _ stated: StatedServers) {
        let said = drafts.map { draft in
            stated.servers(of: draft).map { server in
                // "API endpoint: https://…/ships" over `GET /ships`: it holds the path already.
                guard let base = matchURL(server.value.url, to: draft.request.path.value),
                    base.hasPrefix("http")
                else { return server }
                return Said(Server(url: base), server.evidence)
            }
        }
        let site = stated.ofSite.isEmpty ? usual(said, drafts) : stated.ofSite.map(\.value.url)
        guard !site.isEmpty else { return }
        for (draft, servers) in zip(drafts, said) where !servers.isEmpty {
            let isUsual = servers.contains { server in
                site.contains { server.value.url.isServer($0) }
            }
            if !isUsual { draft.ownServers = servers }
        }
        tellApartByPath(drafts, beside: site[0])
    }

    /// What most operations say, or show where they say nothing, of where they are.
    private func usual(_ said: [[Said<Server>]], _ drafts: [OperationDraft]) -> [String] {
        var votes: [String: Int] = [:]
        var order: [[String]] = []
        for (servers, draft) in zip(said, drafts) {
            var urls = servers.map(\.value.url)
            if urls.isEmpty, let shown = draft.shownServer { urls = [shown] }
            guard let first = urls.first?.serverName else { continue }
            if votes[first] == nil { order.append(urls) }
            votes[first, default: 0] += 1
        }
        var best: [String] = []
        var most = 0
        for urls in order {
            let count = votes[urls[0].serverName] ?? 0
            if count > most { (best, most) = (urls, count) }
        }
        return best
    }

    /// `https://…/v1` and `https://…/v2` with one operation below both: what differs is then part of
    /// the paths, for one method on one path is one operation to everybody who reads the model.
    private mutating func tellApartByPath(_ drafts: [OperationDraft], beside site: String) {
        guard drafts.contains(where: { !$0.ownServers.isEmpty }) else { return }
        var bases: [String: Set<String>] = [:]
        var shared: Set<String> = []
        let servers = drafts.map { $0.ownServers.first?.value.url ?? site }
        for (draft, server) in zip(drafts, servers) {
            let (origin, path) = server.originAndPath
            guard !path.contains("{") else { continue }
            let key = origin + " " + draft.request.key
            if bases[key, default: []].insert(path).inserted, bases[key]?.count ?? 0 > 1 {
                shared.insert(origin)
            }
        }
        guard !shared.isEmpty else { return }
        var common: [String: String] = [:]
        for server in servers + [site] {
            let (origin, path) = server.originAndPath
            guard shared.contains(origin), !path.contains("{") else { continue }
            common[origin] = common[origin].map { commonPath($0, path) } ?? path
        }
        for (draft, server) in zip(drafts, servers) {
            let (origin, path) = server.originAndPath
            guard let base = common[origin], !path.contains("{") else { continue }
            if !path.isEmpty, path != base { dividedServers.insert(server.withoutTrailingSlash) }
            draft.begin(
                at: origin + base, with: String(path.dropFirst(base.count)),
                isOwn: origin != site.originAndPath.origin)
        }
    }
}

/// The segments with which two paths both begin.
private func commonPath(_ left: String, _ right: String) -> String {
    let pairs = zip(left.split(separator: "/"), right.split(separator: "/"))
    return pairs.prefix { $0 == $1 }.map { "/" + $0.0 }.joined()
}

extension OperationDraft {
    /// Where its first call goes that is of its path.
    fileprivate var shownServer: String? {
        calls.lazy.compactMap { matchURL($0.url.value, to: self.request.path.value) }
            .first { $0.hasPrefix("http") }
    }

    /// Takes the end of its server into its path.
    fileprivate func begin(at server: String, with end: String, isOwn: Bool) {
        let evidence = (ownServers.first?.evidence ?? request.path.evidence)
        request.server = Said(server, evidence)
        ownServers = isOwn ? [Said(Server(url: server), evidence)] : []
        servers = []
        guard !end.isEmpty else { return }
        if case .literal(let head)? = request.path.value.parts.first {
            let slash = head.hasPrefix("/") ? "" : "/"
            request.path.value.parts[0] = .literal(end + slash + head)
        } else {
            request.path.value.parts.insert(.literal(end + "/"), at: 0)
        }
    }
}

extension String {
    /// An address without its scheme and the slash at its end.
    fileprivate var serverName: String {
        let name = firstRange(of: "://").map { String(self[$0.upperBound...]) } ?? self
        return name.withoutTrailingSlash.lowercased()
    }

    fileprivate func isServer(_ other: String) -> Bool {
        serverName == other.serverName || fillsIn(other)
    }

    /// `https://api.example.com` and `/v1`.
    fileprivate var originAndPath: (origin: String, path: String) {
        let url = withoutTrailingSlash
        guard let host = url.firstRange(of: "://")?.upperBound,
            let slash = url[host...].firstIndex(of: "/")
        else { return (url, "") }
        return (String(url[..<slash]), String(url[slash...]))
    }
}
