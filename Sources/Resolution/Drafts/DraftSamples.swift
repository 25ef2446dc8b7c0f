import APIModel
import JSONText
import Recognition
import SourceText

extension Draft {
    /// Adds what a sample shows here. All samples of a place are united.
    func show(
        _ value: JSONValue, _ file: FileID, construct: Construct, provesPresence: Bool = true,
        depth: Int = 0
    ) {
        let span = SourceSpan(file, value.range)
        let evidence = Evidence(span, .exemplified, construct)
        func note(_ kind: ShownKind) { shown.append(Said(kind, evidence)) }
        switch value.node {
        case .null: note(.null)
        case .boolean:
            note(.boolean)
            scalars.append(Said(value, evidence))
        case .number(let digits):
            note(digits.isInteger ? .integer : .number)
            scalars.append(Said(value, evidence))
        case .string(let text) where text.isBracketedType:
            note(.word)
            showWord(String(text.dropFirst().dropLast()), evidence)
        case .string:
            note(.string)
            scalars.append(Said(value, evidence))
        case .word(let word):
            note(.word)
            showWord(word, evidence)
        case .elision: holdingObject().isPartial = true
        case .array(let elements):
            note(.array)
            guard depth < maximumDepth else { return }
            for element in elements {
                if case .elision = element.node { continue }
                self.element().show(
                    element, file, construct: construct, provesPresence: provesPresence,
                    depth: depth + 1)
            }
        case .object(let members):
            note(.object)
            guard depth < maximumDepth else { return }
            show(
                members, file, construct: construct, provesPresence: provesPresence, depth: depth)
        }
    }

    private func show(
        _ members: [JSONValue.Member], _ file: FileID, construct: Construct, provesPresence: Bool,
        depth: Int
    ) {
        let object = holdingObject()
        if provesPresence { object.shown += 1 } else { object.sent += 1 }
        var seen: Set<String> = []
        for member in members {
            if member.isElision {
                object.isPartial = true
                continue
            }
            guard seen.insert(member.key).inserted else { continue }
            let evidence = Evidence(SourceSpan(file, member.keyRange), .exemplified, construct)
            let place = object.property(Said(member.key, evidence))
            if provesPresence { place.timesPresent += 1 } else { place.timesSent += 1 }
            place.show(
                member.value, file, construct: construct, provesPresence: provesPresence,
                depth: depth + 1)
            if let comment = member.comment, !comment.isEmpty {
                let evidence = Evidence(
                    SourceSpan(file, member.value.range), .described, construct)
                place.descriptions.append(Said(comment, evidence))
                place.takeValues(of: MarkedText(comment), named: member.key, evidence)
                if let presence = readRequiredness(MarkedText(comment))?.required {
                    place.required.append(Said(presence, evidence))
                }
            }
        }
    }

    /// `// "open" | "closed"` behind a member.
    private func takeValues(of comment: MarkedText, named key: String, _ evidence: Evidence) {
        guard values.isEmpty,
            let list = readEnumeration(comment) ?? comment.behindPresence.flatMap(readEnumeration),
            list.values.count > 1
        else { return }
        values = list.values.map { ValueRow(field: key, value: Said($0.value, evidence)) }
    }

    /// A bare type word where a value is meant (`"skip": int`).
    private func showWord(_ word: String, _ evidence: Evidence) {
        // A template's hole is code, not a type.
        guard !word.hasPrefix("<%"), !word.hasPrefix("{{"), !word.hasPrefix("{%"),
            let type = readType(word.withoutRemark, link: nil)
        else { return }
        let evidence = Evidence(evidence.span, .described, evidence.construct)
        describe(Said(type, evidence))
    }
}

/// Deeper nesting than any API has; swiftc's time doubles with each level.
let maximumDepth = 16

extension JSONValue.Member {
    /// `...` between members, and `"...": "..."`, which says the same.
    fileprivate var isElision: Bool {
        if key == "..." || key == "\u{2026}" { return true }
        guard case .elision = value.node else { return false }
        return key.isEmpty
    }
}

extension String {
    /// `"[integer]"`, `"<boolean>"`: a type in the place of a value.
    fileprivate var isBracketedType: Bool {
        guard utf8.count <= 20, hasPrefix("[") && hasSuffix("]") || hasPrefix("<") && hasSuffix(">")
        else { return false }
        switch dropFirst().dropLast().lowercased() {
        case "string", "integer", "int", "number", "float", "double", "boolean", "bool": return true
        default: return false
        }
    }

    /// Whether a JSON number is an integer that every reader reads as one: no leading zeros,
    /// at most 18 digits.
    var isInteger: Bool {
        var digits = utf8[...]
        if digits.first == 0x2D { digits = digits.dropFirst() }
        guard !digits.isEmpty, digits.count <= 18 else { return false }
        if digits.first == 0x30, digits.count > 1 { return false }
        return digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
}

extension MarkedText {
    /// "required: open | close" without the word on presence.
    fileprivate var behindPresence: MarkedText? {
        guard let mark = text.firstIndex(where: { $0 == ":" || $0 == "," }),
            !text[..<mark].contains(" "),
            readRequiredness(MarkedText(String(text[..<mark])))?.required != nil
        else { return nil }
        return MarkedText(String(text[text.index(after: mark)...]))
    }
}

extension String {
    /// `<int>` of `<int, ms since the epoch>`.
    fileprivate var withoutRemark: String {
        guard hasPrefix("<"), hasSuffix(">"), let comma = utf8.firstIndex(of: 0x2C) else {
            return self
        }
        return self[..<comma] + ">"
    }
}
