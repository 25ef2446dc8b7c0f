import JSONText

// Samples hold what is no JSON: words, elisions, impossible numbers. In canonical JSON these are
// objects with one key that begins with a dollar sign, and so is a real object of that kind.

/// A sample as canonical JSON.
func sample(_ value: JSONValue) -> JSONValue {
    switch value.node {
    case .null, .boolean, .string: return JSONValue(value.node)
    case .number(let text):
        return isJSONNumber(text) ? JSONValue(value.node) : .object(["$number": .text(text)])
    case .word(let text): return .object(["$word": .text(text)])
    case .elision: return .object(["$elision": .flag(true)])
    case .array(let values): return .list(values.map(sample))
    case .object(let members):
        let written = JSONValue(
            .object(
                members.map { .init(key: $0.key, keyRange: .empty, value: sample($0.value)) }))
        return isMarked(members) ? .object(["$object": written]) : written
    }
}

/// A sample read back.
func readSample(_ value: JSONValue) -> JSONValue {
    switch value.node {
    case .null, .boolean, .string, .number, .word, .elision: return JSONValue(value.node)
    case .array(let values): return .list(values.map(readSample))
    case .object(let members):
        if isMarked(members), let mark = members.first { return marked(mark) }
        return JSONValue(
            .object(
                members.map { member in
                    .init(key: member.key, keyRange: .empty, value: readSample(member.value))
                }))
    }
}

private func isMarked(_ members: [JSONValue.Member]) -> Bool {
    members.count == 1 && members[0].key.hasPrefix("$")
}

private func marked(_ mark: JSONValue.Member) -> JSONValue {
    switch (mark.key, mark.value.node) {
    case ("$number", .string(let text)): return JSONValue(.number(text))
    case ("$word", .string(let text)): return JSONValue(.word(text))
    case ("$elision", _): return JSONValue(.elision)
    case ("$object", .object(let members)):
        return JSONValue(
            .object(
                members.map { member in
                    .init(key: member.key, keyRange: .empty, value: readSample(member.value))
                }))
    default: return mark.value
    }
}
