import EndpointGenerator

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The tags of the repository around the current folder, by version.
func gitTags() throws(DiskError) -> [String] {
    let output = try git(["tag", "--sort=version:refname"], about: "tags")
    return String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline)
        .map(String.init)
}

/// What a revision has at a path; `nil` where it has nothing there.
enum GitObject {
    case tree, blob
}

func gitObject(_ name: String) throws(DiskError) -> GitObject? {
    let (status, output) = try run("git", ["cat-file", "-t", try safe(name)], input: [])
    guard status == 0 else { return nil }
    return String(decoding: output, as: UTF8.self).hasPrefix("tree") ? .tree : .blob
}

/// A path below the root of the repository for one that begins at the current folder, by `./` or
/// `../` as git has it; another is below the root already.
func gitPath(_ path: String) throws(DiskError) -> String {
    guard [".", ".."].contains(path.prefix { $0 != "/" }) else { return path }
    let here = try git(["rev-parse", "--show-prefix"], about: path)
    let prefix = String(decoding: here, as: UTF8.self).filter { !$0.isNewline }
    var steps: [Substring] = []
    for step in (prefix + path).split(separator: "/") where step != "." {
        if step != ".." {
            steps.append(step)
        } else if steps.popLast() == nil {
            throw DiskError(path: path, message: "this leads out of the repository")
        }
    }
    return steps.joined(separator: "/")
}

/// What lies in a tree itself, such as `v1.2:docs`.
func gitEntries(of tree: String) throws(DiskError) -> [(name: String, kind: FileKind)] {
    let listing = try git(["ls-tree", "-z", "--full-tree", try safe(tree)], about: tree)
    return listing.split(separator: 0).compactMap { line in
        // `040000 tree 1f2e…<TAB>name`
        let parts = String(decoding: line, as: UTF8.self).split(separator: "\t", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        let kind: FileKind =
            switch parts[0].prefix(3) {
            case "040": .folder
            case "100": .file
            case "120": .link
            default: .other
            }
        return (String(parts[1]), kind)
    }
}

/// The wanted files below a tree such as `v1.2:docs`. Links and submodules are left out, and so are
/// hidden files, as in a folder on disk.
func gitTree(
    _ tree: String, where isWanted: (_ path: String) -> Bool
) throws(DiskError) -> [File] {
    let listing = try git(["ls-tree", "-r", "-z", "--full-tree", try safe(tree)], about: tree)
    var blobs: [(path: String, id: String)] = []
    for line in listing.split(separator: 0) {
        // `100644 blob 1f2e…<TAB>path`
        let parts = String(decoding: line, as: UTF8.self).split(separator: "\t", maxSplits: 1)
        let words = parts[0].split(separator: " ")
        guard parts.count == 2, words.count == 3, words[0].hasPrefix("100") else { continue }
        let path = String(parts[1])
        if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
        if isWanted(path) { blobs.append((path, String(words[2]))) }
    }
    let contents = try gitFiles(blobs.map(\.id), about: tree)
    return zip(blobs, contents).map { File(path: $0.path, bytes: $1) }
}

/// One file, such as `v1.2:docs/api.json`.
func gitFile(_ name: String) throws(DiskError) -> [UInt8] {
    try git(["cat-file", "blob", try safe(name)], about: name)
}

/// The bytes of many files by one run of git.
private func gitFiles(_ ids: [String], about name: String) throws(DiskError) -> [[UInt8]] {
    let question = ids.map { $0 + "\n" }.joined()
    let answer = try git(["cat-file", "--batch"], input: Array(question.utf8), about: name)
    var files: [[UInt8]] = []
    var start = 0
    while start < answer.count, files.count < ids.count {
        // `<id> blob <size>`, a line feed, the bytes, a line feed.
        guard let end = answer[start...].firstIndex(of: 0x0A) else { break }
        let words = String(decoding: answer[start..<end], as: UTF8.self).split(separator: " ")
        guard words.count == 3, let size = Int(words[2]), end + 1 + size < answer.count else {
            break
        }
        files.append(Array(answer[(end + 1)..<(end + 1 + size)]))
        start = end + size + 2
    }
    guard files.count == ids.count else {
        throw DiskError(path: name, message: "git does not hand out all files of it")
    }
    return files
}

/// A name from the command line never becomes an option of git.
private func safe(_ name: String) throws(DiskError) -> String {
    guard !name.hasPrefix("-") else {
        throw DiskError(path: name, message: "a revision does not begin with '-'")
    }
    return name
}

private func git(
    _ arguments: [String], input: [UInt8] = [], about name: String
) throws(DiskError) -> [UInt8] {
    let (status, output) = try run("git", arguments, input: input)
    guard status == 0 else {
        throw DiskError(path: name, message: "git has no such revision or path here")
    }
    return output
}
