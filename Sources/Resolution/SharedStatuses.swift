import APIModel
import Recognition
import SourceText

/// Gives operations the statuses that a page says every call may end in: "Any request without a key
/// is answered `401`".
///
/// Said beside operations it is of those of its page, and on a page without any of all of the site.
func addSharedStatuses(to drafts: inout [OperationDraft], on pages: [ScopedPage]) {
    var ofSite: [StatusLine] = []
    var byPage: [FileID: [StatusLine]] = [:]
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
    for index in drafts.indices where !drafts[index].isComplete {
        for line in (byPage[drafts[index].file] ?? []) + ofSite { drafts[index].add(line) }
    }
}

extension ScopedPage {
    /// The statuses of sentences that speak of every call, outside of operations.
    fileprivate var statusesOfEveryCall: [StatusLine] {
        var spans: Set<SourceSpan> = []
        for claim in shared {
            if case .prose(let text) = claim.statement, speaksOfEveryCall(text.value) {
                spans.insert(claim.span)
            }
        }
        guard !spans.isEmpty else { return [] }
        return shared.flatMap { claim -> [StatusLine] in
            guard case .statuses(let lines) = claim.statement, spans.contains(claim.span) else {
                return []
            }
            return lines.filter { $0.status.value.isError }
        }
    }
}

/// "every call", "any request", "all endpoints", "everywhere", with no exceptions.
private func speaksOfEveryCall(_ text: String) -> Bool {
    guard text.utf8.count <= 600 else { return false }
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
