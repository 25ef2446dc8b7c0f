import APIModel
import Recognition
import SourceText

/// What is wrong with what pages say, before anything of it is decided.
package func lint(_ pages: [PageClaims], of sources: SourceSet) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for page in pages {
        for claim in page.claims {
            guard case .fields(let list) = claim.statement else { continue }
            found += fieldsTwice(in: list) + misspelledTypes(in: list, of: sources)
        }
    }
    return found + mixedPlaceholders(pages, of: sources)
}

// MARK: Fields

/// Fields of one name, place and parent.
private func fieldsTwice(in list: FieldList) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var parents: [(depth: Int, path: String)] = []
    var first: [String: SourceSpan] = [:]
    for field in list.fields {
        let name = field.name.value
        while let last = parents.last, last.depth >= field.depth { parents.removeLast() }
        let path = (parents.last?.path ?? "") + "\u{1F}" + name
        // A path as long as a chain of nested names may be is no name that a person wrote twice.
        if path.utf8.count < 1000 { parents.append((field.depth, path)) }
        if name.isEmpty || field.part == .nameless { continue }
        let key = path + "\u{1F}" + (field.location?.value.rawValue ?? "")
        let span = field.name.evidence.span
        if let earlier = first[key] {
            if earlier != span { found.append(.fieldTwice(name, at: span, first: earlier)) }
        } else {
            first[key] = span
        }
    }
    return found
}

/// `interger` and the like, which are read as what was meant.
private func misspelledTypes(in list: FieldList, of sources: SourceSet) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for field in list.fields {
        guard let type = field.type, type.evidence.strength == .declared,
            type.evidence.span.range.count <= 200
        else { continue }
        let text = sources.text(type.evidence.span)
        // Of a whole bullet, what stands in brackets: `limit (interger): how many`.
        let part =
            text.utf8.count <= 40
            ? text[...] : text.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" && $0 != ":" }
        for word in part.split(whereSeparator: { !$0.isLetter }).prefix(4) {
            guard String(word) != field.name.value,
                let meant = misspelledType(word.lowercased())
            else { continue }
            found.append(.misspelledType(String(word), meant: meant, at: type.evidence.span))
        }
    }
    return found
}

// MARK: Placeholders

private enum PlaceholderStyle: CaseIterable {
    case braces, colon, angles

    func written(_ name: String) -> String {
        switch self {
        case .braces: "{\(name)}"
        case .colon: ":\(name)"
        case .angles: "<\(name)>"
        }
    }
}

private struct WrittenPlaceholder {
    let style: PlaceholderStyle
    let name: String
    let span: SourceSpan
}

/// The first placeholder of each path that is written unlike those of most paths.
private func mixedPlaceholders(_ pages: [PageClaims], of sources: SourceSet) -> [Diagnostic] {
    var written: [WrittenPlaceholder] = []
    for page in pages {
        for claim in page.claims {
            guard case .request(let request) = claim.statement else { continue }
            if let placeholder = placeholder(of: request, in: sources) {
                written.append(placeholder)
            }
        }
    }
    var most: (style: PlaceholderStyle, count: Int, first: WrittenPlaceholder)?
    for style in PlaceholderStyle.allCases {
        let some = written.filter { $0.style == style }
        guard let first = some.first, some.count > most?.count ?? 0 else { continue }
        most = (style, some.count, first)
    }
    guard let most else { return [] }
    return written.filter { $0.style != most.style }.map { placeholder in
        .placeholderStyles(
            placeholder.style.written(placeholder.name),
            most: most.style.written(placeholder.name), at: placeholder.span,
            first: most.first.span)
    }
}

/// How a page writes the first placeholder of a path; `nil` where its line has none.
private func placeholder(
    of request: RequestClaim, in sources: SourceSet
) -> WrittenPlaceholder? {
    let span = request.path.evidence.span
    // A paragraph that long is no request line.
    guard span.range.count <= 2000 else { return nil }
    let text = sources.text(span)
    for part in request.path.value.parts {
        guard case .placeholder(let name) = part else { continue }
        let style = PlaceholderStyle.allCases.first { text.contains($0.written(name)) }
        return style.map { WrittenPlaceholder(style: $0, name: name, span: span) }
    }
    return nil
}
