import EndpointGenerator
import Testing

@Suite struct ExplainTests {
    private let pages = Pages(
        name: "Keys", folder: "Specs/Keys/",
        files: [
            File(
                path: "keys.md",
                bytes: Array(
                    """
                    # List keys

                    `GET /keys`

                    | Parameter | Type | Required | Description |
                    |---|---|---|---|
                    | `limit` | integer | no | At most this many |

                    """.utf8))
        ])

    @Test func saysWhichPlaceDecided() {
        let printout = explain("limit.type", of: pages)
        let text = String(decoding: printout.bytes, as: UTF8.self)
        #expect(text.contains(".limit.type is integer: keys.md:7:"))
        #expect(text.contains("states it where it belongs (declared, "))
        #expect(!printout.findings.hasErrors)
    }

    @Test func namesWhatThereIsForAnUnknownFact() {
        let printout = explain("limt", of: pages)
        #expect(printout.bytes == [])
        let lines = printout.findings.rendered(inColor: false)
        #expect(lines.count == 1)
        #expect(lines[0].hasPrefix("error: nothing is called 'limt'; there is "), "\(lines)")
        #expect(lines[0].hasSuffix(" [fact-unknown]\n"))
    }

    @Test(arguments: Stage.allCases.filter { $0 != .context })
    func everyStageCanBeShown(stage: Stage) {
        #expect(!show(stage, of: pages).bytes.isEmpty)
    }
}
