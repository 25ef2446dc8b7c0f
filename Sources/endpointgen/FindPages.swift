import EndpointGenerator

/// Files found below a folder, and what could not be had.
struct Found {
    var files: [File] = []
    var configuration: File?
    /// Lines for standard error.
    var complaints: [String] = []
    var status = ExitStatus.done
}

/// What can be part of an API's documentation, by the end of its name.
private let pageEndings = [
    "md", "markdown", "mdx", "rst", "inc", "txt", "html", "htm", "erb", "yaml", "yml", "json",
]

/// The pages of one API: a folder with all below it, or one page with the fragments it may include.
///
/// Hidden files are left out. Fragments above (`_includes`) belong to both.
func findPages(at path: String) throws(DiskError) -> (pages: Pages, found: Found) {
    let path = trimmed(path)
    var found = Found()
    switch kind(of: path) {
    case .folder:
        let root = Folder(path)
        find("", in: root, into: &found, depth: 0)
        findFragments(above: root, into: &found)
        return (pages(named: root.name, root, found), found)
    case .file:
        let root = Folder(folder(of: path).isEmpty ? "." : trimmed(folder(of: path)))
        let bytes = try readFile(path)
        found.files.append(File(path: name(of: path), bytes: bytes))
        findCompanions(of: name(of: path), in: root, into: &found)
        findFragments(above: root, into: &found)
        return (pages(named: stem(of: name(of: path)), root, found), found)
    case .missing, .link, .other:
        throw DiskError("read", path)
    }
}

/// A folder as the user named it, and where it really is.
private struct Folder {
    let shown: String
    let resolved: String

    init(_ path: String) {
        shown = path
        resolved = endpointgen.resolved(path) ?? path
    }

    var name: String { endpointgen.name(of: resolved) }
}

private func pages(named name: String, _ root: Folder, _ found: Found) -> Pages {
    Pages(
        name: name, folder: root.shown == "." ? "" : root.shown + "/", files: found.files,
        configuration: found.configuration)
}

private func find(_ below: String, in root: Folder, into found: inout Found, depth: Int) {
    let folder = joined(root.shown, below)
    guard depth < 64 else {
        found.complain("\(folder): error: folders nest too deep [disk]\n")
        return
    }
    do throws(DiskError) {
        for entry in try entries(of: folder) where !entry.name.hasPrefix(".") {
            let path = joined(below, entry.name)
            switch entry.kind {
            case .folder: find(path, in: root, into: &found, depth: depth + 1)
            case .file: add(path, in: root, into: &found)
            case .link: follow(path, in: root, into: &found)
            case .other, .missing: break
            }
        }
    } catch {
        found.complain(error.line)
    }
}

/// A link may lead to a file of the same folder; folders are found without links.
private func follow(_ path: String, in root: Folder, into found: inout Found) {
    let shown = joined(root.shown, path)
    guard let target = resolved(shown) else {
        found.complain("\(shown): error: this link leads nowhere [disk]\n")
        return
    }
    guard target.hasPrefix(root.resolved + "/") else {
        found.complain("\(shown): error: this link leads out of the folder; not followed [disk]\n")
        return
    }
    if kind(of: target) == .file { add(path, in: root, into: &found) }
}

private func add(_ path: String, in root: Folder, into found: inout Found) {
    let isConfiguration = path == "endpointgen.json"
    guard isConfiguration || isPage(name(of: path)) else { return }
    let shown = joined(root.shown, path)
    do throws(DiskError) {
        let bytes = try readFile(shown)
        if isConfiguration {
            found.configuration = File(path: path, bytes: bytes)
        } else if bytes.prefix(8192).contains(0) {
            found.complaints.append("\(shown): warning: not text; not read [binary-file]\n")
        } else {
            found.files.append(File(path: path, bytes: bytes))
        }
    } catch {
        found.complain(error.line)
    }
}

/// Fragments and parameter files that stand beside a page that is read alone.
private func findCompanions(of page: String, in root: Folder, into found: inout Found) {
    do throws(DiskError) {
        for entry in try entries(of: root.shown) where entry.name != page {
            if entry.kind == .folder, entry.name == "_includes" {
                find(entry.name, in: root, into: &found, depth: 0)
            } else if entry.kind == .file,
                entry.name.hasSuffix(".yaml") || entry.name == "endpointgen.json"
            {
                add(entry.name, in: root, into: &found)
            }
        }
    } catch {
        found.complain(error.line)
    }
}

/// `_includes` of the folders above, as Jekyll sites have it at their root.
private func findFragments(above root: Folder, into found: inout Found) {
    var above = ".."
    for _ in 0..<5 {
        let folder = joined(above, "_includes")
        if kind(of: joined(root.shown, folder)) == .folder {
            find(folder, in: root, into: &found, depth: 0)
            return
        }
        above = joined(above, "..")
    }
}

func isPage(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return pageEndings.contains(name[name.index(after: dot)...].lowercased())
}

extension Found {
    /// Notes what the user must mend; the rest of the work goes on.
    fileprivate mutating func complain(_ line: String) {
        complaints.append(line)
        status = .unusable
    }
}
