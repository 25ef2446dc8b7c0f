import Foundation
import Testing

/// A run on what the last one saw says what that one said. Whether it did the work again shows in
/// what it says once the record of the last run is made to tell something else.
@Suite struct RecallTests {
    private let generate = ["generate", "--emit", "openapi"]

    @Test func sameAgainIsRemembered() throws {
        try withRun { folder in
            try forge(in: folder)
            let outcome = try endpointgen(generate, in: folder)
            #expect(outcome.complaints == "forged\n")
            #expect(outcome.status == 0)
        }
    }

    @Test(arguments: ["Specs/A/keys.md", "Specs/A/endpointgen.json", "Specs/A/corrections.md"])
    func aChangedInputIsRead(path: String) throws {
        try withRun { folder in
            try forge(in: folder)
            let text = path.hasSuffix(".json") ? #"{"hashable": true}"# : smallPage + "\n"
            try write(text, to: path, in: folder)
            #expect(try !endpointgen(generate, in: folder).complaints.contains("forged"))
        }
    }

    @Test(arguments: [["--emit", "models"], ["--output", "Other"], ["--force"]])
    func otherOptionsAreOtherRuns(options: [String]) throws {
        try withRun { folder in
            try forge(in: folder)
            #expect(try !endpointgen(generate + options, in: folder).complaints.contains("forged"))
        }
    }

    @Test func aLostFileComesBack() throws {
        try withRun { folder in
            try forge(in: folder)
            let file = folder.appendingPathComponent("Generated/A/openapi.json")
            try FileManager.default.removeItem(at: file)
            #expect(try endpointgen(generate, in: folder).status == 0)
            #expect(exists("Generated/A/openapi.json", in: folder))
        }
    }

    /// Same size, same date: the edit shows all the same.
    @Test func anEditedFileIsSeen() throws {
        try withRun { folder in
            try forge(in: folder)
            let path = "Generated/A/openapi.json"
            let file = folder.appendingPathComponent(path)
            let date = try FileManager.default.attributesOfItem(atPath: file.path)[
                .modificationDate]
            var bytes = try Data(contentsOf: file)
            bytes[bytes.count - 2] = UInt8(ascii: " ")
            try write(bytes, to: path, in: folder)
            try FileManager.default.setAttributes(
                [.modificationDate: try #require(date)], ofItemAtPath: file.path)
            let outcome = try endpointgen(generate, in: folder)
            #expect(outcome.status == 1)
            #expect(outcome.complaints.contains("[output-edited]"))
        }
    }

    @Test func aRecordThatCannotBeReadIsNone() throws {
        try withRun { folder in
            for record in try records(in: folder) {
                try Data([0xFF, 0x0A, 0x31]).write(to: record)
            }
            #expect(try endpointgen(generate, in: folder).status == 0)
        }
    }

    /// A page that did not change is not read again: what was kept of it counts.
    @Test func whatAPageSaidIsRemembered() throws {
        try withFolder(["Specs/A/keys.md": smallPage, "Specs/A/locks.md": locksPage]) { folder in
            #expect(try endpointgen(generate, in: folder).status == 0)
            for record in try records(in: folder, ofPages: true) {
                let text = try String(contentsOf: record, encoding: .utf8)
                #expect(text.contains("List the keys"))
                let forged = text.replacingOccurrences(of: "List the keys", with: "Lost the keys")
                try Data(forged.utf8).write(to: record)
            }
            try write(locksPage + "More.\n", to: "Specs/A/locks.md", in: folder)
            #expect(try endpointgen(generate, in: folder).status == 0)
            let output = folder.appendingPathComponent("Generated/A/openapi.json")
            #expect(try String(contentsOf: output, encoding: .utf8).contains("Lost the keys"))
        }
    }

    @Test func damagedPagesAreReadAgain() throws {
        try withFolder(["Specs/A/keys.md": smallPage, "Specs/A/locks.md": locksPage]) { folder in
            #expect(try endpointgen(generate, in: folder).status == 0)
            for record in try records(in: folder, ofPages: true) {
                try Data([0xFF, 0x0A, 0x31]).write(to: record)
            }
            try write(locksPage + "More.\n", to: "Specs/A/locks.md", in: folder)
            #expect(try endpointgen(generate, in: folder).status == 0)
        }
    }

    private var locksPage: String { "# List the locks\n\n`GET /locks`\n" }

    private func withRun(_ body: (URL) throws -> Void) throws {
        try withFolder(["Specs/A/keys.md": smallPage]) { folder in
            #expect(try endpointgen(generate, in: folder).status == 0)
            try body(folder)
        }
    }

    private func forge(in folder: URL) throws {
        let records = try records(in: folder)
        #expect(records.count == 1)
        for record in records {
            let text = try String(contentsOf: record, encoding: .utf8)
            let lines = text.split(separator: "\n", maxSplits: 4, omittingEmptySubsequences: false)
            let forged = lines.prefix(4).joined(separator: "\n") + "\nforged\n"
            try Data(forged.utf8).write(to: record)
        }
    }

    /// What is kept of runs; what is kept of their pages lies beside.
    private func records(in folder: URL, ofPages: Bool = false) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: folder.appendingPathComponent(".cache/endpointgen"), includingPropertiesForKeys: nil
        ).filter { ($0.pathExtension == "pages") == ofPages }
    }
}
