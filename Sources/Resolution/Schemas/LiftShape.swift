import APIModel
import JSONText
import Recognition
import SourceText

extension Lift {
    /// What a place is, from the strongest statement about its type and from what is shown there.
    mutating func shape(of draft: Draft, at place: LiftPlace) -> Fact<Shape> {
        let stated = decide(draft.types) { $0.words }
        let evidence = stated?.evidence ?? draft.shown.first?.evidence ?? place.evidence
        func fact(_ shape: Shape) -> Fact<Shape> {
            Fact(
                shape, evidence, agreeing: stated?.agreeing ?? [],
                overruled: stated?.overruled ?? [])
        }
        guard place.depth < maximumDepth else { return fact(.unknown) }
        draft.object?.foldSporadicKeys()
        if let object = draft.object, !object.names.isEmpty {
            return fact(.reference(self.object(object, at: place)))
        }
        if let values = enumerationShape(of: draft, stated: stated?.value, at: place) {
            return fact(values)
        }
        if draft.items != nil || stated?.value.isArray == true {
            return fact(arrayShape(of: draft, at: place))
        }
        if let members = draft.object?.members {
            return fact(
                .dictionary(schema(of: members, at: place.inside(key: nil, owner: place.owner))))
        }
        guard let stated else { return fact(inferredShape(of: draft, called: place.key)) }
        return fact(scalarShape(of: draft, stated: stated.value, at: place))
    }

    /// What samples alone show. A fraction of money is an amount to the digit; whole numbers under
    /// such a name may count the smallest coin, and stay integers.
    private func inferredShape(of draft: Draft, called key: String?) -> Shape {
        let shape = draft.shownShape
        guard shape == .number, let key, isMoneyName(key) else { return shape }
        return .decimal
    }

    private mutating func arrayShape(of draft: Draft, at place: LiftPlace) -> Shape {
        // A bare array whose values are listed is an array of these.
        guard let items = draft.items ?? (draft.values.isEmpty ? nil : Draft()) else {
            return .array(Schema(Fact(.unknown, place.evidence)))
        }
        if !items.isObject, items.values.isEmpty { items.values = draft.values }
        var inner = place.inside(key: place.key.map(elementName), owner: place.owner)
        inner.isElement = true
        inner.isParameter = place.isParameter
        return .array(schema(of: items, at: inner))
    }

    /// What a documented thing is: an object or an enumeration of its own, or, documented by a
    /// name only, the scalar or list that the name stands for.
    private mutating func documentedShape(_ key: ObjectKey, at place: LiftPlace) -> Shape {
        let documented = registry[key]
        var inner = place
        inner.evidence = documented.title.evidence
        if let object = documented.draft.object, !object.names.isEmpty {
            inner.depth = 1
            return .reference(self.object(object, at: inner))
        }
        let known = ObjectIdentifier(documented.draft)
        if let index = byDraft[known] { return .reference("#\(index)") }
        inner.depth += 1
        inner.title = documented.title
        inner.statedName = documented.statedName
        inner.key = documented.title.value
        let shape = shape(of: documented.draft, at: inner).value
        if case .reference(let name) = shape,
            !documented.draft.values.isEmpty
                || documented.draft.types.contains(where: \.value.isUnion),
            let index = Int(name.dropFirst())
        {
            byDraft[known] = index
        }
        return shape
    }

    /// An enumeration where values are listed, unless they are Booleans or the type forbids it.
    private mutating func enumerationShape(
        of draft: Draft, stated: TypeExpression?, at place: LiftPlace
    ) -> Shape? {
        guard !draft.values.isEmpty, draft.items == nil, stated?.isArray != true else { return nil }
        if let stated {
            guard stated.mayBeListed || stated.isArray else { return nil }
        }
        let wires = draft.values.map(\.value.value)
        if wires.allSatisfy({ $0 == "true" || $0 == "false" }) { return .boolean }
        let isInteger: Bool
        switch stated?.kind {
        case .integer: isInteger = true
        // A value of an enumeration is a text or a whole number.
        case .number, .decimal:
            isInteger = wires.allSatisfy { $0.wireValue(.integer) != nil }
            if !isInteger, wires.allSatisfy({ Double($0) != nil }) { return nil }
        case .string: isInteger = false
        default:
            isInteger =
                wires.allSatisfy { $0.wireValue(.integer) != nil }
                && !draft.shown.contains { $0.value == .string }
        }
        let base: Enumeration.Base = isInteger ? .integer : .string
        guard wires.contains(where: { $0.wireValue(base) != nil }) else { return nil }
        return .reference(enumeration(draft, base: base, at: place))
    }

