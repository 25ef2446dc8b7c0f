import APIModel
import Recognition
import SourceText

extension Draft {
    /// An object whose keys are all digits, UUIDs or dates is a dictionary: its keys are data. So
    /// are placeholders (`INDEX_NAME`), `node-1`, `node-2` with one shape, what stands below a key
    /// in the plural with one shape, and whatever samples show where a place says "dictionary".
    func foldDataKeys(below key: String? = nil, depth: Int = 0) {
        guard let object, !object.names.isEmpty, object.title == nil,
            object.names.allSatisfy({ $0.isDataKey }) || object.hasNumberedKeys
                || object.hasMadeUpKeys || object.joinsDictionary
                || (object.isOnlyShown
                    && (isMapping || object.hasLikeValues(below: key)
                        || object.hasEmptyKey(below: key)
                        || object.hasLoudKeys(below: key) || object.holdsHeaders(below: key)))
        else { return }
        foldKeys(depth: depth)
    }

    /// Takes all members for the values of a dictionary.
    ///
    /// They leave the object first: an object may hold itself, and comes by here again.
    func foldKeys(depth: Int = 0) {
        guard let object else { return }
        let values = member()
        let (names, properties) = (object.names, object.properties)
        object.names = []
        object.properties = [:]
        for name in names {
            if let value = properties[name.value] { values.merge(value, depth: depth + 1) }
        }
        values.timesPresent = 0
        values.timesSent = 0
    }

    /// Folds the keys that samples show where a list documents what all their values hold.
    ///
    /// `{"default": {…}, "backup": {…}}` above a table of what stands inside.
    func foldKeys(describedBy names: [String]) {
        guard let object, object.isOnlyShown, object.names.count > 1, names.count >= 3,
            !names.contains(where: { object.properties[$0] != nil })
        else { return }
        let listed = Set(names)
        let holdsListed = object.names.allSatisfy { name in
            guard let value = object.properties[name.value], value.items == nil, value.isObject
            else { return false }
            let known = value.names.count { listed.contains($0.value) }
            return known * 5 >= value.names.count * 3
        }
        if holdsListed { foldKeys() }
    }

    /// Whether a place says that keys are data here.
    private var isMapping: Bool {
        if object?.members != nil { return true }
        return types.contains { type in
            if case .dictionary = type.value.kind { return true }
            return false
        }
    }
}

extension ObjectDraft {
    /// Whether no list names any of its members.
    var isOnlyShown: Bool {
        names.allSatisfy { name in
            guard name.evidence.strength == .exemplified, let member = properties[name.value]
            else { return false }
            return !member.required.contains { $0.evidence.strength == .declared }
                && !member.types.contains { $0.evidence.strength == .declared }
                && !member.descriptions.contains { $0.evidence.strength == .declared }
        }
    }

    /// `indexes: {"movies": {…}, "books": {…}}`: several objects of one shape below a plural.
    ///
    /// Links have one shape, and their relations are names (`self`, `next`); so have members that
    /// a page documents as one thing.
    fileprivate func hasLikeValues(below key: String?) -> Bool {
        guard let key, singularForm(key) != key, names.count > 1, let first = names.first,
            let shape = properties[first.value]?.object, shape.names.count > 1,
            shape.properties["href"] == nil
        else { return false }
        let keySet = shape.keySet
        return names.allSatisfy { name in
            guard let value = properties[name.value]?.object else { return false }
            return value.keySet == keySet && !value.isDocumented && value !== self
        }
    }
}

extension ObjectDraft {
    /// `"referrers": {"news": 12, "": 30}`: nobody names a member with nothing.
    fileprivate func hasEmptyKey(below key: String?) -> Bool {
        key != nil && names.count > 1 && names.contains { $0.value.isEmpty } && plainKind != nil
    }
}

