import CaseSupport
import Foundation

/// A file of the project with its lines, for rules that look at text.
struct TextFile {
    let path: String
    let lines: [Substring]

    init(_ file: URL) throws {
        path = relativePath(file)
        lines = try String(contentsOf: file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
    }
}

/// The Swift files below folders of the package. `Generated` has its own rules: it is compiled,
/// linted and compared byte for byte.
func swiftFiles(in folders: [String]) throws -> [TextFile] {
    try folders.flatMap { folder in
        try files(in: packageFolder.appendingPathComponent(folder), endingIn: ".swift")
            .map(TextFile.init)
    }
}

/// Files whose length is the length of a table of data.
let tablesOfData: Set<String> = [
    "Sources/PageTree/Markdown/Inlines/NamedCharacterReferences.swift",
    "Templates/BuiltinTemplates.swift",
]

extension Substring {
    /// Whether the line is a comment from its first letter on.
    var isComment: Bool { drop(while: { $0 == " " }).hasPrefix("//") }

    var indentation: Int { prefix(while: { $0 == " " }).count }

    var trimmed: Substring { drop(while: { $0 == " " }) }
}

/// The words of a text in lower case, names in camel case taken apart.
func words(of text: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in text {
        let isNew = !character.isLetter && !character.isNumber
        if isNew || (wasLower && character.isUppercase) {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        if !isNew { word += character.lowercased() }
        wasLower = character.isLowercase
    }
    return word.isEmpty ? words : words + [word]
}
