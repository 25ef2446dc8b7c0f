import Foundation

/// A test that is a document: prose that says why it exists, the pages, and what comes of them.
///
///     The row of dashes is shorter than the heads above it.
///     -- page.md --
///     | Code | Name | Meaning |
///     |------|----------------|
///     -- page --
///     …
///
/// Sections named after a stage hold expectations; all others are files of the run.
package struct Case: Sendable, CustomStringConvertible {
    package let file: URL
    package let prose: String
    package var sections: [Section]

    package struct Section: Sendable, Hashable {
        package let name: String
        package var text: String

        package init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// What stands for an empty expectation, so that an empty section can mean "not yet recorded".
    package static let nothing = "(none)\n"

    package var description: String { relativePath(file) }

    package init(file: URL, text: String) {
        var prose = ""
        var sections: [Section] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let name = sectionName(line) {
                sections.append(Section(name: name, text: ""))
            } else if sections.isEmpty {
                prose += line + "\n"
            } else {
                sections[sections.count - 1].text += line + "\n"
            }
        }
        self.file = file
        self.prose = sections.isEmpty ? withoutLastNewline(prose) : prose
        self.sections = sections
        if let last = sections.last {
            self.sections[sections.count - 1].text = withoutLastNewline(last.text)
        }
    }

    /// The document as it stands on disk.
    package var text: String {
        prose + sections.map { "-- \($0.name) --\n\($0.text)" }.joined()
    }
}

/// The cases below a folder, in order of their paths.
package func cases(in folder: URL) throws -> [Case] {
    try files(in: folder, endingIn: ".case").map { file in
        Case(file: file, text: try String(contentsOf: file, encoding: .utf8))
    }
}

/// Splitting after the last newline yields one empty line too many.
private func withoutLastNewline(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
}

private func sectionName(_ line: Substring) -> String? {
    guard line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 else { return nil }
    return String(line.dropFirst(3).dropLast(3))
}
