import JSONText
import Testing

@Suite struct JSONWriterTests {
    @Test func writesWhatItReads() {
        let text = #"{"b":[1,2.50,-0e3,true,null],"a":{"é":"\"\\\n\t\u0001"},"c":[],"d":{}}"#
        #expect(write(text, .compact) == text)
    }

    @Test func indentsByTwo() {
        let expected = """
            {
              "a": [
                1,
                {
                  "b": null
                }
              ],
              "c": []
            }
            """
        #expect(write(#"{"a": [1, {"b": null}], "c": []}"#, .pretty) == expected)
    }

    @Test func replacesWhatJSONCannotSay() {
        #expect(
            write("{a: int, b: ..., c: [1, ...], d: 007}", .compact)
                == #"{"a":"int","c":[1],"d":"007"}"#)
    }

    @Test func writtenTextIsStrict() throws {
        for sample in try loadSamples() ?? [] {
            for value in sample.document.values {
                for layout in [JSONLayout.compact, .pretty] {
                    let text = String(decoding: writeJSON(value, layout: layout), as: UTF8.self)
                    #expect(isStrictJSON(text), "\(sample.page.path)")
                }
            }
        }
    }

    private func write(_ text: String, _ layout: JSONLayout) -> String {
        guard let value = readJSON(text).values.first else { return "" }
        return String(decoding: writeJSON(value, layout: layout), as: UTF8.self)
    }
}
