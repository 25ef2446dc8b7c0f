import APIModel
import Mustache

extension SwiftAPI {
    /// What `Support.swift` is made from: a section for each type that an API may do without.
    ///
    /// Support that nothing mentions would cost every build of every user, so only what the
    /// generated code names is there.
    var supportContext: TemplateObject {
        let words = mentionedWords
        let outputs = options.effectiveOutputs
        // Several APIs of one module share one support, whatever each of them needs.
        let isShared = options.namespace != nil
        func when(_ isUsed: Bool) -> TemplateValue { .boolean(isShared || isUsed) }
        var context = commonContext
        context["isHashable"] = .boolean(options.isHashable)
        // A server makes values of the text in paths, queries and headers, a client of the last.
        context["readsText"] = .boolean(validates || isShared || hasOutputHeaders)
        context["usesQueries"] = when(operations.contains { !$0.queries.isEmpty })
        context["usesEnumerations"] = when(
            api.schemas.contains { if case .enumeration = $0.definition { true } else { false } })
        context["usesNullable"] = when(api.schemas.contains(where: keepsNull))
        context["takesText"] = when(api.schemas.contains(where: takesText))
        context["usesBoxed"] = when(!boxed.isEmpty)
        context["usesOthers"] = when(api.schemas.contains(where: \.isOpen))
        // Tests of fixtures compare what any type sends.
        context["usesJSON"] = when(outputs.contains(.fixtures) || words.contains("JSON"))
        context["usesDouble"] = when(words.contains("Double"))
        context["usesBool"] = when(words.contains("Bool"))
        context["usesUUID"] = when(words.contains("UUID"))
        let encoded = api.schemas.filter { isEncodable($0.name) }.flatMap(\.parts)
        context["encodesUUID"] = when(
            wordsIn(encoded.map { type(of: $0.shape.value) }).contains("UUID"))
        context["usesURL"] = when(words.contains("URL"))
        context["usesDecimal"] = when(words.contains("Decimal"))
        context["usesTimestamp"] = when(words.contains("Timestamp"))
        context["usesCalendarDate"] = when(
            words.contains("CalendarDate") || words.contains("Timestamp"))
        let limits = limitKinds
        context["limitsNumbers"] = when(limits.contains(.bounds))
        context["limitsLengths"] = when(limits.contains(.lengths))
        context["limitsAddresses"] = when(limits.contains(.addresses))
        context["refusesNull"] = when(
            api.schemas.contains { schema in
                guard case .object(let object) = schema.definition else { return false }
                return !nonNull(schema, object).isEmpty
            })
        return context
    }

    /// Every word of every type that a member, a parameter or a body has.
    private var mentionedWords: Set<Substring> {
        var types: Set<SwiftType> = []
        for schema in api.schemas {
            types.formUnion(schema.parts.map { type(of: $0.shape.value) })
            // A choice of nothing is any value.
            if case .union(let options) = schema.definition, options.isEmpty {
                types.insert(.known("JSON"))
            }
        }
        for operation in operations.map(\.operation) {
            types.formUnion(operation.parameters.map { type(of: $0).type })
            types.formUnion(operation.responses.flatMap { headers(of: $0) }.map(\.type))
            let bodies = operation.responses.map(\.body) + [operation.requestBody]
            types.formUnion(bodies.compactMap { $0 }.map { type(of: $0.schema.shape.value) })
        }
        return wordsIn(types)
    }

    private func wordsIn(_ types: some Sequence<SwiftType>) -> Set<Substring> {
        Set(types.flatMap { $0.code.split { !$0.isLetter && !$0.isNumber } })
    }

    /// Whether a server takes a number or a truth value that the pages' own calls send as text.
    func takesText(_ property: Property, of schema: String) -> Bool {
        validates && sent.contains(schema) && !formsOnly.contains(schema)
            && property.schema.isTakenAsText
    }

    private func takesText(_ schema: NamedSchema) -> Bool {
        guard case .object(let object) = schema.definition else { return false }
        return object.properties.contains { takesText($0, of: schema.name) }
    }

    /// Whether a property tells `null` from nothing.
    private func keepsNull(_ schema: NamedSchema) -> Bool {
        guard case .object(let object) = schema.definition else { return false }
        return object.properties.contains { keepsNull($0, of: schema.name) }
    }

    func keepsNull(_ property: Property, of schema: String) -> Bool {
        property.schema.nullable?.value == true && property.required?.value != true
            && sent.contains(schema) && !formsOnly.contains(schema)
    }
}

extension NamedSchema {
    /// The schemas right below this one.
    var parts: [Schema] {
        switch definition {
        case .object(let object):
            object.properties.map(\.schema) + (object.additionalProperties.map { [$0] } ?? [])
        case .union(let options): options
        case .enumeration: []
        }
    }

    fileprivate var isOpen: Bool {
        if case .object(let object) = definition { return object.additionalProperties != nil }
        return false
    }
}
