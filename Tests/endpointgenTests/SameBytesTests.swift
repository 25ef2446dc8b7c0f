import CaseSupport
import Foundation
import Testing

/// What is generated depends on the pages alone: not on where they lie, the order in which a folder
/// came to hold them, the clock's zone, the language of the machine, or what a run left before.
@Suite struct SameBytesTests {
    @Test func anywhere() throws {
        let pages = files(in: packageFolder.appendingPathComponent("Specs"))
        let here = try generated(pages, environment: ["TZ": "UTC", "LC_ALL": "C"], folder: "a")
        let there = try generated(
            pages.reversed(), environment: ["TZ": "Pacific/Chatham", "LC_ALL": "tr_TR.UTF-8"],
            folder: "b/c d/é")
        #expect(here.count > 20)
        #expect(Array(here.keys).sorted() == Array(there.keys).sorted())
        for (path, bytes) in here { #expect(there[path] == bytes, "\(path)") }
    }

    /// The generated files by their paths, from pages that were put down in the order given.
    private func generated(
        _ pages: [URL], environment: [String: String], folder name: String
    ) throws -> [String: Data] {
        try withFolder { folder in
            let base = folder.appendingPathComponent(name)
            for page in pages {
                try write(Data(contentsOf: page), to: relativePath(page), in: base)
            }
            let run = try endpointgen(["generate"], in: base, adding: environment)
            #expect(run.status == 0, "\(run.complaints)")
            let output = base.appendingPathComponent("Generated")
            var found: [String: Data] = [:]
            for file in files(in: output) {
                found[relativePath(file, to: output)] = try Data(contentsOf: file)
            }
            return found
        }
    }
}
