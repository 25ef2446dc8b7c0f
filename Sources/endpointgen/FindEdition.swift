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
        return try findEdition(
            at: String(name[..<colon]), path: trimmed(String(name[name.index(after: colon)...])))
    }
}

private func findEdition(
    at revision: String, path: String
) throws(DiskError) -> FoundEdition {
    guard let blobs = try gitTree("\(revision):\(path)") else {
        let bytes = try gitFile("\(revision):\(path)")
        let file = File(path: "\(revision):\(path)", bytes: bytes)
        if isRecord(path) { return FoundEdition(edition: .recorded(file)) }
        let page = File(path: name(of: path), bytes: bytes)
        let pages = Pages(name: stem(of: page.path), folder: "\(revision):", files: [page])
        return FoundEdition(edition: .pages(pages))
    }
    var files: [File] = []
    var configuration: File?
    for file in blobs {
        if file.path == "endpointgen.json" {
            configuration = file
        } else if isPage(name(of: file.path)), !file.bytes.prefix(8192).contains(0) {
            files.append(file)
        }
    }
    let pages = Pages(
        name: name(of: path), folder: "\(revision):\(path)/", files: files,
        configuration: configuration)
    return FoundEdition(edition: .pages(pages))
}

private func isRecord(_ path: String) -> Bool { name(of: path).hasSuffix("api.json") }
