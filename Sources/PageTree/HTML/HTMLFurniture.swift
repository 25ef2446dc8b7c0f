import SourceText

/// What surrounds the content of a page: scripts, styles, navigation, forms.
extension HTMLReader {
    /// Leaves out an element that is not for readers; false if it is to be read.
    mutating func skipFurniture(_ tag: ScannedTag) -> Bool {
        guard !tag.isSelfClosing, isFurniture(tag) else { return false }
        return skipElement(tag.name)
    }

    private mutating func isFurniture(_ tag: ScannedTag) -> Bool {
        if isNamed(tag.name, "a") { return isPermalink(tag) }
        if isNamed(tag.name, "button") { return !isWorded(tag) }
        if isNamed(tag.name, "form") { return isConsole(bytes, tag) }
        let names: [StaticString] = [
            "script", "style", "nav", "svg", "head", "template", "noscript", "select",
            "textarea", "iframe", "object", "canvas", "video", "audio", "footer", "title",
        ]
        for name in names where isNamed(tag.name, name) { return true }
        if isNamed(tag.name, "header") || isNamed(tag.name, "aside") {
            return contentDepth == 0 && !isInsideArticle() && !titlesPart(tag)
        }
        if isListOfLinks(tag) || isHiddenNumbers(tag) { return true }
        guard let role = attribute("role", of: tag)?.value else { return false }
        return isNamed(role, "navigation") || isNamed(role, "search") || isNamed(role, "banner")
            || isNamed(role, "contentinfo")
    }

    /// `<header><h3>GET /boats</h3></header>`: the title of what follows, and no head of a page, which
    /// would hold links.
    private func titlesPart(_ tag: ScannedTag) -> Bool {
        guard isNamed(tag.name, "header") else { return false }
        var isTitle = false
        var index = tag.end
        let limit = min(end, index + 2000)
        while index + 2 < limit {
            defer { index += 1 }
            guard bytes[index] == 0x3C else { continue }
            if bytes[index + 1] == 0x2F {
                if isTag(tag.name, at: index + 2) { return isTitle }
                continue
            }
            switch lowercased(bytes[index + 1]) {
            case 0x68: isTitle = isTitle || (0x32...0x36).contains(bytes[index + 2])
            case 0x61, 0x6E, 0x75, 0x66, 0x69: return false
            default: break
            }
        }
        return false
    }

    /// The mark beside a heading that links to it.
    private func isPermalink(_ tag: ScannedTag) -> Bool {
        if let hidden = attribute("aria-hidden", of: tag)?.value, isNamed(hidden, "true") {
            return true
        }
        if leadsUp(tag) || isMarkOfPlace(tag) { return true }
        guard let classes = attribute("class", of: tag)?.value else { return false }
        return holds(classes, "headerlink") || holds(classes, "permalink")
            || holds(classes, "header-anchor")
    }

    /// `<a href="#errors">#</a>`, whose mark is `¶`, `§` or a character that takes no room elsewhere: a
    /// link into the page that shows no word.
    private func isMarkOfPlace(_ tag: ScannedTag) -> Bool {
        guard let target = attribute("href", of: tag)?.value, target.count > 1,
            bytes[Int(target.start)] == 0x23, attribute("id", of: tag) == nil,
            attribute("name", of: tag) == nil
        else { return false }
        let limit = min(end, tag.end + 40)
        guard let stop = bytes[tag.end..<limit].firstIndex(of: 0x3C), stop > tag.end,
            stop + 1 < end, bytes[stop + 1] == 0x2F
        else { return false }
        if bytes[tag.end] == 0x26,
            let reference = scanLooseReference(bytes, at: tag.end, before: stop)
        {
            return reference.next == stop
                && Unicode.Scalar(reference.first).map(isPartOfWord) == false
        }
        let text = String(decoding: bytes[tag.end..<stop], as: UTF8.self)
        return !text.unicodeScalars.contains(where: isPartOfWord)
    }

