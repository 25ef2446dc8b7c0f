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
}

/// Reads every file of a site, spread over threads.
///
/// A file is read without a look at another, so what comes of it does not depend on how many
/// threads there are, nor on which of them is first. Threads are those of POSIX: a runtime for
/// tasks would cost a short run more than it saves a long one.
func readFiles(_ sources: SourceSet, over threads: Int) -> [ReadFile] {
    let shares = shares(of: sources, over: threads)
    let helpers = shares.dropFirst().map { ($0, start($0)) }
    shares.first?.readAll()
    for (share, thread) in helpers {
        if let thread { pthread_join(thread, nil) } else { share.readAll() }
    }
    return shares.flatMap(\.files).sorted { $0.page.id.rawValue < $1.page.id.rawValue }
}

/// The files that one thread reads. One thread at a time has it.
private final class Share {
    let sources: SourceSet
    var ids: [FileID] = []
    var bytes = 0
    var files: [ReadFile] = []

    init(of sources: SourceSet) { self.sources = sources }

    func add(_ id: FileID) {
        ids.append(id)
        bytes += sources[id].bytes.count
    }

    func readAll() {
        files = ids.map { ReadFile($0, of: sources) }
    }
}

/// The files in shares of about as many bytes each: the largest go first, each where least is.
private func shares(of sources: SourceSet, over threads: Int) -> [Share] {
    let count = max(1, min(threads, sources.files.count))
    let shares = (0..<count).map { _ in Share(of: sources) }
    let bySize = sources.ids.sorted {
        (sources[$1].bytes.count, $0.rawValue) < (sources[$0].bytes.count, $1.rawValue)
    }
    for id in bySize { shares.min { $0.bytes < $1.bytes }?.add(id) }
    return shares
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
