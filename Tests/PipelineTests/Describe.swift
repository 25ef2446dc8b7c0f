import APIModel
import CaseSupport
import EndpointGenerator
import SourceText

// The one place where these tests know how the pipeline is called.

/// Pages in, model and diagnostics out.
func describe(_ name: String, _ pages: [SourceFile]) -> Reading {
    Reading(api: APIDescription(name: name), sources: SourceSet(pages), diagnostics: [])
}

/// Everything that is generated from a reading, by path below the API's folder.
func outputs(_ reading: Reading) throws -> [(String, String)] {
    []
}

/// The stages a case can show.
let stages: [CaseStage] = [
    CaseStage("facts") { pages in facts(describe("Case", pages.map(source)).api) }
]

private func source(_ page: Case.Section) -> SourceFile {
    SourceFile(path: page.name, bytes: Array(page.text.utf8))
}
