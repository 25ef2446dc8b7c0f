import Testing

@Suite struct SinkTests {
    /// Text of a page becomes a template's value only where its context is known.
    @Test func onlySinksMakeSafeText() throws {
        let sinks = "Sources/Emission/Sinks/"
        let declaration = "Sources/Mustache/TemplateValue.swift"
        for file in try swiftFiles(in: ["Sources", "Templates"]) where file.path != declaration {
            guard !file.path.hasPrefix(sinks) else { continue }
            let calls = file.lines.filter { $0.contains("verbatimFromSink") }
            #expect(calls == [], "\(file.path)")
        }
    }
}
