import SourceText

/// Buttons: most only do something; some say what they open.
extension HTMLReader {
    /// Whether the words of a button are the page's: it opens or shuts what it titles, or its text
    /// is marked, or made of parts, as in `<button><b>200</b> <i>OK</i></button>`.
    func isWorded(_ tag: ScannedTag) -> Bool {
        if attribute("aria-expanded", of: tag) != nil { return true }
        if let label = attribute("aria-label", of: tag)?.value,
            find("expand ", in: label) == Int(label.start)
        {
            return true
        }
        var texts = 0
        var index = tag.end
        let limit = min(end, index + 2000)
        while index < limit {
            guard bytes[index] == 0x3C else {
                let from = skipWhite(bytes, index, limit)
                while index < limit, bytes[index] != 0x3C { index += 1 }
                if from < index { texts += 1 }
                continue
            }
            guard let inner = scanTag(bytes, at: index, before: end, .commonMark) else {
                index = max(index + 1, endOfComment(bytes, index))
                continue
            }
            if isNamed(inner.name, "button") { break }
            switch elementRole(bytes, inner.name) {
            case .heading, .paragraph: return true
            default: if isNamed(inner.name, "code") || isNamed(inner.name, "strong") { return true }
            }
            index = inner.end
        }
        return texts > 1
    }
}
