/// The APIs that a path holds: the path of each one's folder or page.
///
/// A folder is one API when something in it says so: a page, an `endpointgen.json`, or a folder
/// whose name begins with an underscore, which holds fragments. Otherwise each subfolder is one. A
/// README says nothing of that: it may well stand beside the folders of APIs it tells about.
func findAPIs(at specs: String) throws(DiskError) -> [String] {
    let specs = trimmed(specs)
    guard kind(of: specs) == .folder else { return [specs] }
    let names = namesOfAPIs(among: try entries(of: specs))
    return names.isEmpty ? [specs] : names.map { joined(specs, $0) }
}

/// The subfolders that are an API each; none where the folder is one.
func namesOfAPIs(among entries: [(name: String, kind: FileKind)]) -> [String] {
    let entries = entries.filter { !$0.name.hasPrefix(".") }
    let isOne = entries.contains { entry in
        switch entry.kind {
        case .file, .link: isPage(entry.name) && !isReadme(entry.name)
        case .folder: entry.name.hasPrefix("_")
        case .other, .missing: false
        }
    }
    return isOne ? [] : entries.filter { $0.kind == .folder }.map(\.name)
}

private func isReadme(_ name: String) -> Bool {
    stem(of: name).lowercased() == "readme"
}
