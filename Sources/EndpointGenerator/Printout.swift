import APIModel
import Emission
import Mustache
import PageTree
import Recognition
import SourceText

/// Text for standard output, and what there was to say.
public struct Printout: Sendable {
    public var bytes: [UInt8]
    public var findings: Findings
    /// Whether the configuration has something that cannot be used; the rest of it was.
    public var isMisconfigured: Bool
}

/// A stage whose value can be looked at.
public enum Stage: String, CaseIterable, Sendable {
    case page, claims, api, context
}

/// One stage of the work, in a form for people and tests.
public func show(_ stage: Stage, of pages: Pages) -> Printout {
    var run = Run(pages)
    let configuration = run.configure()
    let sources = pages.sources
    let bytes: [UInt8]
    switch stage {
    case .page:
        let read = sources.ids.map { PageTree.read(sources[$0], as: $0) }
        run.diagnostics += read.flatMap(\.notes)
        bytes = Array(read.map(outline).joined().utf8)
    case .claims:
        let (claims, notes) = claims(of: sources, over: pages.threads)
        var positions = Positions(sources)
        run.diagnostics += notes
        bytes = Array(claims.map { outline($0, positions: &positions) }.joined().utf8)
    case .api:
        guard let name = run.nameOfOneAPI(by: configuration) else { return run.printout([]) }
        bytes = writeAPI(run.describe(named: name), at: Positions(run.sources))
    case .context:
        guard let name = run.nameOfOneAPI(by: configuration) else { return run.printout([]) }
        let api = run.describe(named: name)
        let contexts = templateContexts(of: api, configuration.options)
        let texts = contexts.map { "-- \($0.template) --\n" + outline($0.context) }
        bytes = Array(texts.joined().utf8)
    }
    return run.printout(bytes)
}

/// The API as an OpenAPI 3.1 document; `isPlain` leaves out where each fact was read, `ofServer` adds
/// what the generated server answers of itself.
public func openAPI(_ pages: Pages, isPlain: Bool, ofServer: Bool = false) -> Printout {
    var run = Run(pages)
    guard let name = run.nameOfOneAPI() else { return run.printout([]) }
    let api = run.describe(named: name)
    _ = run.hasNothing(api)
    let detail: OpenAPIDetail = isPlain ? .plain : .sources
    let (bytes, notes) = emitOpenAPI(
        api, of: run.sources, showing: detail,
        answers: ofServer ? .server : .documented)
    run.diagnostics += notes
    return run.printout(bytes)
}
