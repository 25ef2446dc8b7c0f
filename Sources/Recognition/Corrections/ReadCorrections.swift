import APIModel
import PageTree
import SourceText

/// Reads what the user knows better than the pages, one statement a line or a table.
///
/// Read strictly, since a person wrote it for us: a line that begins with code is a statement or
/// an error. Headings, quotes, code blocks and lines that begin otherwise are for people.
package func readCorrections(
    _ source: SourceFile, as id: FileID
) -> (corrections: [Correction], notes: [Diagnostic]) {
    let page = readMarkdownPage(source, as: id)
    var reader = CorrectionReader(page: page)
    reader.blocks(of: .root, depth: 0)
    return (reader.corrections, page.notes + reader.notes)
}

/// Whatever its file is called, it is Markdown.
private func readMarkdownPage(_ source: SourceFile, as id: FileID) -> Page {
    read(SourceFile(path: "corrections.md", bytes: source.bytes), as: id)
}

struct CorrectionReader {
    let page: Page
    var corrections: [Correction] = []
    var notes: [Diagnostic] = []

    init(page: Page) {
        self.page = page
    }

    mutating func blocks(of parent: NodeID, depth: Int) {
        guard depth < 100 else { return }
        for child in page.children(parent) {
            switch page.kind(child) {
            case .paragraph: paragraph(child)
            case .table: table(child)
            case .list, .listItem: blocks(of: child, depth: depth + 1)
            default: break
            }
        }
    }

    /// Each line of a paragraph is a statement of its own.
    private mutating func paragraph(_ id: NodeID) {
        var line: [NodeID] = []
        for child in page.children(id) {
            switch page.kind(child) {
            case .softBreak, .lineBreak:
                statement(line)
                line = []
            default:
                line.append(child)
            }
        }
        statement(line)
    }

    private mutating func statement(_ inlines: [NodeID]) {
        guard let first = inlines.first, let last = inlines.last else { return }
        let text = page.marked(inlines: inlines)
        let range = ByteRange(Int(page.range(first).start), Int(page.range(last).end))
        guard let start = text.tokens.first,
            start.kind == .code || Method(rawValue: start.text) != nil
        else { return }
        guard start.kind == .code else {
            note("a statement begins with an operation or a name in backticks", range)
            return
        }
        var sentence = CorrectionSentence(text)
        guard let subject = sentence.subject() else {
            note("this is no statement: '\(start.text)' is neither an operation nor a name", range)
            return
        }
        guard let change = sentence.change() else {
            note(
                "this is no statement: behind '\(start.text)' stands none of 'is required', "
                    + "'is nullable', 'is one of', 'is a TYPE', 'is called', 'does not exist'",
                range)
            return
        }
        add(subject, change, at: range)
    }

    mutating func add(
        _ subject: CorrectionSubject, _ change: Correction.Change, at range: ByteRange
    ) {
        let evidence = Evidence(page.span(range), .corrected, "correction")
        corrections.append(Correction(subject: subject, change: change, evidence: evidence))
    }

    mutating func note(_ message: String, _ range: ByteRange) {
        notes.append(.unclearCorrection(message, at: page.span(range)))
    }
}
