import JSONText
import Testing

@Suite struct JSONWriterTests {
    @Test func writesWhatItReads() {
        let text = #"{"b":[1,2.50,-0e3,true,null],"a":{"é":"\"\\\n\t\u0001"},"c":[],"d":{}}"#
        #expect(write(text) == text)
    }

    @Test func indentsByTwo() throws {
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
        let value = try #require(readJSON(#"{"a": [1, {"b": null}], "c": []}"#).values.first)
        #expect(String(decoding: writeJSON(value), as: UTF8.self) == expected)
    }

    @Test func replacesWhatJSONCannotSay() {
        #expect(
            write("{a: int, b: ..., c: [1, ...], d: 007}")
                == #"{"a":"int","c":[1],"d":"007"}"#)
    }

    @Test func writtenTextIsStrict() throws {
        for sample in try loadSamples() ?? [] {
            for value in sample.document.values {
                let texts = [writeJSON(value), writeCompactJSON(value)]
                let strict = texts.allSatisfy { isStrictJSON(String(decoding: $0, as: UTF8.self)) }
                #expect(strict, "\(sample.page.path)")
            }
        }
    }

    private func write(_ text: String) -> String {
        guard let value = readJSON(text).values.first else { return "" }
        return String(decoding: writeCompactJSON(value), as: UTF8.self)
    }
}
