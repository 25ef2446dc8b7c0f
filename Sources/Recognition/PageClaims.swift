import APIModel
import SourceText

/// What one page says: its outline and its claims, in page order.
package struct PageClaims: Sendable {
    package var file: FileID
    /// `sections[0]` is the page itself.
    package var sections: [Section]
    package var claims: [Claim]
    /// Whether its tables state everything, so that texts and samples add nothing.
    package var isComplete = false

    package init(file: FileID) {
        self.file = file
        sections = [
            Section(
                title: "", role: .other, level: 0, parent: 0,
                span: SourceSpan(file, .empty), anchors: [])
        ]
        claims = []
    }

    /// The sections around a claim, innermost first, the page last.
    package func path(from section: Int) -> [Int] {
        var path = [section]
        var current = section
        while current != 0 {
            current = sections[current].parent
            path.append(current)
        }
        return path
    }

    /// Whether `section` lies in the subtree of `ancestor`.
    package func isSection(_ section: Int, within ancestor: Int) -> Bool {
        var current = section
        while current != ancestor {
            if current == 0 { return false }
            current = sections[current].parent
        }
        return true
    }
}

/// A heading, a label line, a tab, or a directive that titles what stands below it.
package struct Section: Sendable {
    /// Marks removed: `Response Schema`.
    package var title: String
    package var role: SectionRole
    /// A status the title names (`> 200 Response`).
    package var status: Response.Status?
    /// 1…6 for headings, 7 for label lines, 8 for tabs and the like.
    package var level: Int
    package var parent: Int
    package var span: SourceSpan
    /// Names that links to this section use.
    package var anchors: [String]
    /// Whether it is an entry of the page's head, titled by its key.
    package var isFrontMatter = false

    package init(
        title: String, role: SectionRole, status: Response.Status? = nil, level: Int, parent: Int,
        span: SourceSpan, anchors: [String]
    ) {
        self.title = title
        self.role = role
        self.status = status
        self.level = level
        self.parent = parent
        self.span = span
        self.anchors = anchors
    }
}

extension Section {
    /// `# Schemas`: below it stand objects, and no part of an operation.
    package var collectsObjects: Bool {
        switch title.lowercased() {
        case "schemas", "models", "definitions", "data structures", "objects", "types", "entities",
            "data types", "data models":
            true
        default: false
        }
    }
}

extension SectionRole {
    /// The role that a heading has below others: under "Models", a name in code is an object's.
    func below(_ around: [Section]) -> SectionRole {
        guard case .member(let name) = self, name.first?.isUppercase == true,
            around.contains(where: \.collectsObjects)
        else { return self }
        return .object(name: name, isList: false)
    }
}
