import CaseSupport
import EndpointGenerator
import Foundation
import Testing

/// `Generated` is what the pages of `Specs` give, byte for byte; `RECORD=1` writes it.
@Suite struct GeneratedTests {
    @Test(arguments: try specifiedAPIs())
    func isWhatThePagesGive(_ name: String) throws {
        let folder = packageFolder.appendingPathComponent("Generated/\(name)")
        let outputs = try generated(name)
        #expect(outputs.count > 1, "nothing is generated")
        for output in outputs {
            let file = folder.appendingPathComponent(output.path)
            let old = FileManager.default.contents(atPath: file.path) ?? Data()
            guard Array(old) != output.bytes else { continue }
            if isRecording {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(output.bytes).write(to: file, options: .atomic)
            } else {
                let text = String(decoding: old, as: UTF8.self)
                Issue.record("\(name)/\(output.path)\n\(difference(text, output.text))")
            }
        }
    }

    /// A file that no page gives any more would be compiled for ever.
    @Test(arguments: try specifiedAPIs())
    func holdsNothingElse(_ name: String) throws {
        let folder = packageFolder.appendingPathComponent("Generated/\(name)")
        let given = Set(try generated(name).map(\.path))
        let found = files(in: folder).map { relativePath($0, to: folder) }
        #expect(found.filter { !given.contains($0) } == [])
    }

    /// The files of an API and the list of them that says which are ours.
    private func generated(_ name: String) throws -> [File] {
        let specs = packageFolder.appendingPathComponent("Specs/\(name)")
        let files = outputs(try describe(name, pages(in: specs)))
        return files + [File(path: Manifest.fileName, bytes: Manifest(files).bytes)]
    }
}

/// The folders of `Specs`, sorted.
func specifiedAPIs() throws -> [String] {
    let specs = packageFolder.appendingPathComponent("Specs")
    return try FileManager.default.contentsOfDirectory(atPath: specs.path)
        .filter { !$0.hasPrefix(".") }.sorted()
}
