import APIModel
import Comparison
import JSONText

/// What happens to a schema, wherever it stands.
private struct SchemaCase: Sendable {
    let event: Event
    /// Makes the schema as it is before; `nil` where any will do.
    let before: @Sendable (inout Schema) -> Void
    let after: @Sendable (inout Schema) -> Void

    init(
        _ event: Event, before: @escaping @Sendable (inout Schema) -> Void = { _ in },
        _ after: @escaping @Sendable (inout Schema) -> Void
    ) {
        self.event = event
        self.before = before
        self.after = after
    }
}

/// A place where a schema stands: a parameter, a header, a member of a type that is only sent or
/// only received.
private let places:
    [(part: Rule.Part, reach: @Sendable (inout APIDescription, (inout Schema) -> Void) -> Void)] = [
        (.parameter, { api, body in body(&api.operations[0].parameters[1].schema) }),
        (.header, { api, body in body(&api.operations[0].responses[0].headers[0].schema) }),
        (.request, { api, body in edit(&api, \.properties[0].schema, body) }),
        (.response, { api, body in edit(&api, \.properties[0].schema, body) }),
    ]

private let schemaCases: [SchemaCase] = [
    SchemaCase(.typeChanged, before: { $0 = schema(.integer) }) { $0 = schema(.boolean) },
    SchemaCase(.typeStated, before: { $0 = schema(.unknown) }) { $0 = schema(.integer) },
    SchemaCase(.formatStated, before: { $0 = schema(.string(.plain)) }) {
        $0 = schema(.string(.uuid))
    },
    SchemaCase(.formatChanged, before: { $0 = schema(.string(.date)) }) {
        $0 = schema(.string(.uuid))
    },
    SchemaCase(.precisionChanged, before: { $0 = schema(.number) }) { $0 = schema(.decimal) },
    SchemaCase(.becameNullable) { $0.nullable = fact(true) },
    SchemaCase(.defaultAdded) { $0.defaultValue = fact(.integer(10)) },
    SchemaCase(.defaultChanged, before: { $0.defaultValue = fact(.integer(10)) }) {
        $0.defaultValue = fact(.integer(20))
    },
    SchemaCase(.limitTightened, before: { $0.constraints.maximum = fact("100") }) {
        $0.constraints.maximum = fact("99")
    },
    SchemaCase(.limitTightened, before: { $0.constraints.minimum = fact("9") }) {
        $0.constraints.minimum = fact("10")
    },
    SchemaCase(.limitTightened) { $0.constraints.maximumLength = fact(3) },
    SchemaCase(.patternChanged) { $0.constraints.pattern = fact("[a-z]+") },
    SchemaCase(.becameEnumeration, before: { $0 = schema(.string(.plain)) }) {
        $0 = schema(.reference("State"))
    },
    SchemaCase(.descriptionChanged) { $0.description = fact("What it is.") },
    SchemaCase(.exampleChanged) { $0.example = fact(.integer(1)) },
]

/// What happens to an enumeration that the place refers to.
private let valueCases: [(Event, @Sendable (inout Enumeration) -> Void)] = [
    (.valueAdded, { $0.values.append(value("lost")) }),
    (.valueRenamed, { $0.values[0].name = fact("IN") }),
    (.valueDescriptionChanged, { $0.values[0].description = fact("On its shelf.") }),
]

/// What happens to an object that is sent or received.
private let objectCases: [(Event, @Sendable (inout ObjectSchema) -> Void)] = [
    (.propertyAdded, { $0.properties.append(property("isbn", .string(.plain))) }),
    (
        .propertyAddedAsRequired,
        { $0.properties.append(property("isbn", .string(.plain), required: true)) }
    ),
    (.membersOpened, { $0.additionalProperties = schema(.unknown) }),
    (.becameReadOnly, { $0.properties[1].readOnly = fact(true) }),
    (.becameRequired, { $0.properties[1].required = fact(true) }),
    (.deprecated, { $0.properties[1].deprecated = fact("old") }),
]

let casesOfSchemas: [RuleCase] =
    places.flatMap { place in
        schemaCases.map { test in
            RuleCase(
                place.part, test.event, before: { place.reach(&$0, test.before) },
                { place.reach(&$0, test.after) })
        }
            + valueCases.map { event, change in
                RuleCase(
                    place.part, event,
                    before: { place.reach(&$0) { $0 = schema(.reference("State")) } },
                    { edit(&$0, change) })
            }
            + [
                RuleCase(
                    place.part, .choiceAdded,
                    before: { place.reach(&$0) { $0 = schema(.reference("Either")) } },
                    { api in
                        api.schemas[2].definition = .union([
                            schema(.reference("Book")), schema(.string(.plain)), schema(.integer),
                        ])
                    })
            ]
    }
    + [Rule.Part.request, .response].flatMap { part in
        objectCases.map { event, change in RuleCase(part, event) { editBook(&$0, change) } }
    }

func edit(
    _ api: inout APIDescription, _ path: WritableKeyPath<ObjectSchema, Schema> & Sendable,
    _ body: (inout Schema) -> Void
) {
    editBook(&api) { body(&$0[keyPath: path]) }
}

private func editBook(_ api: inout APIDescription, _ body: (inout ObjectSchema) -> Void) {
    guard case .object(var object) = api.schemas[0].definition else { return }
    body(&object)
    api.schemas[0].definition = .object(object)
}

private func edit(_ api: inout APIDescription, _ body: (inout Enumeration) -> Void) {
    guard case .enumeration(var enumeration) = api.schemas[1].definition else { return }
    body(&enumeration)
    api.schemas[1].definition = .enumeration(enumeration)
}
