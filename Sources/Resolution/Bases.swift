import APIModel
import Recognition
import SourceText

/// The addresses that pages call the base of every path, where these have a path themselves.
///
/// A line or call that spells the whole address is then a request below that base:
/// `GET https://api.example.com/v2/notes` beside "Base URL: https://api.example.com/v2" is `/notes`.
struct Bases {
    private var bases: [(origin: String, path: String)] = []

    init(_ pages: [PageClaims]) {
        for claim in pages.lazy.flatMap(\.claims) {
            guard case .server(let server) = claim.statement,
                server.evidence.construct == "base-url",
                let phrase = readPath(server.value.withoutTrailingSlash),
                let origin = phrase.server,
                phrase.template.placeholders.isEmpty, phrase.template.text.utf8.count > 1
            else { continue }
            bases.append((origin, phrase.template.text))
        }
    }

    /// The request below its base; as it is where none of the bases is its own.
    func relative(_ request: RequestClaim) -> RequestClaim {
        guard let server = request.server, case .literal(let head)? = request.path.value.parts.first
        else { return request }
        for base in bases where base.origin == server.value.withoutTrailingSlash {
            guard head.hasPrefix(base.path + "/") else { continue }
            var request = request
            let rest = PathTemplate.Part.literal(String(head.dropFirst(base.path.utf8.count)))
            request.path.value.parts[0] = rest
            request.server = Said(base.origin + base.path, server.evidence)
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
