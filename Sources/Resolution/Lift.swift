import APIModel
import JSONText
import Recognition
import SourceText

/// Turns drafts into schemas: every object, enumeration and union gets an entry of its own.
///
/// Entries carry provisional references (`#3`) and the names they would like; `settleNames`
/// gives them their names when all are known.
struct Lift {
    var entries: [LiftedSchema] = []
    /// Objects under way or done, by the draft that describes them.
    var byDraft: [ObjectIdentifier: Int] = [:]
    /// Enumerations by the names they wish for and the values they list.
    private var enumerations: [EnumerationKey: String] = [:]
    var registry: ObjectRegistry
    var diagnostics: [Diagnostic] = []
    var remarks: [Diagnostic] = []
    /// Samples that leave something out, by file and place.
    let shortened: [SourceSpan]

    init(registry: ObjectRegistry, shortened: [SourceSpan] = []) {
        self.registry = registry
        self.shortened = shortened
    }
}

/// What makes two lists of values one enumeration.
private struct EnumerationKey: Hashable {
    let names: [String]
    let base: Enumeration.Base
    let values: [String]
}

struct LiftedSchema {
    /// Wished names, best first; the last is made unique by a number.
    var names: [String]
    /// What the first name rests on; an own title goes before a list's, both before a key.
    var claim: Claim
    var schema: NamedSchema

    enum Claim: CaseIterable {
        case ownTitle, listTitle, key
    }
}

/// Where a schema stands, for its name and for evidence when nothing else gives any.
struct LiftPlace {
    /// Key or parameter name, `nil` at the root of a body.
    var key: String?
    /// Name of the object around it, or of the operation.
    var owner: String
    /// What to call the root of a body: `ListUsersResponse`.
    var fallback: String
    var evidence: Evidence
    /// What the operation is about, for bodies that hold it under a key such as `data`.
    var noun: String?
    var depth = 0
    /// Whether it is an element of an array.
    var isElement = false
    /// The title of the documented thing that stands here, if it is no object.
    var title: Said<String>?
    /// The same, where it is the name letter for letter.
    var statedName: String?
}

extension Lift {
    mutating func schema(of draft: Draft, at place: LiftPlace) -> Schema {
        var schema = Schema(shape(of: draft, at: place))
        schema.description = decide(draft.descriptions)
        schema.nullable = draft.nullability
        schema.defaultValue = draft.defaultValue(for: schema.shape.value)
        schema.example = draft.exampleValue
        schema.constraints = draft.constraints
        if !place.isElement {
            compare(draft, called: place.key)
            comparePages(draft, called: place.key)
        }
        remarkOnTypes(of: draft)
        return schema
    }

    /// Lifts the object at a place, or finds it lifted already.
    mutating func object(_ draft: ObjectDraft, at place: LiftPlace) -> String {
        if let known = byDraft[ObjectIdentifier(draft)] { return "#\(known)" }
        let index = entries.count
        byDraft[ObjectIdentifier(draft)] = index
        let names = draft.wishedNames(at: place)
        entries.append(
            LiftedSchema(
                names: names,
                claim: draft.title == nil ? .key : draft.isListTitle ? .listTitle : .ownTitle,
                schema: NamedSchema(
                    name: "#\(index)", definition: .object(ObjectSchema(properties: [])))))
        compare(draft)
        remark(on: draft)
        var object = ObjectSchema(properties: [])
        for name in draft.names {
            guard let member = draft.properties[name.value] else { continue }
            object.properties.append(
                property(name, member, of: draft, owner: names[0], at: place))
        }
        if let members = draft.members {
            let inner = place.inside(key: nil, owner: names[0])
            object.additionalProperties = schema(of: members, at: inner)
        }
        entries[index].schema.definition = .object(object)
        entries[index].schema.documentedName = draft.title?.fact
        return "#\(index)"
    }

    private mutating func property(
        _ name: Said<String>, _ member: Draft, of parent: ObjectDraft, owner: String,
        at place: LiftPlace
    ) -> Property {
        var inner = place.inside(key: name.value, owner: owner)
        inner.evidence = name.evidence
        var schema = schema(of: member, at: inner)
        if isCredentialName(name.value) { schema.example = nil }
        var property = Property(name: name.fact, schema: schema)
        property.required = member.requiredness(in: parent)
        property.deprecated = member.deprecated?.fact
        property.readOnly = member.readOnly?.fact
        return property
    }

    mutating func enumeration(_ draft: Draft, base: Enumeration.Base, at place: LiftPlace) -> String
    {
        var values: [EnumerationValue] = []
        for row in draft.values {
            guard let wire = row.value.value.wireValue(base) else { continue }
            if values.contains(where: { $0.value.value == wire }) { continue }
            var value = EnumerationValue(value: Fact(wire, row.value.evidence))
            let (name, description) = row.speakingName
            value.name = name?.fact
            value.description = description?.fact
            values.append(value)
        }
        let enumeration = Enumeration(base: base, values: values)
        // Pages list the values of one thing wherever they mention it, in words that differ.
        let key = EnumerationKey(
            names: place.enumerationNames, base: base, values: values.map(\.value.value).sorted())
        if let known = enumerations[key] { return known }
        let index = entries.count
        enumerations[key] = "#\(index)"
        var named = NamedSchema(name: "#\(index)", definition: .enumeration(enumeration))
        named.description = decide(draft.descriptions)
        named.documentedName = place.title?.fact
        entries.append(
            LiftedSchema(
                names: place.enumerationNames, claim: place.title == nil ? .key : .ownTitle,
                schema: named))
        return "#\(index)"
    }
}

extension LiftPlace {
    func inside(key: String?, owner: String) -> LiftPlace {
        LiftPlace(
            key: key ?? self.key, owner: owner, fallback: fallback, evidence: evidence,
            noun: noun, depth: depth + 1)
    }

    /// What the title makes of the thing's name.
    var titleName: String? { statedName ?? title.map { typeName($0.value) } }

    /// A key of two words speaks for itself; one word needs its owner (`UserStatus`).
    var enumerationNames: [String] {
        if let titleName { return [titleName] }
        guard let key else { return [fallback + "Value"] }
        let short = typeName(key)
        let long = owner + short
        // An owner with a name of many words would make a name nobody can read.
        return words(of: key).count > 1 || owner.utf8.count > 32 ? [short, long] : [long]
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
