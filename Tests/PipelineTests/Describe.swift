import APIModel
import EndpointGenerator
import SourceText

/// The pipeline as these tests use it: pages in, model and diagnostics out.
func describe(_ name: String, _ pages: [SourceFile]) -> Reading {
    Reading(api: APIDescription(name: name), sources: SourceSet(pages), diagnostics: [])
}

/// Everything that is generated from a reading, by file name.
func outputs(_ reading: Reading) throws -> [(String, String)] {
    []
}
