import APIModel
import Recognition
import SourceText

extension Draft {
    /// An object whose keys are all digits, UUIDs or dates is a dictionary: its keys are data. So
    /// are placeholders (`INDEX_NAME`), and `node-1`, `node-2` with one shape.
    func foldDataKeys() {
        guard let object, !object.names.isEmpty, object.title == nil,
            object.names.allSatisfy({ $0.isDataKey }) || object.hasNumberedKeys
        else { return }
        let values = member()
        for name in object.names {
            if let value = object.properties[name.value] { values.merge(value) }
        }
        values.timesPresent = 0
        object.names = []
        object.properties = [:]
    }
}

extension ObjectDraft {
    /// Whether its keys differ by their digits alone and hold objects of one shape.
    fileprivate var hasNumberedKeys: Bool {
        guard names.count > 1, let first = names.first,
            let shape = properties[first.value]?.object?.keySet, !shape.isEmpty
        else { return false }
        let stem = first.value.withoutDigits
        guard stem != first.value else { return false }
        return names.allSatisfy {
            $0.value.withoutDigits == stem && properties[$0.value]?.object?.keySet == shape
        }
    }
}

extension Said<String> {
    /// What a list documents is a name, however it looks.
    fileprivate var isDataKey: Bool {
        value.isDataKey || (evidence.strength == .exemplified && value.isForeignKey)
    }
}

extension String {
    fileprivate var withoutDigits: String {
        String(decoding: utf8.filter { $0 < 0x30 || $0 > 0x39 }, as: UTF8.self)
    }

    /// `INDEX_NAME`, `<featureName>`: what a sample writes where the reader puts a name.
    fileprivate var isPlaceholderKey: Bool {
        if hasPrefix("<"), hasSuffix(">"), utf8.count > 2 { return true }
        let words = split(separator: "_")
        let isLoud = utf8.allSatisfy { $0 == 0x5F || ($0 >= 0x41 && $0 <= 0x5A) }
        return isLoud && words.count > 1
            && words.contains { $0 == "NAME" || $0 == "ID" || $0 == "UID" || $0 == "UUID" }
    }

    /// `com.example.label`, `22/tcp`, `/data/logs`, hashes: nobody names a member so.
    fileprivate var isForeignKey: Bool {
        var dots = 0
        var slashes = 0
        var isHexadecimal = true
        for byte in utf8 {
            switch byte {
            case 0x2E: dots += 1
            case 0x2F: slashes += 1
            case 0x20: return false
            default: break
            }
            let isDigit = (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66)
            isHexadecimal = isHexadecimal && isDigit
        }
        return slashes > 0 || dots > 1 || (isHexadecimal && utf8.count >= 32)
    }

    fileprivate var isDataKey: Bool {
        let bytes = Array(utf8)
        guard let first = bytes.first, first != 0x2D else { return false }
        if isPlaceholderKey { return true }
        if bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return true }
        switch stringFormat(of: self) {
        case .uuid, .date: return true
        case .plain, .dateTime, .uri, .email, .byte, .binary, .password: return false
        }
    }
}
