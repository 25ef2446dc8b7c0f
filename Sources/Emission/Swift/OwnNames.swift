/// What the types are called that every API has.
struct OwnNames {
    /// The API's own name, such as `Library`, before `API`, `Client`, `Router`; its namespace, if it
    /// lives in one.
    let name: SwiftIdentifier
    let protocolName: SwiftIdentifier
    let clientName: SwiftIdentifier
    let routerName: SwiftIdentifier
    let mockName: SwiftIdentifier
    let fixturesName: SwiftIdentifier
    /// What the API is compiled into, and the suite of its tests.
    let moduleName: SwiftIdentifier
    let testsName: SwiftIdentifier

    /// Beside the types of a scope, or short and alone in a namespace, where nothing documented may
    /// have these names.
    init(
        _ api: String, _ namespace: EmissionOptions.Namespace?, in scope: inout IdentifierScope
    ) {
        var outside = IdentifierScope()
        if let namespace {
            name = namespaceName(api)
            moduleName = outside.type(namespace.module)
            testsName = outside.type([api, "FixtureTests"])
        } else {
            name = scope.type(api)
            moduleName = name
            testsName = outside.type("FixtureTests")
        }
        let prefix = namespace == nil ? [api] : []
        var names = namespace == nil ? scope : IdentifierScope()
        protocolName = names.type(prefix + ["API"])
        clientName = names.type(prefix + ["Client"])
        routerName = names.type(prefix + ["Router"])
        mockName = names.type(prefix + ["MockServer"])
        fixturesName = names.type(prefix + ["Fixtures"])
        if namespace == nil { scope = names }
    }
}

/// The names that every API has in its namespace.
let namesInNamespaces = ["API", "Client", "Fixtures", "MockServer", "Router"]

/// What the namespace of an API of this name is called.
package func namespace(of name: String) -> String { namespaceName(name).name }

/// Like a type, and unlike those that all APIs share.
func namespaceName(_ name: String) -> SwiftIdentifier {
    var scope = IdentifierScope(reserving: reservedTypeNames, prefix: "API")
    return scope.type(name)
}
