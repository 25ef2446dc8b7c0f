import SourceText

/// Titles that only their size tells: `<p><font size="4"><b>List books</b></font></p>`.
extension ElementOutline {
    /// Paragraphs of one piece of text in large letters, each with the level of its heading.
    func fontTitles() -> [(start: Int, text: ByteRange, level: UInt8)] {
        var titles: [(start: Int, text: ByteRange, level: UInt8)] = []
        for element in elements
        where element.role == .paragraph && element.endLeaf - element.firstLeaf == 1 {
            var child = element.firstChild
            var level: UInt8?
            for _ in 0..<8 where child >= 0 && level == nil {
                level = self.level(ofFont: elements[child])
                child = elements[child].firstChild
            }
            if let level { titles.append((element.start, leaves[element.firstLeaf], level)) }
        }
        return titles
    }

    /// Sizes run from 1 to 7, or are told from the common one, which is 3.
    private func level(ofFont element: OutlinedElement) -> UInt8? {
        guard isElement(bytes, element.name, in: " font ") else { return nil }
        var index = Int(element.name.end)
        while let found = scanAttribute(bytes, at: index, before: element.contentStart, .commonMark)
        {
            index = found.end
            guard isElement(bytes, found.name, in: " size ") else { continue }
            let value = bytes[Int(found.value.start)..<Int(found.value.end)]
            switch String(decoding: value, as: UTF8.self) {
            case "6", "7", "+3", "+4": return 1
            case "5", "+2": return 2
            case "4", "+1": return 3
            default: return nil
            }
        }
        return nil
    }
}

extension HTMLReader {
    mutating func readTitle(_ text: ByteRange, level: UInt8) {
        closeLeaf(at: at)
        let parent = blockParent(at: at)
        let from = freeStart(in: parent, from: at)
        guard from <= Int(text.start) else { return }
        let node = tree.append(.heading(level: level), ByteRange(from, Int(text.end)), to: parent)
        addWords(text, to: node)
        noteHeading(level)
        at = Int(text.end)
    }
}
