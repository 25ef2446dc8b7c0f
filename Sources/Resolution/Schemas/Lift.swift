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
    var enumerations: [EnumerationKey: Int] = [:]
    /// The same by the keys that they stand under.
    var keyed: [(key: String, index: Int)] = []
    var registry: ObjectRegistry
    var diagnostics: [Diagnostic] = []
    var remarks: [Diagnostic] = []
    /// Samples that leave something out, by file and place.
    let shortened: [SourceSpan]
    /// Whether lists are written from schemas, so that what they do not name does not exist.
    let listsAreComplete: Bool

    init(registry: ObjectRegistry, shortened: [SourceSpan], listsAreComplete: Bool) {
        self.registry = registry
        self.shortened = shortened
        self.listsAreComplete = listsAreComplete
    }
}

struct LiftedSchema {
    /// Wished names, best first; the last is made unique by a number.
    var names: [String]
    /// What the first name rests on; an own title goes before a list's, both before a key.
    var claim: Claim
    var schema: NamedSchema
    /// The key of the parameter that it stands under, if it is not a member's.
    var parameter: String?

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
    /// Whether it is a parameter of an operation, or an element of one.
    var isParameter = false
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
        if property.leadsToNeighbourPage, parent.speaksOfPages(below: place.key) {
            property.allowForLastPage()
        }
        return property
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
}
