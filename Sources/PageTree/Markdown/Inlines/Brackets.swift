import SourceText

extension InlineReader {
    mutating func openBracket(isImage: Bool) {
        let start = index
        if let last = brackets.indices.last { brackets[last].holdsBracket = true }
        add(.text, from: start, to: start + (isImage ? 2 : 1))
        brackets.append(
            Bracket(
                token: tokens.count - 1, textStart: index, delimiter: lastDelimiter,
                isImage: isImage))
    }

    mutating func closeBracket() {
        let close = index
        guard let bracket = brackets.popLast() else {
            index += 1
            return
        }
        let isActive = bracket.isImage || brackets.count >= inactiveBrackets
        guard isActive, let target = scanTarget(of: bracket, closedAt: close) else {
            inactiveBrackets = min(inactiveBrackets, brackets.count)
            index += 1
            return
        }
        flushText(to: close)
        let link = links.count
        links.append(target)
        tokens[bracket.token].role = bracket.isImage ? .imageOpen : .linkOpen
        tokens[bracket.token].payload = Int32(truncatingIfNeeded: link)
        matchDelimiters(above: bracket.delimiter)
        while let span = openSpans.last, span.token > bracket.token { openSpans.removeLast() }
        tokens.append(Token(.linkClose, close, target.end, payload: link))
        index = target.end
        textStart = index
        inactiveBrackets = min(inactiveBrackets, brackets.count)
        if !bracket.isImage { inactiveBrackets = brackets.count }
    }

    /// What follows `]`: `(destination)`, `[label]`, `[]` or nothing.
    private func scanTarget(of bracket: Bracket, closedAt close: Int) -> LinkTarget? {
        let scanner = LinkScanner(bytes: bytes, end: end)
        if close + 1 < end, bytes[close + 1] == 0x28,
            let target = scanInlineTarget(scanner, at: close + 2)
        {
            return target
        }
        guard !references.isEmpty else { return nil }
        if let label = scanner.label(at: close + 1) {
            return reference(label, end: Int(label.end) + 1)
        }
        guard !bracket.holdsBracket, close - bracket.textStart <= 999 else { return nil }
        let isCollapsed = close + 2 < end && bytes[close + 1] == 0x5B && bytes[close + 2] == 0x5D
        return reference(ByteRange(bracket.textStart, close), end: close + (isCollapsed ? 3 : 1))
    }

    private func reference(_ label: ByteRange, end: Int) -> LinkTarget? {
        let key = normalizedLabel(bytes, label)
        guard !key.isEmpty, let entry = references.find(key) else { return nil }
        return LinkTarget(destination: entry.destination, title: entry.title, end: end)
    }

    private func scanInlineTarget(_ scanner: LinkScanner, at start: Int) -> LinkTarget? {
        let destinationStart = scanner.skipWhite(start)
        guard let destination = scanner.destination(at: destinationStart) else { return nil }
        var index = scanner.skipWhite(destination.next)
        var title = ByteRange(destination.next, destination.next)
        if index > destination.next, let scanned = scanner.title(at: index) {
            title = scanned.text
            index = scanner.skipWhite(scanned.next)
        }
        guard index < end, bytes[index] == 0x29 else { return nil }
        return LinkTarget(
            destination: view.page(destination.text), title: view.page(title), end: index + 1)
    }
}
