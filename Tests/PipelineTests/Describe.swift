import APIModel
import CaseSupport
import EndpointGenerator
import SourceText

// The one place where these tests know how the pipeline is called.

/// Pages in, model and diagnostics out; `corrections.md` is no page.
func describe(_ name: String, _ files: [SourceFile]) -> Reading {
    let pages = files.filter { $0.path != "corrections.md" }
    let corrections = files.first { $0.path == "corrections.md" }
    let (api, notes) = EndpointGenerator.describe(
        SourceSet(pages), named: name, correctedBy: corrections)
    let sources = SourceSet(pages + (corrections.map { [$0] } ?? []))
    return Reading(api: api, sources: sources, diagnostics: notes)
}

/// Everything that is generated from a reading, by path below the API's folder.
func outputs(_ reading: Reading) -> [File] {
    generate(pages(of: reading)).files
}

/// The stages a case can show.
let stages: [CaseStage] =
    [
        CaseStage("facts") { pages in facts(describe("Case", pages.map(source)).api) },
        CaseStage("diagnostics") { pages in
            let reading = describe("Case", pages.map(source))
            return reading.diagnostics.map { reading.text($0) + "\n" }.joined()
        },
        CaseStage("openapi.json") { files in
            let pages = pages(of: describe("Case", files.map(source)))
            return String(decoding: openAPI(pages, isPlain: true).bytes, as: UTF8.self)
        },
        CaseStage("lint") { files in
            let pages = pages(of: describe("Case", files.map(source)))
            let report = lint(pages).report(.text, known: [], version: "")
            return String(decoding: report, as: UTF8.self)
        },
    ]
    + Stage.allCases.map { stage in
        CaseStage(stage.rawValue) { files in
            let pages = pages(of: describe("Case", files.map(source)))
            return String(decoding: show(stage, of: pages).bytes, as: UTF8.self)
        }
    }
    + ["Models.swift", "Client.swift", "Server.swift", "Fixtures.swift"].map { name in
        CaseStage(name) { files in
            let files = outputs(describe("Case", files.map(source)))
            return files.filter { $0.path == name }.map(\.text).joined()
        }
    }

private func source(_ page: Case.Section) -> SourceFile {
    SourceFile(path: page.name, bytes: Array(page.text.utf8))
}

private func pages(of reading: Reading) -> Pages {
    let files = reading.sources.files.map { File(path: $0.path, bytes: $0.bytes) }
    let special = ["endpointgen.json", "corrections.md"]
    return Pages(
        name: reading.api.name, folder: "", files: files.filter { !special.contains($0.path) },
        configuration: files.first { $0.path == "endpointgen.json" },
        corrections: files.first { $0.path == "corrections.md" })
}

extension File {
    var text: String { String(decoding: bytes, as: UTF8.self) }
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
