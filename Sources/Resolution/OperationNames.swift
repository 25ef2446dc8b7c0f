import APIModel
import Recognition
import SourceText

/// Gives every operation an identifier: the page's name for it where that speaks, else its
/// method and path; unique over the API by adding what tells it from its namesakes.
func operationIDs(_ wishes: [OperationWish]) -> [String] {
    let isOwn = namesOfOne(wishes.map(\.names))
    let told = namesToldApart(wishes.map { $0.names.contains(where: isOwn) ? nil : $0 })
    let isTold = namesOfOne(told)
    var settled = NumberedNames()
    return zip(wishes, told).map { wish, told in
        let own = wish.names.filter(isOwn)
        let action = own.isEmpty ? nil : wish.action
        let candidates = (action.map { [$0] } ?? []) + own + told.filter(isTold) + [wish.long]
        return candidates.first { settled.take($0) }
            ?? wish.names[0] + String(settled.number(behind: wish.names[0]))
    }
}

/// Names of those that share theirs with others, by what their paths have for themselves.
private func namesToldApart(_ wishes: [OperationWish?]) -> [[String]] {
    var common: [String: Set<[String]>] = [:]
    for wish in wishes.compactMap(\.self) {
        let words = Set(wish.resources.map(\.words))
        common[wish.names[0].lowercased(), default: words].formIntersection(words)
    }
    return wishes.map { wish in
        guard let wish, !wish.title.isEmpty else { return [] }
        let common = common[wish.names[0].lowercased()] ?? []
        return namesApart(wish.title, wish.resources, common: common).map(lowerCamel) + [wish.short]
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
    /// From the page's name, the best first: `getAllUsers`. Of a sentence its main clause, then
    /// all of it. `short` where the page has no name that speaks. Never empty.
    let names: [String]
    /// The words of the first of them, where it is the page's.
    let title: [String]
    let resources: [PathResource]
    /// With what the action is done to, where the title is no more than an action: `capturePayment`.
    let action: String?
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
        if let id, id.isIdentifier {
            names = [id]
            title = []
            action = nil
            return
        }
        let told =
            // A title that is a path says no more than the path.
            name.flatMap { $0.hasPrefix("/") ? nil : $0 }.map { name in
                [mainWords(of: name), neededWords(of: name)].map { imperative($0, of: name) }
            } ?? []
        let titles = told.filter { words in
            words.count <= longestName
                && words.contains { word in word.utf8.contains { $0 >= 0x61 && $0 <= 0x7A } }
        }
        title = titles.first ?? []
        // "Delete" alone says nothing that the method does not, and "Capture" leaves open what.
        let isVerb = title.count == 1 && isOperationVerb(title[0])
        let isAction = method.sendsBody && resources.endInAction(title)
        let whole = isVerb || isAction ? namesApart(title, resources, common: []).prefix(1) : []
        action = isAction ? whole.first.map(lowerCamel) : nil
        names = titles.isEmpty ? [short] : ((isVerb ? whole : []) + titles).map(lowerCamel)
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

/// Of a sentence what stands before the clause that explains it, and of what is still long what
/// stands before where it is done: "Unshare a route that was shared with another space" is
/// `unshareRoute`, "Start a compaction for all views in the selected document"
/// `startCompactionForAllViews`. What a title says of the operation's standing names nothing.
private func mainWords(of name: String) -> [String] {
    let all = neededWords(of: name)
    if let last = all.last, all.count > 2, name.hasSuffix(")"), isStanding(last) {
        return mainWords(of: String(name.prefix { $0 != "(" }))
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
    while let last = kept.last, isPreposition(last) { kept.removeLast() }
    return kept.count > 1 ? Array(kept) : all
}

/// "List buildpacks (experimental)".
private func isStanding(_ word: String) -> Bool {
    ["experimental", "deprecated", "beta", "alpha", "preview", "legacy"].contains(word)
}

/// More words than the titles that authors give operations have.
private let longestTitle = 6

/// "Creating a bucket" is `createBucket` and "Returns the bucket" `getBucket`, as methods are called
/// by what they do. "Listing details" is about a listing and "Returns policy" about returns, so
/// words that can be nouns are verbs only where an article or the like follows.
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
