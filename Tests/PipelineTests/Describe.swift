import APIModel
import CaseSupport
import EndpointGenerator
import SourceText

// The one place where these tests know how the pipeline is called.

/// Pages in, model and diagnostics out.
func describe(_ name: String, _ pages: [SourceFile]) -> Reading {
    let sources = SourceSet(pages)
    let (api, notes) = EndpointGenerator.describe(sources, named: name)
    return Reading(api: api, sources: sources, diagnostics: notes)
}

/// Everything that is generated from a reading, by path below the API's folder.
func outputs(_ reading: Reading) throws -> [(String, String)] {
    []
}

/// The stages a case can show.
let stages: [CaseStage] = [
    CaseStage("facts") { pages in facts(describe("Case", pages.map(source)).api) },
    CaseStage("diagnostics") { pages in
        let reading = describe("Case", pages.map(source))
        return reading.diagnostics.map { reading.text($0) + "\n" }.joined()
    },
]

private func source(_ page: Case.Section) -> SourceFile {
    SourceFile(path: page.name, bytes: Array(page.text.utf8))
}

extension Reading {
    /// One line a diagnostic, without the page's line below it.
    func text(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.span.map { span in
            let position = sources.position(span)
            return "\(sources[span.file].path):\(position.line):\(position.column): "
        }
        return
            "\(place ?? "")\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.id)]"
    }
}
