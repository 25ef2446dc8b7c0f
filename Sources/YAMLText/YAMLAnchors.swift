import SourceText

/// Anchors and aliases: a value that is named where it stands and meant again elsewhere.
///
/// An alias is replaced by the value it names, whose ranges stay where that value was written. A
/// value is known once it is complete, so none can hold itself; what a file can grow to by
/// aliases is limited.
extension YAMLReader {
    /// How many bytes of values aliases may stand for in one file.
    static let aliasLimit = 4_000_000

    /// A value that a file named.
    struct Anchored {
        let value: YAMLValue
        /// Bytes it was written in, those behind its own aliases included.
        let weight: Int
    }

    /// `&name` before a value on the same line or on the lines below.
    ///
    /// Each counts as a level of nesting: names may stand line below line.
    mutating func readAnchored(parent: Int) -> YAMLValue? {
        guard depth < Self.depthLimit else {
            fail(.tooDeep)
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        let from = at
        let grown = aliased
        guard let name = readAnchorName(), let value = readNamedValue(parent: parent), !failed
        else { return nil }
        anchors[name] = Anchored(value: value, weight: max(at - from, 0) + aliased - grown)
        return value
    }

    private mutating func readNamedValue(parent: Int) -> YAMLValue? {
        let empty = YAMLValue(.scalar(.init(text: "", style: .plain)), ByteRange(at, at))
        let isBelow = isLineDone()
        if isBelow {
            guard findContent(from: line + 1), indent >= parent else { return empty }
            let isDash = byte == 0x2D && Self.isSpace(byte(1))
            guard indent > parent || isDash else { return empty }
        }
        // An alias cannot be named again; whether a dash that is not indented opens the value or
        // the next item, a name does not tell.
        guard byte != 0x2A, !isBelow || indent > parent else {
            fail(.unsupported, word: "an anchor before this")
            return nil
        }
        return isBelow ? readBlockNode(parent: parent) : readInline(parent: parent)
    }

    /// `&name` before a value in brackets.
    mutating func readFlowAnchored(parent: Int) -> YAMLValue? {
        guard depth < Self.depthLimit else {
            fail(.tooDeep)
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        let from = at
        let grown = aliased
        guard let name = readAnchorName() else { return nil }
        guard let value = readFlowValue(parent: parent), !failed else { return nil }
        anchors[name] = Anchored(value: value, weight: max(at - from, 0) + aliased - grown)
        return value
    }

    /// `*name`: the value of that name. The reader then stands behind the name.
    mutating func readAlias() -> YAMLValue? {
        let from = at
        guard let name = readAnchorName() else { return nil }
        guard let anchored = anchors[name] else {
            at = from
            fail(.unknownAlias, word: name)
            mustDrop = true
            return nil
        }
        aliased += anchored.weight
        guard aliased <= Self.aliasLimit else {
            at = from
            fail(.tooManyAliases, word: name)
            mustDrop = true
            return nil
        }
        return anchored.value
    }

    /// The name behind `&` or `*`.
    private mutating func readAnchorName() -> String? {
        var index = at + 1
        while index < end, !Self.isBlank(bytes[index]), !Self.isFlowIndicator(bytes[index]) {
            index += 1
        }
        guard index > at + 1 else {
            fail(.unsupported, word: featureName(byte))
            return nil
        }
        let name = text(at + 1, index)
        at = index
        return name
    }
}

extension YAMLValue {
    /// The entries of a mapping with those that `<<` takes over from others; its own go before.
    package var mergedEntries: [Entry] {
        var entries: [Entry] = []
        var known: Set<String> = []
        collect(into: &entries, &known, depth: 0)
        return entries
    }

    private func collect(into entries: inout [Entry], _ known: inout Set<String>, depth: Int) {
        guard depth < 16, case .mapping(let own) = node else { return }
        for entry in own where entry.key != "<<" {
            if known.insert(entry.key).inserted { entries.append(entry) }
        }
        for entry in own where entry.key == "<<" {
            if case .sequence(let bases) = entry.value.node {
                for base in bases.prefix(16) {
                    base.collect(into: &entries, &known, depth: depth + 1)
                }
            } else {
                entry.value.collect(into: &entries, &known, depth: depth + 1)
            }
        }
    }
}
