import APIModel
import Recognition

/// A segment of a path that is no placeholder, in words.
struct PathResource {
    /// In lower case; the last in the singular where a placeholder says which one is meant.
    var words: [String]
    /// Whether it is one of many: `users` before a placeholder.
    let isOne: Bool

    /// The same in the singular.
    var one: PathResource {
        var one = self
        one.words = words.dropLast() + words.suffix(1).map(singularForm)
        return one
    }
}

extension PathTemplate {
    /// The words of the path's segments; placeholders as "by" and their words.
    var speakingWords: [String] {
        var result: [String] = []
        for part in parts {
            switch part {
            case .literal(let text): result += words(of: text)
            case .placeholder(let name): result += ["by"] + words(of: name)
            }
        }
        return result
    }

    /// What the path goes through: `/users/{id}/cards` are a user and cards.
    var resources: [PathResource] {
        var result: [PathResource] = []
        for (index, part) in parts.enumerated() {
            guard case .literal(let text) = part else { continue }
            let isNarrowed = index + 1 < parts.count && text.utf8.last == 0x2F
            let segments = text.split(separator: "/").map { words(of: String($0)) }
            for (place, words) in segments.enumerated() where !words.isEmpty {
                let resource = PathResource(words: words, isOne: false)
                let one = PathResource(
                    words: resource.one.words, isOne: resource.one.words != words)
                result.append(isNarrowed && place + 1 == segments.count ? one : resource)
            }
        }
        return result
    }

    /// The last literal word before any placeholder at the end: what the operation is about.
    var noun: String? {
        for part in parts.reversed() {
            guard case .literal(let text) = part else { continue }
            let segments = text.split(separator: "/").filter { segment in
                let word = segment.lowercased()
                return !["all", "list", "detail", "search", "json", "xml"].contains(word)
            }
            if let last = segments.last { return String(last) }
        }
        return nil
    }
}

extension [PathResource] {
    /// Whether the title is what the path ends in and does to one thing: `/payments/{id}/capture`.
    func endInAction(_ title: [String]) -> Bool {
        guard count > 1, title.count == 1, self[count - 2].isOne else { return false }
        return last?.words == title && actions.contains(title[0])
    }
}

/// Verbs at the end of paths that no one takes for nouns of what is sent ("Comment", "Address").
private let actions: Set<String> = [
    "abort", "accept", "activate", "approve", "archive", "assign", "ban", "block", "cancel",
    "capture", "clone", "close", "complete", "confirm", "copy", "deactivate", "decline", "disable",
    "duplicate", "enable", "execute", "finish", "follow", "invite", "join", "leave", "lock",
    "merge",
    "mute", "pause", "publish", "refund", "reject", "rename", "renew", "reopen", "resend", "reset",
    "restart", "restore", "resume", "retry", "rotate", "run", "send", "start", "stop", "subscribe",
    "suspend", "transfer", "trigger", "unarchive", "unban", "unblock", "undeploy", "unfollow",
    "unlock", "unmute", "unpublish", "unsubscribe", "validate", "verify", "void",
]

/// A title with what its path says and those of its namesakes do not, the nearest resource first:
/// "Get deployment by ID" of `/proxies/{id}/deployments/{id}` is "get proxy deployment by id",
/// "List" of `/users` "list users". Each stands before the next that the title names.
func namesApart(
    _ title: [String], _ resources: [PathResource], common: Set<[String]>
) -> [[String]] {
    let known = title.map(singularForm)
    guard let first = known.first else { return [] }
    // Who goes through more has no name that one would read.
    let resources = resources.suffix(12).map(\.self)
    let places = resources.map { $0.place(in: known) }
    let isNamed = places.contains { $0 != nil }
    guard isNamed || isOperationVerb(first) else { return [] }
    var version: [String] = []
    var added: [(words: [String], place: Int)] = []
    for (index, resource) in resources.enumerated() where !common.contains(resource.words) {
        if resource.isVersion {
            version += resource.words
            continue
        }
        let isLast = index + 1 == resources.count
        let shown = isLast && makesOne.contains(first) ? resource.one : resource
        let words = shown.words.filter { !known.contains(singularForm($0)) }
        let next = places[index...].compactMap(\.self).first
        added.append((words, next ?? (isNamed ? title.count : 1)))
    }
    added.removeAll { $0.words.isEmpty }
    if added.isEmpty { return [title + version] }
    let actions = Set(resources.last?.words.prefix(1) ?? [])
    let isVerb = isOperationVerb(first) || actions.contains(first)
    return added.indices.reversed().map { from in
        var words = title
        for (more, place) in added[from...].reversed() {
            words.insert(contentsOf: more, at: isVerb ? max(1, place) : place)
        }
        return words + version
    }
}

/// What is done to one thing although the path names them all.
private let makesOne: Set<String> = ["add", "create", "insert", "new", "post", "register"]

extension PathResource {
    /// Where a title, in the singular, begins to name it.
    fileprivate func place(in title: [String]) -> Int? {
        let words = one.words
        guard let end = words.reversed().lazy.compactMap({ title.lastIndex(of: $0) }).first
        else { return nil }
        var start = end
        while start > 0, words.contains(title[start - 1]) { start -= 1 }
        return start
    }

    /// `api`, `v2`: what every path of an API begins with.
    var isOfBase: Bool { isVersion || words == ["api"] || words == ["rest"] }

    /// `v2`, which stands behind a name.
    fileprivate var isVersion: Bool {
        guard words.count == 1, words[0].utf8.first == 0x76 else { return false }
        return words[0].utf8.count > 1
            && words[0].utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }
}