    /// `<a href="#top">Up</a>`.
    private func leadsUp(_ tag: ScannedTag) -> Bool {
        guard let target = attribute("href", of: tag)?.value, target.count > 0,
            bytes[Int(target.start)] == 0x23
        else { return false }
        let start = skipWhite(bytes, tag.end, end)
        for words: StaticString in ["up</", "top</", "back to top</"] {
            let stop = start + words.utf8CodeUnitCount
            if stop < end, isNamed(ByteRange(start, stop), words) { return true }
        }
        return false
    }

    /// `<div aria-hidden="true">1<br>2<br>3</div>`: the numbers of lines, beside code.
    ///
    /// How far this has looked is not looked at again, so that no page costs more than its length.
    private mutating func isHiddenNumbers(_ tag: ScannedTag) -> Bool {
        guard tag.end >= wordsBehindNumbers,
            let hidden = attribute("aria-hidden", of: tag)?.value, isNamed(hidden, "true")
        else { return false }
        var index = tag.end
        defer { wordsBehindNumbers = index }
        var hasNumber = false
        var depth = 1
        while index < end {
            if bytes[index] == 0x3C {
                guard let inner = scanTag(bytes, at: index, before: end, .commonMark) else {
                    return false
                }
                if isSameName(inner.name, tag.name) { depth += inner.isClosing ? -1 : 1 }
                index = inner.end
                if depth == 0 { return hasNumber }
            } else if isDigit(bytes[index]) || isWhite(bytes[index]) {
                hasNumber = hasNumber || isDigit(bytes[index])
                index += 1
            } else {
                return false
            }
        }
        return false
    }

    /// A table of contents or a trail of pages, named so by its class.
    private func isListOfLinks(_ tag: ScannedTag) -> Bool {
        guard isNamed(tag.name, "div") || isNamed(tag.name, "ul") || isNamed(tag.name, "ol"),
            let classes = attribute("class", of: tag)?.value
        else { return false }
        var start = Int(classes.start)
        while start < Int(classes.end) {
            var end = start
            while end < Int(classes.end), !isWhite(bytes[end]) { end += 1 }
            let word = ByteRange(start, end)
            if isNamed(word, "toc") || isNamed(word, "table-of-contents")
                || isNamed(word, "toctree-wrapper")
                || isNamed(word, "breadcrumb") || isNamed(word, "breadcrumbs")
            {
                return true
            }
            start = end + 1
        }
        return false
    }

    private func isInsideArticle() -> Bool {
        open.contains { isNamed($0.name, "article") }
    }

    /// Goes behind the closing tag. Where there is none, the element is read like any other, and
    /// so are all others of its name: looking for each would cost the whole page again.
    private mutating func skipElement(_ name: ByteRange) -> Bool {
        let key = String(
            decoding: bytes[Int(name.start)..<Int(name.end)].map(lowercased), as: UTF8.self)
        guard !unclosedNames.contains(key) else { return false }
        let isRaw = key == "script" || key == "style" || key == "textarea"
        var depth = 1
        var index = at
        while index + 1 < end {
            guard bytes[index] == 0x3C else {
                index += 1
                continue
            }
            let isClosing = bytes[index + 1] == 0x2F
            let nameStart = index + (isClosing ? 2 : 1)
            index += 1
            guard isTag(name, at: nameStart) else { continue }
            if isClosing { depth -= 1 } else if !isRaw { depth += 1 }
            index = nameStart
            guard depth == 0 else { continue }
            while index < end, bytes[index] != 0x3E { index += 1 }
            at = min(index + 1, end)
            return true
        }
        unclosedNames.insert(key)
        return false
    }

    /// Whether the name given stands here and ends here.
    private func isTag(_ name: ByteRange, at start: Int) -> Bool {
        guard start + name.count <= end else { return false }
        guard isSameName(name, ByteRange(start, start + name.count)) else { return false }
        let next = start + name.count
        guard next < end else { return true }
        return !isLetter(bytes[next]) && !isDigit(bytes[next]) && bytes[next] != 0x2D
    }
}

/// An asterisk marks what stands before it, and leads to a note on it.
private func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "*" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}
