import APIModel
import Recognition
import SourceText

extension Resolution {
    /// One operation on several pages, or twice on one, is one operation.
    mutating func mergeRepeated(_ drafts: [OperationDraft], _ stated: StatedServers)
        -> [OperationDraft]
    {
        settleOwnServers(of: drafts, stated)
        let drafts = withoutGuesses(drafts)
        var merged: [OperationDraft] = []
        var known: [String: Int] = [:]
        var repeated: [(OperationDraft, key: String)] = []
        let keys = canonicalKeys(of: drafts)
        for (draft, key) in zip(drafts, keys) {
            // The path that leaves out the server's part is the operation's own.
            if known[key] == nil, key.hasPrefix(draft.request.key) {
                known[key] = merged.count
                merged.append(draft)
            } else {
                repeated.append((draft, key))
            }
        }
        for (draft, key) in repeated {
            guard let index = known[key] else { continue }
            if merged[index].isChosen(apartFrom: draft) { merged[index].askLess(beside: draft) }
            merged[index].merge(draft)
            diagnostics.append(
                .operationTwice(
                    draft.method, draft.request.path, first: merged[index].request.path))
        }
        return merged
    }
}

/// Without those whose method is but the guess of an overview, where another place states one for
/// the path.
private func withoutGuesses(_ drafts: [OperationDraft]) -> [OperationDraft] {
    func isGuess(_ draft: OperationDraft) -> Bool {
        draft.request.method.evidence.isRowOfToldMethod
            && draft.request.method.evidence.strength == .implied
    }
    guard drafts.contains(where: isGuess) else { return drafts }
    let stated = Set(drafts.lazy.filter { !isGuess($0) }.map(\.request.path.value.shape))
    return drafts.filter { !isGuess($0) || !stated.contains($0.request.path.value.shape) }
}

/// What tells operations apart: the method, and the path without what already stands in the
/// server's URL. Where servers end in `/apis/v2`, `GET /v2/boats` and `GET /boats` are one, if the
/// pages have both.
private func canonicalKeys(of drafts: [OperationDraft]) -> [String] {
    let keys = keysByServer(of: drafts)
    let all = Set(keys)
    let tails = serverTails(of: drafts)
    guard !tails.isEmpty else { return keys }
    return zip(drafts, keys).map { draft, key in
        guard draft.ownServers.isEmpty else { return key }
        let shape = draft.request.path.value.shape
        for tail in tails where shape.hasPrefix(tail + "/") {
            let short = draft.method.rawValue + " " + shape.dropFirst(tail.count + 1)
            if all.contains(short) { return short }
        }
        return key
    }
}

/// Method, path, and the server that it is on if that is its own; what only names it is of the one
/// server that has it.
private func keysByServer(of drafts: [OperationDraft]) -> [String] {
    var usual: Set<String> = []
    var own: [String: Set<String>] = [:]
    for draft in drafts {
        if let server = draft.ownServers.first?.value.url {
            own[draft.request.key, default: []].insert(server)
        } else if !draft.isOnlyNamed || draft.request.server != nil || !draft.servers.isEmpty {
            usual.insert(draft.request.key)
        }
    }
    return drafts.map { draft in
        let key = draft.request.key
        if let server = draft.ownServers.first?.value.url { return key + " " + server }
        guard !usual.contains(key), let servers = own[key], servers.count == 1 else { return key }
        return key + " " + (servers.first ?? "")
    }
}

extension OperationDraft {
    fileprivate var isOnlyNamed: Bool {
        responses.isEmpty && requestBody.isEmpty
            && parameters.allSatisfy { $0.location.value == .path }
    }
}

/// The paths in which the URLs of calls begin, and their ends: `apis/v2`, `v2`.
private func serverTails(of drafts: [OperationDraft]) -> [String] {
    var tails: Set<String> = []
    for draft in drafts {
        for call in draft.calls {
            guard let server = matchURL(call.url.value, to: draft.request.path.value),
                server.hasPrefix("http")
            else { continue }
            var segments = server.split(separator: "/").dropFirst(2)
            while !segments.isEmpty, tails.count < maximumTails {
                tails.insert(segments.joined(separator: "/"))
                segments.removeFirst()
            }
        }
    }
    return tails.sorted()
}

/// More servers than any site has.
private let maximumTails = 32
