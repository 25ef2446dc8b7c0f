import Recording
import SourceText

/// The pages of one API, as found below one folder.
public struct Pages: Sendable {
    /// What the API is called unless its configuration says otherwise.
    public var name: String
    /// How the reader of diagnostics knows the folder, ending in `/`; empty for the current one.
    /// Nothing that is generated depends on it.
    public var folder: String
    /// Pages, includes, parameter files and samples; paths are relative to the folder.
    public var files: [File]
    /// The folder's `endpointgen.json`, if it has one.
    public var configuration: File?
    /// The folder's `corrections.md`, if it has one: what the user knows better than the pages.
    public var corrections: File?
    /// How many processors may read at once; nothing that comes out depends on it.
    public var processors = 1
    /// What the last run on these pages recognized, where it is kept.
    public var memory: PageMemory?
    /// What was recognized of each file, in order of their paths, where it stands for the files.
    var records: [PageRecord]?

    public init(
        name: String, folder: String, files: [File], configuration: File? = nil,
        corrections: File? = nil
    ) {
        self.name = name
        self.folder = folder
        self.files = files
        self.configuration = configuration
        self.corrections = corrections
    }

    /// The files as a source set, in order of their paths so that no file system's order shows.
    var sources: SourceSet {
        if let records {
            return SourceSet(records.map { SourceFile(path: $0.path, lines: $0.lines) })
        }
        let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return SourceSet(sorted.map { SourceFile(path: $0.path, bytes: $0.bytes) })
    }

    /// How many threads are worth their start: one for each hundred kilobytes.
    var threads: Int {
        let bytes = files.reduce(0) { $0 + $1.bytes.count }
        return max(1, min(processors, bytes / 100_000))
    }

    /// Each file's path as diagnostics print it.
    func shownPaths(of sources: SourceSet) -> [String] {
        sources.files.map { folder + $0.path }
    }
}
