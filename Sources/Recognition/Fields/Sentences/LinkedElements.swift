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

extension Reading {
    /// What a link says of a type that nothing else says, or says but as an array.
    func linkedType(in cell: Cell, of field: Field) -> TypeExpression? {
        switch field.type?.value.kind {
        case nil: linkedElements(in: cell) ?? linkAlone(in: cell)
        case .array(nil)?:
            linkedElements(in: cell)
                ?? linkedProperties(in: cell).map { TypeExpression(.array($0)) }
        case .object?: linkedProperties(in: cell)
        default: nil
        }
    }

    /// "Owner data. See [Boat owner properties](#boat-owner-properties)": where the members of what
    /// the type calls an object are listed.
    private func linkedProperties(in cell: Cell) -> TypeExpression? {
        for node in page.children(cell.node).prefix(16) {
            guard case .link(let destination, _) = page.kind(node) else { continue }
            let target = page.target(at: destination)
            let title = page.marked(node)
            guard target.contains("#"), let last = title.tokens.last,
                ["properties", "attributes", "fields"].contains(last.word), title.tokens.count > 1
            else { continue }
            let name = title.slice(0..<last.range.lowerBound).trimmedASCII
            return TypeExpression(.reference(name: name, target: target))
        }
        return nil
    }

    /// "[Truck](#truck), required": a text that is a link to what is capitalized, and presence.
    private func linkAlone(in cell: Cell) -> TypeExpression? {
        for node in page.children(cell.node).prefix(8) {
            guard case .link(let destination, _) = page.kind(node) else { continue }
            let name = page.marked(node).text
            let target = page.target(at: destination)
            guard target.contains("#"), name.first?.isUppercase == true, !name.contains(" "),
                cell.text.text.hasPrefix(name)
            else { return nil }
            let rest = cell.text.dropFirst(name.utf8.count).tokens
            let isAlone = rest.allSatisfy {
                $0.isMark(",") || presence($0.word) != nil
            }
            return isAlone ? TypeExpression(.reference(name: name, target: target)) : nil
        }
        return nil
    }
}
