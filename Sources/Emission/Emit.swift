import APIModel
import Mustache
import SourceText

/// Makes every output asked for, in a fixed order.
package func emit(
    _ api: APIDescription, _ options: EmissionOptions, with templates: TemplateSet,
    of sources: SourceSet
) -> (files: [OutputFile], notes: [Diagnostic]) {
    var files: [OutputFile] = []
    var notes: [Diagnostic] = []
    for output in Output.allCases where options.outputs.contains(output) {
        switch output {
        case .openapi:
            let (bytes, openAPINotes) = emitOpenAPI(api, of: sources, showing: .sources)
            files.append(OutputFile(path: "openapi.json", bytes: bytes))
            notes += openAPINotes
        case .models, .client, .server, .fixtures:
            break
        }
    }
    return (files, notes)
}
