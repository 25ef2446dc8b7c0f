import EndpointGenerator

/// An edition as the command line names it, and what could not be had of it.
struct FoundEdition {
    let edition: Edition
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
            edition: .pages(pages), complaints: found.complaints, status: found.status)
    case .missing:
        guard let colon = name.firstIndex(of: ":"), colon != name.startIndex else {
            throw DiskError(path: name, message: "there is no such folder, page or api.json")
        }
        let path = try gitPath(trimmed(String(name[name.index(after: colon)...])))
        return try findEdition(at: String(name[..<colon]), path: path)
    }
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
        edition: .pages(pages), complaints: found.complaints, status: found.status)
}

private func isRecord(_ path: String) -> Bool { name(of: path).hasSuffix("api.json") }
