import SourceText

/// What the first bytes of a line announce.
enum RSTMarker {
    case bullet
    case enumerator(RSTEnumerator)
    case field, option, doctest, lineBlock, gridTable, simpleTable
    case explicit, anonymousTarget, adornment, text
}

extension RSTReader {
    /// Says what begins at a line, in docutils' order of trials.
    func marker(at index: Int, _ region: RSTRegion) -> RSTMarker {
        let line = lines[index]
        let byte = bytes[line.text]
        if isAlphanumeric(byte) || byte == 0x23 || byte == 0x28 {
            if let found = enumerator(line, expecting: nil), isItem(found, at: index, region) {
                return .enumerator(found)
            }
            return isAlphanumeric(byte) || !isAdornment(line) ? .text : .adornment
        }
        switch byte {
        case 0x2D, 0x2B, 0x2A, 0xE2:
            if bulletWidth(line) != nil { return .bullet }
            if byte == 0x2B, isGridBorder(line) { return .gridTable }
            if isOption(line) { return .option }
        case 0x3A where fieldNameEnd(line) != nil: return .field
        case 0x2F where isOption(line): return .option
        case 0x3E where isDoctest(line): return .doctest
        case 0x7C where follows(line, 1): return .lineBlock
        case 0x3D where isSimpleBorder(line): return .simpleTable
        case 0x2E where startsWith(line, 0x2E, 0x2E) && follows(line, 2): return .explicit
        case 0x5F where startsWith(line, 0x5F, 0x5F) && follows(line, 2): return .anonymousTarget
        default: break
        }
        return isAdornment(line) ? .adornment : .text
    }

    func startsWith(_ line: RSTLine, _ first: UInt8, _ second: UInt8) -> Bool {
        line.text + 1 < line.end && bytes[line.text] == first && bytes[line.text + 1] == second
    }

    /// Whether a marker of some bytes is followed by a blank or the end of the line.
    func follows(_ line: RSTLine, _ width: Int) -> Bool {
        let index = line.text + width
        return index == line.end || (index < line.end && bytes[index] == 0x20)
    }

    /// The bytes of a bullet, if the line begins with one.
    func bulletWidth(_ line: RSTLine) -> Int? {
        switch bytes[line.text] {
        case 0x2D, 0x2B, 0x2A: return follows(line, 1) ? 1 : nil
        case 0xE2:
            guard line.text + 2 < line.end,
                bytes[line.text + 1] == 0x80 || bytes[line.text + 1] == 0x81
            else { return nil }
            let second = bytes[line.text + 1]
            let third = bytes[line.text + 2]
            let isBullet =
                (second == 0x80 && (third == 0xA2 || third == 0xA3))
                || (second == 0x81 && third == 0x83)
            return isBullet && follows(line, 3) ? 3 : nil
        default: return nil
        }
    }

    func isDoctest(_ line: RSTLine) -> Bool {
        line.end - line.text >= 3 && bytes[line.text + 1] == 0x3E && bytes[line.text + 2] == 0x3E
            && follows(line, 3)
    }

    /// Whether a line is one mark of punctuation, repeated.
    func isAdornment(_ line: RSTLine) -> Bool {
        guard line.text < line.end else { return false }
        let mark = bytes[line.text]
        guard isPunctuation(mark) else { return false }
        var index = line.text + 1
        while index < line.end, bytes[index] == mark { index += 1 }
        return index == line.end
    }

    /// `+---+--+`
    func isGridBorder(_ line: RSTLine) -> Bool {
        guard line.end - line.text >= 4, bytes[line.text + 1] == 0x2D,
            bytes[line.end - 1] == 0x2B, bytes[line.end - 2] == 0x2D
        else { return false }
        var index = line.text
        while index < line.end, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
        return index == line.end
    }

    /// `====  ===`, two columns at least.
    func isSimpleBorder(_ line: RSTLine) -> Bool {
        var index = line.text
        var holdsGap = false
        while index < line.end {
            if bytes[index] == 0x20 {
                holdsGap = true
            } else if bytes[index] != 0x3D {
                return false
            }
            index += 1
        }
        return holdsGap
    }

    /// Where the name of a field ends: the colon that a blank or the end follows.
    ///
    /// A colon before a backquote would begin a role, so such a line is no field.
    func fieldNameEnd(_ line: RSTLine) -> Int? {
        var index = line.text + 1
        guard index < line.end, bytes[index] != 0x3A, bytes[index] != 0x20 else { return nil }
        while index < line.end {
            if bytes[index] == 0x5C {
                index += 2
                continue
            }
            if bytes[index] == 0x3A {
                let following = index + 1
                if following == line.end || bytes[following] == 0x20 {
                    return bytes[index - 1] == 0x20 ? nil : index
                }
                if bytes[following] == 0x60 { return nil }
            }
            index += 1
        }
        return nil
    }
}
