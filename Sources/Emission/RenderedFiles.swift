import Mustache
import SourceText

/// Files that templates make, in the order of their making, with what filling them gave rise to.
struct RenderedFiles {
    let templates: TemplateSet
    var files: [OutputFile] = []
    var notes: [Diagnostic] = []

    init(_ templates: TemplateSet) {
        self.templates = templates
    }

    mutating func add(_ path: String, from template: String, _ context: TemplateObject) {
        let (bytes, found) = render(template, of: templates, with: context, mode: .generator)
        files.append(OutputFile(path: path, bytes: bytes))
        notes += found
    }
}
