/// One word for everything that a generation depends on but the tool itself: pages, configuration,
/// corrections, choices and templates, with their names.
///
/// Two runs of one tool on the same fingerprint give the same files and say the same.
public func fingerprint(_ pages: Pages, _ choices: Choices) -> String {
    var lines = ["name \(pages.name)", "folder \(pages.folder)"]
    lines += listed(pages.files, as: "page")
    lines += listed([pages.configuration].compactMap(\.self), as: "configuration")
    lines += listed([pages.corrections].compactMap(\.self), as: "corrections")
    lines += (choices.outputs ?? ["as configured"]).map { "output \($0)" }
    lines.append("templates \(choices.templatesFolder)")
    lines += listed(choices.templates, as: "template")
    return sha256(Array(lines.joined(separator: "\n").utf8))
}

/// The hash stands before the path, which may hold anything.
private func listed(_ files: [File], as kind: String) -> [String] {
    files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        .map { "\(kind) \(sha256($0.bytes)) \($0.path)" }
}
