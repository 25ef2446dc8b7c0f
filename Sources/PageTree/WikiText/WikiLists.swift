import SourceText

extension WikiReader {
    /// Bullets of one or more marks, and terms with what they mean.
    mutating func readList(at index: Int) -> Int? {
        if bullet(text(index)) != nil { return readBullets(at: index) }
        if definedTerm(text(index)) != nil { return readDefinitions(at: index) }
        return nil
    }

    /// How many marks stand before an item, and where its text begins.
    private func bullet(_ line: WikiLine) -> (depth: Int, text: Int)? {
        guard let first = line.count > 1 ? bytes[line.start] : nil,
            first == 0x2A || first == 0x23 || first == 0x2D || first == 0x2E
        else { return nil }
        if first == 0x2D, flavor == .mediaWiki { return nil }
        if first == 0x2E, flavor != .asciiDoc { return nil }
        if first == 0x23, flavor == .asciiDoc { return nil }
        var index = line.start
        while index < line.end,
            bytes[index] == 0x2A || bytes[index] == 0x23 || bytes[index] == first
        {
            index += 1
        }
        let depth = index - line.start
        guard index < line.end, depth <= 6, flavor == .mediaWiki || bytes[index] == 0x20 else {
            return nil
        }
        while index < line.end, bytes[index] == 0x20 { index += 1 }
        return index < line.end ? (depth, index) : nil
    }

    /// Items below each other; more marks nest.
    private mutating func readBullets(at first: Int) -> Int {
        var index = first
        /// The lists that are open, each with the depth of its items.
        var open: [(list: Int, depth: Int)] = []
        while index < lines.count {
            guard !lines[index].isBlank, let (depth, start) = bullet(text(index)) else {
                guard !lines[index].isBlank || continuesList(behind: index) else { break }
                if !lines[index].isBlank { break }
                index += 1
                continue
            }
            while let last = open.last, last.depth > depth { open.removeLast() }
            if open.last.map({ $0.depth < depth }) ?? true {
                let owner = open.last.map { Int(tree.nodes[$0.list].lastChild) } ?? 0
                let kind = Kind.list(ordered: false, tight: true, start: 1)
                let list = add(kind, lines[index].text, lines[index].end, in: owner)
                open.append((list, depth))
            }
            let item = add(
                .listItem, lines[index].text, lines[index].end, in: open[open.count - 1].list)
            let paragraph = add(.paragraph, start, lines[index].end, in: item)
            addInlines(start, lines[index].end, in: paragraph)
            index += 1
            while index < lines.count, continuesItem(index) {
                add(.softBreak, lines[index - 1].end, lines[index].text, in: paragraph)
                addInlines(lines[index].text, lines[index].end, in: paragraph)
                index += 1
            }
        }
        return index
    }

    private func continuesList(behind index: Int) -> Bool {
        flavor == .asciiDoc && index + 1 < lines.count && !lines[index + 1].isBlank
            && bullet(text(index + 1)) != nil
    }

    /// Text on the line below an item that begins nothing of its own.
    private func continuesItem(_ index: Int) -> Bool {
        guard flavor == .asciiDoc, !lines[index].isBlank else { return false }
        let line = text(index)
        return bullet(line) == nil && definedTerm(line) == nil && !line.begins("[")
            && !line.begins("|") && !line.begins("+") && !line.begins("=") && !line.begins("--")
            && !line.begins(".")
    }

    // MARK: Terms

    /// `term:: text`, `; term : text`: where the term ends and the text begins.
    func definedTerm(_ line: WikiLine) -> (term: ByteRange, text: Int)? {
        switch flavor {
        case .asciiDoc:
            guard let marks = line.place(of: "::", from: line.start), marks > line.start else {
                return nil
            }
            var end = marks
            while end < line.end, bytes[end] == 0x3A { end += 1 }
            guard end == line.end || bytes[end] == 0x20, end - marks <= 4 else { return nil }
            while end < line.end, bytes[end] == 0x20 { end += 1 }
            return (ByteRange(line.start, marks), end)
        case .mediaWiki:
            guard line.begins(";") else { return nil }
            let marks = line.place(of: ":", from: line.start) ?? line.end
            var start = line.start + 1
            while start < marks, bytes[start] == 0x20 { start += 1 }
            var end = marks
            while end > start, bytes[end - 1] == 0x20 { end -= 1 }
            var text = min(marks + 1, line.end)
            while text < line.end, bytes[text] == 0x20 { text += 1 }
            return start < end ? (ByteRange(start, end), text) : nil
        case .tracker: return nil
        }
    }

    private mutating func readDefinitions(at first: Int) -> Int {
        let list = add(.definitionList, lines[first].text, lines[first].end, in: 0)
        var index = first
        while index < lines.count {
            var next = index
            while next < lines.count, lines[next].isBlank { next += 1 }
            guard next < lines.count, let (term, start) = definedTerm(text(next)) else { break }
            let node = add(.definitionTerm, Int(term.start), Int(term.end), in: list)
            addInlines(Int(term.start), Int(term.end), in: node)
            index = readDetails(from: start, at: next, in: list)
        }
        return index
    }

    /// What stands behind a term, and below it up to a blank line or the next.
    private mutating func readDetails(from start: Int, at first: Int, in list: Int) -> Int {
        var parts: [ByteRange] = []
        if start < lines[first].end { parts.append(ByteRange(start, lines[first].end)) }
        var index = first + 1
        if parts.isEmpty, index < lines.count, lines[index].isBlank, flavor == .asciiDoc,
            index + 1 < lines.count, lines[index + 1].column > 0
        {
            index += 1
        }
        while index < lines.count, !lines[index].isBlank, definedTerm(text(index)) == nil,
            continuesTerm(index)
        {
            var from = lines[index].text
            if flavor == .mediaWiki, bytes[from] == 0x3A { from += 1 }
            while from < lines[index].end, bytes[from] == 0x20 { from += 1 }
            parts.append(ByteRange(from, lines[index].end))
            index += 1
        }
        guard let first = parts.first, let last = parts.last else { return index }
        let details = add(.definitionDetails, Int(first.start), Int(last.end), in: list)
        let paragraph = add(.paragraph, Int(first.start), Int(last.end), in: details)
        for (number, part) in parts.enumerated() {
            if number > 0 {
                add(.softBreak, Int(parts[number - 1].end), Int(part.start), in: paragraph)
            }
            addInlines(Int(part.start), Int(part.end), in: paragraph)
        }
        return index
    }

    private func continuesTerm(_ index: Int) -> Bool {
        let line = text(index)
        if flavor == .mediaWiki { return line.begins(":") }
        return bullet(line) == nil && !line.begins("[") && !line.begins("|") && !line.begins("+")
            && !line.begins("=") && !line.begins("--") && !line.begins("ifdef::")
            && !line.begins("endif::")
    }
}
