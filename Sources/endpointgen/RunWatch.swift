#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Generates whenever a page or template changes, until somebody ends it.
///
/// Looks at sizes and dates five times a second: that works on every file system, also on those
/// that tell nobody of changes, and ten thousand pages cost it a fiftieth of a second.
func runWatch(_ request: GenerateRequest) -> ExitStatus {
    var seen: [FileStamp] = []
    while true {
        let stamps = stamps(below: request.specs) + (request.templates.map(stamps) ?? [])
        if stamps != seen {
            seen = stamps
            let status = runGenerate(request)
            if status == .unusable, stamps.isEmpty { return status }
            complain("\(request.specs): watching\n")
        }
        usleep(200_000)
    }
}

/// What tells that a file is not the one that was there before.
private struct FileStamp: Hashable {
    let path: String
    let inode: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
}

/// Every file below a path, in order; hidden ones left out, as everywhere.
private func stamps(below path: String) -> [FileStamp] {
    var waiting = [trimmed(path)]
    var stamps: [FileStamp] = []
    while let path = waiting.popLast() {
        var status = stat()
        // A file that vanishes between two looks is gone at the next.
        guard stat(path, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
            waiting += visibleEntries(of: path)
            continue
        }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        stamps.append(
            FileStamp(
                path: path, inode: UInt64(status.st_ino), size: Int64(status.st_size),
                seconds: time.tv_sec, nanoseconds: time.tv_nsec))
    }
    return stamps
}

private func visibleEntries(of folder: String) -> [String] {
    do throws(DiskError) {
        return try entries(of: folder).filter { !$0.name.hasPrefix(".") && $0.kind != .link }
            .map { joined(folder, $0.name) }
    } catch {
        return []
    }
}
