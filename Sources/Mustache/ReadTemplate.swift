import SourceText

/// Reads a template, whole Mustache specification without lambdas; never fails: what does not
/// parse is an error with its place, and the rest of the template is still there.
package func readTemplate(
    _ source: SourceFile, as id: FileID, named name: String
) -> (template: Template, notes: [Diagnostic]) {
    let (tags, tagNotes) = tags(of: source, as: id)
    let (closings, pairNotes) = pairs(of: tags, in: source, as: id)
    var writer = ProgramWriter(source: source, id: id, tags: tags, closings: closings)
    writer.writeTags(0, tags.count)
    writer.writeText(to: source.bytes.count)
    let template = Template(name: name, id: id, source: source, program: writer.program)
    return (template, tagNotes + pairNotes + writer.notes)
}

/// Finds the closing tag of every tag that needs one; `nil` for tags to be left out.
private func pairs(
    of tags: [Tag], in source: SourceFile, as id: FileID
) -> (closings: [Int?], notes: [Diagnostic]) {
    var closings = [Int?](repeating: nil, count: tags.count)
    var notes: [Diagnostic] = []
    var open: [Int] = []
    for (index, tag) in tags.enumerated() {
        switch tag.kind {
        case .section, .inverted, .parent, .block:
            open.append(index)
            guard open.count == depthLimit else { continue }
            return (closings, notes + [Message.nesting(at: SourceSpan(id, tag.range))])
        case .close:
            let name = spelling(tag, in: source)
            guard let last = open.last, spelling(tags[last], in: source) == name else {
                let message = open.last.map { "'\(spelling(tags[$0], in: source))' is open" }
                notes.append(
                    Message.syntax(
                        "'\(name)' is closed, but \(message ?? "nothing is open")",
                        at: SourceSpan(id, tag.range)))
                continue
            }
            closings[last] = index
            open.removeLast()
        case .variable, .unescaped, .partial, .comment, .delimiters:
            break
        }
    }
    for index in open {
        let name = spelling(tags[index], in: source)
        notes.append(
            Message.syntax("'\(name)' is never closed", at: SourceSpan(id, tags[index].range)))
    }
    return (closings, notes)
}

/// A tag's name without the whitespace that may follow the asterisk of a dynamic name.
private func spelling(_ tag: Tag, in source: SourceFile) -> String {
    let text = source.text(tag.name)
    guard tag.kind == .parent || tag.kind == .close, text.hasPrefix("*") else { return text }
    return "*" + text.dropFirst().drop { $0 == " " || $0 == "\t" }
}
