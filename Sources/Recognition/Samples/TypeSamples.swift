import APIModel
import JSONText

extension JSONDocument {
    /// `{"id": "int", "name": "string"}`: where all that a sample shows is words for types, these are
    /// types, as they are without quotation marks.
    func withTypesForWords() -> JSONDocument {
        guard values.contains(where: \.showsTypes) else { return self }
        var document = self
        document.values = values.map { $0.showsTypes ? $0.withWords : $0 }
        return document
    }
}

extension JSONValue {
    fileprivate var showsTypes: Bool {
        guard case .object = node else {
            if case .array(let elements) = node, elements.count == 1 {
                return elements[0].showsTypes
            }
            return false
        }
        var count = TypeCount()
        count.add(self, key: "")
        return count.others == 0 && count.plain > 0 && count.plain + count.fine > 1
    }

    fileprivate var withWords: JSONValue {
        switch node {
        case .string(let text): JSONValue(.word(text), range)
        case .array(let elements): JSONValue(.array(elements.map(\.withWords)), range)
        case .object(let members):
            JSONValue(
                .object(
                    members.map { member in
                        var member = member
                        member.value = member.value.withWords
                        return member
                    }), range)
        case .null, .boolean, .number, .word, .elision: self
        }
    }
}

/// How many values of a sample are words for types, and how many are not.
private struct TypeCount {
    /// "string", "integer" and the like, which hardly stand for themselves.
    var plain = 0
    /// "date", "list of strings": types among others.
    var fine = 0
    var others = 0

    mutating func add(_ value: JSONValue, key: String) {
        guard others == 0 else { return }
        switch value.node {
        case .string(let text): add(text, key: key)
        case .array(let elements): for element in elements { add(element, key: key) }
        case .object(let members): for member in members { add(member.value, key: member.key) }
        case .elision: break
        case .null, .boolean, .number, .word: others += 1
        }
    }

    private mutating func add(_ text: String, key: String) {
        let word = text.lowercased()
        switch word {
        // What a JSON Schema says of something else.
        case _ where ["type", "format", "kind"].contains(key.lowercased()): others += 1
        case "string", "str", "int", "integer", "float", "double", "number", "boolean", "bool":
            plain += 1
        default:
            let isType =
                text.utf8.count <= 40
                && readType(text)?.unlessName.map { $0.kind != .any } ?? false
            if isType { fine += 1 } else { others += 1 }
        }
    }
}
