import SourceText

/// The ways of writing that one reader knows: their blocks are alike, their marks are not.
enum WikiFlavor {
    /// `== Title`, `|===`, `[source,json]`, `term::`.
    case asciiDoc
    /// `== Title ==`, `{| … |}`, `'''bold'''`.
    case mediaWiki
    /// `h2. Title`, `||head||`, `{code}`, as trackers and their wikis have it; Textile is close.
    case tracker
}

/// The flavor that a file's name ends with.
func wikiFlavor(path: String) -> WikiFlavor? {
    for ending in [".adoc", ".asciidoc"] where path.hasSuffix(ending) { return .asciiDoc }
    for ending in [".mediawiki", ".wiki"] where path.hasSuffix(ending) { return .mediaWiki }
    return path.hasSuffix(".textile") ? .tracker : nil
}

/// The flavor that the first lines of a page show, each by marks that nothing else has.
func wikiFlavor(_ bytes: UnsafeBufferPointer<UInt8>) -> WikiFlavor? {
    var asciiDoc = 0
    var mediaWiki = 0
    var tracker = 0
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(65_536))
    for line in rstLines(head) where !line.isBlank {
        let text = WikiLine(bytes: head, start: line.text, end: line.end)
        if text.begins("[source") || text.begins("|===") { asciiDoc += 2 }
        if text.begins("{|") || text.begins("|}") || text.begins("<syntaxhighlight") {
            mediaWiki += 2
        }
        if text.begins("|-") && text.count == 2 { mediaWiki += 1 }
        if text.begins("=="), text.headingMarks > 1 {
            if text.ends("==") { mediaWiki += 1 } else { asciiDoc += 1 }
        }
        if text.trackerLevel != nil || text.begins("{code") || text.begins("||") { tracker += 1 }
    }
    let most = max(asciiDoc, mediaWiki, tracker)
    guard most > 1, [asciiDoc, mediaWiki, tracker].filter({ $0 == most }).count == 1 else {
        return nil
    }
    return most == asciiDoc ? .asciiDoc : most == mediaWiki ? .mediaWiki : .tracker
}

/// The text of a line, for comparing.
struct WikiLine {
    let bytes: UnsafeBufferPointer<UInt8>
    let start: Int
    let end: Int

    var count: Int { end - start }

    func begins(_ text: StaticString) -> Bool { bytes.hasExactly(text, at: start, before: end) }

    func ends(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard count >= length else { return false }
        return WikiLine(bytes: bytes, start: end - length, end: end).begins(text)
    }

    /// How many `=` stand before a title and its space; in one of the flavors the space may miss.
    var headingMarks: Int {
        var index = start
        while index < end, bytes[index] == 0x3D { index += 1 }
        return index < end && index - start <= 6 ? index - start : 0
    }

    /// The level of `h2. Title`.
    var trackerLevel: UInt8? {
        guard count > 4, bytes[start] == 0x68, bytes[start + 1] >= 0x31, bytes[start + 1] <= 0x36,
            bytes[start + 2] == 0x2E, bytes[start + 3] == 0x20
        else { return nil }
        return bytes[start + 1] - 0x30
    }

    /// Whether it is four or more of one mark and nothing else: what encloses a block.
    func isFence(_ mark: UInt8) -> Bool {
        guard count >= 4 else { return false }
        var index = start
        while index < end, bytes[index] == mark { index += 1 }
        return index == end
    }

    /// The place of some marks, from an offset on.
    func place(of text: StaticString, from offset: Int) -> Int? {
        var index = offset
        while index + text.utf8CodeUnitCount <= end {
            if WikiLine(bytes: bytes, start: index, end: end).begins(text) { return index }
            index += 1
        }
        return nil
    }
}
