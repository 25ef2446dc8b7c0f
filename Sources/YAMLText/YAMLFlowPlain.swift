import SourceText

/// Plain scalars inside flow collections, where commas and brackets end them.
extension YAMLReader {
    /// A colon that ends a key here: a blank, the line's end or a flow indicator follows.
    var isAtFlowColon: Bool {
        guard byte == 0x3A else { return false }
        return Self.isSpace(byte(1)) || Self.isFlowIndicator(byte(1))
    }

    mutating func readFlowPlain(parent: Int) -> YAMLValue? {
        guard canBeginFlowPlain() else { return nil }
        let from = at
        var to = readFlowPlainLine()
        var isFolded = false
        while at >= end, let breaks = nextFlowTextLine(parent: parent) {
            if !isFolded { append(from, to) }
            isFolded = true
            fold(breaks)
            let segment = at
            to = readFlowPlainLine()
            append(segment, to)
        }
        let text = isFolded ? takeBuffer() : text(from, to)
        return YAMLValue(.scalar(.init(text: text, style: .plain)), ByteRange(from, to))
    }

    private mutating func canBeginFlowPlain() -> Bool {
        let next = byte(1)
        switch byte {
        case 0x2C, 0x5D, 0x7D, 0x23, 0x7C, 0x3E, 0x25, 0x40, 0x60:
            fail(.flow)
        case 0x3F where Self.isSpace(next) || Self.isFlowIndicator(next):
            fail(.unsupported, word: "an explicit key")
        case 0x2D where Self.isSpace(next) || Self.isFlowIndicator(next),
            0x3A where Self.isSpace(next) || Self.isFlowIndicator(next):
            fail(.flow)
        default:
            return true
        }
        return false
    }

    /// Whether the scalar goes on below, over how many line breaks; goes there if it does.
    private mutating func nextFlowTextLine(parent: Int) -> Int? {
        let here = (line, at)
        var breaks = 1
        while line + 1 < lineCount {
            move(to: line + 1)
            if isAtMarker { break }
            skipIndentation()
            guard at < end else {
                breaks += 1
                continue
            }
            guard indent > parent, byte != 0x23, !Self.isFlowIndicator(byte), !isAtFlowColon
            else { break }
            return breaks
        }
        move(to: here.0)
        at = here.1
        return nil
    }

    /// One line; returns its end without trailing blanks. The reader then stands at what ended
    /// the scalar, or at the line's end.
    private mutating func readFlowPlainLine() -> Int {
        let from = at
        while at < end {
            let byte = bytes[at]
            if Self.isFlowIndicator(byte) || isAtFlowColon { break }
            if byte == 0x23, at > from, Self.isBlank(bytes[at - 1]) { break }
            at += 1
        }
        var to = at
        while to > from, Self.isBlank(bytes[to - 1]) { to -= 1 }
        if at < end { at = to }
        return to
    }
}
