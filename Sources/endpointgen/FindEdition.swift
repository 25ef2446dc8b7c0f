import EndpointGenerator

/// An edition as the command line names it, and what could not be had of it.
struct FoundEdition {
    let edition: Edition
    /// Where its pages lie below the current folder or the repository's root, ending in `/`.
    var folder = ""
    var complaints: [String] = []
    var status = ExitStatus.done
}

/// A folder of pages, a page, an `api.json`, or any of them at a revision of a repository:
/// `v1.2:Specs/Library`.
func findEdition(_ name: String) throws(DiskError) -> FoundEdition {
    switch kind(of: name) {
    case .file where isRecord(name):
        return FoundEdition(edition: .recorded(File(path: name, bytes: try readFile(name))))
    case .file, .folder, .link, .other:
        let (pages, found) = try findPages(at: name)
        return FoundEdition(
            edition: .pages(pages), folder: pages.folder, complaints: found.complaints,
            status: found.status)
    case .missing:
        guard let place = try placeInRevision(name) else {
            throw DiskError(path: name, message: "there is no such folder, page or api.json")
        }
        return try findEdition(at: place.revision, path: place.path)
    }
}

/// The parts of `v1.2:Specs/Library`, the path from the repository's root.
private func placeInRevision(
    _ name: String
) throws(DiskError) -> (revision: String, path: String)? {
    guard let colon = name.firstIndex(of: ":"), colon != name.startIndex else { return nil }
    let path = try gitPath(trimmed(String(name[name.index(after: colon)...])))
    return (String(name[..<colon]), path)
}

private func findEdition(
    at revision: String, path: String
) throws(DiskError) -> FoundEdition {
    let name = "\(revision):\(path)"
    if isRecord(path), try gitObject(name) == .blob {
        return FoundEdition(edition: .recorded(File(path: name, bytes: try gitFile(name))))
    }
    let (pages, found) = try findPages(at: path, of: revision)
    return FoundEdition(
        edition: .pages(pages), folder: String(pages.folder.dropFirst(revision.count + 1)),
        complaints: found.complaints, status: found.status)
}

private func isRecord(_ path: String) -> Bool { name(of: path).hasSuffix("api.json") }

/// An API in two editions.
struct EditionPair {
    /// Its folder's name, where it is one of several.
    var api: String?
    let old: FoundEdition
    let new: FoundEdition
}

/// Two editions side by side: where both are folders of several APIs, as `generate` finds them, API
/// by API, and one that only one of them has beside nothing.
func findEditions(_ old: String, _ new: String) throws(DiskError) -> [EditionPair] {
    let before = Set(try namesOfAPIs(in: old))
    let after = Set(try namesOfAPIs(in: new))
    if before.isEmpty || after.isEmpty {
        return [EditionPair(old: try findEdition(old), new: try findEdition(new))]
    }
    func edition(_ api: String, of name: String, _ names: Set<String>) throws(DiskError)
        -> FoundEdition
    {
        guard names.contains(api) else { return FoundEdition(edition: .absent) }
        return try findEdition(name.hasSuffix(":") ? name + api : joined(trimmed(name), api))
    }
    var pairs: [EditionPair] = []
    for api in before.union(after).sorted() {
        pairs.append(
            EditionPair(
                api: api, old: try edition(api, of: old, before),
                new: try edition(api, of: new, after)))
    }
    return pairs
}

private func namesOfAPIs(in name: String) throws(DiskError) -> [String] {
    switch kind(of: name) {
    case .folder: return namesOfAPIs(among: try entries(of: trimmed(name)))
    case .file, .link, .other: return []
    case .missing:
        guard let place = try placeInRevision(name) else { return [] }
        let tree = "\(place.revision):\(place.path)"
        guard try gitObject(tree) == .tree else { return [] }
        return namesOfAPIs(among: try gitEntries(of: tree))
    }
}
