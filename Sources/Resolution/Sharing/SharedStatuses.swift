import APIModel
import Recognition
import SourceText

/// Gives operations the statuses that a page says every call may end in: "Any request without a key
/// is answered `401`".
///
/// Said beside operations it is of those of its page, and on a page without any of all of the site.
func addSharedStatuses(to drafts: [OperationDraft], on pages: [ScopedPage]) {
    var ofSite: [SharedStatus] = []
    var byPage: [FileID: [SharedStatus]] = [:]
    for page in pages where !page.claims.isComplete {
        let lines = page.statusesOfEveryCall
        guard !lines.isEmpty else { continue }
        if page.operations.isEmpty {
            ofSite += lines
        } else {
            byPage[page.claims.file] = lines
        }
    }
    guard !ofSite.isEmpty || !byPage.isEmpty else { return }
    for draft in drafts where !draft.isComplete {
        for shared in (byPage[draft.file] ?? []) + ofSite
        where !shared.excepts(draft.request.key) && !(shared.isOfCallers && draft.isOpenToAll) {
            draft.add(shared.line)
        }
    }
}

private struct SharedStatus {
    let line: StatusLine
    /// Whether it is of those who do not say who they are.
    let isOfCallers: Bool
    /// The operations that the sentence excepts.
    let exceptions: Set<String>

    /// Whether one of them is this, which may have a base before it: `POST api/v1/login`.
    func excepts(_ key: String) -> Bool {
        exceptions.contains { exception in
            guard let space = exception.firstIndex(of: " ") else { return false }
            return key == exception
                || key.hasPrefix(exception[...space])
                    && key.hasSuffix("/" + exception[exception.index(after: space)...])
        }
    }
}

extension OperationDraft {
    /// "No token needed": nobody is turned away for having none.
    fileprivate var isOpenToAll: Bool {
        security.contains { statement in
            if case .none = statement { return true }
            return false
        }
    }
}

extension ScopedPage {
    /// The statuses of sentences that speak of every call, outside of operations.
    fileprivate var statusesOfEveryCall: [SharedStatus] {
        var spans: [SourceSpan: (isOfCallers: Bool, exceptions: Set<String>)] = [:]
        for claim in shared {
            guard case .prose(let text) = claim.statement, text.value.utf8.count <= 600 else {
                continue
            }
            if speaksOfEveryCall(text.value) {
                spans[claim.span] = (false, [])
            } else if speaksOfStrangers(text.value), let named = exceptions(in: text.value) {
                spans[claim.span] = (true, named)
            }
        }
        guard !spans.isEmpty else { return [] }
        return shared.flatMap { claim -> [SharedStatus] in
            guard case .statuses(let lines) = claim.statement, let found = spans[claim.span] else {
                return []
            }
            return lines.filter { line in
                line.status.value.isError
                    && (!found.isOfCallers || line.status.value == .code(401))
            }.map {
                SharedStatus(
                    line: $0, isOfCallers: found.isOfCallers, exceptions: found.exceptions)
            }
        }
    }
}

/// "A request without a valid token", "Without it you get": of whoever calls without saying who.
private func speaksOfStrangers(_ text: String) -> Bool {
    let words = Recognition.words(of: text)
    guard let place = words.firstIndex(of: "without") else { return false }
    return words[place...].prefix(6).contains { word in
        ["it", "key", "token", "credentials", "authentication", "authorization", "header", "them"]
            .contains(word)
    }
}

/// The operations that a text excepts by their lines; `nil` where it excepts others.
private func exceptions(in text: String) -> Set<String>? {
    let words = text.split { " \n(),;".contains($0) }.map(String.init)
    guard
        let start = words.firstIndex(where: { ["except", "apart", "unless", "but"].contains($0) })
    else { return [] }
    var found: Set<String> = []
    for (method, path) in zip(words[start...], words[start...].dropFirst()) {
        if let line = readRequestLine(method + " " + path) {
            found.insert(line.method.rawValue + " " + line.path.template.shape)
        }
    }
    return found.isEmpty ? nil : found
}

/// "every call", "any request", "all endpoints", "everywhere", with no exceptions.
private func speaksOfEveryCall(_ text: String) -> Bool {
    let words = Recognition.words(of: text)
    let exceptions = ["except", "apart", "but", "unless", "some", "most", "other"]
    guard !words.contains(where: exceptions.contains) else { return false }
    if words.contains("everywhere") { return true }
    let calls = [
        "call", "calls", "request", "requests", "endpoint", "endpoints", "method", "methods",
        "operation", "operations", "route", "routes",
    ]
    return words.indices.dropLast().contains { index in
        ["every", "any", "all", "each"].contains(words[index]) && calls.contains(words[index + 1])
    }
}
