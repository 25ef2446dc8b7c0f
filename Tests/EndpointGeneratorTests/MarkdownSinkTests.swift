import JSONText
import SourceText
import Testing

@testable import Emission

/// Words of a page in the head of ours: what stands there is a paragraph to a renderer that knows no
/// heads.
@Suite struct MarkdownSinkTests {
    @Test(arguments: [
        "<script>x()</script>", "[a](javascript:x())", "&lt;b>", "a`b`", "~~a~~",
        "https://a.example",
        "www.a.example", "a \"b\" \\ c",
    ])
    func aScalarIsNoMarkup(_ text: String) {
        let scalar = MarkdownText.scalar(text).text
        for markup in ["<", "&", "[", "`", "~", "://", "www."] {
            #expect(!scalar.contains(markup), "\(scalar)")
        }
        let source = SourceFile(path: "", bytes: Array(scalar.utf8))
        #expect(readJSON(source).values.first?.node == .string(text), "it reads back")
    }
}
