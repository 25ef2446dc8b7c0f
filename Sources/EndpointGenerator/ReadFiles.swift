import PageTree
import Recognition
import SourceText

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file as it was read, and what recognizers made of it.
struct ReadFile: Sendable {
    let page: Page
    let items: [Item]

    init(_ id: FileID, of sources: SourceSet) {
        page = read(sources[id], as: id)
        items = recognize(page)
    }

    /// What is left of a file when its tree, which takes many times as much, is let go.
    var said: SaidFile { SaidFile(notes: page.notes, items: items) }
}

/// What a file says, and what reading its markup gave rise to.
struct SaidFile: Sendable {
    let notes: [Diagnostic]
    let items: [Item]
}

/// Reads files of a site, all unless some are named, spread over threads.
///
/// A file is read without a look at another, so what comes of it does not depend on how many
/// threads there are, nor on which of them is first. Threads are those of POSIX: a runtime for
/// tasks would cost a short run more than it saves a long one.
///
/// What is kept of a file is made on its thread; the rest is let go before the next is read.
func readFiles<Kept>(
    _ sources: SourceSet, _ ids: [FileID]? = nil, over threads: Int,
    keeping keep: @escaping (ReadFile) -> Kept
) -> [Kept] {
    let ids = ids ?? Array(sources.ids)
    let count = max(1, min(threads, ids.count))
    let shares = (0..<count).map { _ in KeepingShare(of: sources, keep) }
    divide(ids, of: sources, among: shares)
    let helpers = shares.dropFirst().map { ($0, start($0)) }
    shares.first?.readAll()
    for (share, thread) in helpers {
        if let thread { pthread_join(thread, nil) } else { share.readAll() }
    }
    return shares.flatMap(\.files).sorted { $0.id < $1.id }.map { $0.kept }
}

/// The files that one thread reads. One thread at a time has it.
private class Share {
    let sources: SourceSet
    var ids: [FileID] = []
    var bytes = 0

    init(of sources: SourceSet) { self.sources = sources }

    func add(_ id: FileID) {
        ids.append(id)
        bytes += sources[id].bytes.count
    }

    func readAll() {}
}

/// A share with what is kept of its files.
private final class KeepingShare<Kept>: Share {
    let keep: (ReadFile) -> Kept
    var files: [(id: FileID, kept: Kept)] = []

    init(of sources: SourceSet, _ keep: @escaping (ReadFile) -> Kept) {
        self.keep = keep
        super.init(of: sources)
    }

    override func readAll() {
        files = ids.map { ($0, keep(ReadFile($0, of: sources))) }
    }
}

/// Gives each share about as many bytes: the largest files go first, each where least is.
private func divide(_ ids: [FileID], of sources: SourceSet, among shares: [Share]) {
    let bySize = ids.sorted {
        (sources[$1].bytes.count, $0.rawValue) < (sources[$0].bytes.count, $1.rawValue)
    }
    for id in bySize { shares.min { $0.bytes < $1.bytes }?.add(id) }
}

/// Starts a thread that reads a share; nil if the system has none to give.
private func start(_ share: Share) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    // As much as the first thread has; what macOS gives others is too little for deep nesting.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    #if canImport(Darwin)
        var thread: pthread_t?
    #else
        var thread = pthread_t()
    #endif
    let work = Unmanaged.passUnretained(share).toOpaque()
    let failure = pthread_create(&thread, &attributes, readShare, work)
    return failure == 0 ? thread : nil
}

#if canImport(Darwin)
    private func readShare(_ share: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<Share>.fromOpaque(share).takeUnretainedValue().readAll()
        return nil
    }
#else
    private func readShare(_ share: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let share else { return nil }
        Unmanaged<Share>.fromOpaque(share).takeUnretainedValue().readAll()
        return nil
    }
#endif
