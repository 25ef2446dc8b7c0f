import APIModel
import JSONText
import PageTree
import SourceText

extension Reading {
    /// The members that a description names: "an object with `lat` and `lng`", "must contain two
    /// fields, `mean` and `sigma`". Nothing is known of them but their names.
    func namedMembers(
        of field: Field, in text: MarkedText, at range: ByteRange, construct: Construct
    ) -> Sample? {
        let kind = field.type?.value
        let isObject = kind?.kind == .object || kind?.isArrayOfObjects == true
        guard isObject || field.type == nil, !namesKeys(text),
            let names = membersNamed(in: text, isObject: isObject)
        else { return nil }
        var members = names.map {
            JSONValue.Member(key: $0, keyRange: range, value: JSONValue(.word(""), range))
        }
        // What a text names need not be all.
        members.append(
            JSONValue.Member(key: "", keyRange: range, value: JSONValue(.elision, range)))
        var document = JSONDocument()
        document.values = [JSONValue(.object(members), range)]
        return Sample(document: document, evidence: evidence(range, .described, construct))
    }
}

extension TypeExpression {
    var isArrayOfObjects: Bool {
        switch kind {
        case .array(nil): true
        case .array(let part?): part.kind == .object
        default: false
        }
    }
}

/// Two names or more in code, right behind words that say that an object has them.
private func membersNamed(in text: MarkedText, isObject: Bool) -> [String]? {
    let tokens = text.tokens
    for index in tokens.indices.prefix(60) where saysOfMembers(tokens, at: index, isObject) {
        var start = index + 1
        while start < tokens.count, start < index + 7, leadsToNames(tokens[start]) { start += 1 }
        let items = listedItems(in: text, from: start)
        guard items.items.count > 1, start < tokens.count,
            !tokens[start..<items.end].contains(where: { $0.word == "or" })
        else { continue }
        // "Objects with `a` and `b` set" tells them from others.
        let next = tokens.word(at: items.end)
        guard !["set", "equal", "is", "are", "must"].contains(next) else { continue }
        return items.items.map(\.name)
    }
    return nil
}

/// "object with", "objects containing", and of what is called an object already, "contains".
private func saysOfMembers(_ tokens: [PhraseToken], at index: Int, _ isObject: Bool) -> Bool {
    switch tokens.word(at: index) {
    case "with", "containing", "having":
        let before = tokens[max(0, index - 2)..<index]
        return before.contains { $0.word == "object" || $0.word == "objects" }
    case "contain", "contains", "has", "holds":
        return isObject && !["not", "if", "which", "that"].contains(tokens.word(at: index - 1))
    default: return false
    }
}

private func leadsToNames(_ token: PhraseToken) -> Bool {
    if token.isMark(":") || token.isMark(",") { return true }
    switch token.word {
    case "a", "an", "the", "its", "only", "both", "two", "three", "four", "five", "following",
        "mandatory", "required", "optional", "numeric", "string", "fields", "keys", "members",
        "properties", "attributes", "values", "at", "least", "exactly":
        return token.kind == .word
    default: return false
    }
}
