import PageTree

extension Reading {
    /// The type that a description gives by a link: "An array of [task objects](#task-object)".
    ///
    /// Beside a bare "Array" in a column of types it says of what; only the head of the text
    /// counts, since later links lead to explanations.
    func linkedElements(in cell: Cell) -> TypeExpression? {
        if let type = linkBeforeList(in: cell) { return type }
        let tokens = cell.text.tokens
        var index = 0
        while tokens.word(at: index) == "a" || tokens.word(at: index) == "an" { index += 1 }
        let opening = tokens.word(at: index)
        guard opening == "array" || opening == "list", tokens.word(at: index + 1) == "of",
            let target = page.firstLink(cell.node), target.contains("#")
        else { return nil }
        let written = page.marked(cell.node, keepingLinks: true).text
        guard let open = written.firstIndex(of: "["), let close = written.firstIndex(of: ")"),
            open < close
        else { return nil }
        let head = written[..<open].split(separator: " ").map { $0.lowercased() }
        guard head.last == "of", head.count == index + 2 else { return nil }
        guard let type = readType("array of " + written[open...close]), type.isArray else {
            return nil
        }
        return type
    }

    /// "[Loan](#loan) list".
    private func linkBeforeList(in cell: Cell) -> TypeExpression? {
        guard let first = page.firstChild(cell.node), case .link(let target, _) = page.kind(first),
            page.raw(target).contains("#"), let last = cell.text.tokens.last,
            last.word == "list" || last.word == "array"
        else { return nil }
        let name = page.plainText(first)
        guard cell.text.text.utf8.count == name.utf8.count + 1 + last.text.utf8.count else {
            return nil
        }
        return TypeExpression(
            .array(TypeExpression(.reference(name: name, target: page.raw(target)))))
    }
}

extension TypeExpression {
    fileprivate var isArray: Bool {
        if case .array(.some) = kind { return true }
        return false
    }

    /// Whether it says "list" and not of what.
    var isBareArray: Bool { kind == .array(nil) }
}
