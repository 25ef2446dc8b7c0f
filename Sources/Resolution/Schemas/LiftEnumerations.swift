import APIModel
import JSONText
import Recognition
import SourceText

/// What makes two lists of values one enumeration.
struct EnumerationKey: Hashable {
    let names: [String]
    let base: Enumeration.Base
    let values: [String]
}

extension Lift {
    /// Lifts the values that are listed at a place, or finds them lifted already.
    ///
    /// Samples do not make enumerations, for what is shown is hardly ever all there is. They add to
    /// what prose lists, with a warning, since both stand on the page.
    mutating func enumeration(_ draft: Draft, base: Enumeration.Base, at place: LiftPlace) -> String
    {
        let listed = draft.listedValues(base)
        // Pages list the values of one thing wherever they mention it, in words that differ.
        let key = EnumerationKey(
            names: place.enumerationNames, base: base, values: listed.map(\.value.value).sorted())
        let index = enumerations[key] ?? entries.count
        if index == entries.count {
            enumerations[key] = index
            var named = NamedSchema(
                name: "#\(index)",
                definition: .enumeration(Enumeration(base: base, values: listed)))
            named.description = decide(draft.descriptions)
            named.documentedName = place.title?.fact
            entries.append(
                LiftedSchema(
                    names: place.enumerationNames, claim: place.title == nil ? .key : .ownTitle,
                    schema: named,
                    parameter: place.isParameter && place.title == nil ? place.key : nil))
            if let key = place.key { keyed.append((key, index)) }
        }
        addShown(draft.valuesShown(besides: listed), to: index, at: place)
        return "#\(index)"
    }

    /// Values that a sample shows although the values are listed.
    private mutating func addShown(
        _ shown: [Said<String>], to index: Int, at place: LiftPlace
    ) {
        guard !isCredentialName(place.key ?? ""),
            case .enumeration(var enumeration) = entries[index].schema.definition,
            let first = enumeration.values.first
        else { return }
        let mayGrow = !listsAreComplete && enumeration.mayGrow
        var known = Set(enumeration.values.map(\.value.value))
        for value in shown {
            let isTaken = mayGrow && enumeration.isLike(value.value)
            diagnostics.append(
                .unlistedValue(
                    value.value, of: place.key ?? place.fallback, isTaken: isTaken,
                    at: value.evidence.span, listed: first.value.evidence.span))
            if isTaken, known.insert(value.value).inserted {
                enumeration.values.append(EnumerationValue(value: value.fact))
            }
        }
        entries[index].schema.definition = .enumeration(enumeration)
    }
}

extension Draft {
    fileprivate func listedValues(_ base: Enumeration.Base) -> [EnumerationValue] {
        var listed: [EnumerationValue] = []
        var known: Set<String> = []
        for row in values {
            guard let wire = row.value.value.wireValue(base), known.insert(wire).inserted else {
                continue
            }
            var value = EnumerationValue(value: Fact(wire, row.value.evidence))
            let (name, description) = row.speakingName
            value.name = name?.fact
            value.description = description?.fact
            listed.append(value)
        }
        return listed
    }

    /// Each once, in the order of the samples.
    fileprivate func valuesShown(besides listed: [EnumerationValue]) -> [Said<String>] {
        var seen = Set(listed.map(\.value.value))
        return scalars.compactMap { scalar in
            guard let text = scalar.value.listedSpelling, seen.insert(text).inserted else {
                return nil
            }
            return Said(text, scalar.evidence)
        }
    }
}

extension Enumeration {
    /// Whether a value is written as the listed ones are: a word among words, a number among
    /// numbers. A sentence, an identifier, a hole in a template or the word `string` is not.
    fileprivate func isLike(_ value: String) -> Bool {
        switch base {
        case .integer: value.isInteger
        case .string: value.isWord && readType(value)?.isScalar != true
        }
    }

    /// Whether the values that are listed are words or numbers themselves.
    fileprivate var mayGrow: Bool {
        switch base {
        case .integer: true
        case .string: values.allSatisfy(\.value.value.isWord)
        }
    }
}

extension JSONValue {
    /// How a list of values would spell it.
    fileprivate var listedSpelling: String? {
        switch node {
        case .string(let text): text
        case .number(let digits): digits
        case .null, .boolean, .array, .object, .word, .elision: nil
        }
    }
}

extension String {
    /// A letter first, then letters, digits and the signs that join words.
    fileprivate var isWord: Bool {
        guard let first = utf8.first, first.isWordByte, !(0x30...0x39).contains(first) else {
            return false
        }
        return utf8.count <= 40 && utf8.allSatisfy { $0.isWordByte || $0 == UInt8(ascii: "-") }
    }
}

extension LiftPlace {
    /// A key of two words speaks for itself; one word needs its owner (`UserStatus`).
    var enumerationNames: [String] {
        if let titleName { return [titleName] }
        guard let key else { return [fallback + "Value"] }
        let short = typeName(key)
        let long = joinedName(owner, short)
        // An owner with a name of many words would make a name nobody can read.
        let isSpeaking = words(of: key).count > 1 || owner.utf8.count > 32
        return (isSpeaking ? [short] : []) + [long, owner + short]
    }
}

extension ValueRow {
    /// `WORKSPACES - Can manage workspaces` names the value and describes it.
    var speakingName: (name: Said<String>?, description: Said<String>?) {
        if isStated { return (name, description) }
        guard let description else { return (nil, nil) }
        let text = description.value
        for dash in [" - ", " – ", " — ", ": "] {
            guard let cut = text.firstRange(of: dash) else { continue }
            let name = String(text[..<cut.lowerBound])
            let isName = !name.isEmpty && name.utf8.allSatisfy { $0.isWordByte } && name.count <= 40
            guard isName else { continue }
            let rest = String(text[cut.upperBound...])
            return (Said(name, description.evidence), Said(rest, description.evidence))
        }
        return (nil, description)
    }
}

extension UInt8 {
    /// Whether it may stand in a name: letters, digits, `_`.
    var isWordByte: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
        default: false
        }
    }
}
