import SourceText

extension RSTReader {
    func isOption(_ line: RSTLine) -> Bool { optionEnd(line) != nil }

    /// Where `-f FILE, --file=FILE` ends: at the end of the line or before two blanks.
    func optionEnd(_ line: RSTLine) -> Int? {
        var index = line.text
        while true {
            guard let end = oneOptionEnd(index, line.end) else { return nil }
            if end == line.end { return end }
            if bytes[end] == 0x20, end + 1 < line.end, bytes[end + 1] == 0x20 { return end }
            guard bytes[end] == 0x2C, end + 1 < line.end, bytes[end + 1] == 0x20 else { return nil }
            index = end + 2
        }
    }

    /// Where one option and its argument end: `-f`, `-f FILE`, `--file=FILE`, `/V`.
    private func oneOptionEnd(_ start: Int, _ end: Int) -> Int? {
        guard start + 1 < end else { return nil }
        let mark = bytes[start]
        let isLong = mark == 0x2F || (mark == 0x2D && bytes[start + 1] == 0x2D)
        guard mark == 0x2D || mark == 0x2B || mark == 0x2F else { return nil }
        var index = start + (mark == 0x2D && isLong ? 2 : 1)
        guard index < end, isAlphanumeric(bytes[index]) else { return nil }
        index += 1
        if isLong {
            while index < end,
                isAlphanumeric(bytes[index]) || bytes[index] == 0x2D || bytes[index] == 0x5F
            {
                index += 1
            }
            guard index < end, bytes[index] == 0x20 || bytes[index] == 0x3D else { return index }
            return optionArgumentEnd(index + 1, end) ?? index
        }
        guard index < end else { return index }
        let argument = bytes[index] == 0x20 ? index + 1 : index
        return optionArgumentEnd(argument, end) ?? index
    }

    private func optionArgumentEnd(_ start: Int, _ end: Int) -> Int? {
        guard start < end else { return nil }
        var index = start
        if bytes[start] == 0x3C {
            index += 1
            while index < end, bytes[index] != 0x3E, bytes[index] != 0x3C { index += 1 }
            return index < end && bytes[index] == 0x3E ? index + 1 : nil
        }
        guard isLetter(bytes[start]) else { return nil }
        while index < end,
            isAlphanumeric(bytes[index]) || bytes[index] == 0x2D || bytes[index] == 0x5F
        {
            index += 1
        }
        return index
    }
}
