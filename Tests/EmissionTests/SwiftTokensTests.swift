import Testing

@Suite struct SwiftTokensTests {
    @Test(arguments: [
        #"let a = injected()"#, #"let a = "\(injected())""#, "/// a\rinjected()",
        "/* /* */ */ injected()", #"let a = "x"; injected(); """#, "\"a\\\\\" injected()",
    ])
    func findsCode(_ text: String) {
        #expect(identifiers(in: Array(text.utf8)).contains("injected"))
    }

    @Test(arguments: [
        "// injected()", "/* /* */ injected() */", #"let a = "injected()""#,
        #"let a = "\"injected()""#, #"let a = "\\(injected())""#, "let notinjected = 1",
    ])
    func leavesText(_ text: String) {
        #expect(!identifiers(in: Array(text.utf8)).contains("injected"))
    }
}
