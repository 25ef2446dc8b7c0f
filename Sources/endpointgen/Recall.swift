import EndpointGenerator

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What is kept of a run that left its folder as generated, so that the next one on the same pages
/// need not do it again: it says the same and ends the same.
///
/// Kept in the user's folder for caches, by place of pages and output. Where it cannot be kept or
/// read the work is done again, and nobody need know.
struct Recollection: Hashable {
    /// Everything the run depended on: the tool, the pages and the choices.
    var key: String
    var status: ExitStatus
    /// The API's own folder, as the run was asked to write it.
    var output: String
    /// What the run said on standard error.
    var text: String
}

extension Recollection {
    /// What is known of a run of this key, if the output is still as that run left it.
    static func recalled(at place: String?, key: String) -> Recollection? {
        guard let known = last(at: place), known.key == key else { return nil }
        return known
    }

    /// Whether a folder is as the last run left it, whatever that run was of: then its files hold
    /// what its manifest says.
    static func isAsLeft(_ output: String, rememberedAt place: String?) -> Bool {
        last(at: place)?.output == output
    }

    /// What is known of the last run, if its output is still as it left it.
    private static func last(at place: String?) -> Recollection? {
        guard let place, kind(of: place) == .file else { return nil }
        do throws(DiskError) {
            let text = String(decoding: try readFile(place), as: UTF8.self)
            let parts = text.split(
                separator: "\n", maxSplits: 4, omittingEmptySubsequences: false
            ).map(String.init)
            guard parts.count == 5, let number = Int32(parts[1]),
                let status = ExitStatus(rawValue: number), parts[3] == state(of: parts[2])
            else { return nil }
            return Recollection(key: parts[0], status: status, output: parts[2], text: parts[4])
        } catch {
            return nil
        }
    }

    func keep(at place: String?, with state: String) {
        guard let place else { return }
        let text = "\(key)\n\(status.rawValue)\n\(output)\n\(state)\n\(text)"
        do throws(DiskError) {
            try makeFolder(String(folder(of: place).dropLast()))
            try writeFile(Array(text.utf8), to: place)
        } catch {
            return
        }
    }
}

/// The stamps of all that is ours in an output folder; `nil` if something is missing.
func state(of output: String) -> String? {
    let manifest = joined(output, Manifest.fileName)
    guard kind(of: manifest) == .file, !hasLeftovers(of: output) else { return nil }
    do throws(DiskError) {
        let paths = Manifest(reading: try readFile(manifest)).paths + [Manifest.fileName]
        let stamps = paths.map { FileStamp(of: joined(output, $0))?.text }
        if stamps.contains(nil) { return nil }
        return sha256(Array(stamps.compactMap(\.self).joined(separator: " ").utf8))
    } catch {
        return nil
    }
}

/// The key of a run of this very program.
func recollectionKey(_ pages: Pages, _ choices: Choices) -> String? {
    guard let tool = toolKey else { return nil }
    let parts = [tool, "\(isColorWanted)", fingerprint(pages, choices)]
    return sha256(Array(parts.joined(separator: "\n").utf8))
}

/// What was recognized of pages, kept beside what is known of generating from them.
func pageMemory(beside place: String?) -> PageMemory? {
    guard let tool = toolKey, let place else { return nil }
    let path = place + ".pages"
    return PageMemory(of: tool, version: version) {
        guard kind(of: path) == .file else { return [] }
        do throws(DiskError) { return try readFile(path) } catch { return [] }
    } keep: { bytes in
        do throws(DiskError) {
            try makeFolder(String(folder(of: path).dropLast()))
            try writeFile(bytes, to: path)
        } catch {
            return
        }
    }
}

/// One word for this very program.
private var toolKey: String? {
    guard let tool = executablePath, let stamp = FileStamp(of: tool) else { return nil }
    return sha256(Array([version, tool, stamp.text].joined(separator: "\n").utf8))
}

/// Where what is known of generating from a place into a folder is kept.
func recollectionPlace(from place: String, to output: String) -> String? {
    guard let caches = cacheFolder, let place = resolved(place), let here = resolved(".") else {
        return nil
    }
    let name = sha256(Array("\(place)\n\(here)\n\(output)".utf8)).prefix(32)
    return joined(joined(caches, "endpointgen"), String(name))
}

/// By the XDG base directory specification, or as macOS has it.
private var cacheFolder: String? {
    if let folder = variable("XDG_CACHE_HOME"), folder.hasPrefix("/") { return folder }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    #if canImport(Darwin)
        return joined(home, "Library/Caches")
    #else
        return joined(home, ".cache")
    #endif
}

private func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}

/// The file of the running program.
private var executablePath: String? {
    #if canImport(Darwin)
        return CommandLine.arguments.first.flatMap(resolved)
    #else
        return resolved("/proc/self/exe")
    #endif
}
