#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Something the system refused, with the path it refused it for.
struct DiskError: Error {
    let path: String
    let message: String

    /// The system's reason for the call that has just failed.
    init(_ action: String, _ path: String) {
        self.path = path
        message = "cannot \(action): \(String(cString: strerror(errno)))"
    }

    init(path: String, message: String) {
        self.path = path
        self.message = message
    }

    /// One line for standard error.
    var line: String { "\(path): error: \(message) [disk]\n" }
}

/// Files larger than this are no documentation; offsets within a page have 32 bits.
private let sizeLimit = 1 << 28

func readFile(_ path: String) throws(DiskError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskError("read", path) }
    defer { _ = close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw DiskError("read", path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
        throw DiskError(path: path, message: "cannot read: not a file")
    }
    guard Int(status.st_size) <= sizeLimit else {
        throw DiskError(path: path, message: "cannot read: larger than 256 MB")
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
        let part = bytes.withUnsafeMutableBytes { buffer in
            read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        }
        if part < 0 {
            guard errno == EINTR else { throw DiskError("read", path) }
        } else if part == 0 {
            bytes.removeLast(bytes.count - count)
        } else {
            count += part
        }
    }
    return bytes
}

/// Replaces a file at once: whoever looks sees the old bytes or the new ones.
func writeFile(_ bytes: [UInt8], to path: String) throws(DiskError) {
    let temporary = "\(folder(of: path)).\(name(of: path)).\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw DiskError("write", path) }
    do throws(DiskError) {
        try write(bytes, to: descriptor, path)
        guard close(descriptor) == 0 else { throw DiskError("write", path) }
        guard rename(temporary, path) == 0 else { throw DiskError("write", path) }
    } catch {
        unlink(temporary)
        throw error
    }
}

private func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(DiskError) {
    var count = 0
    while count < bytes.count {
        let part = bytes.withUnsafeBytes { buffer in
            systemWrite(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        }
        if part < 0 {
            guard errno == EINTR else { throw DiskError("write", path) }
        } else {
            count += part
        }
    }
}

func removeFile(_ path: String) throws(DiskError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw DiskError("remove", path) }
}

/// Removes the folders that the removal of a file left empty, up to the base.
func removeEmptyFolders(above path: String, in base: String) {
    var inner = String(folder(of: path).dropLast())
    while !inner.isEmpty, rmdir(joined(base, inner)) == 0 {
        inner = String(folder(of: inner).dropLast())
    }
}

/// Makes a folder and those above it.
func makeFolder(_ path: String) throws(DiskError) {
    if kind(of: path) == .folder { return }
    let parent = folder(of: path)
    if !parent.isEmpty, parent != "/" { try makeFolder(String(parent.dropLast())) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
        throw DiskError("make a folder", path)
    }
    guard kind(of: path) == .folder else {
        throw DiskError(path: path, message: "cannot make a folder: a file is there")
    }
}

enum FileKind {
    case file, folder, link, other, missing
}

/// What a path leads to, links followed.
func kind(of path: String) -> FileKind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .missing }
    return kind(status)
}

private func kind(_ status: stat) -> FileKind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
}

/// The names in a folder, sorted by their bytes so that no file system's order shows.
func entries(of folder: String) throws(DiskError) -> [(name: String, kind: FileKind)] {
    guard let stream = opendir(folder) else { throw DiskError("read", folder) }
    defer { closedir(stream) }
    var entries: [(name: String, kind: FileKind)] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        var status = stat()
        guard lstat("\(folder)/\(name)", &status) == 0 else { continue }
        entries.append((name, kind(status)))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}

/// A path without links, `.` and `..`; `nil` if it leads nowhere.
func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

/// `write` of the system, told apart from our own functions of that name.
func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
        Glibc.write(descriptor, start, count)
    #elseif canImport(Musl)
        Musl.write(descriptor, start, count)
    #else
        Darwin.write(descriptor, start, count)
    #endif
}

/// How many processors the system has to give.
var processors: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
