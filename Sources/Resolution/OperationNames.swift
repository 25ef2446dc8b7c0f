import APIModel
import Recognition
import SourceText

/// Gives every operation an identifier: the page's name for it where that speaks, else its
/// method and path; unique over the API by adding what tells it from its namesakes.
func operationIDs(_ wishes: [OperationWish]) -> [String] {
    var count: [String: Int] = [:]
    for wish in wishes {
        for name in Set(wish.names) { count[name.lowercased(), default: 0] += 1 }
    }
    var settled = NumberedNames()
    return wishes.map { wish in
        var candidates = wish.names.filter { count[$0.lowercased()] == 1 }
        if !wish.long.isEmpty { candidates.append(wish.long) }
        return candidates.first { settled.take($0) }
            ?? wish.names[0] + String(settled.number(behind: wish.names[0]))
    }
}

/// What an operation could be called.
struct OperationWish {
    /// From the page's name, the best first: `getAllUsers`. Of a sentence its main clause, then
    /// all of it. Never empty.
    let names: [String]
    /// From method and path: `getOrganizationsUsersAll`.
    let long: String

    init(id: String? = nil, name: String?, method: Method, path: PathTemplate) {
        let pathWords = path.speakingWords
        long = lowerCamel([method.rawValue.lowercased()] + pathWords)
        if let id, id.isIdentifier {
            names = [id]
            return
        }
        let told = name.map { [mainWords(of: $0), neededWords(of: $0)].map(imperative) } ?? []
        let speaking = told.filter { words in
            words.count <= longestName
                && words.contains { word in word.utf8.contains { $0 >= 0x61 && $0 <= 0x7A } }
        }
        names = speaking.isEmpty ? [long] : speaking.map(lowerCamel)
    }
}

/// More words than a name has that one would read.
private let longestName = 10

/// The words of a name without those that the Swift API Design Guidelines call needless: "Get a
/// user" is `getUser`. An article at the end is a letter: "Plan A".
func neededWords(of name: String) -> [String] {
    let all = words(of: name)
    return all.enumerated().filter { index, word in
        index + 1 == all.count || !["a", "an", "the"].contains(word)
    }.map(\.element)
}

/// Of a sentence what stands before the clause that explains it: "Unshare a route that was shared
/// with another space" is `unshareRoute`.
private func mainWords(of name: String) -> [String] {
    let all = neededWords(of: name)
    guard all.count > longestTitle else { return all }
    let main = name.prefix { ![",", ";", "("].contains($0) }
    var kept = neededWords(of: String(main)).prefix { !opensClause($0) }
    while let last = kept.last, isPreposition(last) { kept.removeLast() }
    return kept.count > 1 ? Array(kept) : all
}

/// More words than the titles that authors give operations have.
private let longestTitle = 6

/// "Creating a bucket" is `createBucket`, as methods are called by what they do. "Listing details" is
/// about a listing, so only words that can be nothing but verbs are changed.
private func imperative(_ words: [String]) -> [String] {
    guard words.count > 1, let verb = verbs[words[0]] else { return words }
    return [verb] + words.dropFirst()
}

private let verbs = [
    "creating": "create", "retrieving": "retrieve", "getting": "get", "fetching": "fetch",
    "updating": "update", "replacing": "replace", "deleting": "delete", "removing": "remove",
    "uploading": "upload", "downloading": "download", "cancelling": "cancel",
    "canceling": "cancel", "renaming": "rename",
]

private func opensClause(_ word: String) -> Bool {
    [
        "or", "that", "which", "who", "whose", "when", "where", "if", "unless", "using",
        "identified",
        "specified", "given",
    ].contains(word)
}

private func isPreposition(_ word: String) -> Bool {
    ["in", "of", "for", "to", "by", "with", "from", "at", "on", "and"].contains(word)
}

extension String {
    /// Whether it is a name that code can use as it stands.
    fileprivate var isIdentifier: Bool {
        guard let first = utf8.first, first >= 0x61, first <= 0x7A else { return false }
        return unicodeScalars.allSatisfy { $0 != "_" && $0.properties.isXIDContinue }
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
