import APIModel
import Recognition

/// Takes lines that fill in the template of another line for calls of it: `GET /users/42` beside
/// `GET /users/{id}`, on whichever page that stands.
///
/// What is filled in must look like an example's: `/users/me` is as often an operation of its own.
func withExampleLines(_ pages: [PageClaims]) -> [PageClaims] {
    var templates: Set<String> = []
    for claim in pages.lazy.flatMap(\.claims) {
        guard case .request(let request) = claim.statement,
            !request.path.value.placeholders.isEmpty
        else { continue }
        templates.insert(request.key)
    }
    guard !templates.isEmpty else { return pages }
    return pages.map { page in
        guard !page.isComplete else { return page }
        var page = page
        for (position, claim) in page.claims.enumerated() {
            guard case .request(let request) = claim.statement, request.fillsIn(templates) else {
                continue
            }
            page.claims[position].statement = .call(request.asCall)
        }
        return page
    }
}

extension RequestClaim {
    /// Whether one of the templates is this line's with some of its segments left open.
    fileprivate func fillsIn(_ templates: Set<String>) -> Bool {
        let segments = path.value.shape.split(separator: "/")
        let examples = segments.indices.filter { isExample(segments[$0]) }
        guard !examples.isEmpty, examples.count <= maximumExamples else { return false }
        // Each choice of segments, but for none of them.
        return (1..<(1 << examples.count)).contains { choice in
            var shape = segments
            for (bit, index) in examples.enumerated() where choice & (1 << bit) != 0 {
                shape[index] = "{}"
            }
            return templates.contains(method.value.rawValue + " " + shape.joined(separator: "/"))
        }
    }

    fileprivate var asCall: SampleCall {
        func shown(_ evidence: Evidence) -> Evidence {
            Evidence(evidence.span, .exemplified, evidence.construct)
        }
        let query = spelledQuery.isEmpty ? "" : "?" + spelledQuery
        return SampleCall(
            method: Said(method.value.rawValue, shown(method.evidence)),
            url: Said((server?.value ?? "") + path.value.text + query, shown(path.evidence)))
    }
}

/// More IDs than any path has.
private let maximumExamples = 5

/// `42`, `rm_204_b`, `a1b2c3d4`, UUIDs; `v2`, `oauth2` and `2fa` are words.
private func isExample(_ segment: Substring) -> Bool {
    let isVersion = segment.first == "v" && segment.dropFirst().first?.isNumber == true
    guard !segment.contains("{"), !isVersion else { return false }
    let digits = segment.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.count
    guard digits > 0 else { return false }
    let isNumbered = segment.utf8.split { $0 == 0x2D || $0 == 0x5F }.contains { part in
        part.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
    return isNumbered || digits * 2 >= segment.utf8.count
        || segment.utf8.count >= 8 && digits * 4 >= segment.utf8.count
}
