extension Rule {
    /// What a change of this kind costs.
    package var level: Level { Self.levels[self] ?? .wire }

    /// Every rule, in the order of the parts and their events.
    package static let all: [Rule] = Part.allCases.flatMap { part in
        Event.allCases.map { Rule(part, $0) }.filter { levels[$0] != nil }
    }

    private static let levels: [Rule: Level] = {
        var levels: [Rule: Level] = [:]
        for (part, event, level) in ofTheAPI + ofOperations + ofMessages {
            levels[Rule(part, event)] = level
        }
        for (event, parameter, request, response) in ofSchemas {
            levels[Rule(.parameter, event)] = parameter
            levels[Rule(.request, event)] = request
            levels[Rule(.response, event)] = response
            levels[Rule(.header, event)] = parameter == nil ? nil : response
        }
        levels[Rule(.header, .termAdded)] = nil
        levels[Rule(.header, .termRemoved)] = nil
        return levels
    }()

    private static let ofTheAPI: [(Part, Event, Level)] = [
        (.api, .titleChanged, .documentation),
        (.api, .descriptionChanged, .documentation),
        (.server, .added, .documentation),
        (.server, .removed, .wire),
        (.server, .descriptionChanged, .documentation),
        (.securityScheme, .added, .documentation),
        (.securityScheme, .removed, .wire),
        (.securityScheme, .changed, .wire),
        (.securityScheme, .descriptionChanged, .documentation),
        (.tag, .added, .documentation),
        (.tag, .removed, .documentation),
        (.tag, .descriptionChanged, .documentation),
        (.type, .renamed, .source),
    ]

    // A new operation is a new requirement of the generated protocol, and a new status a new case of
    // an enumeration that callers switch over: both stop code that compiled.
    private static let ofOperations: [(Part, Event, Level)] = [
        (.operation, .added, .source),
        (.operation, .removed, .wire),
        (.operation, .renamed, .source),
        (.operation, .pathChanged, .wire),
        (.operation, .deprecated, .documentation),
        (.operation, .undeprecated, .documentation),
        (.operation, .summaryChanged, .documentation),
        (.operation, .descriptionChanged, .documentation),
        (.operation, .orderChanged, .documentation),
        (.operation, .tagAdded, .documentation),
        (.operation, .tagRemoved, .documentation),
        (.operation, .noteAdded, .documentation),
        (.operation, .noteRemoved, .documentation),
        (.operation, .serverAdded, .documentation),
        (.operation, .serverRemoved, .wire),
        (.operation, .securityDemanded, .wire),
        (.operation, .securityNoLongerDemanded, .documentation),
        (.operation, .securityAdded, .documentation),
        (.operation, .securityRemoved, .wire),
        (.operation, .permissionAdded, .wire),
        (.operation, .permissionRemoved, .documentation),
        (.operation, .permissionDescriptionChanged, .documentation),
        (.parameter, .added, .source),
        (.parameter, .addedAsRequired, .wire),
        (.parameter, .removed, .wire),
        (.parameter, .removedThoughRequired, .wire),
        (.parameter, .renamed, .source),
        (.parameter, .moved, .wire),
        (.parameter, .becameRequired, .wire),
        (.parameter, .becameOptional, .source),
        (.parameter, .deprecated, .documentation),
        (.parameter, .undeprecated, .documentation),
        (.parameter, .listStyleChanged, .wire),
    ]

    private static let ofMessages: [(Part, Event, Level)] = [
        (.request, .bodyAdded, .source),
        (.request, .bodyAddedAsRequired, .wire),
        (.request, .bodyRemoved, .wire),
        (.request, .bodyRemovedThoughRequired, .wire),
        (.request, .becameRequired, .wire),
        (.request, .becameOptional, .source),
        (.request, .mediaTypeAdded, .documentation),
        (.request, .mediaTypeRemoved, .wire),
        (.request, .deprecated, .documentation),
        (.request, .undeprecated, .documentation),
        (.response, .added, .source),
        (.response, .removed, .source),
        // What a program does not know as a success fails in it.
        (.response, .successAdded, .wire),
        (.response, .successRemoved, .wire),
        (.response, .bodyAdded, .source),
        (.response, .bodyRemoved, .wire),
        (.response, .becameRequired, .source),
        (.response, .becameOptional, .source),
        (.response, .mediaTypeAdded, .wire),
        (.response, .mediaTypeRemoved, .wire),
        (.response, .deprecated, .documentation),
        (.response, .undeprecated, .documentation),
        (.header, .added, .source),
        (.header, .addedAsRequired, .source),
        (.header, .removed, .source),
        (.header, .removedThoughRequired, .wire),
        (.header, .becameRequired, .source),
        (.header, .becameOptional, .source),
        (.header, .deprecated, .documentation),
        (.header, .undeprecated, .documentation),
    ]

    /// An event, and what it costs in a parameter, in what is sent and in what is received; `nil`
    /// where it cannot happen.
    private static let ofSchemas: [(Event, Level?, Level?, Level?)] = [
        (.typeChanged, .wire, .wire, .wire),
        (.typeStated, .source, .source, .source),
        (.typeNoLongerStated, .source, .source, .source),
        // Who reads dates cannot read other texts; who sends any text may be refused for dates.
        (.formatStated, .wire, .wire, .source),
        (.formatNoLongerStated, .source, .source, .wire),
        (.formatChanged, .wire, .wire, .wire),
        (.precisionChanged, .source, .source, .source),
        (.becameNullable, .source, .source, .wire),
        (.becameNonNullable, .wire, .wire, .source),
        (.defaultAdded, .documentation, .documentation, .documentation),
        (.defaultRemoved, .documentation, .documentation, .documentation),
        (.defaultChanged, .wire, .wire, .documentation),
        (.limitTightened, .wire, .wire, .documentation),
        (.limitLoosened, .documentation, .documentation, .wire),
        (.patternChanged, .wire, .wire, .wire),
        (.becameEnumeration, .source, .source, .source),
        (.noLongerEnumeration, .source, .source, .source),
        (.valueAdded, .documentation, .documentation, .wire),
        (.valueRemoved, .wire, .wire, .source),
        (.valueRenamed, .source, .source, .source),
        (.valueDescriptionChanged, .documentation, .documentation, .documentation),
        (.choiceAdded, .source, .source, .wire),
        (.choiceRemoved, .wire, .wire, .source),
        (.termAdded, .documentation, nil, nil),
        (.termRemoved, .wire, nil, nil),
        (.descriptionChanged, .documentation, .documentation, .documentation),
        (.exampleChanged, .documentation, .documentation, .documentation),
        (.propertyAdded, nil, .documentation, .documentation),
        (.propertyAddedAsRequired, nil, .wire, .source),
        (.propertyRemoved, nil, .wire, .source),
        (.propertyRemovedThoughRequired, nil, .wire, .wire),
        (.membersOpened, nil, .documentation, .source),
        (.membersClosed, nil, .wire, .source),
        (.becameReadOnly, nil, .wire, .documentation),
        (.becameWritable, nil, .documentation, .documentation),
    ]
}
