/// Whether a text says of an object that its keys are data: "statistics for each index", "every
/// field along with…", "values per facet", "objects whose keys correspond to…", "the key of each",
/// "key and value pairs".
///
/// Asked only where a type says "object"; the same words below a list say nothing of keys.
package func namesKeys(_ text: MarkedText) -> Bool {
    let tokens = text.tokens
    for index in tokens.indices.prefix(60) {
        let next = tokens.word(at: index + 1)
        switch tokens.word(at: index) {
        case "each", "every":
            if next == "key" { return true }
            if index > 0, isPairing(tokens, before: index) || isPaired(tokens, after: index) {
                return true
            }
        // "The Cost Per Unit object" is a name.
        case "per":
            if index > 1, tokens[index].text == "per", isNoun(next) { return true }
        case "keyed", "indexed":
            if next == "by" { return true }
        case "whose", "its", "the", "where", "with":
            if next == "keys" || next == "key", saysOfKeys(tokens, from: index + 2) { return true }
        case "mapping", "map", "dictionary", "hash":
            if next == "of" || next == "from" || next == "between" { return true }
        case "key", "keys":
            if next == "value" || next == "of" && tokens.word(at: index + 2) == "each" {
                return true
            }
            if next == "and", isPairOfValues(tokens, from: index + 2) { return true }
        default: break
        }
    }
    return false
}

/// "key and value pairs", "pairs of keys and values".
private func isPairOfValues(_ tokens: [PhraseToken], from index: Int) -> Bool {
    guard ["value", "values"].contains(tokens.word(at: index)) else { return false }
    return tokens.word(at: index + 1).hasPrefix("pair")
        || tokens.word(at: index - 4).hasPrefix("pair")
}

/// "… for each index", "… of every queue": what is held is held once for each.
private func isPairing(_ tokens: [PhraseToken], before index: Int) -> Bool {
    let word = tokens.word(at: index - 1)
    return word == "for" || word == "of"
}

/// "every field in the index along with the total", "each attribute and its count".
private func isPaired(_ tokens: [PhraseToken], after index: Int) -> Bool {
    for end in index + 2..<index + 9 {
        let next = tokens.word(at: end + 1)
        switch tokens.word(at: end) {
        case "along", "together": if next == "with" { return true }
        case "and": if next == "its" || next == "their" { return true }
        default: break
        }
    }
    return false
}

/// Units are counted per second; members are held per thing.
private func isNoun(_ word: String) -> Bool {
    switch word {
    case "", "second", "minute", "hour", "day", "week", "month", "year", "page", "request", "cent",
        "the", "a", "an", "your", "default":
        return false
    default: return true
    }
}

/// "keys are the names", "keys correspond to", "key being", "key is the".
private func saysOfKeys(_ tokens: [PhraseToken], from index: Int) -> Bool {
    switch tokens.word(at: index) {
    case "are", "is", "being", "correspond", "corresponds", "represent", "represents", "indicate",
        "indicates", "name", "names", "must", "of":
        return true
    default: return false
    }
}
