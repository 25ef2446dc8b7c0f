import CaseSupport
import Foundation
import Testing

/// What a run of the program left behind.
struct Outcome {
    let status: Int32
    let output: String
    let complaints: String
}

/// Runs `endpointgen` in a folder, as a shell would.
func endpointgen(
    _ arguments: [String], in folder: URL, adding variables: [String: String] = [:]
) throws -> Outcome {
    let process = Process()
    process.executableURL = try program()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment(of: folder).merging(variables) { $1 }
    let output = folder.appendingPathComponent(".stdout")
    let complaints = folder.appendingPathComponent(".stderr")
    for file in [output, complaints] {
        try Data().write(to: file)
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: complaints)
    try process.run()
    process.waitUntilExit()
    return Outcome(
        status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
        complaints: try String(contentsOf: complaints, encoding: .utf8))
}

/// Starts `endpointgen` and does not wait for it; who starts it ends it with `end`.
func start(
    _ arguments: [String], in folder: URL, complaints: URL? = nil
) throws -> Process {
    let process = Process()
    process.executableURL = try program()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment(of: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try complaints.map(FileHandle.init(forWritingTo:)) ?? .nullDevice
    try process.run()
    return process
}

/// Ends a started run as `kill` would, and tells whether that was enough: one that holds on is
/// ended by force, since it would outlive the tests and keep what they write to open.
func end(_ run: Process) -> Bool {
    run.terminate()
    for _ in 0..<10_000 where run.isRunning { usleep(1000) }
    let hasEnded = !run.isRunning
    if !hasEnded { kill(run.processIdentifier, SIGKILL) }
    run.waitUntilExit()
    return hasEnded
}

/// As here, but what runs leave for each other stays in their folder.
private func environment(of folder: URL) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment["XDG_CACHE_HOME"] = folder.appendingPathComponent(".cache").path
    return environment
}

/// The executable lies beside the bundle of the tests.
private func program() throws -> URL {
    let folders = [
        Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent(),
        Bundle.main.executableURL?.deletingLastPathComponent(),
        packageFolder.appendingPathComponent(".build/debug"),
    ]
    let found = folders.compactMap { $0?.appendingPathComponent("endpointgen") }.first { file in
        FileManager.default.isExecutableFile(atPath: file.path) && !file.hasDirectoryPath
    }
    return try #require(found)
}

/// A folder of its own for one test, with files in it; removed when the test is done.
func withFolder<Result>(
    _ files: [String: String] = [:], _ body: (URL) throws -> Result
) throws -> Result {
    let name = "endpointgen-\(ProcessInfo.processInfo.globallyUniqueString)"
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files { try write(text, to: path, in: folder) }
    return try body(folder)
}

func write(_ text: String, to path: String, in folder: URL) throws {
    try write(Data(text.utf8), to: path, in: folder)
}

func write(_ data: Data, to path: String, in folder: URL) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
}

func text(_ path: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
}

func exists(_ path: String, in folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
}

/// The smallest page that documents an operation.
let smallPage = """
    # List the keys

    `GET /keys`

    ```json
    [{"id": 1, "name": "a"}]
    ```

    """
