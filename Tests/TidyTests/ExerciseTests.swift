import CaseSupport
import Foundation
import Testing

/// What is written down in a test cannot be lost without a test that fails.
@Suite struct ExerciseTests {
    @Test func messagesAreTried() throws {
        let identifiers = try messageIdentifiers()
        #expect(identifiers.count > 10)
        let tests = try textOfTests()
        let untried = identifiers.filter { identifier in
            !tests.contains("[\(identifier)]") && !tests.contains("\"\(identifier)\"")
        }
        print("messages: \(identifiers.count - untried.count) of \(identifiers.count) tried")
        #expect(untried == [])
    }

    /// Identifiers are what configuration and scripts rely on, so they have one shape.
    @Test func identifiersAreKebabCase() throws {
        let strange = try messageIdentifiers().filter { identifier in
            !identifier.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }
        }
        #expect(strange == [])
    }

    /// The string after `Diagnostic(.warning,`, on the same line or on the next; the cases of the
    /// enumerations that have identifiers for raw values; and what the command line says itself.
    private func messageIdentifiers() throws -> [String] {
        var identifiers: Set<String> = []
        for file in try swiftFiles(in: ["Sources"]) {
            for line in file.lines {
                if let identifier = rawIdentifier(line) { identifiers.insert(identifier) }
                if let identifier = bracketed(line) { identifiers.insert(identifier) }
            }
            let text = file.lines.joined(separator: " ")
            for call in text.components(separatedBy: "Diagnostic(").dropFirst() {
                let start = call.drop { $0 == " " }
                guard start.hasPrefix("."), let comma = start.firstIndex(of: ",") else { continue }
                let rest = start[comma...].dropFirst().drop { $0 == " " }
                guard rest.hasPrefix("\"") else { continue }
                identifiers.insert(String(rest.dropFirst().prefix { $0 != "\"" }))
            }
        }
        return identifiers.sorted()
    }

    /// `case trailingComma = "json-trailing-comma"`: no other raw value of ours begins so.
    private func rawIdentifier(_ line: Substring) -> String? {
        let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].contains(" case "), parts[0].hasSuffix(" = "),
            ["json-", "rst-", "yaml-"].contains(where: parts[1].hasPrefix)
        else { return nil }
        return String(parts[1])
    }

    /// `… [name-taken]\n"` at the end of a message.
    private func bracketed(_ line: Substring) -> String? {
        guard let close = line.range(of: "]\\n\""),
            let open = line[..<close.lowerBound].lastIndex(of: "[")
        else { return nil }
        let identifier = line[line.index(after: open)..<close.lowerBound]
        return identifier.isEmpty || identifier.contains("(") ? nil : String(identifier)
    }

    private func textOfTests() throws -> String {
        let tests = packageFolder.appendingPathComponent("Tests")
        return try files(in: tests).filter { ["swift", "case"].contains($0.pathExtension) }
            .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    }
}
