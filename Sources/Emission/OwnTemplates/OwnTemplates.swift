import APIModel
import BuiltinTemplates
import Mustache
import SourceText

/// Templates that the user has beside ours, with the language that each writes.
///
/// One that stands in no folder gives a file of its name; one in `samples` gives a language in which
/// calls are shown. All others are there to be included.
struct OwnTemplates {
    var outputs: [(name: String, language: TargetLanguage)] = []
    var samples: [(name: String, language: TargetLanguage)] = []
    /// About names that say nothing of a language, each by the template that has it.
    var outputNotes: [Diagnostic] = []
    var sampleNotes: [Diagnostic] = []

    init(in templates: TemplateSet) {
        let ours = Set(builtinTemplates.map(\.name))
        for template in templates.sorted where !ours.contains(template.name) {
            let parts = template.name.split(separator: "/")
            let isSample = parts.count == 2 && parts[0] == "samples"
            guard parts.count == 1 || isSample else { continue }
            guard let language = TargetLanguage(ofTemplate: template.name) else {
                let note = OwnTemplateNote.unknownLanguage(template)
                if isSample { sampleNotes.append(note) } else { outputNotes.append(note) }
                continue
            }
            if isSample {
                samples.append((template.name, language))
            } else if takenNames.contains(template.name) {
                outputNotes.append(OwnTemplateNote.nameTaken(template))
            } else {
                outputs.append((template.name, language))
            }
        }
    }
}

/// Files of an API's folder that no template makes.
private let takenNames: Set<String> = ["api.json", "openapi.json"]

/// What there is to say of templates of the user's, sorted by identifier.
enum OwnTemplateNote {
    static func nameTaken(_ template: Template) -> Diagnostic {
        Diagnostic(
            .error, "template-name-taken", "'\(template.name)' is written without a template",
            at: template.start)
    }

    static func unknownLanguage(_ template: Template) -> Diagnostic {
        let known = TargetLanguage.allCases.map(\.rawValue).sorted().joined(separator: ", ")
        return Diagnostic(
            .error, "template-language-unknown",
            "how text is quoted in '\(template.name)' is not known; known are \(known), and "
                + "templates in folders are only included",
            at: template.start)
    }
}
