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
    var rendered = RenderedFiles(templates)
    rendered.add(
        "\(module.path).md", from: "docc/Module.md", docCModule(reference, in: symbols))
    // A hyphen, since no symbol has one.
    rendered.add("HTTP-calls.md", from: "docc/Calls.md", docCCalls(reference, in: symbols))
    for entry in reference.groups.flatMap(\.operations) {
        guard let names = symbols[entry.operation], !symbols.call(names).isHidden else { continue }
        rendered.add(
            "Operations/\(names.method.name).md", from: "docc/Operation.md",
            docCOperation(entry, names, in: symbols))
    }
    for entry in reference.types {
        guard let type = symbols.type(entry.schema.name), !type.isHidden else { continue }
        rendered.add(
            "Types/\(type.name).md", from: "docc/Type.md", docCType(entry, type, in: symbols))
    }
    return (rendered.files, rendered.notes)
}

/// What the catalogue of a target's module is called.
package func docCCatalogName(of target: String) -> String {
    DocCSymbol(module: target).path + ".docc"
}
