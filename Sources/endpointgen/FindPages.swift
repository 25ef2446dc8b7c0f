import EndpointGenerator

/// Files found below a folder, and what could not be had.
struct Found {
    var files: [File] = []
    var configuration: File?
    var corrections: File?
    /// Lines for standard error.
    var complaints: [String] = []
    var status = ExitStatus.done
}

/// What can be part of an API's documentation, by the end of its name.
private let pageEndings = [
    "adoc", "apib", "asciidoc", "mediawiki", "wiki", "textile", "md", "mkd", "mdown", "markdown",
    "mdx", "rst", "inc", "txt", "html", "htm", "erb", "yaml", "yml", "json",
]

/// The file that configures an API, in its folder.
let configurationName = "endpointgen.json"

/// The folder of the fragments that pages include.
let fragmentsName = "_includes"

/// The pages of one API: a folder with all below it, or one page with the fragments it may include.
///
/// Hidden files are left out. Where a folder above has fragments (`_includes`), they belong to the
/// API and all paths are relative to that folder, as includes are.
func findPages(at path: String) throws(DiskError) -> (pages: Pages, found: Found) {
    let path = trimmed(path)
    var found = Found()
    var root: Folder
    var apiName: String
    switch kind(of: path) {
    case .folder:
        root = Folder(path)
        apiName = root.name
        find("", in: root, into: &found, depth: 0)
    case .file:
        root = Folder(folder(of: path).isEmpty ? "." : trimmed(folder(of: path)))
        apiName = stem(of: name(of: path))
        found.files.append(File(path: name(of: path), bytes: try readFile(path)))
        findCompanions(of: name(of: path), in: root, into: &found)
    case .missing, .link, .other:
        throw DiskError("read", path)
    }
    root = findFragments(above: root, into: &found)
    var pages = Pages(
        name: apiName, folder: root.shown == "." ? "" : root.shown + "/", files: found.files,
        configuration: found.configuration, corrections: found.corrections)
    pages.processors = processors
    return (pages, found)
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

    /// The folder above, spelled as the user would.
    var parent: Folder? {
        if resolved == "/" { return nil }
        if shown == "." { return Folder("..") }
        if endpointgen.name(of: shown) == ".." { return Folder(shown + "/..") }
        let above = trimmed(folder(of: shown))
        return Folder(above.isEmpty ? "." : above)
    }
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
    guard path == configurationName || isPage(name(of: path)) else { return }
    let shown = joined(root.shown, path)
    do throws(DiskError) {
        found.take(File(path: path, bytes: try readFile(shown)), shown: shown)
    } catch {
        found.complain(error.line)
    }
}

extension Found {
    /// Puts a file of an API's folder where it belongs; `shown` is how the user knows it.
    mutating func take(_ file: File, shown: String) {
        if file.path == configurationName {
            configuration = file
        } else if file.path == "corrections.md" {
            corrections = file
        } else if file.bytes.prefix(8192).contains(0) {
            complaints.append("\(shown): warning: not text; not read [binary-file]\n")
        } else {
            files.append(file)
        }
    }

    /// Makes all paths relative to a folder further up.
    mutating func move(below prefix: String) {
        for index in files.indices { files[index].path = joined(prefix, files[index].path) }
        if let file = configuration { configuration?.path = joined(prefix, file.path) }
        if let file = corrections { corrections?.path = joined(prefix, file.path) }
    }
}

/// Fragments and parameter files that stand beside a page that is read alone.
private func findCompanions(of page: String, in root: Folder, into found: inout Found) {
    do throws(DiskError) {
        for entry in try entries(of: root.shown) where entry.name != page {
            if entry.kind == .folder, entry.name == fragmentsName {
                find(entry.name, in: root, into: &found, depth: 0)
            } else if entry.kind == .file,
                entry.name.hasSuffix(".yaml") || entry.name == configurationName
            {
                add(entry.name, in: root, into: &found)
            }
        }
    } catch {
        found.complain(error.line)
    }
}

/// Finds `_includes` in the folders above, as sites have it at their root, and returns the folder
/// that all paths are relative to.
private func findFragments(above root: Folder, into found: inout Found) -> Folder {
    if kind(of: joined(root.shown, fragmentsName)) == .folder { return root }
    var prefix = root.name
    var folder = root.parent
    for _ in 0..<5 {
        guard let above = folder else { return root }
        if kind(of: joined(above.shown, fragmentsName)) == .folder {
            found.move(below: prefix)
            find(fragmentsName, in: above, into: &found, depth: 0)
            return above
        }
        prefix = joined(above.name, prefix)
        folder = above.parent
    }
    return root
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
