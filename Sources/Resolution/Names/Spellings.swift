import Recognition

/// Names that can be found by spellings close to theirs.
///
/// Two names are close when they differ in case and marks only, or in one letter that is wrong,
/// missing, too many or changed with its neighbour. Each name is kept under itself and under every
/// text that one letter less makes of it, so that a search compares no pairs.
struct Spellings {
    private var names: [String: Said<String>] = [:]

    mutating func add(_ name: Said<String>) {
        for key in keys(of: name.value) where names[key] == nil { names[key] = name }
    }

    func nearest(to name: String) -> Said<String>? {
        for key in keys(of: name) {
            guard let found = names[key], found.value != name else { continue }
            // `line1` and `line2` are two things.
            if digits(of: found.value) == digits(of: name) { return found }
        }
        return nil
    }

    /// The plain letters of the name, then with each of them missing. A short word is one letter
    /// away from too many others.
    private func keys(of name: String) -> [String] {
        let plain = Array(name.lowercased().utf8.filter { !isMark($0) })
        var keys = [String(decoding: plain, as: UTF8.self)]
        guard plain.count > 4, plain.count <= 64 else { return keys }
        for index in plain.indices {
            let shorter = plain[..<index] + plain[(index + 1)...]
            keys.append(String(decoding: shorter, as: UTF8.self))
        }
        return keys
    }

    private func digits(of name: String) -> [UInt8] {
        name.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }
    }

    private func isMark(_ byte: UInt8) -> Bool {
        byte == 0x5F || byte == 0x2D || byte == 0x20 || byte == 0x2E
    }
}