    private mutating func scalarShape(
        of draft: Draft, stated: TypeExpression, at place: LiftPlace
    ) -> Shape {
        switch stated.kind {
        case .boolean: return .boolean
        case .integer: return draft.shown.contains { $0.value == .number } ? .number : .integer
        case .number: return .number
        case .decimal: return .decimal
        case .string(.plain): return draft.stringShape
        // "timestamp" says what it means; only samples say how it is written.
        case .string(.dateTime) where draft.showsIntegersOnly: return .integer
        case .string(let format): return .string(format)
        case .object:
            if case .unknown = draft.shownShape {
                return .dictionary(Schema(Fact(.unknown, place.evidence)))
            }
            return draft.shownShape
        case .any, .unknown: return draft.shownShape
        case .array: return .array(Schema(Fact(.unknown, place.evidence)))
        case .dictionary: return .dictionary(Schema(Fact(.unknown, place.evidence)))
        case .enumeration: return draft.stringShape
        case .reference(let name, let target):
            let page = draft.types.first?.evidence.span.file ?? place.evidence.span.file
            if let key = registry.find(name: name, target: target, from: page) {
                return documentedShape(key, at: place)
            }
            // "label object" says what kind of value it is, and nobody what is in it.
            if name.lowercased().hasSuffix(" object"), draft.shownShape == .unknown {
                return .dictionary(Schema(Fact(.unknown, place.evidence)))
            }
            // A program's name for values that are listed.
            if draft.shownShape == .unknown, draft.values.count > 1 { return draft.stringShape }
            remarks.append(.unknownType(name, at: draft.types.first?.evidence ?? place.evidence))
            guard draft.shownShape == .unknown else { return draft.shownShape }
            return namesText(name) ? .string(.plain) : .unresolved(name)
        case .union(let parts):
            return unionShape(parts, of: draft, at: place)
        }
    }

    private mutating func unionShape(
        _ parts: [TypeExpression], of draft: Draft, at place: LiftPlace
    ) -> Shape {
        let schemas = parts.map { part in
            let option = Draft()
            option.describe(Said(part, place.evidence))
            return schema(of: option, at: place.inside(key: nil, owner: place.owner))
        }
        guard schemas.count > 1 else { return schemas.first?.shape.value ?? .unknown }
        let index = entries.count
        let names =
            place.key.map {
                [joinedName(place.owner, typeName($0)), place.owner + typeName($0)]
            } ?? [place.fallback]
        var named = NamedSchema(name: "#\(index)", definition: .union(schemas))
        named.documentedName = place.title?.fact
        if place.title != nil { named.description = decide(draft.descriptions) }
        entries.append(
            LiftedSchema(
                names: place.titleName.map { [$0] } ?? names,
                claim: place.title == nil ? .key : .ownTitle, schema: named))
        return .reference("#\(index)")
    }
}

extension TypeExpression {
    /// Whether a list of values can be all that the type has.
    fileprivate var mayBeListed: Bool {
        switch kind {
        case .boolean, .object, .dictionary, .union, .reference, .array: false
        case .integer, .number, .decimal, .string, .enumeration, .any, .unknown: true
        }
    }
}

extension String {
    /// The value as it stands on the wire; hexadecimal as decimal. `nil`: not of this kind.
    func wireValue(_ base: Enumeration.Base) -> String? {
        guard base == .integer else { return self }
        if hasPrefix("0x") || hasPrefix("0X") {
            return Int(dropFirst(2), radix: 16).map(String.init)
        }
        return isInteger ? self : nil
    }
}

/// Whether a type that no page explains is called as texts are: "slug", "ISO country code".
private func namesText(_ name: String) -> Bool {
    switch name.lowercased().split(separator: " ").last.map(String.init) {
    case "id", "identifier", "ulid", "snowflake", "objectid", "slug", "token", "cursor", "duration",
        "hostname", "domain", "ip", "ipv4", "ipv6", "cidr", "colour", "color", "locale", "language",
        "timezone", "html", "markdown", "regex", "expression", "hex", "hexadecimal", "semver",
        "code", "phone", "iban":
        true
    default: false
    }
}

extension Draft {
    /// Whether samples show whole numbers and nothing else.
    fileprivate var showsIntegersOnly: Bool {
        let kinds = shown.map(\.value).filter { $0 != .null }
        return !kinds.isEmpty && kinds.allSatisfy { $0 == .integer }
    }
}
