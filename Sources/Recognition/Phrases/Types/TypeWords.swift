import APIModel

/// What one word says of a type.
enum TypeWord: Equatable, Sendable {
    case kind(TypeExpression.Kind)
    case array, dictionary, object, enumeration, null, json
    /// `oneOf`, `anyOf`, `allOf`: the alternatives stand elsewhere.
    case composition
}

/// The type words of the world's documentation, one a row.
func typeWord(_ word: String) -> TypeWord? {
    switch word {
    case "string", "strings", "str", "text", "char", "character", "varchar", "chars",
        "unicode":
        return .kind(.string(.plain))
    case "boolean", "booleans", "bool", "bools", "true/false": return .kind(.boolean)
    case "integer", "integers", "int", "ints", "int32", "int64", "uint", "uint32", "uint64",
        "int16", "uint16", "int8", "uint8", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64",
        "long", "longs", "short", "bigint", "epoch",
        "unsigned", "milliseconds", "seconds":
        return .kind(.integer)
    case "number", "numbers", "float", "floats", "double", "doubles", "float32", "float64", "f32",
        "f64",
        "numeric", "num", "real":
        return .kind(.number)
    case "decimal", "decimals", "money", "currency", "bigdecimal", "monetary":
        return .kind(.decimal)
    case "object", "objects", "obj", "json-object", "struct", "hashref", "hashes":
        return .object
    case "array", "arrays", "list", "lists", "arraylist", "csv": return .array
    case "map", "maps", "dict", "dicts", "dictionary", "dictionaries", "hash", "hashmap", "record":
        return .dictionary
    case "enum", "enums", "enumeration", "enumerated": return .enumeration
    case "null", "nil": return .null
    case "json": return .json
    case "any", "anything", "mixed", "anytype", "anyvalue": return .kind(.any)
    case "oneof", "anyof", "allof": return .composition
    default:
        guard let format = stringFormat(word) else { return nil }
        return .kind(.string(format))
    }
}

/// The string format that a word names, whether in `string(…)` or alone.
func stringFormat(_ word: String) -> StringFormat? {
    switch word {
    case "date", "dates", "full-date", "localdate": return .date
    case "date-time", "datetime", "date-times", "timestamp", "timestamps", "iso8601", "iso-8601",
        "rfc3339", "rfc-3339", "instant", "datetimeoffset", "date_time", "time-stamp",
        "zoneddatetime", "offsetdatetime", "time.time":
        return .dateTime
    case "uuid", "uuids", "guid", "guids", "uuid4", "uuidv4", "uuidv7": return .uuid
    case "uri", "url", "urls", "uris", "href", "hyperlink", "uri-reference": return .uri
    case "email", "emails", "e-mail", "email-address": return .email
    case "base64", "byte": return .byte
    case "binary", "file", "files", "blob", "bytes", "octet-stream": return .binary
    case "password": return .password
    default: return nil
    }
}

/// Words that stand for a type only beside another (`string(int64)` is a string of digits).
func isNumericFormat(_ word: String) -> Bool {
    switch word {
    case "int32", "int64", "double", "float", "uint32", "uint64", "int16", "long": return true
    default: return false
    }
}

/// A type word that is one slip of the pen away: `aray`, `interger`, `strign`.
///
/// Only long words are repaired: short ones are too near to each other.
func misspelledTypeWord(_ word: String) -> TypeWord? {
    nearestTypeWord(word).flatMap(typeWord)
}

/// The word for a type that somebody meant who wrote another; `nil` where it is one.
package func misspelledType(_ word: String) -> String? {
    typeWord(word) == nil ? nearestTypeWord(word) : nil
}

private func nearestTypeWord(_ word: String) -> String? {
    let candidates = [
        "string", "integer", "boolean", "number", "object", "array", "decimal", "float", "double",
        "timestamp", "datetime", "strings", "integers", "objects", "dictionary",
    ]
    let length = word.utf8.count
    guard length >= 4, length <= 12 else { return nil }
    return candidates.first { isOneSlipAway(word, $0) }
}

/// Whether one insertion, deletion, substitution or swap of neighbours makes one the other.
func isOneSlipAway(_ left: String, _ right: String) -> Bool {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    guard abs(left.count - right.count) <= 1, left != right else { return false }
    let shorter = min(left.count, right.count)
    var prefix = 0
    while prefix < shorter, left[prefix] == right[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix,
        left[left.count - 1 - suffix] == right[right.count - 1 - suffix]
    { suffix += 1 }
    let leftRest = left.count - prefix - suffix
    let rightRest = right.count - prefix - suffix
    if leftRest <= 1, rightRest <= 1 { return true }
    guard leftRest == 2, rightRest == 2 else { return false }
    return left[prefix] == right[prefix + 1] && left[prefix + 1] == right[prefix]
}
