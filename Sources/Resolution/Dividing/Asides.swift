import Recognition

/// Parts of pages that speak of operations and document none: what changed, how often one may
/// call, how to move from one version to the next.
extension PageClaims {
    /// The request lines in such parts, by their claims' positions.
    var positionsInAsides: Set<Int> {
        let asides = sections.map { isAside($0.title) }
        guard asides.contains(true) else { return [] }
        var positions: Set<Int> = []
        for (position, claim) in claims.enumerated() {
            guard case .request = claim.statement else { continue }
            if path(from: claim.section).contains(where: { asides[$0] }) {
                positions.insert(position)
            }
        }
        return positions
    }

    /// Whether fields and samples in this section, below the operation's own, are of something else:
    /// a client for some language, what is configured, what is sent to the caller.
    ///
    /// The heading that says so.
    func foreignHeading(around section: Int, own: Int) -> String? {
        for index in path(from: section) where index != 0 {
            if isSection(own, within: index) { return nil }
            let title = sections[index].title
            if isAside(title) || namesOtherThings(title) { return title }
        }
        return nil
    }

    /// Whether a section, or the page by its file's name, tells of changes, tools or events, and not
    /// of calls as they are.
    func tellsOfOtherThings(in section: Int, file: String) -> Bool {
        let name = file.split(separator: "/").last?.split(separator: ".").first ?? ""
        let titles = path(from: section).map { sections[$0].title }
        return (titles + [name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")])
            .contains { isAside($0) || namesOtherThings($0) }
    }

    /// Whether a section leads a newcomer through calls, each of which shows what it calls.
    func isGuided(_ section: Int) -> Bool {
        let titles = path(from: section).filter { $0 != 0 }.map { sections[$0].title }
        return titles.contains(where: leadsThroughCalls)
            && titles.allSatisfy {
                leadsThroughCalls($0) || !isAside($0) && !isExplanation($0)
            }
    }

    /// Whether a call in this section explains something: how to sign in, how to turn pages, what
    /// will be sent to the caller.
    func isExplained(_ section: Int) -> Bool {
        path(from: section).contains {
            isAside(sections[$0].title) || isExplanation(sections[$0].title)
        }
    }
}

private func isAside(_ title: String) -> Bool {
    let title = title.lowercased()
    switch title {
    case "changelog", "change log", "changes", "release notes", "releases", "what's new",
        "whats new", "what\u{2019}s new", "history", "revision history", "version history",
        "breaking changes", "deprecations", "deprecated endpoints", "removed endpoints",
        "rate limits", "rate limiting", "rate limit", "migration", "migration guide",
        "upgrade guide", "upgrading":
        return true
    default:
        return [
            "migrating from ", "migrating to ", "upgrading from ", "upgrading to ",
            "changes in ", "changes since ", "what's new in ",
        ].contains { title.hasPrefix($0) }
    }
}

private func namesOtherThings(_ title: String) -> Bool {
    if tellsOfOurCalls(title) { return true }
    return switch title.lowercased() {
    case "sdk", "sdks", "client libraries", "libraries", "cli", "command line", "configuration",
        "environment variables", "glossary", "webhooks", "webhook events", "events", "graphql",
        "webhook payload", "webhook payloads", "callback payload",
        "asynchronous notification", "asynchronous notifications",
        "client options", "installation":
        true
    default: false
    }
}

/// "We send a `POST` request to your `url`:" over what the service sends.
private func tellsOfOurCalls(_ title: String) -> Bool {
    guard title.hasSuffix(":"), title.utf8.count <= 200 else { return false }
    let words = Recognition.words(of: title.lowercased())
    guard let verb = words.firstIndex(of: "we"), verb < 8,
        let your = words[verb...].firstIndex(of: "your"), your > verb + 1,
        ["to", "at"].contains(words[your - 1])
    else { return false }
    // "Now we send it to your server:" leads through calls of the reader's.
    if ["now", "here", "below", "then", "first", "next"].contains(words[0]) { return false }
    let calls = ["send", "post", "deliver", "issue"]
    let places = ["url", "endpoint", "server", "webhook", "callback", "address"]
    return words[verb...].prefix(4).contains(where: calls.contains)
        && words[your...].dropFirst().prefix(3).contains(where: places.contains)
        && !words.contains { ["response", "back", "answer", "reply", "return"].contains($0) }
}

private func leadsThroughCalls(_ title: String) -> Bool {
    switch title.lowercased() {
    case "getting started", "quickstart", "quick start", "introduction", "overview", "tutorial":
        true
    default: false
    }
}

private func isExplanation(_ title: String) -> Bool {
    switch title.lowercased() {
    case "authentication", "authorization", "getting started", "quickstart", "quick start",
        "pagination", "errors", "error handling", "webhooks", "webhook", "introduction", "overview",
        "sdk", "sdks", "client libraries", "libraries", "callbacks", "filtering", "sorting",
        "versioning", "setup", "installation", "installing", "install", "deploying", "configuring",
        "prerequisites", "contributing", "troubleshooting", "faq", "conventions", "testing",
        "sandbox":
        true
    default: false
    }
}
