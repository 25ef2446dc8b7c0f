import SourceText

/// Lists of a page whose markup is lost: lines that begin with a bullet, deeper ones indented.
extension FlattenedReader {
    /// `- text`, `* text`, `• text`, `+ text`; `o text` only where it is indented.
    func isBullet(_ index: Int) -> Bool { bulletWidth(lines[index]) > 0 }

    /// How many bytes a bullet takes with the space behind it, none where there is no bullet.
    private func bulletWidth(_ line: RSTLine) -> Int {
        let width: Int
        switch bytes[line.text] {
        case 0x2A, 0x2B, 0x2D: width = 1
        case 0x6F where line.column > 3: width = 1
        case 0xE2 where begins(line, "•") || begins(line, "◦") || begins(line, "▪"): width = 3
        case 0xC2 where begins(line, "·"): width = 2
        default: return 0
        }
        let text = line.text + width
        return text + 1 < line.end && bytes[text] == 0x20 ? width + 1 : 0
    }

    func listEnd(at start: Int) -> Int {
        var index = start
        while index < lines.count {
            let bullet = next(from: index)
            guard bullet < lines.count, isBullet(bullet) else { break }
            index = itemEnd(bullet)
        }
        return index
    }

    /// The lines of a bullet: those below that are no bullets, if they are deeper, begin small, stand
    /// within its brackets or before a bullet that is deep, and so go on with it.
    private func itemEnd(_ start: Int) -> Int {
        var index = start + 1
        var depth = parentheses(lines[start])
        while index < lines.count, !lines[index].isBlank, !isBullet(index), index - start < 12 {
            let line = lines[index]
            guard
                depth > 0 || line.column > lines[start].column + 1 || isSmall(bytes[line.text])
                    || leadsToDeepBullet(index)
            else { break }
            depth += parentheses(line)
            index += 1
        }
        return index
    }

    func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

    private func leadsToDeepBullet(_ start: Int) -> Bool {
        for index in (start + 1)..<min(start + 4, max(lines.count, start + 1)) {
            if lines[index].isBlank { return false }
            if isBullet(index) { return lines[index].column > 0 }
        }
        return false
    }

    /// How many more parentheses a line opens than it closes.
    private func parentheses(_ line: RSTLine) -> Int {
        var depth = 0
        for index in line.text..<line.end {
            if bytes[index] == 0x28 { depth += 1 }
            if bytes[index] == 0x29 { depth -= 1 }
        }
        return depth
    }

    mutating func addList(_ first: Int, _ last: Int) {
        var open: [(list: Int, item: Int, column: Int)] = []
        var index = first
        while index < last {
            let end = itemEnd(index)
            let column = lines[index].column
            while open.count > 1, let deepest = open.last, deepest.column > column {
                close(open.removeLast())
            }
            if open.isEmpty || open[open.count - 1].column < column {
                let parent = open.last?.item ?? 0
                let kind = Kind.list(ordered: false, tight: true, start: 0)
                open.append(
                    (add(kind, lines[index].text, lines[end - 1].end, in: parent), 0, column))
            }
            close(open[open.count - 1].item)
            open[open.count - 1].item = addItem(index, end, in: open[open.count - 1].list)
            index = next(from: end)
        }
        while !open.isEmpty { close(open.removeLast()) }
    }

    /// Extends a list, and the item that holds it, over what came to stand in it.
    private mutating func close(_ level: (list: Int, item: Int, column: Int)) {
        close(level.item)
        close(level.list)
    }

    private mutating func addItem(_ first: Int, _ last: Int, in list: Int) -> Int {
        let line = lines[first]
        let item = add(.listItem, line.text, lines[last - 1].end, in: list)
        let start = line.text + bulletWidth(line)
        let paragraph = add(.paragraph, start, lines[last - 1].end, in: item)
        addText(start, lines[last - 1].end, in: paragraph)
        return item
    }
}
