import APIModel
import Recognition
import SourceText

/// Gives every lifted schema its name, last and over the whole API.
///
/// Who asked for a name by its own title gets it before who merely stands under a key; then the
/// order of the pages decides. What is taken moves to its longer name, then to a number, so that
/// a name never depends on hash order. Entries that another stands for have its name.
func settleNames(_ entries: [LiftedSchema], standIns: [Int]) -> [String] {
    var names = Array(repeating: "", count: entries.count)
    var settled = NumberedNames()
    func settle(_ index: Int) {
        let wishes = entries[index].names
        let base = wishes.last ?? "Value"
        names[index] =
            wishes.first { settled.take($0) } ?? base + String(settled.number(behind: base))
    }
    for rank in LiftedSchema.Claim.allCases {
        for index in entries.indices
        where entries[index].claim == rank && standIns[index] == index { settle(index) }
    }
    return standIns.map { names[$0] }
}

extension ObjectDraft {
    /// What to call the object: its title, its key, its owner and key, or what it answers.
    func wishedNames(at place: LiftPlace) -> [String] {
        if let statedName { return [statedName] }
        if let title {
            let isMany = isListTitle || place.isElement
            let own = upperCamel(
                isMany ? objectWords(of: title.value) : titleWords(of: title.value))
            return [own, joinedName(place.owner, own), place.owner + own]
        }
        guard let key = key ?? place.key, !isGeneric(key) else {
            // The rows of `data` are what the path speaks of; the body itself is an answer.
            guard place.depth > 0 else {
                let shared = isOfSeveral ? rootName.map(typeName) : nil
                return [shared, place.fallback].compactMap(\.self)
            }
            guard let noun = place.noun else {
                guard let key = self.key ?? place.key else { return [place.fallback] }
                let own = typeName(place.isElement ? singularForm(key) : key)
                return [joinedName(place.owner, own), place.fallback + own]
            }
            let own = typeName(singularForm(noun))
            return [own, joinedName(place.fallback, own), place.fallback + own]
        }
        // Elements have the singular of their array's key already; `limits: {…}` stays one thing.
        let own = typeName(key)
        return [
            own, joinedName(place.owner, own), joinedName(place.fallback, own), place.owner + own,
        ]
    }
}

/// An owner and what it holds, with words once that end one and begin the other: the
/// `integration_type` of an `Integration` is an `IntegrationType`.
func joinedName(_ owner: String, _ own: String) -> String {
    // No word is longer than that.
    var length = min(owner.utf8.count, own.utf8.count, 40)
    while length > 1 {
        let rest = own.dropFirst(length)
        if owner.hasSuffix(own.prefix(length)), rest.first?.isLowercase != true,
            beginsWord(owner.dropLast(length).last, own)
        {
            return owner + rest
        }
        length -= 1
    }
    return owner + own
}

/// Whether a word may begin behind a letter: `SAP` does not within `USA`.
private func beginsWord(_ before: Character?, _ own: String) -> Bool {
    before?.isUppercase != true || own.dropFirst().first?.isLowercase == true
}

/// Keys that hold the answer and do not name it.
func isGeneric(_ key: String) -> Bool {
    switch key.lowercased() {
    case "data", "result", "results", "item", "items", "list", "content", "contents", "value",
        "values", "record", "records", "entry", "entries", "object", "objects", "element",
        "elements", "resources", "resource", "response", "body", "payload", "rows", "row":
        true
    default: false
    }
}

/// `permission_assignments` → `PermissionAssignments`.
func typeName(_ text: String) -> String {
    upperCamel(words(of: text))
}

func upperCamel(_ words: [String]) -> String {
    let name = words.reduce(into: "") { name, word in name += word.capitalizedASCII }
    return name.isEmpty ? "Value" : name
}

func lowerCamel(_ words: [String]) -> String {
    guard let first = words.first else { return "value" }
    let rest = words.dropFirst().map(\.capitalizedASCII)
    return first.lowercased() + rest.joined()
}

/// What to call an element of an array under this key: `permissions` → `permission`,
/// `sub_indices` → `sub_index`; the other words and their capitals stay.
func elementName(_ key: String) -> String {
    guard !isGeneric(key), let last = words(of: key).last, key.lowercased().hasSuffix(last)
    else { return key }
    let singular = singularForm(last)
    guard last.hasPrefix(singular) else {
        return key.dropLast(last.count) + "_" + singular
    }
    return String(key.dropLast(last.count - singular.count))
}

extension String {
    var capitalizedASCII: String {
        guard let first else { return self }
        return first.uppercased() + dropFirst()
    }
}
