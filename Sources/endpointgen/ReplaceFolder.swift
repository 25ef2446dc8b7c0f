#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Makes a folder anew beside its place and puts it there in one step, so that whoever looks, and
/// whoever comes after a run that was killed, finds it wholly as it was or wholly as it is.
///
/// `fill` is given the new folder: a copy of the old one by hard links, in which it replaces,
/// adds and removes files. Whoever calls holds the lock of the folder above.
///
/// Returns `false`, with nothing done, where the file system cannot do that.
func replaceFolder(
    _ output: String, fill: (_ staged: String) throws(DiskError) -> Void
) throws(DiskError) -> Bool {
    // A link stays a link; what it leads to is replaced.
    let output = resolved(output) ?? output
    let staged = stagingPlace(of: output)
    let exists = kind(of: output) == .folder
    do throws(DiskError) {
        try makeFolder(staged)
        if exists, try !mirror(output, in: staged) {
            try removeFolder(staged)
            return false
        }
        try fill(staged)
        if exists {
            guard exchange(staged, output) else {
                try removeFolder(staged)
                return false
            }
        } else if rename(staged, output) != 0 {
            throw DiskError("write", output)
        }
    } catch {
        // The next run removes what cannot be removed now; what went wrong first is what counts.
        do throws(DiskError) { try removeFolder(staged) } catch {}
        throw error
    }
    // The old folder, after the exchange; the new one is in its place whatever happens now.
    try removeFolder(staged)
    return true
}

/// Removes what a run that was killed left behind. Whoever calls holds the lock, so nobody is at it.
func removeLeftovers(of output: String) throws(DiskError) {
    try removeFolder(stagingPlace(of: resolved(output) ?? output))
}

/// Whether a run that was killed, or one that is at it, left its folder beside the output.
func hasLeftovers(of output: String) -> Bool {
    kind(of: stagingPlace(of: resolved(output) ?? output)) != .missing
}

/// A hidden folder beside the output: on the same file system, and no part of any package.
private func stagingPlace(of output: String) -> String {
    joined(String(folder(of: output).dropLast()), ".\(name(of: output)).endpointgen")
}

/// Links every file of a folder into another; `false` if there is something that cannot be linked.
private func mirror(_ source: String, in target: String) throws(DiskError) -> Bool {
    var status = stat()
    if stat(source, &status) == 0 { chmod(target, status.st_mode & 0o7777) }
    for entry in try entries(of: source) {
        let from = joined(source, entry.name)
        let to = joined(target, entry.name)
        switch entry.kind {
        case .folder:
            try makeFolder(to)
            if try !mirror(from, in: to) { return false }
        case .file, .link:
            if linkat(AT_FDCWD, from, AT_FDCWD, to, 0) != 0 { return false }
        case .other, .missing:
            return false
        }
    }
    return true
}

/// Removes a folder and all below it; links are removed, not followed.
func removeFolder(_ path: String) throws(DiskError) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
    for entry in try entries(of: path) {
        let inner = joined(path, entry.name)
        if entry.kind == .folder { try removeFolder(inner) } else { try removeFile(inner) }
    }
    guard rmdir(path) == 0 || errno == ENOENT else { throw DiskError("remove", path) }
}

/// Puts each of two folders in the other's place, in one step.
private func exchange(_ one: String, _ other: String) -> Bool {
    #if canImport(Darwin)
        return renamex_np(one, other, UInt32(RENAME_SWAP)) == 0
    #else
        // The C library has the call and hides its declaration from Swift.
        typealias Call =
            @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) ->
            Int32
        guard let symbol = dlsym(nil, "renameat2") else { return false }
        let call = unsafeBitCast(symbol, to: Call.self)
        let exchanging: UInt32 = 1 << 1
        return call(AT_FDCWD, one, AT_FDCWD, other, exchanging) == 0
    #endif
}

/// Does its work while no other run of this program does the same in the same folder.
func withLock<Result>(
    on folder: String, _ body: () throws(DiskError) -> Result
) throws(DiskError) -> Result {
    try makeFolder(folder)
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskError("read", folder) }
    // Closing lets go of the lock, and so does the end of the program, whatever ends it.
    defer { _ = close(descriptor) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
        complain("\(folder): note: another run writes here; waiting for it [locked]\n")
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    }
    return try body()
}
