import SourceText

@testable import PageTree

/// Prints a page as docutils prints its document tree, messages included.
///
/// The tree keeps more than docutils does: where docutils drops a block and reports it, a note of
/// the page stands over the block that was kept. The printer goes by the note there.
struct PseudoXML {
    let page: Page
    var lines: [String] = []
    /// Notes already printed, by their place.
    var printed: Set<Int> = []
    /// Numbers of inline problems, in the order of the page.
    var problems: [Int: Int] = [:]
    var references = 0
    /// Text up to here was printed with the anchor before it.
    var anchorEnd: UInt32 = 0
    /// Messages about a table's title, which stand behind the table.
    var tableMessages: [String] = []
    var citations = 0
    /// Adornments seen, as docutils writes them in messages.
    var titleStyles: [String] = []
    /// The level of the section being printed.
    var titleLevel = 0

    init(_ page: Page) {
        self.page = page
    }

    static func print(_ page: Page) -> String {
        var printer = PseudoXML(page)
        printer.printDocument()
        return printer.lines.joined(separator: "\n") + "\n"
    }

    mutating func element(_ tag: String, _ attributes: [(String, String)] = [], _ depth: Int) {
        let list = attributes.sorted { $0.0 < $1.0 }.map { " \($0.0)=\"\($0.1)\"" }.joined()
        lines.append(indent(depth) + "<\(tag)\(list)>")
    }

    /// Adds text, one line for each of its own.
    mutating func text(_ text: String, _ depth: Int) {
        var parts = text.split(separator: "\n", omittingEmptySubsequences: false)
        if parts.last == "" { parts.removeLast() }
        for part in parts { lines.append(indent(depth) + part) }
    }

    func indent(_ depth: Int) -> String { String(repeating: "    ", count: depth) }

    func raw(_ range: ByteRange) -> String { page.raw(range) }

    func line(_ offset: Int) -> Int { page.source.position(at: offset).line }

    func column(_ offset: Int) -> Int { page.source.position(at: offset).column }

    func children(_ id: NodeID) -> [NodeID] { Array(page.children(id)) }

    private mutating func printDocument() {
        element("document", [("source", "test data")], 0)
        printSections(children(.root))
        printLeftOver()
    }

    /// Titles open sections, which docutils nests.
    private mutating func printSections(_ blocks: [NodeID]) {
        var depth = 1
        var skippedTo: UInt32 = 0
        for block in blocks where page.range(block).start >= skippedTo {
            printNotesBefore(block, depth)
            if let end = printReplacement(of: block, depth) {
                skippedTo = end
                continue
            }
            if case .heading(let level) = page.kind(block) {
                depth = Int(level)
                titleLevel = depth
                printSection(block, depth)
                depth += 1
                continue
            }
            printBlock(block, depth)
            printNotesBehind(block, depth)
        }
    }

    private mutating func printSection(_ block: NodeID, _ depth: Int) {
        recordTitleStyle(block)
        let name = normalized(page.plainText(block))
        element("section", [("names", escapedName(name))], depth)
        element("title", [], depth + 1)
        printInlines(of: block, depth + 2)
        printNotesBehind(block, depth + 1)
    }

    private mutating func recordTitleStyle(_ block: NodeID) {
        let style = titleStyle(raw(page.range(block)))
        if !titleStyles.contains(style) { titleStyles.append(style) }
    }

    /// `=` for an underline, `=/=` with an overline as well.
    private func titleStyle(_ raw: String) -> String {
        let last = String(raw.last ?? " ")
        let parts = raw.split(separator: "\n", omittingEmptySubsequences: false)
        return parts.count > 2 ? "\(last)/\(last)" : last
    }

    /// Prints the blocks of a container.
    mutating func printBlocks(_ blocks: [NodeID], _ depth: Int) {
        var skippedTo: UInt32 = 0
        for block in blocks where page.range(block).start >= skippedTo {
            printNotesBefore(block, depth)
            if let end = printReplacement(of: block, depth) {
                skippedTo = end
                continue
            }
            printBlock(block, depth)
            printNotesBehind(block, depth)
        }
    }
}

// MARK: Names

/// Lower case, one blank between words, as docutils compares names.
func normalized(_ name: String) -> String {
    collapsed(name).lowercased()
}

func collapsed(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
}

/// A name in a list of names: its blanks are escaped.
func escapedName(_ name: String) -> String {
    name.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "\\ ")
}

/// An identifier made of a name: letters and digits, runs of anything else as hyphens.
func identifier(_ name: String) -> String {
    var identifier = ""
    for character in name.lowercased() {
        if character.isASCII, character.isLetter || character.isNumber {
            identifier.append(character)
        } else if !identifier.isEmpty, identifier.last != "-" {
            identifier.append("-")
        }
    }
    while identifier.last == "-" { identifier.removeLast() }
    return identifier
}

/// Text without its backslashes; an escaped blank is nothing.
func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
        if isEscaped {
            isEscaped = false
            if character != " ", character != "\n" { result.append(character) }
        } else if character == "\\" {
            isEscaped = true
        } else {
            result.append(character)
        }
    }
    return result
}
