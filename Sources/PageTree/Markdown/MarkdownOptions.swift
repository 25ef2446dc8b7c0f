/// Which constructs beyond CommonMark are read.
///
/// Pages are read with all of them. The sets exist because the conformance suites state what a
/// text means without them: CommonMark reads `{: .info }` and `| a |` as paragraphs.
struct MarkdownOptions: OptionSet, Sendable {
    let rawValue: UInt8

    /// Tables, strikethrough and bare links, as GitHub reads them.
    static let github = MarkdownOptions(rawValue: 1)
    /// Definition lists, attribute lists and lenient tables, as Jekyll sites write them.
    static let kramdown = MarkdownOptions(rawValue: 2)
    /// Tags of templates and components, HTML elements as tree nodes, admonitions.
    static let tags = MarkdownOptions(rawValue: 4)

    static let all: MarkdownOptions = [.github, .kramdown, .tags]

    /// The protocol's own goes through generic code, which a debug build pays for on every line.
    func contains(_ other: MarkdownOptions) -> Bool {
        rawValue & other.rawValue == other.rawValue
    }
}
