/// A file in memory, going in or coming out: the library itself never touches a disk.
public struct File: Hashable, Sendable {
    /// With `/` between components. Of an input: what diagnostics print.
    public var path: String
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
