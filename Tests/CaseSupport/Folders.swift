import Foundation

/// The folder of `Package.swift`: every test finds its data from here.
package let packageFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The folder of corpora, seeds and conformance suites beside the package, or `nil` where there is
/// none. It is read in place; nothing of it belongs to the project.
package func sharedFolder() -> URL? {
    let named = ProcessInfo.processInfo.environment["ENDPOINTGEN_SHARED"]
    let folder =
        named.map { URL(fileURLWithPath: $0) }
        ?? packageFolder.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}

/// Whether expectations are to be written instead of compared.
package var isRecording: Bool {
    ProcessInfo.processInfo.environment["RECORD"] == "1"
}

/// Files below a folder whose paths end as said, sorted, so that a run lists them in one order
/// everywhere. Folders that begin with a dot are left out.
package func files(in folder: URL, endingIn suffix: String = "") -> [URL] {
    let found = FileManager.default.enumerator(
        at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    var files: [URL] = []
    while let file = found?.nextObject() as? URL {
        guard file.lastPathComponent.hasSuffix(suffix), !file.hasDirectoryPath else { continue }
        files.append(file)
    }
    return files.sorted { $0.path < $1.path }
}

/// A file's path below the package, with `/` between components.
package func relativePath(_ file: URL, to folder: URL = packageFolder) -> String {
    let path = file.standardizedFileURL.path
    let base = folder.standardizedFileURL.path + "/"
    return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path
}
