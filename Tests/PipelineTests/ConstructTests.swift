import CaseSupport
import EndpointGenerator
import Foundation
import Testing

/// Every construct that recognition knows is met by a page of `Specs` or by a case.
@Suite struct ConstructTests {
    /// How many constructs no page here shows yet. It may only shrink.
    private let unmetConstructs = 0

    @Test func everyConstructIsMet() throws {
        let constructs = try recognizedConstructs()
        #expect(constructs.count > 20)
        let met = try constructsInClaims()
        let unmet = constructs.filter { !met.contains($0) }
        print("constructs: \(constructs.count - unmet.count) of \(constructs.count) met")
        if !unmet.isEmpty { print("not met: \(unmet.joined(separator: ", "))") }
        #expect(unmet.count <= unmetConstructs)
    }

    /// The names in the sources, except of those that claim nothing in their own name.
    private func recognizedConstructs() throws -> [String] {
        let silent: Set<String> = [
            "furniture", "container", "label", "code-label", "include", "list", "call-sample",
            "anchor-lines", "composition-line", "assignment", "docinfo", "program", "table-title",
            "signature",
        ]
        let folder = packageFolder.appendingPathComponent("Sources/Recognition")
        var names: Set<String> = []
        for file in files(in: folder, endingIn: ".swift") {
            let text = try String(contentsOf: file, encoding: .utf8)
            for rest in text.components(separatedBy: "Recognizer(construct: \"").dropFirst() {
                names.insert(rest.components(separatedBy: "\"")[0])
            }
        }
        return names.subtracting(silent).sorted()
    }

    private func constructsInClaims() throws -> Set<String> {
        let claims = stages.first { $0.name == Stage.claims.rawValue }
        var words: Set<String> = []
        for test in try cases(in: packageFolder.appendingPathComponent("Tests")) {
            let pages = test.sections.filter { $0.name.contains(".") }
            words.formUnion(constructs(in: try claims?.dump(pages) ?? ""))
        }
        for name in try specifiedAPIs() {
            let folder = packageFolder.appendingPathComponent("Specs/\(name)")
            let pages = try pages(in: folder).map { page in
                Case.Section(name: page.path, text: String(decoding: page.bytes, as: UTF8.self))
            }
            words.formUnion(constructs(in: try claims?.dump(pages) ?? ""))
        }
        return words
    }

    /// The last word of `(page.md:3:1 declared request-line)`.
    private func constructs(in claims: String) -> Set<String> {
        Set(
            claims.components(separatedBy: ")").compactMap { part in
                part.split(separator: " ").last.map(String.init)
            })
    }
}
