import SourceText

/// The headings that are open, as `<section>` elements around them say.
struct HeadingScope {
    /// The level of the heading that speaks here.
    var level: UInt8 = 0
    /// The level of the last heading that was read, wherever its element ended.
    var last: UInt8 = 0
    /// The level of the part around, below which all headings in it are.
    var floor: UInt8 = 0
}

/// `<section>` and `<div class="section">`: their headings speak to their end.
extension HTMLReader {
    /// Whether an element is a section of the page's text.
    func isSection(_ tag: ScannedTag) -> Bool {
        if isNamed(tag.name, "section") { return true }
        guard isNamed(tag.name, "div"), let classes = attribute("class", of: tag)?.value else {
            return false
        }
        return holdsWord(classes, "section")
    }

    /// A section without a heading of its own is none of what the headings of the sections before
    /// it opened: a heading without words ends those.
    mutating func openSection(_ tag: ScannedTag, from start: Int) {
        let outside = open[open.count - 2]
        let isBelowTitle = outside.isSection && outside.holdsHeading
        open[open.count - 1].isSection = true
        open[open.count - 1].outerLevel = headings.level
        guard headings.last > headings.level || isBelowTitle && headings.last == headings.level,
            headings.level > 0, headings.level < 12, blockParent(at: start) == 0,
            !beginsWithHeading(from: tag.end)
        else { return }
        endHeadings(at: start)
        // One without a heading right behind it goes on with the same.
        headings.last = 0
    }

    /// What stands behind a section is none of what its headings opened.
    mutating func leaveSection(at place: Int) {
        guard headings.last > headings.level, headings.level > 0, headings.level < 12,
            !endsInHeading, blockParent(at: place) == 0, isFollowedByText(from: place)
        else { return }
        endHeadings(at: place)
        headings.last = headings.level
    }

    /// A heading without words ends those below the one that speaks here.
    private mutating func endHeadings(at place: Int) {
        let place = freeStart(in: 0, from: place)
        tree.append(.heading(level: headings.level + 1), ByteRange(place, place), to: 0)
    }

    /// Whether the page's last block is a heading: a section of nothing else titles what follows.
    private var endsInHeading: Bool {
        let last = tree.nodes[0].lastChild
        guard last != Node.none, case .heading = tree.nodes[Int(last)].kind else { return false }
        return true
    }

    /// Whether a block that is no heading and no section comes next, behind what closes here.
    private func isFollowedByText(from start: Int) -> Bool {
        let limit = min(end, start + 2000)
        var index = skipWhite(bytes, start, limit)
        var around = open.count - 1
        while index < limit {
            guard bytes[index] == 0x3C else { return true }
            guard let tag = scanTag(bytes, at: index, before: end, .commonMark) else {
                return false
            }
            if case .heading = elementRole(bytes, tag.name) { return false }
            if !tag.isClosing { return !isSection(tag) }
            guard around > 0, !open[around].isSection else { return false }
            around -= 1
            index = skipWhite(bytes, tag.end, limit)
        }
        return false
    }

    mutating func noteHeading(_ level: UInt8) {
        headings.level = level
        headings.last = level
        var index = open.count - 1
        while index > 0, !open[index].isSection { index -= 1 }
        if index > 0 { open[index].holdsHeading = true }
    }

    /// Whether a heading is the first that holds text here.
    private func beginsWithHeading(from start: Int) -> Bool {
        let limit = min(end, start + 2000)
        var index = skipWhite(bytes, start, limit)
        while index < limit, bytes[index] == 0x3C,
            let tag = scanTag(bytes, at: index, before: end, .commonMark)
        {
            switch elementRole(bytes, tag.name) {
            case .heading: return true
            case .container where tag.isClosing: return false
            default: index = skipWhite(bytes, tag.end, limit)
            }
        }
        return false
    }

    /// Whether one of the words of a value is this.
    private func holdsWord(_ value: ByteRange, _ word: StaticString) -> Bool {
        var start = Int(value.start)
        while start < Int(value.end) {
            var stop = start
            while stop < Int(value.end), !isWhite(bytes[stop]) { stop += 1 }
            if isNamed(ByteRange(start, stop), word) { return true }
            start = stop + 1
        }
        return false
    }
}
