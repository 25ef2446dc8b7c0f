import APIModel
import Recognition
import SourceText

/// Gives every operation an identifier: the page's name for it where that speaks, else its
/// method and path; unique over the API by adding what tells it from its namesakes.
///
/// What a page calls one operation alone is that operation's before anything else is put together.
func operationIDs(_ wishes: [OperationWish]) -> [String] {
    let isOwn = namesOfOne(wishes.map(\.names))
    let apart = namesToldApart(wishes, isOwn)
    let isApart = namesOfOne(apart)
    let wished = Set(wishes.flatMap(\.names).map { $0.lowercased() })
    var settled = NumberedNames()
    var ids = Array(repeating: "", count: wishes.count)
    let named = wishes.map { $0.names.contains(where: isOwn) }
    for index in wishes.indices.filter({ named[$0] }) + wishes.indices.filter({ !named[$0] }) {
        let wish = wishes[index]
        let told = apart[index].filter { name in
            isApart(name) && (wish.names.contains(name) || !wished.contains(name.lowercased()))
        }
        let base = wish.names.first ?? wish.long
        ids[index] =
            (told + wish.names.filter(isOwn) + [wish.long]).first { settled.take($0) }
            ?? base + String(settled.number(behind: base))
    }
    return ids
}

/// Names put together of titles and paths: of those that share theirs with others, that have none,
/// or whose own leaves open what it is about.
private func namesToldApart(
    _ wishes: [OperationWish], _ isOwn: (String) -> Bool
) -> [[String]] {
    var common: [String: Set<[String]>] = [:]
    let shared = wishes.map { !$0.names.isEmpty && !$0.names.contains(where: isOwn) }
    for (wish, isShared) in zip(wishes, shared) where isShared {
        let words = Set(wish.resources.map(\.words))
        common[wish.names[0].lowercased(), default: words].formIntersection(words)
    }
    return zip(wishes, shared).map { wish, isShared in
        guard isShared else { return wish.names.isEmpty ? [wish.short] : wish.whole }
        let common = common[wish.names[0].lowercased()] ?? []
        let told = namesApart(wish.title, wish.resources, common: common).map(lowerCamel)
        return (wish.isVerb ? wish.whole : []) + told + [wish.short]
    }
}

/// Whether only one of them wishes for a name.
private func namesOfOne(_ wishes: [[String]]) -> (String) -> Bool {
    var count: [String: Int] = [:]
    for names in wishes {
        for name in Set(names.map({ $0.lowercased() })) { count[name, default: 0] += 1 }
    }
    return { count[$0.lowercased()] == 1 }
}

/// What an operation could be called.
struct OperationWish {
    /// What the page calls it, the best first: `getAllUsers`. Of a sentence its main clause, then
    /// all of it. None where the page has no name that speaks.
    let names: [String]
    /// The words of the first of them, unless it is an identifier.
    let title: [String]
    let resources: [PathResource]
    /// Whether the title is no more than a verb: "Delete".
    let isVerb: Bool
    /// With what it is done to, where the title is no more than a verb: `deleteUser`,
    /// `capturePayment`.
    let whole: [String]
    /// From method and path: `getUser`.
    let short: String
    /// From all of method and path: `getUsersByID`.
    let long: String

    init(id: String? = nil, name: String?, method: Method, path: PathTemplate) {
        let verb = method.rawValue.lowercased()
        resources = path.resources
        long = lowerCamel([verb] + path.speakingWords)
        let speaking = resources.drop(while: \.isOfBase)
        short = speaking.isEmpty ? long : lowerCamel([verb] + speaking.flatMap(\.words))
        let id = id.flatMap { $0.isIdentifier ? $0 : nil }
        // A title that is a path says no more than the path.
        let name = id == nil && name?.hasPrefix("/") == false ? name : nil
        let told = name.map { [mainWords(of: $0), neededWords(of: $0)] } ?? []
        let titles = told.map { words in
            let words = imperative(words, of: name ?? "")
            // A name begins with no digit: "24 Hour Ticker" is got.
            return words.first?.first?.isNumber == true ? [verb] + words : words
        }.filter { words in
            words.count <= longestName
                && words.contains { word in word.utf8.contains { $0 >= 0x61 && $0 <= 0x7A } }
        }
        title = titles.first ?? []
        names = id.map { [$0] } ?? titles.map(lowerCamel)
        isVerb = title.count == 1 && isOperationVerb(title[0])
        let isAlone = isVerb || method.sendsBody && resources.endInAction(title)
        whole =
            isAlone
            ? namesApart(title, resources, common: []).prefix(1).map(lowerCamel) : []
    }
}

/// More words than a name has that one would read.
private let longestName = 10

/// The words of a name without those that the Swift API Design Guidelines call needless: "Get a
/// user" is `getUser`. An article at the end is a letter: "Plan A".
///
/// Which one is meant is what a parameter says: "of the specified index", "at a given revision".
func neededWords(of name: String) -> [String] {
    let all = words(of: name)
    let needed = all.enumerated().filter { index, word in
        guard index > 0, index + 1 < all.count else {
            return index + 1 == all.count || !isArticle(word)
        }
        return !isArticle(word)
            && !(["specified", "given", "particular"].contains(word)
                && isDetermined(all[index - 1]))
    }
    return withoutInformation(needed.map(\.element))
}

