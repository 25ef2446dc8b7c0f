import SourceText

extension RSTReader {
    mutating func readBulletList(at start: Int, _ region: RSTRegion, in parent: Int) -> Int {
        let mark = lines[start].text
        let list = add(.list(ordered: false, tight: true, start: 0), mark, mark, in: parent)
        var isTight = true
        var index = start
        var end = start
        while let width = bulletWidth(lines[index]), isSameBullet(lines[index].text, mark, width) {
            end = readListItem(at: index, width: width, region, in: list)
            let next = skippingBlanks(from: end, to: region.last)
            guard next < region.last, lines[next].column <= region.base else { break }
            if case .bullet = marker(at: next, region) {} else { break }
            isTight = isTight && !lines[next - 1].isBlank
            index = next
        }
        tree.nodes[list].kind = .list(ordered: false, tight: isTight, start: 0)
        close(list)
        if !isSetOff(end, region) { noteUnindent(.bulletList, at: end) }
        return end
    }

    private func isSameBullet(_ text: Int, _ first: Int, _ width: Int) -> Bool {
        var index = 0
        while index < width {
            if bytes[text + index] != bytes[first + index] { return false }
            index += 1
        }
        return true
    }

    mutating func readEnumeratedList(
        at start: Int, _ first: RSTEnumerator, _ region: RSTRegion, in parent: Int
    ) -> Int {
        let mark = lines[start].text
        let number = UInt32(clamping: first.ordinal)
        let list = add(.list(ordered: true, tight: true, start: number), mark, mark, in: parent)
        if first.ordinal != 1 { note(.unusualStart, mark, mark + first.width) }
        var isTight = true
        var item = first
        var isAutomatic = first.sequence == .automatic
        var index = start
        var end = start
        while true {
            end = readListItem(at: index, width: item.width, region, in: list)
            let next = skippingBlanks(from: end, to: region.last)
            guard next < region.last, lines[next].column <= region.base,
                let following = enumerator(lines[next], expecting: first.sequence),
                following.format == first.format, isItem(following, at: next, region)
            else { break }
            if following.sequence == .automatic {
                isAutomatic = true
            } else if isAutomatic || following.sequence != first.sequence
                || following.ordinal != item.ordinal + 1
            {
                break
            }
            isTight = isTight && !lines[next - 1].isBlank
            item = following
            index = next
        }
        tree.nodes[list].kind = .list(ordered: true, tight: isTight, start: number)
        close(list)
        if !isSetOff(end, region) { noteUnindent(.enumeratedList, at: end) }
        return end
    }

    /// Reads one item, whose text reaches the column behind the marker; returns the line behind.
    private mutating func readListItem(
        at index: Int, width: Int, _ region: RSTRegion, in list: Int
    ) -> Int {
        let start = lines[index].text
        let item = add(.listItem, start, start + width, in: list)
        let content = itemContent(at: index, width: width, region)
        readBlocks(content, in: item)
        close(item)
        return content.last
    }

    /// The lines of an item; moves the text of its first line behind the marker.
    mutating func itemContent(at index: Int, width: Int, _ region: RSTRegion) -> RSTRegion {
        let line = lines[index]
        var text = line.text + width
        while text < line.end, bytes[text] == 0x20 { text += 1 }
        guard text < line.end else {
            lines[index].text = line.end
            let rest = indented(from: index + 1, to: region.last, base: region.base)
            return RSTRegion(first: index, last: rest.last, base: rest.base)
        }
        let marks = displayWidth(line.text, line.text + width)
        let column = line.column + marks + text - line.text - width
        advance(index, to: text, column: column)
        let last = reaching(column, from: index + 1, to: region.last)
        return RSTRegion(first: index, last: last, base: column)
    }
}
