import CaseSupport
import Foundation

// Prints what the tool costs, beside what it may cost. A printed figure, no test: machines differ.
//
//     swift run -c release Benchmark
//
// Run from a debug build it measures a debug build, which is what a build plugin runs.

let programs = Bundle.main.executableURL?.deletingLastPathComponent() ?? packageFolder
let tool = programs.appendingPathComponent("endpointgen")
let emptyProgram = programs.appendingPathComponent("EmptyProgram")
let scratch = FileManager.default.temporaryDirectory
    .appendingPathComponent("benchmark-\(ProcessInfo.processInfo.processIdentifier)")
defer { try? FileManager.default.removeItem(at: scratch) }

try benchmarkOnePage()
if let shared = sharedFolder() {
    try benchmarkSite(shared.appendingPathComponent("corpus/crux-docs/pages"))
} else {
    print("a whole site: skipped (no ../shared)")
}

func report(_ name: String, _ figure: Double, _ unit: String, atMost limit: Double) {
    let columns = [
        name.padding(toLength: 44, withPad: " ", startingAt: 0),
        String(format: "%10.3f", figure), unit.padding(toLength: 4, withPad: " ", startingAt: 0),
        String(format: "of %.1f", limit), figure <= limit ? "" : "OVER",
    ]
    print(columns.joined(separator: " "))
}

func benchmarkOnePage() throws {
    let page = packageFolder.appendingPathComponent("Specs/Thanos/get-all-users.md")
    let empty = cheapest(of: 20, emptyProgram, [])
    let output = scratch.appendingPathComponent("page").path
    let arguments = ["generate", page.path, "--output", output]
    let run = cheapest(of: 20, tool, arguments)
    report("one page, against an empty program", run.seconds / empty.seconds, "x", atMost: 3)
}

func benchmarkSite(_ site: URL) throws {
    #if DEBUG
        let limit = 1.5
    #else
        let limit = 0.3
    #endif
    let output = scratch.appendingPathComponent("site")
    let arguments = ["generate", site.path, "--output", output.path]
    let first = measure(tool, arguments)
    report("a site of 138 operations, first run", first.seconds, "s", atMost: limit)
    report("its memory", first.megabytes, "MB", atMost: 100)
    let before = try datesOfFiles(in: output)
    let again = cheapest(of: 5, tool, arguments)
    let rewritten = try datesOfFiles(in: output).filter { before[$0.key] != $0.value }
    report("the same again", again.seconds, "s", atMost: limit)
    report("files rewritten by it", Double(rewritten.count), "", atMost: 0)
    let half = try copyOfHalf(of: site)
    let halfOutput = scratch.appendingPathComponent("half-output").path
    let halfRun = cheapest(of: 5, tool, ["generate", half.path, "--output", halfOutput])
    report("twice the pages", again.seconds / halfRun.seconds, "x", atMost: 2.3)
    let both = scratch.appendingPathComponent("models-and-client")
    _ = measure(tool, ["generate", site.path, "--output", both.path, "--emit", "models,client"])
    try reportLines("lines an operation", in: both)
    // With a server and fixtures beside them every type is coded both ways.
    try reportLines("the same, emitted with the server", in: output)
}

/// Models and client, which every user of an API compiles.
func reportLines(_ name: String, in output: URL) throws {
    var lines = 0
    for file in files(in: output, endingIn: ".swift") {
        let isModel = file.lastPathComponent.hasPrefix("Models")
        guard isModel || file.lastPathComponent.hasPrefix("Client") else { continue }
        let text = try String(contentsOf: file, encoding: .utf8)
        lines += text.split(separator: "\n", omittingEmptySubsequences: false).count
    }
    report(name, Double(lines) / 138, "", atMost: 80)
}

func datesOfFiles(in folder: URL) throws -> [String: Date] {
    var dates: [String: Date] = [:]
    for file in files(in: folder) {
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        dates[file.path] = attributes[.modificationDate] as? Date
    }
    return dates
}

/// A site with every second page; fragments stay whole, as pages need them.
func copyOfHalf(of site: URL) throws -> URL {
    let half = scratch.appendingPathComponent("half")
    var isKept = false
    for file in files(in: site) {
        let path = relativePath(file, to: site)
        if !path.hasPrefix("_includes/") { isKept.toggle() }
        guard isKept || path.hasPrefix("_includes/") else { continue }
        let copy = half.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: file, to: copy)
    }
    return half
}
