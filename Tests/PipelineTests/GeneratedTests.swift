import CaseSupport
import Foundation
import Testing

/// `Generated` is what the pages of `Specs` give, byte for byte; `RECORD=1` writes it.
@Suite struct GeneratedTests {
    @Test(arguments: try specifiedAPIs())
    func isWhatThePagesGive(_ name: String) throws {
        let specs = packageFolder.appendingPathComponent("Specs/\(name)")
        let folder = packageFolder.appendingPathComponent("Generated/\(name)")
        let outputs = try outputs(describe(name, pages(in: specs)))
        #expect(!outputs.isEmpty, "nothing is generated")
        for (path, text) in outputs {
            let file = folder.appendingPathComponent(path)
            let old = FileManager.default.contents(atPath: file.path).map { data in
                String(decoding: data, as: UTF8.self)
            }
            guard old != text else { continue }
            if isRecording {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try text.write(to: file, atomically: true, encoding: .utf8)
            } else {
                Issue.record("\(name)/\(path)\n\(difference(old ?? "", text))")
            }
        }
    }

    /// A file that no page gives any more would be compiled for ever.
    @Test(arguments: try specifiedAPIs())
    func holdsNothingElse(_ name: String) throws {
        let specs = packageFolder.appendingPathComponent("Specs/\(name)")
        let folder = packageFolder.appendingPathComponent("Generated/\(name)")
        let given = Set(try outputs(describe(name, pages(in: specs))).map(\.0))
        let found = files(in: folder).map { relativePath($0, to: folder) }
        #expect(found.filter { !given.contains($0) } == [])
    }
}

/// The folders of `Specs`, sorted.
func specifiedAPIs() throws -> [String] {
    let specs = packageFolder.appendingPathComponent("Specs")
    return try FileManager.default.contentsOfDirectory(atPath: specs.path)
        .filter { !$0.hasPrefix(".") }.sorted()
}
