/// A kind of change, with an identifier that stays: `response-property-removed`.
///
/// A rule is a part of the API and what happened to it. The same event can be harmless in what a
/// caller sends and fatal in what it receives, so requests and responses are parts of their own.
package struct Rule: Hashable, Sendable {
    package let part: Part
    package let event: Event

    package init(_ part: Part, _ event: Event) {
        self.part = part
        self.event = event
    }

    package var id: String { "\(part.rawValue)-\(event.rawValue)" }

    /// The rule that says the same of the way back.
    package var reversed: Rule { Rule(part, event.reversed) }

    package enum Part: String, Sendable, CaseIterable {
        case api, server, securityScheme = "security-scheme", tag, operation, parameter
        /// What a caller sends in a body.
        case request
        /// What a caller receives in a body.
        case response
        case header
        /// A named type of the generated Swift.
        case type
    }
}

/// What can happen to a part.
package enum Event: String, Sendable, CaseIterable {
    case added, removed, renamed, moved
    case addedAsRequired = "added-as-required"
    case removedThoughRequired = "removed-though-required"
    case successAdded = "success-added"
    case successRemoved = "success-removed"
    case pathChanged = "path-changed"
    case becameRequired = "became-required"
    case becameOptional = "became-optional"
    case deprecated
    case undeprecated = "no-longer-deprecated"

    case titleChanged = "title-changed"
    case summaryChanged = "summary-changed"
    case descriptionChanged = "description-changed"
    case exampleChanged = "example-changed"
    case orderChanged = "order-changed"
    case changed
    case tagAdded = "tag-added"
    case tagRemoved = "tag-removed"
    case serverAdded = "server-added"
    case serverRemoved = "server-removed"
    case noteAdded = "note-added"
    case noteRemoved = "note-removed"

    case securityDemanded = "security-demanded"
    case securityNoLongerDemanded = "security-no-longer-demanded"
    case securityAdded = "security-added"
    case securityRemoved = "security-removed"
    case permissionAdded = "permission-added"
    case permissionRemoved = "permission-removed"
    case permissionDescriptionChanged = "permission-description-changed"

    case bodyAdded = "body-added"
    case bodyAddedAsRequired = "body-added-as-required"
    case bodyRemoved = "body-removed"
    case bodyRemovedThoughRequired = "body-removed-though-required"
    case mediaTypeAdded = "media-type-added"
    case mediaTypeRemoved = "media-type-removed"

    case typeChanged = "type-changed"
    case typeStated = "type-stated"
    case typeNoLongerStated = "type-no-longer-stated"
    case formatStated = "format-stated"
    case formatNoLongerStated = "format-no-longer-stated"
    case formatChanged = "format-changed"
    /// A number is a decimal, or the other way round: one JSON, two types in Swift.
    case precisionChanged = "precision-changed"
    case becameNullable = "became-nullable"
    case becameNonNullable = "became-non-nullable"
    case defaultAdded = "default-added"
    case defaultRemoved = "default-removed"
    case defaultChanged = "default-changed"
    case limitTightened = "limit-tightened"
    case limitLoosened = "limit-loosened"
    case patternChanged = "pattern-changed"
    case listStyleChanged = "list-style-changed"
    case becameEnumeration = "became-enumeration"
    case noLongerEnumeration = "no-longer-enumeration"
    case valueAdded = "value-added"
    case valueRemoved = "value-removed"
    case valueRenamed = "value-renamed"
    case valueDescriptionChanged = "value-description-changed"
    case choiceAdded = "choice-added"
    case choiceRemoved = "choice-removed"
    case termAdded = "term-added"
    case termRemoved = "term-removed"
    case propertyAdded = "property-added"
    case propertyAddedAsRequired = "property-added-as-required"
    case propertyRemoved = "property-removed"
    case propertyRemovedThoughRequired = "property-removed-though-required"
    case membersOpened = "members-opened"
    case membersClosed = "members-closed"
    case becameReadOnly = "became-read-only"
    case becameWritable = "became-writable"
}

extension Event {
    /// What the way back is called.
    package var reversed: Event {
        let pairs = Self.opposites
        for pair in pairs {
            if pair.0 == self { return pair.1 }
            if pair.1 == self { return pair.0 }
        }
        return self
    }

    private static let opposites: [(Event, Event)] = [
        (.added, .removed), (.addedAsRequired, .removedThoughRequired),
        (.becameRequired, .becameOptional), (.deprecated, .undeprecated),
        (.tagAdded, .tagRemoved), (.serverAdded, .serverRemoved), (.noteAdded, .noteRemoved),
        (.securityDemanded, .securityNoLongerDemanded), (.securityAdded, .securityRemoved),
        (.permissionAdded, .permissionRemoved), (.bodyAdded, .bodyRemoved),
        (.bodyAddedAsRequired, .bodyRemovedThoughRequired),
        (.mediaTypeAdded, .mediaTypeRemoved), (.typeStated, .typeNoLongerStated),
        (.formatStated, .formatNoLongerStated), (.successAdded, .successRemoved),
        (.becameNullable, .becameNonNullable), (.defaultAdded, .defaultRemoved),
        (.limitTightened, .limitLoosened), (.becameEnumeration, .noLongerEnumeration),
        (.valueAdded, .valueRemoved), (.choiceAdded, .choiceRemoved), (.termAdded, .termRemoved),
        (.propertyAdded, .propertyRemoved),
        (.propertyAddedAsRequired, .propertyRemovedThoughRequired),
        (.membersOpened, .membersClosed), (.becameReadOnly, .becameWritable),
    ]
}
