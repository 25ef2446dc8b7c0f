import APIModel
import SourceText
import Testing

@Suite struct APIJSONTests {
    @Test func readsBackWhatItWrites() throws {
        let written = writeAPI(everyFact.api, at: Positions(everyFact.sources))
        let source = SourceFile(path: "api.json", bytes: written)
        let (recorded, notes) = readAPI(source, as: FileID(0))
        #expect(notes == [])
        let read = try #require(recorded)
        let again = writeAPI(read.api, at: read.positions)
        #expect(String(decoding: again, as: UTF8.self) == String(decoding: written, as: UTF8.self))
        #expect(read.api.operations.count == everyFact.api.operations.count)
    }

    @Test func aFactIsALine() {
        let text = String(
            decoding: writeAPI(everyFact.api, at: Positions(everyFact.sources)), as: UTF8.self)
        let line = #"  "title": {"value": "Every fact", "at": "a page.md:2:1 described table-1"},"#
        #expect(text.contains("\n" + line + "\n"))
    }

    @Test(arguments: [
        ("", "there is no value"), ("[]", "its format is not 1"),
        (#"{"format": 2}"#, "its format is not 1"),
        (#"{"format": 1}"#, "no 'name'"),
        (#"{"format": 1, "name": "a", "title": {"value": "b", "at": "c"}}"#, "'c' is no place"),
        (#"{"format": 1, "name": "a", "operations": 1}"#, "'operations' is not an array"),
    ])
    func refusesWhatIsNotOurs(text: String, reason: String) {
        let source = SourceFile(path: "api.json", bytes: Array(text.utf8))
        let (recorded, notes) = readAPI(source, as: FileID(0))
        #expect(recorded?.api == nil)
        #expect(notes.map(\.id) == ["api-json-unreadable"])
        #expect(notes.map(\.message) == ["this is no API description of ours: \(reason)"])
    }

    @Test func everyPrefixIsRefused() {
        let written = writeAPI(everyFact.api, at: Positions(everyFact.sources))
        for count in stride(from: 0, to: written.count - 2, by: 97) {
            let source = SourceFile(path: "api.json", bytes: Array(written[..<count]))
            #expect(readAPI(source, as: FileID(0)).recorded?.api == nil)
        }
    }
}
