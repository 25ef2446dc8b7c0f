import APIModel
import Mustache
import SourceText

/// A catalogue for DocC that documents the generated Swift: a landing page, an article of all
/// requests, and an extension for each function of the client and each type.
///
/// `target` is what is built of the generated files; links lead into its module.
package func emitDocC(
    _ reference: Reference, of api: APIDescription, target: String, with templates: TemplateSet
) -> (files: [OutputFile], notes: [Diagnostic]) {
    let swift = SwiftAPI(api, EmissionOptions())
    let module = DocCSymbol(module: target)
    let symbols = DocCSymbols(reference, of: swift, module: module)
    var pages = [
        ("\(module.path).md", "docc/Module.md", docCModule(reference, in: symbols)),
        // A hyphen, since no symbol has one.
        ("HTTP-calls.md", "docc/Calls.md", docCCalls(reference, in: symbols)),
    ]
    for entry in reference.groups.flatMap(\.operations) {
        guard let names = symbols[entry.operation], !symbols.call(names).isHidden else { continue }
        let context = docCOperation(entry, names, in: symbols)
        pages.append(("Operations/\(names.method.name).md", "docc/Operation.md", context))
    }
    for entry in reference.types {
        guard let type = symbols.type(entry.schema.name), !type.isHidden else { continue }
        let context = docCType(entry, type, in: symbols)
        pages.append(("Types/\(type.name).md", "docc/Type.md", context))
    }
    var files: [OutputFile] = []
    var notes: [Diagnostic] = []
    for (path, template, context) in pages {
        let (bytes, found) = render(template, of: templates, with: context, mode: .generator)
        notes += found
        files.append(OutputFile(path: path, bytes: bytes))
    }
    return (files, notes)
}

/// What the catalogue of a target's module is called.
package func docCCatalogName(of target: String) -> String {
    DocCSymbol(module: target).path + ".docc"
}
