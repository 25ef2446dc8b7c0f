/// A language that a template of the user's writes, known by the extension of its output: how text
/// of a page is quoted there.
///
/// Text in a language that is not listed would have to be trusted, so there is no such output.
enum TargetLanguage: String, CaseIterable, Sendable {
    case csharp = "cs"
    case dart, go, html
    case java
    case javascript = "js"
    case json
    case kotlin = "kt"
    case markdown = "md"
    case php
    case python = "py"
    case ruby = "rb"
    case rust = "rs"
    case shell = "sh"
    case swift
    case typescript = "ts"
    case plain = "txt"
    case yaml

    /// By the name of a template, such as `Models.ts`.
    init?(ofTemplate name: String) {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        self.init(rawValue: String(name[dot...].dropFirst()))
    }

    /// How a character that cannot stand in a literal is written there.
    enum Escape: Sendable {
        /// `\u1F600` cut into two units of UTF-16.
        case units
        /// `\u{1F600}`.
        case braces
        /// `\u0007`, or `\U0001F600` where four digits do not hold it.
        case digits
    }

    /// `nil` for languages without literals between double quotes.
    var escape: Escape? {
        switch self {
        case .csharp, .java, .javascript, .json, .kotlin, .typescript: .units
        case .dart, .php, .ruby, .rust, .swift: .braces
        case .go, .python, .yaml: .digits
        case .html, .markdown, .plain, .shell: nil
        }
    }

    /// What begins an interpolation, and so takes a backslash in a literal.
    var interpolation: Unicode.Scalar? {
        switch self {
        case .dart, .kotlin, .php: "$"
        case .ruby: "#"
        case .csharp, .go, .html, .java, .javascript, .json, .markdown, .plain, .python, .rust,
            .shell, .swift, .typescript, .yaml:
            nil
        }
    }

    /// What would end a comment, open another in it or mean more than words, and what is written
    /// instead; `nil` for languages whose comments are no place for words of a page.
    var commentMarks: [(mark: StaticString, written: StaticString)]? {
        switch self {
        case .csharp, .go, .javascript, .typescript: [("*/", "*\\/")]
        case .dart, .kotlin, .rust, .swift: [("*/", "*\\/"), ("/*", "/\\*")]
        // The compiler reads `\u002a` in comments too.
        case .java: [("*/", "*\\/"), ("\\u", "\\ u")]
        case .php: [("*/", "*\\/"), ("?>", "?\\>")]
        // In its first lines a comment may name the encoding of the file.
        case .python, .ruby: [("coding:", "coding :"), ("coding=", "coding =")]
        case .shell, .yaml: []
        case .html, .json, .markdown, .plain: nil
        }
    }

    /// Null, true and false.
    var words: (null: String, yes: String, no: String) {
        switch self {
        case .python: ("None", "True", "False")
        case .go, .ruby, .swift: ("nil", "true", "false")
        case .rust: ("None", "true", "false")
        case .csharp, .dart, .html, .java, .javascript, .json, .kotlin, .markdown, .php, .plain,
            .shell, .typescript, .yaml:
            ("null", "true", "false")
        }
    }
}
