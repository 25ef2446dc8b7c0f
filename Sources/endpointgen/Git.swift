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

/// Every file below a tree such as `v1.2:docs`; `nil` if that is a file. Links and submodules are
/// left out, and so are hidden files, as in a folder on disk.
func gitTree(_ tree: String) throws(DiskError) -> [File]? {
    let kind = try git(["cat-file", "-t", try safe(tree)], about: tree)
    guard String(decoding: kind, as: UTF8.self).hasPrefix("tree") else { return nil }
    let listing = try git(["ls-tree", "-r", "-z", "--full-tree", try safe(tree)], about: tree)
    var blobs: [(path: String, id: String)] = []
    for line in listing.split(separator: 0) {
        // `100644 blob 1f2e…<TAB>path`
        let parts = String(decoding: line, as: UTF8.self).split(separator: "\t", maxSplits: 1)
        let words = parts[0].split(separator: " ")
        guard parts.count == 2, words.count == 3, words[0].hasPrefix("100") else { continue }
        let path = String(parts[1])
        if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
        blobs.append((path, String(words[2])))
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
