import EndpointGenerator

/// What the build plugin runs: generates one API into a folder of the build.
///
/// A build knows its files before a page is read, so each of `generatedFileNames(of:)` is written, one that
/// says nothing where the API needs none; what has not changed is not written, so that the compiler
/// has nothing to do.
func runBuildStep(_ pages: String, into output: String) -> ExitStatus {
    attempt { () throws(DiskError) in
        let (pages, found) = try findPages(at: pages)
        let generation = generate(pages)
        found.complaints.forEach(complain)
        generation.findings.rendered(inColor: false).forEach(complain)
        guard generation.outcome == .done, !generation.findings.hasErrors, found.status == .done
        else { return max(found.status, .findings) }
        try makeFolder(output)
        for name in generatedFileNames(of: pages) {
            let file = generation.files.first { $0.path == name }
            let bytes = file?.bytes ?? Array("// Nothing of this API needs this file.\n".utf8)
            let place = joined(output, name)
            if kind(of: place) == .file, try readFile(place) == bytes { continue }
            try writeFile(bytes, to: place)
        }
        return .done
    }
}
