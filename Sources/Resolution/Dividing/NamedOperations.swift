import APIModel
import Recognition

/// Every operation of the pages, and which of them their own sections only name.
struct NamedOperations {
    private var list: [(request: RequestClaim, isBare: Bool)] = []
    /// By the method and the last two segments of the path, placeholders without their names.
    private var byTail: [String: [Int]] = [:]
    private var byName: [[String]: [Int]] = [:]

    init(_ pages: [ScopedPage]) {
        for scope in pages.flatMap(\.operations) {
            let isBare = !scope.claims.contains(where: \.saysMoreThanName)
            for request in scope.requests {
                let tail = request.path.value.shape.split(separator: "/").suffix(2)
                byTail[ending(request.method.value, tail), default: []].append(list.count)
                for name in scope.requests.count == 1 ? scope.names : [] {
                    byName[name, default: []].append(list.count)
                }
                list.append((request, isBare))
            }
        }
    }

    var areSomeBare: Bool { list.contains(where: \.isBare) }

    func key(of operation: Int) -> String { list[operation].request.key }

    /// The operation, if its own section only names it.
    func bare(_ operation: Int) -> Int? { list[operation].isBare ? operation : nil }

    /// The operation that a call is of: of those that fit, the one with the longest path.
    func called(by call: SampleCall) -> Int? {
        guard let claim = call.requestClaim else { return nil }
        let fitting = candidates(claim).filter { index in
            let path = list[index].request.path.value
            // A path of placeholders fits every call.
            return !path.segments.isEmpty && call.isBelowServer(of: path)
        }
        return fitting.max { left, right in
            list[left].request.path.value.weight < list[right].request.path.value.weight
        }
    }

    /// Whether a call may be of any of them, by placeholders alone too.
    func mayBeCalled(by call: SampleCall) -> Bool {
        guard let claim = call.requestClaim else { return false }
        return candidates(claim).contains { call.isBelowServer(of: list[$0].request.path.value) }
    }

    /// The one operation that a heading has the name of.
    func named(like section: Section) -> Int? {
        guard case .other = section.role else { return nil }
        let words = nameWords(section.title)
        guard words.count > 1, let fitting = byName[words], fitting.count == 1 else { return nil }
        return fitting[0]
    }

    private func candidates(_ call: RequestClaim) -> [Int] {
        let segments = call.path.value.shape.split(separator: "/").suffix(2)
        guard let last = segments.last else { return [] }
        var tails = [[last], ["{}"]]
        if let first = segments.dropLast().last {
            tails += [[first, last], ["{}", last], [first, "{}"], ["{}", "{}"]]
        }
        return tails.reduce(into: []) { found, tail in
            let known = byTail[ending(call.method.value, tail[...])] ?? []
            if known.count <= maximumCandidates { found += known }
        }
    }
}

/// More operations of one method and ending than any API has: a call among them proves nothing.
private let maximumCandidates = 200

private func ending(_ method: Method, _ tail: ArraySlice<Substring>) -> String {
    method.rawValue + " " + tail.joined(separator: "/")
}

extension OperationScope {
    fileprivate var names: Set<[String]> {
        Set(
            claims.compactMap { claim in
                guard case .name(let name) = claim.statement else { return nil }
                return nameWords(name.value)
            })
    }
}

extension SampleCall {
    /// Whether what stands before the path is a server: a host, and `api` or a version at most.
    fileprivate func isBelowServer(of path: PathTemplate) -> Bool {
        guard let server = matchURL(url.value, to: path) else { return false }
        let parts = server.split(separator: "/")
        let rest = server.contains("://") ? parts.dropFirst(2) : parts.dropFirst()
        return rest.allSatisfy { part in
            part == "api" || (part.first == "v" && part.dropFirst().first?.isNumber == true)
        }
    }
}

extension PathTemplate {
    /// Longer paths count before shorter ones, and literal parts before placeholders.
    fileprivate var weight: Int {
        shape.split(separator: "/").reduce(0) { $0 + ($1.contains("{}") ? 1 : 2) }
    }
}

extension Claim {
    fileprivate var saysMoreThanName: Bool {
        switch statement {
        case .fields, .sample, .call, .values, .mention, .content, .references, .same, .thing:
            true
        case .request, .foreignMethod, .statuses, .security, .permissions, .mediaTypes, .name,
            .prose,
            .orderingKey, .server, .basePath, .deprecation, .operationID, .group, .missingInclude:
            false
        }
    }
}

/// `List all widgets.` and "List widgets" are one.
private func nameWords(_ name: String) -> [String] {
    words(of: name).filter { !["a", "an", "the", "all"].contains($0) }
}
