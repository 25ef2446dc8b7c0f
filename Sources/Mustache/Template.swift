import SourceText

/// A template read once, ready to be rendered many times.
package struct Template: Sendable {
    /// What partials call it: its path below the templates' folder without `.mustache`.
    package let name: String
    let id: FileID
    let source: SourceFile
    let program: [Instruction]

    /// Where it begins, for what is to be said of it as a whole.
    package var start: SourceSpan { SourceSpan(id, .empty) }
}

/// One step of rendering. Ranges are bytes of the template; `end` is the step behind the
/// matching closing tag.
enum Instruction: Sendable {
    case text(ByteRange)
    /// A line of the template begins here: what follows is indented like the partial's tag.
    case lineStart
    case variable(TemplateName, escaped: Bool)
    case section(TemplateName, end: Int)
    case inverted(TemplateName, end: Int)
    case partial(Inclusion)
    /// An inclusion whose blocks are overridden by those between here and `end`.
    case parent(Inclusion, overrides: [Override], end: Int)
    case block(Block)
}

/// A name as a tag writes it, and where.
///
/// One reference, for it is handed about with every value that is written.
final class TemplateName: Sendable {
    /// `a.b` in parts; no part for the implicit iterator `.`.
    let parts: [String]
    let text: String
    let range: ByteRange

    init(parts: [String], text: String, range: ByteRange) {
        self.parts = parts
        self.text = text
        self.range = range
    }
}

/// Another template, rendered in place.
struct Inclusion: Sendable {
    let name: TemplateName
    /// Whether the context says which template it is (`{{> *name}}`).
    let isDynamic: Bool
    /// Whitespace before a tag that has a line of its own; `nil` for a tag within a line.
    let indentation: ByteRange?
}

/// A place that a template which inherits can fill. Its default follows as instructions.
struct Block: Sendable {
    let name: String
    /// What each line of an override is indented by.
    let indentation: ByteRange
    /// Whether the opening tag has a line of its own, so that an override begins one.
    let startsLine: Bool
    let end: Int
}

/// What fills a block of the parent: instructions `start..<end` of the template it stands in.
struct Override: Sendable {
    let name: String
    let start: Int
    let end: Int
}

/// Templates that can include each other, by name.
package struct TemplateSet: Sendable {
    private var templates: [String: Template] = [:]

    package init() {}

    /// A template added again replaces the earlier one: that is how users override built-in ones.
    package mutating func add(_ template: Template) {
        templates[template.name] = template
    }

    package subscript(name: String) -> Template? {
        templates[name]
    }

    /// All of them, by name.
    package var sorted: [Template] {
        templates.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
