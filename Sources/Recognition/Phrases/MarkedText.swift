/// Text as a reader sees it, and which parts of it stood in code.
///
/// Whether a word was code decides what a sentence means ("either `a` or `b`"), so the marks
/// survive the loss of the markup. Offsets are UTF-8 offsets into `text`.
package struct MarkedText: Sendable {
    package let text: String
    /// Ranges that were code spans, in order, without their delimiters.
    package let code: [Range<Int>]
    let tokens: [PhraseToken]

    package init(_ text: String, code: [Range<Int>] = []) {
        self.text = text
        self.code = code
        tokens = phraseTokens(Array(text.utf8), code: code)
    }

    /// The same words at the same places, those in code taken apart like the others: for texts
    /// whose marks are only typography ("Response: `200 OK`").
    var unmarked: MarkedText {
        guard tokens.contains(where: { $0.isMarkedValue && $0.text.contains(" ") }) else {
            return self
        }
        var bytes = Array(text.utf8)
        for index in bytes.indices where bytes[index] == 0x60 || bytes[index] == 0x22 {
            bytes[index] = 0x20
        }
        return MarkedText(String(decoding: bytes, as: UTF8.self))
    }

    /// Where a token begins, or the text ends.
    func start(of token: Int) -> Int {
        token < tokens.count ? tokens[token].range.lowerBound : text.utf8.count
    }

    /// The text up to an offset, with its code.
    func upTo(_ end: Int) -> MarkedText {
        MarkedText(slice(0..<end), code: code.filter { $0.upperBound <= end })
    }

    /// The tokens before the first line break: a name above what a cell says of it.
    var tokensOfFirstLine: ArraySlice<PhraseToken> {
        let end = text.utf8.firstIndex(of: 0x0A) ?? text.utf8.endIndex
        let offset = text.utf8.distance(from: text.utf8.startIndex, to: end)
        return tokens.prefix { $0.range.lowerBound < offset }
    }

    /// The text under a range of its own offsets.
    func slice(_ range: Range<Int>) -> String {
        let bytes = text.utf8
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return "" }
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        let end = bytes.index(start, offsetBy: range.count)
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}

/// A word, a quotation, a code span or a punctuation mark of running text.
struct PhraseToken: Sendable {
    enum Kind: Equatable, Sendable {
        case word, quoted, code
        /// One punctuation mark; typographic ones are mapped to their ASCII likeness.
        case mark(UInt8)
    }

    let kind: Kind
    /// With quotation marks or backticks where the text has them.
    let range: Range<Int>
    /// As written, without quotation marks.
    let text: String
    /// The ASCII lowercase of `text`; empty for marks.
    let word: String
    /// Whether white space stands before it.
    let isSpaced: Bool

    func isMark(_ character: Unicode.Scalar) -> Bool {
        guard case .mark(let byte) = kind else { return false }
        return UInt32(byte) == character.value
    }

    /// Whether it is a value by its form: in code or in quotation marks.
    var isMarkedValue: Bool { kind == .code || kind == .quoted }
}

extension MarkedText {
    /// The text behind a dash or colon that sets it off from a name.
    var withoutLeadingDash: (dash: Bool, text: MarkedText) {
        let bytes = Array(text.utf8)
        var index = 0
        var dash = false
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x0A: index += 1
            // "`since`=(…)" is a value of a filter, not a field.
            case 0x3D where index == 0: return (false, self)
            case 0x2D, 0x3A, 0x2E, 0x3D:
                dash = true
                index += 1
            case 0xE2
            where index + 2 < bytes.count && bytes[index + 1] == 0x80
                && (bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94):
                dash = true
                index += 3
            default:
                return (dash, dropFirst(index))
            }
        }
        return (dash, MarkedText(""))
    }
}
