import EndpointGenerator

/// What `findPages(at:)` would find if a revision were checked out; the path begins at the root of
/// the repository.
func findPages(
    at path: String, of revision: String
) throws(DiskError) -> (pages: Pages, found: Found) {
    let tree = RevisionTree(revision: revision)
    var found = Found()
    var root = path
    switch try gitObject(tree.name(of: path)) {
    case .tree:
        try tree.find(below: path, into: &found)
    case .blob:
        let page = name(of: path)
        root = trimmed(folder(of: path))
        try tree.find(below: root, into: &found) { $0 == page || isCompanion($0) }
    case nil:
        throw DiskError(
            path: tree.name(of: path), message: "git has no such revision or path here")
    }
    let apiName = root == path ? name(of: path) : stem(of: name(of: path))
    root = try tree.findFragments(above: root, into: &found)
    var pages = Pages(
        name: apiName, folder: tree.name(of: root.isEmpty ? "" : root + "/"), files: found.files,
        configuration: found.configuration, corrections: found.corrections)
    pages.processors = processors
    return (pages, found)
}

/// The files of one revision.
private struct RevisionTree {
    let revision: String

    func name(of path: String) -> String { "\(revision):\(path)" }

    func find(
        below folder: String, into found: inout Found,
        where isWanted: (String) -> Bool = { _ in true }
    ) throws(DiskError) {
        let files = try gitTree(name(of: folder)) { path in
            (path == configurationName || isPage(endpointgen.name(of: path))) && isWanted(path)
        }
        for file in files { found.take(file, shown: name(of: joined(folder, file.path))) }
    }

    /// Finds `_includes` in the folders above, as on disk, and returns the folder that all paths are
    /// relative to.
    func findFragments(
        above root: String, into found: inout Found
    ) throws(DiskError) -> String {
        var folder = root
        var prefix = ""
        for _ in 0...5 {
            let fragments = joined(folder, fragmentsName)
            if try gitObject(name(of: fragments)) == .tree {
                if folder == root { return root }
                found.move(below: prefix)
                try find(below: folder, into: &found) { $0.hasPrefix(fragmentsName + "/") }
                return folder
            }
            if folder.isEmpty { return root }
            prefix = joined(endpointgen.name(of: folder), prefix)
            folder = trimmed(endpointgen.folder(of: folder))
        }
        return root
    }
}

/// Whether a file beside a page that is read alone may be part of what it says.
private func isCompanion(_ path: String) -> Bool {
    if path.hasPrefix(fragmentsName + "/") { return true }
    return !path.contains("/") && (path.hasSuffix(".yaml") || path == configurationName)
}
