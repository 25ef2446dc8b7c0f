import APIModel
import Mustache
import SourceText

/// Makes every output asked for, in a fixed order.
///
/// Which files there are depends on the options alone, since a build plugin must name them before
/// any page is read.
package func emit(
    _ api: APIDescription, _ options: EmissionOptions, with templates: TemplateSet,
    of sources: SourceSet
) -> (files: [OutputFile], notes: [Diagnostic]) {
    var emission = Emission(templates: templates)
    for (template, context) in emission.contexts(of: api, options) {
        emission.render(template, context)
    }
    if options.outputs.contains(.templates) { emission.renderOwn(api) }
    if options.outputs.contains(.openapi) {
        let (bytes, notes) = emitOpenAPI(api, of: sources, showing: .sources)
        emission.files.append(OutputFile(path: "openapi.json", bytes: bytes))
        emission.notes += notes
    }
    if let namespace = options.namespace {
        emission.files = emission.files.map { file in
            inNamespace(file, of: api.name, namespace, options.access)
        }
    }
    return (emission.files, emission.notes)
}

/// The data every template of the options' outputs sees, for `show context`; of those of the user's
/// what one sees that writes TypeScript.
package func templateContexts(
    of api: APIDescription, _ options: EmissionOptions
) -> [(template: String, context: TemplateObject)] {
    var emission = Emission(templates: TemplateSet())
    var contexts = emission.contexts(of: api, options)
    if options.outputs.contains(.templates) {
        contexts.append(("*.ts", NeutralAPI(api, in: .typescript).context))
    }
    return contexts
}

private struct Emission {
    let templates: TemplateSet
    var files: [OutputFile] = []
    var notes: [Diagnostic] = []

    init(templates: TemplateSet) {
        self.templates = templates
    }

    mutating func contexts(
        of api: APIDescription, _ options: EmissionOptions
    ) -> [(template: String, context: TemplateObject)] {
        let outputs = options.effectiveOutputs
        guard !outputs.isDisjoint(with: [.models, .client, .server, .fixtures]) else { return [] }
        let hasOperations = !outputs.isDisjoint(with: [.client, .server, .fixtures])
        let swift = SwiftAPI(api, options)
        var contexts = [
            ("Support.swift", swift.supportContext), ("Models.swift", modelsContext(swift)),
        ]
        if hasOperations {
            let operations = operationsContext(swift)
            for name in ["HTTP.swift", "Middleware.swift", "URLSessionTransport.swift"] {
                contexts.append((name, swift.commonContext))
            }
            contexts.append(("Client.swift", operations))
            if swift.operations.contains(where: { swift.pages(of: $0) != nil }) {
                contexts.append(("Pages.swift", pagesContext(swift)))
            }
            if swift.hasForms { contexts += formsContexts(swift) }
            if api.usesDigest { contexts.append(("Digest.swift", swift.commonContext)) }
            if outputs.contains(.server) {
                contexts.append(("Routing.swift", swift.commonContext))
                contexts.append(("Server.swift", operations))
                if api.usesDigest { contexts.append(("DigestGuard.swift", swift.commonContext)) }
            }
            contexts += Output.allCases.filter(outputs.contains).compactMap(\.adapter).map {
                ($0, swift.commonContext)
            }
        }
        if outputs.contains(.fixtures) {
            let (fixtures, found) = fixturesContext(swift)
            notes += found
            contexts.append(("Fixtures.swift", fixtures))
            contexts.append(("Tests/FixtureTests.swift", fixtures))
        }
        return contexts
    }

    /// Files in other languages, each over the model in the words of its own.
    mutating func renderOwn(_ api: APIDescription) {
        let own = OwnTemplates(in: templates)
        notes += own.outputNotes
        for (name, language) in own.outputs {
            render(name, NeutralAPI(api, in: language).context)
        }
    }

    mutating func render(_ name: String, _ context: TemplateObject) {
        let (bytes, found) = Mustache.render(
            name, of: templates, with: context, mode: .generator)
        notes += found
        files.append(OutputFile(path: name, bytes: bytes))
    }
}
