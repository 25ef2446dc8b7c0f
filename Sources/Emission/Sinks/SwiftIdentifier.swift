import APIModel
import Mustache

/// A name in Swift code: only letters, digits and `_`, unlike every other name of its scope.
///
/// Page text cannot pass through: what is not on the allow-list is dropped before the name is
/// put together, and a keyword gets backticks only where they are known to work.
struct SwiftIdentifier: Sendable {
    /// Without backticks.
    let name: String

    fileprivate init(name: String) {
        self.name = name
    }

    /// As it stands in code.
    var code: String { swiftKeywords.contains(name) ? "`\(name)`" : name }

    var value: TemplateValue { .text(SafeText(verbatimFromSink: Array(code.utf8))) }

    /// As a call names an argument, where every keyword but one is a name.
    var argumentLabel: String { name == "inout" ? "`inout`" : name }

    /// The name in a position that allows keywords: argument labels, behind a dot.
    var label: TemplateValue { .text(SafeText(verbatimFromSink: Array(name.utf8))) }
}

/// Hands out names that differ, even where case does not count.
struct IdentifierScope {
    private var names: NumberedNames
    private let reserved: Set<String>
    /// Stands before a wish that is reserved: `APITask`, since `Task2` would be a second what?
    private let prefix: String

    private let longest: Int

    init(reserving reserved: Set<String> = [], prefix: String = "", longest: Int = 60) {
        self.longest = longest
        self.reserved = Set(reserved.map { $0.lowercased() })
        self.prefix = prefix
        names = NumberedNames(taking: self.reserved)
    }

    mutating func type(_ documented: String) -> SwiftIdentifier {
        settle(upperCamelName(identifierWords(documented)))
    }

    mutating func member(_ documented: String) -> SwiftIdentifier {
        settle(lowerCamelName(identifierWords(documented)))
    }

    /// Several names put together, such as an operation's and its parameter's.
    mutating func type(_ parts: [String]) -> SwiftIdentifier {
        settle(upperCamelName(parts.flatMap(identifierWords)))
    }

    mutating func member(_ parts: [String]) -> SwiftIdentifier {
        settle(lowerCamelName(parts.flatMap(identifierWords)))
    }

    /// A taken name, and one that cannot be declared, moves to `nameValue`, then to a number.
    private mutating func settle(_ wished: String) -> SwiftIdentifier {
        let isReserved = reserved.contains(wished.lowercased())
        let base = (isReserved ? prefix : "") + shortened(wished, to: longest)
        let name = undeclarable.contains(base) ? base + "Value" : base
        guard !names.take(name) else { return SwiftIdentifier(name: name) }
        return SwiftIdentifier(name: base + String(names.number(behind: base)))
    }
}

/// Names that backticks do not mend, or that mean something else where they stand.
private let undeclarable: Set<String> = [
    "self", "Self", "Type", "Protocol", "init", "deinit", "subscript", "hashValue", "rawValue",
    "allCases", "CodingKeys", "_", "encode",
]

/// A name that leaves room for more in a line: words before the last are left out, which says what it
/// is (`Output`, `Response`).
private func shortened(_ name: String, to longest: Int) -> String {
    guard name.utf8.count > longest else { return name }
    var words = identifierWords(name)
    guard let last = words.popLast(), name.first?.isLetter == true else {
        return String(name.prefix(longest))
    }
    var length = words.reduce(last.utf8.count) { $0 + $1.utf8.count }
    while length > longest, let word = words.popLast() { length -= word.utf8.count }
    return words.isEmpty ? String(name.prefix(longest)) : words.joined() + last
}

/// Keywords of Swift 6, reserved and contextual where a name could be taken for one.
let swiftKeywords: Set<String> = [
    "Any", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue",
    "default", "defer", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate",
    "for", "func", "guard", "if", "import", "in", "inout", "internal", "is", "let", "nil",
    "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows",
    "return", "static", "struct", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var", "where", "while",
]
