/// Matching of fixed phrases against tokens.
extension Array<PhraseToken> {
    /// Whether these words stand here, whatever their case and marks.
    func hasWords(_ words: [String], at index: Int) -> Bool {
        guard index >= 0, index + words.count <= count else { return false }
        var offset = 0
        while offset < words.count {
            if self[index + offset].word != words[offset] { return false }
            offset += 1
        }
        return true
    }

    /// Where some tokens stand in the text, with what is between them.
    func span(_ tokens: Range<Int>) -> Range<Int> {
        self[tokens.lowerBound].range.lowerBound..<self[tokens.upperBound - 1].range.upperBound
    }

    func isMark(_ character: Unicode.Scalar, at index: Int) -> Bool {
        index >= 0 && index < count && self[index].isMark(character)
    }

    func isMark(anyOf characters: [Unicode.Scalar], at index: Int) -> Bool {
        guard index >= 0, index < count else { return false }
        return characters.contains { self[index].isMark($0) }
    }

    func word(at index: Int) -> String {
        index >= 0 && index < count ? self[index].word : ""
    }

    /// Where the sentence of a place begins, or as many tokens before it as are looked at.
    func sentenceStart(before index: Int, within limit: Int) -> Int {
        var start = index
        while start > Swift.max(0, index - limit), !startsSentence(at: start) { start -= 1 }
        return start
    }

    /// Whether a sentence may begin here: at the start, or after a mark that ends one.
    func startsSentence(at index: Int) -> Bool {
        index == 0 || isMark(anyOf: [".", "\n", ":", ";", "!", "?"], at: index - 1)
    }
}
