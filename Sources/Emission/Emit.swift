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
    var rendered = RenderedFiles(templates)
    rendered.eachContext(of: api, options) { $0.add($1, from: $1, $2) }
    if options.outputs.contains(.templates) { rendered.addOwn(api) }
    if options.outputs.contains(.openapi) {
        let (bytes, notes) = emitOpenAPI(api, of: sources, showing: .sources)
        rendered.files.append(OutputFile(path: "openapi.json", bytes: bytes))
        rendered.notes += notes
    }
    if let namespace = options.namespace {
        rendered.files = rendered.files.map { file in
            inNamespace(file, of: api.name, namespace, options.access)
        }
    }
    return (rendered.files, rendered.notes)
}

/// The data every template of the options' outputs sees, for `show context`; of those of the user's
/// what one sees that writes TypeScript.
package func templateContexts(
    of api: APIDescription, _ options: EmissionOptions
) -> [(template: String, context: TemplateObject)] {
    var rendered = RenderedFiles(TemplateSet())
    var contexts: [(template: String, context: TemplateObject)] = []
    rendered.eachContext(of: api, options) { contexts.append(($1, $2)) }
    if options.outputs.contains(.templates) {
        contexts.append(("*.ts", NeutralAPI(api, in: .typescript).context))
    }
    return contexts
}

extension RenderedFiles {
    /// Hands out the context of each template, and lets go of it before the next is made: what a
    /// template sees takes several times the room of what it writes.
    fileprivate mutating func eachContext(
        of api: APIDescription, _ options: EmissionOptions,
        _ use: (inout RenderedFiles, _ template: String, TemplateObject) -> Void
    ) {
        let outputs = options.effectiveOutputs
        guard !outputs.isDisjoint(with: [.models, .client, .server, .fixtures]) else { return }
        let swift = SwiftAPI(api, options)
        use(&self, "Support.swift", swift.supportContext)
        use(&self, "Models.swift", modelsContext(swift))
        if outputs.isDisjoint(with: [.client, .server, .fixtures]) { return }
        for name in ["HTTP.swift", "Middleware.swift", "URLSessionTransport.swift"] {
            use(&self, name, swift.commonContext)
        }
        let signatures = eachCallContext(of: swift, outputs, use)
        for name in Output.allCases.filter(outputs.contains).compactMap(\.adapter) {
            use(&self, name, swift.commonContext)
        }
        if outputs.contains(.fixtures) {
            let (fixtures, found) = fixturesContext(swift, signatures: signatures)
            notes += found
            use(&self, "Fixtures.swift", fixtures)
            use(&self, "Tests/FixtureTests.swift", fixtures)
        }
    }

    /// The same for all that is made of operations; returns how each is written in whoever answers.
    private mutating func eachCallContext(
        of swift: SwiftAPI, _ outputs: Set<Output>,
        _ use: (inout RenderedFiles, _ template: String, TemplateObject) -> Void
    ) -> [TemplateValue] {
        let usesDigest = swift.api.usesDigest
        let operations = operationsContext(swift)
        use(&self, "Client.swift", operations)
        if swift.options.namespace != nil || swift.hasStreams {
            use(&self, "Streams.swift", swift.commonContext)
        }
        if swift.operations.contains(where: { swift.pages(of: $0) != nil }) {
            use(&self, "Pages.swift", pagesContext(swift))
        }
        if swift.hasForms {
            for (name, context) in formsContexts(swift) { use(&self, name, context) }
        }
        if usesDigest { use(&self, "Digest.swift", swift.commonContext) }
        if outputs.contains(.server) {
            use(&self, "Routing.swift", swift.commonContext)
            use(&self, "Server.swift", operations)
            if usesDigest { use(&self, "DigestGuard.swift", swift.commonContext) }
        }
        return operations.objects("operations").map { $0["implementation"] ?? .absent }
    }

    /// Files in other languages, each over the model in the words of its own.
    fileprivate mutating func addOwn(_ api: APIDescription) {
        let own = OwnTemplates(in: templates)
        notes += own.outputNotes
        for (name, language) in own.outputs {
            add(name, from: name, NeutralAPI(api, in: language).context)
        }
    }
}
