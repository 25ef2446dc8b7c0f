import APIModel
import JSONText
import Recognition

/// A value as it may be shown: what stands under the name of a credential is replaced.
///
/// Pages carry real passwords and tokens; nothing generated repeats them.
func redacted(_ value: JSONValue, under key: String? = nil) -> JSONValue {
    switch value.node {
    case .string(let text):
        guard let key, !text.isEmpty, isCredentialName(key) else { return value }
        return JSONValue(.string(redaction), value.range)
    case .number, .word:
        guard let key, isCredentialName(key), case .number = value.node else { return value }
        return value
    case .array(let elements):
        return JSONValue(.array(elements.map { redacted($0, under: key) }), value.range)
    case .object(let members):
        let members = members.map { member in
            var member = member
            member.value = redacted(member.value, under: member.key)
            return member
        }
        return JSONValue(.object(members), value.range)
    case .null, .boolean, .elision:
        return value
    }
}

let redaction = "REDACTED"

/// Whether redaction changes a value, and where first.
func firstCredential(in value: JSONValue, under key: String? = nil) -> JSONValue? {
    switch value.node {
    case .string(let text):
        guard let key, !text.isEmpty, isCredentialName(key) else { return nil }
        return value
    case .array(let elements):
        return elements.lazy.compactMap { firstCredential(in: $0, under: key) }.first
    case .object(let members):
        return members.lazy.compactMap { firstCredential(in: $0.value, under: $0.key) }.first
    case .null, .boolean, .number, .word, .elision:
        return nil
    }
}