extension ObjectDraft {
    /// `"env": {"PATH": "…"}`, `"byIndex": {"INDEX": {…}}`: keys in capitals below one that is not
    /// so, all with values of one kind. Abbreviations (`ID`) are names.
    fileprivate func hasLoudKeys(below key: String?) -> Bool {
        guard let key, !key.isLoud, names.allSatisfy({ $0.value.isLoud }),
            names.contains(where: { $0.value.utf8.count > 4 })
        else { return false }
        let kinds = names.map { name in
            Set(properties[name.value]?.shown.map(\.value) ?? []).subtracting([.null])
        }
        return kinds.allSatisfy { $0.count == 1 && $0 == kinds[0] }
    }

    /// `"headers": {"X-Trace": "…"}`: the names of headers are the caller's to choose.
    fileprivate func holdsHeaders(below key: String?) -> Bool {
        guard let key, key.lowercased().hasSuffix("headers") else { return false }
        return plainKind == .string
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

extension ObjectDraft {
    /// Makes a dictionary of an object that nothing but samples speaks of, where most of them show
    /// it empty and the others with keys of their own: what comes and goes so is data.
    func foldSporadicKeys() {
        guard shown >= 4, title == nil, !names.isEmpty, let kind = plainKind else { return }
        let present = names.reduce(0) { $0 + (properties[$1.value]?.timesPresent ?? 0) }
        guard present * 2 <= shown else { return }
        let values = members ?? Draft()
        guard values.shown.allSatisfy({ $0.value == kind }) else { return }
        for name in names {
            if let value = properties[name.value] { values.merge(value) }
        }
        members = values
        names = []
        properties = [:]
    }

    /// The one kind of all its values, where samples alone show them and they are plain.
    var plainKind: ShownKind? {
        var kinds: Set<ShownKind> = []
        for name in names {
            guard name.evidence.strength == .exemplified, let place = properties[name.value],
                place.types.isEmpty, place.descriptions.isEmpty, place.object == nil,
                place.items == nil
            else { return nil }
            kinds.formUnion(place.shown.map(\.value).filter { $0 != .null })
        }
        return kinds.count == 1 ? kinds.first : nil
    }

    /// Whether another place of it holds a dictionary of what samples show here under keys.
    fileprivate var joinsDictionary: Bool {
        guard let members, let kind = plainKind else { return false }
        let kinds = Set(members.shown.map(\.value)).subtracting([.null])
        return kinds == [kind]
    }

    /// Whether samples alone show it, with plain values of one kind under keys of which one at
    /// least is made up (`foo`): then none is a name.
    fileprivate var hasMadeUpKeys: Bool {
        let isMadeUp =
            names.contains { $0.value.isMadeUp } || names.allSatisfy { $0.value.isAnyKey }
        guard isMadeUp else { return false }
        return plainKind != nil
    }
}

extension Said<String> {
    /// What a list documents is a name, however it looks.
    fileprivate var isDataKey: Bool {
        value.isDataKey || (evidence.strength == .exemplified && value.isForeignKey)
    }
}

extension String {
    /// A word that stands for any word.
    fileprivate var isMadeUp: Bool {
        switch lowercased() {
        case "foo", "bar", "baz", "qux", "quux", "foobar": true
        default: false
        }
    }

    /// `key`, which stands for any where nothing else stands beside it.
    fileprivate var isAnyKey: Bool {
        switch lowercased() {
        case "key", "key1", "key2", "key3", "some-key", "some_key", "my-key", "my_key", "mykey":
            true
        default: false
        }
    }

    /// Capitals, digits and underscores.
    fileprivate var isLoud: Bool {
        utf8.allSatisfy { $0 == 0x5F || ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5A) }
            && utf8.contains { $0 >= 0x41 }
    }

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

    /// `com.example.label`, `22/tcp`, `/data/logs`, `*`, hashes: nobody names a member so.
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
        if !utf8.contains(where: \.isWordByte), !isEmpty { return true }
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
