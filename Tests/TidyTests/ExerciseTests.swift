import CaseSupport
import Foundation
import Testing

/// What is written down in a test cannot be lost without a test that fails.
@Suite struct ExerciseTests {
    /// How many messages no test names yet. It may only shrink.
    private let untriedMessages = 12

    @Test func messagesAreTried() throws {
        let identifiers = try messageIdentifiers()
        #expect(identifiers.count > 10)
        let tests = try textOfTests()
        let untried = identifiers.filter { identifier in
            !tests.contains("[\(identifier)]") && !tests.contains("\"\(identifier)\"")
        }
        print("messages: \(identifiers.count - untried.count) of \(identifiers.count) tried")
        if !untried.isEmpty { print("not tried: \(untried.joined(separator: ", "))") }
        #expect(untried.count <= untriedMessages)
    }

    /// Identifiers are what configuration and scripts rely on, so they have one shape.
    @Test func identifiersAreKebabCase() throws {
        let strange = try messageIdentifiers().filter { identifier in
            !identifier.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }
        }
        #expect(strange == [])
    }

    /// The string after `Diagnostic(.warning,`, on the same line or on the next.
    private func messageIdentifiers() throws -> [String] {
        var identifiers: Set<String> = []
        for file in try swiftFiles(in: ["Sources"]) {
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

    private func textOfTests() throws -> String {
        let tests = packageFolder.appendingPathComponent("Tests")
        return try files(in: tests).filter { ["swift", "case"].contains($0.pathExtension) }
            .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    }
}
