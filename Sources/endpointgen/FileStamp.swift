#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What tells, without reading it, that a file is not the one that was there before.
///
/// The time of the last change of its state is part of it: no program can set that one back.
struct FileStamp: Hashable {
    let inode: UInt64
    let size: Int64
    let written: [Int]
    let changed: [Int]

    /// `nil` where there is no file.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        #if canImport(Darwin)
            let (written, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
            let (written, changed) = (status.st_mtim, status.st_ctim)
        #endif
        self.written = [Int(written.tv_sec), Int(written.tv_nsec)]
        self.changed = [Int(changed.tv_sec), Int(changed.tv_nsec)]
    }

    /// In one line without spaces.
    var text: String {
        "\(inode),\(size),\((written + changed).map(String.init).joined(separator: ","))"
    }
}
