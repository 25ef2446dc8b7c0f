import SourceText

/// Where a saved page has its content.
enum ContentPlace {
    /// Nothing says where: all of the page is read.
    case page
    /// In `<main>` or in an element with `role="main"`.
    case main
    /// In the one `<article>` of the page.
    case article
}

extension HTMLReader {
    /// Whether what stands here belongs to the page's own content.
    var isReading: Bool { place == .page || contentDepth > 0 }

    /// Whether a tag opens the content of the page.
    func isContent(_ tag: ScannedTag) -> Bool {
        switch place {
        case .page: false
        case .main: isNamed(tag.name, "main") || hasMainRole(tag)
        case .article: isNamed(tag.name, "article")
        }
    }

    private func hasMainRole(_ tag: ScannedTag) -> Bool {
        guard let role = attribute("role", of: tag)?.value else { return false }
        return isNamed(role, "main")
    }

    /// Looks through the tags of the page for the one that holds its content.
    func findContent() -> ContentPlace {
        var articles = 0
        var index = 0
        while index + 5 < end {
            guard bytes[index] == 0x3C, isLetter(bytes[index + 1]) else {
                index += 1
                continue
            }
            var nameEnd = index + 1
            while nameEnd < end, isLetter(bytes[nameEnd]) || isDigit(bytes[nameEnd]) {
                nameEnd += 1
            }
            let name = ByteRange(index + 1, nameEnd)
            if isNamed(name, "main") { return .main }
            if isNamed(name, "article") { articles += 1 }
            index = nameEnd
            while index < end, bytes[index] != 0x3E, bytes[index] != 0x3C {
                if bytes[index] == 0x72, isMainRole(at: index) { return .main }
                index += 1
            }
        }
        return articles == 1 ? .article : .page
    }

    /// Whether `role=main` stands in a tag here, in quotes or without.
    private func isMainRole(at start: Int) -> Bool {
        guard isWhite(bytes[start - 1]), start + 9 <= end,
            isNamed(ByteRange(start, start + 4), "role"), bytes[start + 4] == 0x3D
        else { return false }
        let quoted = bytes[start + 5] == 0x22 || bytes[start + 5] == 0x27
        let value = start + (quoted ? 6 : 5)
        return value + 4 <= end && isNamed(ByteRange(value, value + 4), "main")
    }
}
