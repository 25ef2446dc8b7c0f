import BuiltinTemplates
import Mustache
import SourceText

/// A template of the user's: its path below the templates' folder without `.mustache`, such as
/// `Models.swift`, and its bytes.
package struct OwnTemplate: Sendable {
    package let name: String
    package let source: SourceFile

    package init(name: String, source: SourceFile) {
        self.name = name
        self.source = source
    }
}

/// The templates of a run: the built-in ones, each replaced by the user's of the same name.
///
/// All of them become files of the run, so that a diagnostic can show the template's line. A
/// template of the user's that no built-in one has the name of is there for the others to include.
package func readTemplates(
    overriddenBy own: [OwnTemplate], into sources: inout SourceSet
) -> (templates: TemplateSet, notes: [Diagnostic]) {
    var templates = TemplateSet()
    var notes: [Diagnostic] = []
    let overridden = Set(own.map(\.name))
    let builtin = builtinTemplates.filter { !overridden.contains($0.name) }.map { name, text in
        let path = "Templates/\(name).mustache"
        return OwnTemplate(name: name, source: SourceFile(path: path, bytes: Array(text.utf8)))
    }
    for file in builtin + own {
        let id = sources.append(file.source)
        let (template, templateNotes) = readTemplate(file.source, as: id, named: file.name)
        templates.add(template)
        notes += templateNotes
    }
    return (templates, notes)
}
