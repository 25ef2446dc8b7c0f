import SourceText

extension Page {
    /// The words that a definition puts in place of its name: inlines, the characters of
    /// `unicode::`, the text that stands for an image.
    func replacement(of definition: NodeID) -> String {
        var text = ""
        for child in children(definition) {
            switch kind(child) {
            case .directive: text += alternative(to: child)
            default: text += plainText(child)
            }
        }
        return isUnicode(definition) ? characters(text) : text
    }

    /// Whether `unicode::` stands behind the name.
    private func isUnicode(_ definition: NodeID) -> Bool {
        guard case .substitutionDefinition(let name) = kind(definition),
            name.end < range(definition).end
        else { return false }
        let rest = ByteRange(Int(name.end) + 1, Int(range(definition).end))
        return raw(rest).drop { $0 == " " }.hasPrefix("unicode::")
    }

    private func alternative(to image: NodeID) -> String {
        for child in children(image) {
            if case .attribute(let name, let value) = kind(child), raw(name) == "alt" {
                return raw(value)
            }
        }
        return ""
    }

    /// `0x2014`, `U+2014` and the like are characters, other words stand for themselves; a comment
    /// begins with `..`.
    private func characters(_ words: String) -> String {
        var text = ""
        for word in words.split(separator: " ") {
            if word == ".." { break }
            text += character(word) ?? String(word)
        }
        return text
    }

    private func character(_ word: Substring) -> String? {
        for prefix in ["0x", "x", "\\x", "U+", "u", "\\u", "&#x"] where word.hasPrefix(prefix) {
            let digits = word.dropFirst(prefix.count).prefix { $0 != ";" }
            guard let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
                continue
            }
            return String(Character(scalar))
        }
        guard let code = UInt32(word), let scalar = Unicode.Scalar(code) else { return nil }
        return String(Character(scalar))
    }
}
