import SourceText

// MARK: Links in angle brackets

extension InlineReader {
    /// `<https://…>`, `<a@b.c>` or a tag of raw HTML.
    mutating func scanAngle() {
        let start = index
        if let close = scanAngleLink(at: start) {
            add(.autolink, from: start, to: close + 1)
        } else if options.contains(.tags), scanTagInText(at: start) {
            return
        } else if let next = scanInlineHTML(at: start) {
            add(.html, from: start, to: next)
        } else {
            index += 1
        }
    }

    /// A tag of a template, of HTML or of a component. Says if there is one.
    private mutating func scanTagInText(at start: Int) -> Bool {
        guard start + 1 < end else { return false }
        if bytes[start + 1] == 0x25 { return scanDirective() }
        let isUpper = bytes[start + 1] >= 0x41 && bytes[start + 1] <= 0x5A
        guard
            let tag = readTag(at: start, isUpper ? .component : .commonMark)
        else { return false }
        scanInlineTag(tag, from: start)
        return true
    }

    /// The closing bracket of an autolink.
    private func scanAngleLink(at start: Int) -> Int? {
        var next = start + 1
        while next < end, isSchemeByte(bytes[next]) { next += 1 }
        let length = next - start - 1
        if next < end, bytes[next] == 0x3A, length >= 2, length <= 32, isLetter(bytes[start + 1]) {
            next += 1
            while next < end, bytes[next] > 0x20, bytes[next] != 0x3C, bytes[next] != 0x3E {
                next += 1
            }
            return next < end && bytes[next] == 0x3E ? next : nil
        }
        return scanAngleAddress(at: start + 1)
    }

    private func scanAngleAddress(at start: Int) -> Int? {
        var next = start
        while next < end, isAddressByte(bytes[next]) { next += 1 }
        guard next > start, next < end, bytes[next] == 0x40 else { return nil }
        repeat {
            let label = next + 1
            next = label
            while next < end, isLetter(bytes[next]) || isDigit(bytes[next]) || bytes[next] == 0x2D {
                next += 1
            }
            guard next > label, next - label <= 63, bytes[label] != 0x2D, bytes[next - 1] != 0x2D
            else { return nil }
        } while next < end && bytes[next] == 0x2E
        return next < end && bytes[next] == 0x3E ? next : nil
    }

    private func isSchemeByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == 0x2B || byte == 0x2E || byte == 0x2D
    }

    private func isAddressByte(_ byte: UInt8) -> Bool {
        if isLetter(byte) || isDigit(byte) { return true }
        switch byte {
        case 0x2E, 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E,
            0x2D:
            return true
        default:
            return false
        }
    }
}

// MARK: Bare links

extension InlineReader {
    /// `https://…` at its colon, `www.…` at its dot; not inside brackets, which may be a link.
    mutating func scanBareLink(_ byte: UInt8) {
        guard options.contains(.github), brackets.isEmpty,
            let start = byte == 0x3A ? schemeStart() : hostStart(), start >= textStart
        else {
            index += 1
            return
        }
        let domain = byte == 0x3A ? index + 3 : start
        guard let next = scanDomain(from: domain, needsDot: byte != 0x3A) else {
            index += 1
            return
        }
        var close = next
        while close < end, !isWhite(bytes[close]), bytes[close] != 0x3C { close += 1 }
        close = trimmedLink(from: start, to: close)
        guard close > domain else {
            index += 1
            return
        }
        add(.autolink, from: start, to: close)
    }

    private func schemeStart() -> Int? {
        guard index + 3 < end, bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F else {
            return nil
        }
        var start = index
        while start > textStart, index - start < 6, isLetter(bytes[start - 1]) { start -= 1 }
        let schemes: [StaticString] = ["http", "https", "ftp"]
        for scheme in schemes where equals(scheme, start, index) { return start }
        return nil
    }

    private func hostStart() -> Int? {
        let start = index - 3
        guard start >= textStart, equals("www", start, index) else { return nil }
        guard start > view.start else { return start }
        let before = bytes[start - 1]
        let isDelimiter = before == 0x2A || before == 0x5F || before == 0x7E || before == 0x28
        return isWhite(before) || isDelimiter ? start : nil
    }

    func equals(_ text: StaticString, _ start: Int, _ end: Int) -> Bool {
        guard end - start == text.utf8CodeUnitCount else { return false }
        var offset = 0
        while offset < end - start {
            if lowercased(bytes[start + offset]) != text.utf8Start[offset] { return false }
            offset += 1
        }
        return true
    }

    /// One past a host name; the last two labels hold no underscore.
    private func scanDomain(from start: Int, needsDot: Bool) -> Int? {
        var next = start
        var dots = 0
        var underscores = (0, 0)
        while next < end {
            let byte = bytes[next]
            if byte == 0x5F {
                underscores.1 += 1
            } else if byte == 0x2E {
                underscores = (underscores.1, 0)
                dots += 1
            } else if !isLetter(byte), !isDigit(byte), byte != 0x2D, byte < 0x80 {
                break
            }
            next += 1
        }
        guard next > start, underscores == (0, 0) else { return nil }
        return needsDot && dots == 0 ? nil : next
    }

    /// Leaves punctuation, an unmatched parenthesis and an entity behind a link to the text.
    private func trimmedLink(from start: Int, to end: Int) -> Int {
        var end = end
        var depth = 0
        var index = start
        while index < end {
            if bytes[index] == 0x28 { depth += 1 }
            if bytes[index] == 0x29 { depth -= 1 }
            index += 1
        }
        while end > start {
            switch bytes[end - 1] {
            case 0x3F, 0x21, 0x2E, 0x2C, 0x3A, 0x2A, 0x5F, 0x7E, 0x27, 0x22:
                end -= 1
            case 0x29 where depth < 0:
                depth += 1
                end -= 1
            case 0x3B:
                var name = end - 1
                while name > start, isLetter(bytes[name - 1]) { name -= 1 }
                let isEntity = name < end - 1 && name > start && bytes[name - 1] == 0x26
                end = isEntity ? name - 1 : end - 1
            default:
                return end
            }
        }
        return end
    }

    /// The range of an address around `@` within a stretch of text.
    func scanAddress(around at: Int, from start: Int, to limit: Int) -> (start: Int, end: Int)? {
        var first = at
        while first > start, isBareAddressByte(bytes[first - 1]) || bytes[first - 1] == 0x2B {
            first -= 1
        }
        var next = at + 1
        var dots = 0
        while next < limit, isBareAddressByte(bytes[next]) {
            if bytes[next] == 0x2E {
                guard next + 1 < limit, isLetter(bytes[next + 1]) || isDigit(bytes[next + 1]) else {
                    break
                }
                dots += 1
            }
            next += 1
        }
        guard first < at, next > at + 1, dots > 0, isLetter(bytes[next - 1]) else { return nil }
        return (first, next)
    }

    private func isBareAddressByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == 0x2E || byte == 0x2D || byte == 0x5F
    }
}
