import APIModel
import Testing

@testable import Recognition

/// Pages are broken in every way there is: nothing may trap, and nothing may take long.
@Suite struct RobustnessTests {
    private let pieces = [
        "GET ", "/a/", "{b", "}", "<", ">", "&lt", "(", ")", "[", "]", ":", "?", "&", "=", "`",
        "\"", "'", "$'", "one of ",
        "values: ", "default ", "null", "required", " — ", "\\", "\n", "string", "array of ",
        "curl ", "-d ", "-X", "http ",
        "requests.get(", "url=", "\u{2019}", "\u{201C}", "é", "\u{00A0}", ",", "or ", "HTTP/1.1 ",
        "200", "#", "http://", "@", "*", "_", "|", ".",
        "fetch(", "hostname:", "params={", "<br", "\u{00A6}", "a:", "1", " ",
    ]

    @Test func anyMixtureIsRead() {
        var state: UInt64 = 42
        for _ in 0..<1500 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int((state >> 33) % UInt64(pieces.count))]
            }
            readEverything(text)
        }
    }

    @Test(arguments: [
        "` ", "(", "[", "<", "one of `a` - b ", "values: a - b ", " — ", "a:a", "a: b — ", "\"",
        "'", "{", "json.dumps({", "``", "\\\n",
        "required ", "such as one of `a`, `b`, ", "/{", "?a={", "&lt", "string list ", "null if ",
    ])
    func longTextsTakeLinearTime(piece: String) {
        readEverything(String(repeating: piece, count: 4_000))
    }

    private func readEverything(_ text: String) {
        let marked = MarkedText(text)
        _ = readType(marked)
        _ = readLeadingType(marked)
        _ = readRequiredness(marked)
        _ = readRequiredness(cell: marked)
        _ = readNameMarks(marked)
        _ = readNullability(marked)
        _ = readEnumeration(marked)
        _ = readDefault(marked)
        _ = readConstraints(marked)
        _ = readStatus(marked)
        _ = readStatusList(marked)
        _ = readPermissions(marked)
        _ = classifyHeading(marked)
        _ = classifyColumn(marked)
        _ = readSearchTerms(text)
        _ = readRequestLine(text)
        let path = readPath(text)
        _ = matchURL(text, to: path?.template ?? PathTemplate([]))
        _ = stringFormat(of: text)
        _ = agreement(of: text, with: "users")
        for language in [nil, "bash", "python", "javascript", "http"] {
            _ = readCodeRequest(Array(text.utf8), language: language)
        }
    }
}
