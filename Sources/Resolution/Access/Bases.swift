import APIModel
import Recognition
import SourceText

/// The addresses that pages call the base of every path, where these have a path themselves.
///
/// A line or call that spells the whole address is then a request below that base:
/// `GET https://api.example.com/v2/notes` beside "Base URL: https://api.example.com/v2" is `/notes`.
struct Bases {
    /// Each with its origin; their paths begin with a slash.
    private var bases: Set<String> = []

    init(_ pages: [PageClaims]) {
        for claim in pages.lazy.flatMap(\.claims) {
            guard case .server(let server) = claim.statement,
                server.evidence.isOfBase,
                let phrase = readPath(server.value.url.withoutTrailingSlash),
                let origin = phrase.server,
                phrase.template.placeholders.isEmpty, phrase.template.text.utf8.count > 1
            else { continue }
            bases.insert(origin + phrase.template.text)
        }
    }

    /// The request below its base; as it is where none of the bases is its own.
    ///
    /// The longest base counts: `/v2/admin/notes` is below `/v2/admin`, and not below `/v2`.
    func relative(_ request: RequestClaim) -> RequestClaim {
        guard let server = request.server, case .literal(let head)? = request.path.value.parts.first
        else { return request }
        let origin = server.value.withoutTrailingSlash
        var open = head[...]
        while let slash = open.lastIndex(of: "/") {
            open = open[..<slash]
            guard bases.contains(origin + open) else { continue }
            var request = request
            request.path.value.parts[0] = .literal(String(head[slash...]))
            request.server = Said(origin + open, server.evidence)
            return request
        }
        return request
    }

    /// A page with all its lines below their bases.
    func relative(_ page: PageClaims) -> PageClaims {
        guard !bases.isEmpty, !page.isComplete else { return page }
        var page = page
        for index in page.claims.indices {
            guard case .request(let request) = page.claims[index].statement else { continue }
            page.claims[index].statement = .request(relative(request))
        }
        return page
    }
}
