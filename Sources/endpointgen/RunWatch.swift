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
    letBeEnded()
    var seen: [String] = []
    while true {
        let stamps = stamps(below: request.specs) + (request.templates.map(stamps) ?? [])
        if stamps != seen {
            // Of many APIs one changes; what the others had to say stands further up.
            let status = runGenerate(request, repeats: seen.isEmpty)
            seen = stamps
            if status == .unusable, stamps.isEmpty { return status }
            complain("\(request.specs): watching\n")
        }
        usleep(200_000)
    }
}

/// Lets `kill` and Control-C through, which are held back when whoever started us does its work on
/// threads that block signals and hands that on: Foundation's `Process` on Linux does.
private func letBeEnded() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGHUP, SIGINT, SIGTERM] { sigaddset(&signals, signal) }
    sigprocmask(SIG_UNBLOCK, &signals, nil)
}

/// Every file below a path with its stamp, in order; hidden ones left out, as everywhere.
private func stamps(below path: String) -> [String] {
    var waiting = [trimmed(path)]
    var stamps: [String] = []
    while let path = waiting.popLast() {
        if kind(of: path) == .folder {
            waiting += visibleEntries(of: path)
        } else if let stamp = FileStamp(of: path) {
            stamps.append("\(stamp.text) \(path)")
        }
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
