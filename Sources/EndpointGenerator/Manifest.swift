/// Which files of an output folder are ours, and what they held when we wrote them.
///
/// A line a file, as `sha256sum -c` reads it. While files are being replaced a path has both its
/// old and its new line, so that a run that is killed leaves nothing that looks edited by hand.
public struct Manifest: Hashable, Sendable {
    public var entries: [Entry]

    public struct Entry: Hashable, Sendable {
        public var path: String
        public var hash: String
    }

    public static let fileName = ".endpointgen-manifest"

    public init(_ files: [File]) {
        entries = files.map { Entry(path: $0.path, hash: sha256($0.bytes)) }.sorted(by: precedes)
    }

    /// Lines that name a place outside the folder are not believed.
    public init(reading bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        entries = lines.compactMap { line in
            let hash = line.prefix(64)
            let path = line.dropFirst(66)
            guard hash.utf8.count == 64, line.dropFirst(64).hasPrefix("  "), isInside(path) else {
                return nil
            }
            return Entry(path: String(path), hash: String(hash))
        }
    }

    public var bytes: [UInt8] {
        Array(entries.map { "\($0.hash)  \($0.path)\n" }.joined().utf8)
    }

    /// Every path once, sorted.
    public var paths: [String] {
        Set(entries.map(\.path)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    func united(with other: Manifest) -> Manifest {
        var united = self
        united.entries = Array(Set(entries + other.entries)).sorted(by: precedes)
        return united
    }
}

private func precedes(_ left: Manifest.Entry, _ right: Manifest.Entry) -> Bool {
    if left.path == right.path { return left.hash < right.hash }
    return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
}

/// Whether a relative path stays below its folder.
private func isInside(_ path: Substring) -> Bool {
    !path.isEmpty
        && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part != "." && part != ".."
        }
}
