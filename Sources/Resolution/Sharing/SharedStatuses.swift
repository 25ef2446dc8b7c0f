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
            guard case .prose(let text) = claim.statement, text.value.utf8.count <= 600,
                let named = exceptions(in: text.value)
            else { continue }
            if speaksOfEveryCall(text.value) {
                spans[claim.span] = (false, named)
            } else if speaksOfStrangers(text.value) {
                spans[claim.span] = (true, named)
            }
        }
        let told = shared.flatMap { claim -> [SharedStatus] in
            guard case .statuses(let lines) = claim.statement, let found = spans[claim.span] else {
                return []
            }
            return lines.filter { line in
                line.status.value.isError
                    && (!found.isOfCallers || line.status.value == .code(401))
            }.map {
                // "Every call returns `401` without a token" is of callers too.
                let isOfCallers = found.isOfCallers || $0.status.value == .code(401)
                return SharedStatus(
                    line: $0, isOfCallers: isOfCallers, exceptions: found.exceptions)
            }
        }
        return told + statusesListedForEveryCall
    }

    /// What is listed right below a sentence or heading that says of it that every call may end so.
    /// A list with successes in it explains what codes mean, and promises nothing.
    private var statusesListedForEveryCall: [SharedStatus] {
        var found: [SharedStatus] = []
        var listed: [SharedStatus] = []
        var holder: (section: Int, exceptions: Set<String>)?
        func end() {
            if listed.allSatisfy(\.line.status.value.isError) { found += listed }
            listed = []
        }
        for claim in shared {
            switch claim.statement {
            case .prose(let text):
                end()
                let named =
                    announcesErrorsOfEveryCall(text.value) ? exceptions(in: text.value) : nil
                holder = named.map { (claim.section, $0) }
            // What a sentence tells is of that sentence.
            case .statuses(let lines)
            where lines.contains(where: { $0.status.evidence.strength != .declared }):
                continue
            case .statuses(let lines):
                let isBelow = holder.map { $0.section == claim.section } ?? false
                if !isBelow {
                    end()
                    let title = claims.sections[claim.section].title
                    let named = announcesErrorsOfEveryCall(title) ? exceptions(in: title) : nil
                    holder = named.map { (claim.section, $0) }
                }
                guard let holder else { continue }
                listed += lines.map { line in
                    SharedStatus(
                        line: line, isOfCallers: line.status.value == .code(401),
                        exceptions: holder.exceptions)
                }
            default:
                end()
                holder = nil
            }
        }
        end()
        return found
    }
}

/// "Any endpoint may answer with one of these errors:", "Errors common to all requests".
private func announcesErrorsOfEveryCall(_ text: String) -> Bool {
    guard text.utf8.count <= 300, speaksOfEveryCall(text) else { return false }
    let words = Recognition.words(of: text)
    let isAnnounced =
        text.hasSuffix(":")
        || words.contains { ["following", "these", "below", "common"].contains($0) }
    return isAnnounced && words.contains { ["error", "errors", "fail", "fails"].contains($0) }
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
    let found = requestLines(in: words[start...].joined(separator: " ")).map(\.key)
    return found.isEmpty ? nil : Set(found)
}

/// "every call", "any request", "all endpoints", "everywhere"; what is excepted is read apart.
private func speaksOfEveryCall(_ text: String) -> Bool {
    let words = Recognition.words(of: text)
    guard !words.contains(where: ["some", "most", "other"].contains) else { return false }
    if words.contains("everywhere") { return true }
    let calls = [
        "call", "calls", "request", "requests", "endpoint", "endpoints", "method", "methods",
        "operation", "operations", "route", "routes",
    ]
    return words.indices.dropLast().contains { index in
        ["every", "any", "all", "each"].contains(words[index]) && calls.contains(words[index + 1])
    }
}
