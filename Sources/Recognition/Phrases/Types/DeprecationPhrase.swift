/// Words that say of the thing they stand with that it is deprecated: "Deprecated since v3",
/// "⚠️ **Deprecated** – use boats", "Warning: this endpoint is deprecated", "Status: deprecated".
///
/// "Deprecated parameters are ignored" and "the `size` parameter is deprecated" speak of others.
extension MarkedText {
    /// Whether they say so of a field or operation whose text begins with them.
    var opensWithDeprecation: Bool {
        let words = tokens.behindLabels
        guard let first = words.first, first.isDeprecated, let index = words.indices.first else {
            return false
        }
        guard index + 1 < words.endIndex else { return true }
        let next = words[index + 1]
        if next.kind != .word || next.word.isEmpty { return true }
        switch next.word {
        case "since", "in", "as", "use", "please", "and", "by", "from", "for", "with", "this", "it",
            "will", "see", "no", "replaced", "instead", "please:", "on", "after", "do", "prefer":
            return true
        default:
            // "Deprecated endpoint. Use boats."
            return namesDeprecated(next.word)
                && (index + 2 >= words.endIndex || words[index + 2].word.isEmpty)
        }
    }

    /// Whether they say so of the operation: besides, "As of May this endpoint is deprecated".
    var announcesDeprecation: Bool {
        opensWithDeprecation || tokens.behindLabels.indices.contains { isStatement(at: $0) }
    }

    /// "this endpoint has been deprecated" from a token of the first sentence on.
    private func isStatement(at index: Int) -> Bool {
        guard index < 24, ["this", "the"].contains(tokens[index].word) else { return false }
        let isSubject = namesDeprecated(tokens.word(at: index + 1))
        guard isSubject || tokens[index].word == "this" else { return false }
        for position in (index + (isSubject ? 2 : 1))..<(index + 9) {
            guard position < tokens.count else { return false }
            let token = tokens[position]
            if token.isDeprecated { return true }
            switch token.word {
            case "is", "was", "are", "has", "have", "been", "be", "will", "now", "officially",
                "already", "marked", "as", "considered", "being", "version", "of", "api":
                continue
            case "": if token.kind == .code || token.isMark(",") { continue } else { return false }
            default: return false
            }
        }
        return false
    }
}

private func namesDeprecated(_ word: String) -> Bool { isOperationNoun(word) || word == "resource" }

extension PhraseToken {
    fileprivate var isDeprecated: Bool { word == "deprecated" || word == "obsolete" }
}

extension [PhraseToken] {
    /// What stands behind pictures, marks and words such as "Warning:" and "Status:".
    fileprivate var behindLabels: ArraySlice<PhraseToken> {
        drop { token in
            switch token.word {
            case "warning", "note", "caution", "danger", "important", "attention", "status",
                "notice":
                true
            default:
                token.kind != .code
                    && !token.word.utf8.contains {
                        $0 < 0x80 && ($0 >= 0x61 || $0 >= 0x30 && $0 < 0x3A)
                    }
            }
        }
    }
}
