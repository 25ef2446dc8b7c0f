import APIModel
import Emission
import PageTree
import SourceText

/// Text for standard output, and what there was to say.
public struct Printout: Sendable {
    public var bytes: [UInt8]
    public var findings: Findings
}

/// A stage whose value can be looked at.
public enum Stage: String, CaseIterable, Sendable {
    case page, claims, api, context
}

/// One stage of the work, in a form for people and tests.
public func show(_ stage: Stage, of pages: Pages) -> Printout {
    var run = Run(pages)
    let name = run.configure().name ?? pages.name
    let text: [UInt8]
    switch stage {
    case .page:
        text = Array(run.sources.ids.map { outline(read(run.sources[$0], as: $0)) }.joined().utf8)
    case .claims: text = []
    case .api: text = writeAPI(run.describe(named: name), at: Positions(run.sources))
    case .context: text = []
    }
    return Printout(bytes: text, findings: run.findings)
}

/// Which place decided a fact, in sentences.
public func explain(_ fact: String, of pages: Pages) -> Printout {
    var run = Run(pages)
    _ = run.describe(named: pages.name)
    return Printout(bytes: [], findings: run.findings)
}

/// The API as an OpenAPI 3.1 document; `isPlain` leaves out where each fact was read.
public func openAPI(_ pages: Pages, isPlain: Bool) -> Printout {
    var run = Run(pages)
    let name = run.configure().name ?? pages.name
    let api = run.describe(named: name)
    _ = run.hasNothing(api)
    let detail: OpenAPIDetail = isPlain ? .plain : .sources
    let (bytes, notes) = emitOpenAPI(api, of: run.sources, showing: detail)
    run.diagnostics += notes
    return Printout(bytes: bytes, findings: run.findings)
}
