import APIModel
import JSONText
import PageTree
import SourceText
import YAMLText

extension Reading {
    /// Samples that the page's head lists as maps: `code_block:` beside `title: Response`.
    mutating func saySamples(in value: YAMLValue) -> Bool {
        guard case .sequence(let items) = value.node else { return false }
        var found = false
        for item in items {
            guard case .mapping(let parts) = item.node,
                let code = parts.first(where: { Self.codeKeys.contains($0.key.lowercased()) }),
                case .scalar(let scalar) = code.value.node,
                let first = scalar.text.trimmedASCII.utf8.first, first == 0x7B || first == 0x5B
            else { continue }
            let document = readJSON(scalar.lines, of: page.source)
            guard document.failure == nil, !document.values.isEmpty else { continue }
            let title = parts.first { ["title", "label", "name"].contains($0.key.lowercased()) }
            say(document, titled: title?.value.text ?? "", at: code.value.range)
            found = true
        }
        return found
    }

    private static let codeKeys = ["code_block", "code", "example", "body", "content"]

    private mutating func say(_ document: JSONDocument, titled title: String, at range: ByteRange) {
        var sample = Sample(
            document: document, evidence: evidence(range, .exemplified, "front-matter"))
        let heading = classifyHeading(MarkedText(title))
        sample.title = title
        sample.direction = heading.direction
        if case .code(let code)? = heading.status?.status { sample.status = code }
        var section = section(MarkedText(title), level: scopeLevel, at: range)
        section.isFrontMatter = true
        scope(section) { $0.say(.sample(sample), at: range) }
    }
}
