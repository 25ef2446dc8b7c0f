import CaseSupport
import EndpointGenerator
import Foundation

/// What the compiler has against the Swift files of some folders, each a module of its own, two at
/// a time; every warning counts.
func compilerComplaints(about folders: [URL]) async -> [String] {
    await withTaskGroup(of: String?.self) { group in
        var rest = folders[...]
        var complaints: [String] = []
        for _ in 0..<2 {
            if let folder = rest.popFirst() { group.addTask { complaint(about: folder) } }
        }
        while let complaint = await group.next() {
            if let complaint { complaints.append(complaint) }
            if let folder = rest.popFirst() {
                group.addTask { EmissionTests.complaint(about: folder) }
            }
        }
        return complaints.sorted()
    }
}

private func complaint(about folder: URL) -> String? {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
        [
            "swiftc", "-typecheck", "-swift-version", "6", "-warnings-as-errors", "-module-name",
            "API",
        ]
        + files(in: folder, endingIn: ".swift").map(\.path)
    process.standardOutput = output
    process.standardError = output
    do {
        try process.run()
    } catch {
        return "\(folder.lastPathComponent): the compiler cannot be run: \(error)"
    }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus != 0 else { return nil }
    let lines = text.split(separator: "\n").filter { $0.contains("error:") }.prefix(5)
    return "\(folder.lastPathComponent) does not compile\n" + lines.joined(separator: "\n")
}

/// Writes what is compiled of generated files: Swift, but for the tests.
func writeSources(_ files: [File], to folder: URL) throws -> URL {
    for file in files where file.path.hasSuffix(".swift") && !file.path.hasPrefix("Tests/") {
        let url = folder.appendingPathComponent(file.path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
    }
    return folder
}

func removeFolder(_ folder: URL) {
    do { try FileManager.default.removeItem(at: folder) } catch {
        print("left \(folder.lastPathComponent): \(error)")
    }
}
