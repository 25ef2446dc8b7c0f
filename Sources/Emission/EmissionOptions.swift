/// What a user can choose about the outputs; everything else has one answer.
package struct EmissionOptions: Hashable, Sendable {
    package var outputs: Set<Output> = [.models, .client, .server, .fixtures, .templates]
    /// Whether types are `Hashable`: on request, since it costs a fifth of the compile time.
    package var isHashable = false
    /// Whether properties are `var` instead of `let`.
    package var isMutable = false
    package var access = Access.public
    /// Where the API's types live, if not beside those that all APIs share.
    package var namespace: Namespace?

    /// Several APIs in one module: each has its types in an enumeration called like itself.
    package struct Namespace: Hashable, Sendable {
        /// Stands before the names of the API's own files, which a module wants to differ.
        package var filePrefix: String
        /// What all APIs are compiled into.
        package var module: String

        package init(filePrefix: String, module: String) {
            self.filePrefix = filePrefix
            self.module = module
        }
    }

    package init() {}

    /// What is asked for with what that cannot do without.
    var effectiveOutputs: Set<Output> {
        var result = outputs
        if !outputs.isDisjoint(with: [.hummingbird, .flyingfox]) { result.insert(.server) }
        if outputs.contains(.asyncHTTPClient) { result.insert(.client) }
        return result
    }

    /// Who can see the generated declarations.
    package enum Access: String, Sendable, CaseIterable {
        case `public`, package, `internal`
    }
}

/// Something that can be generated from an API description.
package enum Output: String, Sendable, CaseIterable {
    case models, client, server, fixtures, openapi
    /// What connects the server to the package of this name.
    case hummingbird, flyingfox
    /// What connects the client to the package of this name.
    case asyncHTTPClient = "async-http-client"
    /// A file for each template of the user's that has none of our names.
    case templates

    /// The template of an output that is one file more beside the server or the client.
    var adapter: String? {
        switch self {
        case .asyncHTTPClient: "AsyncHTTPClientTransport.swift"
        case .hummingbird: "Hummingbird.swift"
        case .flyingfox: "FlyingFox.swift"
        case .models, .client, .server, .fixtures, .openapi, .templates: nil
        }
    }
}
