import CaseSupport
import EndpointGenerator
import Foundation
import Testing

@Suite struct EmbedTemplatesTests {
    /// `endpointgen embed-templates` mends it.
    @Test func builtinTemplatesAreThoseOfTheFolder() throws {
        let folder = packageFolder.appendingPathComponent("Templates")
        let templates = try files(in: folder, endingIn: ".mustache").map { file in
            File(path: relativePath(file, to: folder), bytes: Array(try Data(contentsOf: file)))
        }
        let written = try Data(contentsOf: folder.appendingPathComponent("BuiltinTemplates.swift"))
        #expect(
            String(decoding: embedTemplates(templates), as: UTF8.self)
                == String(decoding: written, as: UTF8.self))
    }

    @Test func noContentEndsTheLiteral() {
        let content = "\"\"\"##\n\\##(x)"
        let text = String(
            decoding: embedTemplates([File(path: "a/b.mustache", bytes: Array(content.utf8))]),
            as: UTF8.self)
        #expect(text.contains("        ###\"a/b\"###,\n        ###\"\"\"\n\(content)\n\"\"\"###\n"))
    }
}
