import CaseSupport
import Testing

/// Text of a page becomes text of a template in one folder only, where each file knows one context
/// and encodes for it. Everything else handles values that are already safe.
@Suite struct SinkTests {
    private let sinks = "Sources/Emission/Sinks/"
    private let declaration = "Sources/Mustache/TemplateValue.swift"
    private let initializer = "verbatimFrom" + "Sink"

    @Test func onlySinksMakeTemplateText() throws {
        for file in try swiftFiles(in: ["Sources"])
        where !file.path.hasPrefix(sinks) && file.path != declaration {
            let found = file.lines.filter { $0.contains(initializer) || $0.contains("SafeText(") }
            #expect(found == [], "\(file.path)")
        }
    }

    @Test func theInitializerIsStillCalledThat() throws {
        let files = try swiftFiles(in: ["Sources"]).filter { $0.path == declaration }
        #expect(files.contains { $0.lines.contains { $0.contains(initializer) } })
    }

    /// `String` finds no mark that a combining letter follows; shells and compilers do.
    @Test func marksAreSearchedForByBytes() throws {
        let searches = ["contains(\"", "split(separator: \"'", "replacing(\"", "{ $0 != \""]
        let files = try swiftFiles(in: ["Sources/Emission"]).filter { $0.path.hasPrefix(sinks) }
        #expect(!files.isEmpty)
        for file in files {
            let found = file.lines.filter { line in
                !line.contains("unicodeScalars") && searches.contains { line.contains($0) }
            }
            #expect(found == [], "\(file.path)")
        }
    }

    /// A sink has to be asked for by its context. A conversion that the compiler inserts by itself,
    /// from a literal or an interpolation, would hide that.
    @Test func noSinkConvertsInSilence() throws {
        let silent = ["ExpressibleByString" + "Literal", "ExpressibleByString" + "Interpolation"]
        for file in try swiftFiles(in: ["Sources/Mustache", "Sources/Emission"]) {
            let found = file.lines.filter { line in silent.contains { line.contains($0) } }
            #expect(found == [], "\(file.path)")
        }
    }
}
