import SourceText

extension RSTReader {
    /// Adds plain text in which addresses stand as they are: `https://host/path`, `name@host`.
    mutating func addTextWithAddresses(_ start: Int, _ end: Int, in parent: Int) {
        var from = start
        var index = start
        while index < end {
            let byte = scratch[index]
            if byte == 0x5C {
                index += 2
                continue
            }
            let found =
                byte == 0x3A
                ? webAddress(colon: index, from, end)
                : byte == 0x40 ? mailAddress(at: index, from, end) : nil
            guard let found else {
                index += 1
                continue
            }
            addText(from, found.lowerBound, in: parent)
            let range = sourceRange(found.lowerBound, found.upperBound)
            addInline(.autolink(destination: range), found.lowerBound, found.upperBound, in: parent)
            from = found.upperBound
            index = from
        }
        addText(from, end, in: parent)
    }

    /// The address whose scheme ends at a colon.
    private func webAddress(colon: Int, _ start: Int, _ end: Int) -> Range<Int>? {
        var first = colon
        while first > start, colon - first < 16, isScheme(scratch[first - 1]) { first -= 1 }
        while first < colon, !isLetter(scratch[first]) || !mayPrecede(first, start) { first += 1 }
        guard first < colon, isKnownScheme(first, colon) else { return nil }
        guard let last = addressEnd(colon + 1, end) else { return nil }
        return first..<last
    }

    private func mayPrecede(_ index: Int, _ start: Int) -> Bool {
        index == start || RSTPunctuation.mayPrecede(scalar(before: index))
    }

    private func isScheme(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte == 0x2E || byte == 0x2B || byte == 0x2D
    }

    private func isKnownScheme(_ start: Int, _ end: Int) -> Bool {
        switch String(decoding: text[start..<end], as: UTF8.self).lowercased() {
        case "http", "https", "ftp", "ftps", "sftp", "file", "mailto", "news", "nntp", "git",
            "ssh", "svn", "telnet", "tel", "sip", "xmpp", "irc", "ldap", "ldaps", "data", "urn",
            "ws", "wss", "s3", "rsync", "gopher", "imap", "nfs", "rtsp", "webcal":
            true
        default: false
        }
    }

    /// The last place up to which the bytes make an address and text may go on.
    private func addressEnd(_ start: Int, _ limit: Int) -> Int? {
        var index = start
        var last: Int?
        while index < limit {
            let byte = scratch[index]
            if byte == 0x5C, index + 1 < limit, isAddress(scratch[index + 1]) {
                index += 2
            } else if isAddress(byte) || byte == 0x3F || byte == 0x23 {
                index += 1
            } else {
                break
            }
            let isClosed = index < limit && scratch[index] == 0x3E && byte != 0x3F && byte != 0x23
            if isClosed || (isAddressLast(byte) && mayEnd(index)) { last = index }
        }
        return last
    }

    private func isAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2D, 0x5F, 0x2E, 0x21, 0x7E, 0x2A, 0x27, 0x28, 0x29, 0x5B, 0x5D, 0x3B, 0x2F, 0x3A,
            0x40, 0x26, 0x3D, 0x2B, 0x24, 0x2C, 0x25:
            true
        default: isAlphanumeric(byte)
        }
    }

    private func isAddressLast(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x5F, 0x7E, 0x2A, 0x2F, 0x3D, 0x2B: true
        default: isAlphanumeric(byte)
        }
    }

    private func mailAddress(at place: Int, _ start: Int, _ end: Int) -> Range<Int>? {
        guard place > start, scratch[place - 1] != 0x5C else { return nil }
        var first = place
        while first > start, isMail(scratch[first - 1]) || scratch[first - 1] == 0x2E { first -= 1 }
        while first < place, !mayPrecede(first, start) || scratch[first] == 0x2E { first += 1 }
        guard first < place, scratch[place - 1] != 0x2E else { return nil }
        var index = place + 1
        var last: Int?
        while index < end, isMail(scratch[index]) || scratch[index] == 0x2E {
            index += 1
            if isAddressLast(scratch[index - 1]), mayEnd(index) { last = index }
        }
        return last.map { first..<$0 }
    }

    private func isMail(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2D, 0x5F, 0x21, 0x7E, 0x2A, 0x27, 0x7B, 0x7C, 0x7D, 0x2F, 0x23, 0x3F, 0x5E, 0x60,
            0x26, 0x3D, 0x2B, 0x24, 0x25:
            true
        default: isAlphanumeric(byte)
        }
    }
}
