import SourceText

/// Values made by us instead of read from a page.
extension JSONValue {
    package static func text(_ text: String) -> JSONValue { JSONValue(.string(text)) }

    package static func flag(_ flag: Bool) -> JSONValue { JSONValue(.boolean(flag)) }

    package static func integer(_ number: Int) -> JSONValue { JSONValue(.number("\(number)")) }

    package static func list(_ values: [JSONValue]) -> JSONValue { JSONValue(.array(values)) }

    /// Members in the order given; those without a value are left out.
    package static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        JSONValue(
            .object(
                members.compactMap { key, value in
                    value.map { Member(key: key, keyRange: .empty, value: $0) }
                }))
    }

    /// Members of an object; empty for all other values.
    package var members: [Member] {
        guard case .object(let members) = node else { return [] }
        return members
    }

    /// The same object with more members behind those it has; other values stay as they are.
    package func with(_ more: JSONValue) -> JSONValue {
        guard case .object(let members) = node else { return self }
        return JSONValue(.object(members + more.members), range)
    }

    package subscript(key: String) -> JSONValue? {
        members.first { $0.key == key }?.value
    }
}