private func isArticle(_ word: String) -> Bool { ["a", "an", "the"].contains(word) }

private func isDetermined(_ word: String) -> Bool { isArticle(word) || isPreposition(word) }

/// Of a sentence what stands before the clause that explains it, and of what is still long what
/// stands before where it is done: "Unshare a route that was shared with another space" is
/// `unshareRoute`, "Start a compaction for all views in the selected document"
/// `startCompactionForAllViews`. What a title says of the operation's standing names nothing.
private func mainWords(of name: String) -> [String] {
    let all = neededWords(of: name)
    if let last = all.last, all.count > 2, name.hasSuffix(")"), isStanding(last),
        let open = name.lastIndex(of: "(")
    {
        return mainWords(of: String(name[..<open]))
    }
    guard all.count > longestTitle else { return all }
    let main = name.prefix { ![",", ";", "("].contains($0) }
    var kept = neededWords(of: String(main)).prefix { !opensClause($0) }
    while kept.count > longestTitle,
        let cut = kept.lastIndex(where: { $0 != "of" && $0 != "and" && isPreposition($0) }), cut > 3
    {
        kept = kept[..<cut]
        // "Get stats based on …", "the tasks running in …".
        if let last = kept.last, last.hasSuffix("ed") || last.hasSuffix("ing"),
            !kept.dropLast().suffix(1).contains(where: isPreposition)
        {
            kept.removeLast()
        }
    }
    while let last = kept.last, isPreposition(last) || last == "be" { kept.removeLast() }
    return kept.count > 1 ? Array(kept) : all
}

/// "List buildpacks (experimental)".
private func isStanding(_ word: String) -> Bool {
    ["experimental", "deprecated", "beta", "alpha", "preview", "legacy"].contains(word)
}

/// More words than the titles that authors give operations have.
private let longestTitle = 6

/// "Creating a bucket" is `createBucket` and "Returns the bucket" `getBucket`, as methods are called
/// by what they do. "Listing details" is about a listing and "Updates feed" about updates, so words
/// that can be nouns are verbs only where an article or the like follows; "Returns" heads a sentence
/// as soon as there are three words.
private func imperative(_ kept: [String], of name: String) -> [String] {
    guard kept.count > 1 else { return kept }
    let words = words(of: name)
    let isVerb =
        words.count > 1 && words[0] == kept[0]
        && (beginsObject(words[1])
            || words[0] == "returns" && words.count > 2 && !isPreposition(words[1]))
    guard let verb = verbs[kept[0]] ?? (isVerb ? verbsBeforeObjects[kept[0]] : nil) else {
        return kept
    }
    return [verb] + kept.dropFirst()
}

/// "Retrieve information about a job" gets the job.
private func withoutInformation(_ words: [String]) -> [String] {
    guard words.count > 3, ["information", "info", "details"].contains(words[1]),
        ["about", "of", "on"].contains(words[2]), isReading(verbs[words[0]] ?? words[0])
    else { return words }
    return [words[0]] + words[3...]
}

private func isReading(_ verb: String) -> Bool {
    ["get", "retrieve", "fetch", "show", "obtain", "returns", "return", "read"].contains(verb)
}

private let verbs = [
    "creating": "create", "retrieving": "retrieve", "getting": "get", "fetching": "fetch",
    "updating": "update", "replacing": "replace", "deleting": "delete", "removing": "remove",
    "uploading": "upload", "downloading": "download", "cancelling": "cancel",
    "canceling": "cancel", "renaming": "rename", "creates": "create", "retrieves": "retrieve",
    "gets": "get", "fetches": "fetch", "replaces": "replace", "deletes": "delete",
    "removes": "remove", "renames": "rename", "executes": "execute", "obtains": "obtain",
]

private let verbsBeforeObjects = [
    "returns": "get", "lists": "list", "listing": "list", "updates": "update", "adds": "add",
    "adding": "add", "sets": "set", "setting": "set", "checks": "check", "checking": "check",
    "uploads": "upload", "downloads": "download", "cancels": "cancel", "sends": "send",
    "sending": "send", "searches": "search", "finds": "find", "finding": "find", "shows": "show",
    "starts": "start", "starting": "start", "stops": "stop", "stopping": "stop",
]

private func beginsObject(_ word: String) -> Bool {
    ["a", "an", "the", "all", "any", "one", "information", "details", "metadata"].contains(word)
}

private func opensClause(_ word: String) -> Bool {
    [
        "or", "that", "which", "who", "whose", "when", "where", "if", "unless", "using",
        "identified",
        "specified", "given",
    ].contains(word)
}

private func isPreposition(_ word: String) -> Bool {
    [
        "in", "of", "for", "to", "by", "with", "from", "at", "on", "and", "into", "within", "under",
        "about",
    ].contains(word)
}

extension String {
    /// Whether it is a name that code can use as it stands.
    fileprivate var isIdentifier: Bool {
        guard let first = utf8.first, first >= 0x61, first <= 0x7A else { return false }
        return unicodeScalars.allSatisfy { $0 != "_" && $0.properties.isXIDContinue }
    }
}
