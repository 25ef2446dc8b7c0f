import CaseSupport
import EndpointGenerator
import SourceText
import Testing

/// How many threads read is nothing that a reader of the output can tell.
@Suite struct ThreadsTests {
    @Test(arguments: [2, 3, 7, 100])
    func anyNumberOfThreadsGivesTheSame(threads: Int) {
        let sources = SourceSet(
            LargeSite.briefPages(60).map { SourceFile(path: $0.path, bytes: Array($0.text.utf8)) })
        let alone = EndpointGenerator.describe(sources, named: "Many")
        let together = EndpointGenerator.describe(sources, named: "Many", over: threads)
        #expect(alone.api == together.api)
        #expect(alone.notes == together.notes)
    }

    @Test func outputIsTheSameToTheByte() {
        var pages = Pages(
            name: "Many", folder: "",
            files: LargeSite.briefPages(2_000).map {
                File(path: $0.path, bytes: Array(($0.text + longRemark).utf8))
            })
        let alone = openAPI(pages, isPlain: false)
        let covered = coverage(pages, as: .json)
        pages.processors = 3
        #expect(openAPI(pages, isPlain: false).bytes == alone.bytes)
        #expect(coverage(pages, as: .json).bytes == covered.bytes)
    }

    @Test func noPagesNeedNoThread() {
        let nothing = EndpointGenerator.describe(SourceSet([]), named: "None", over: 4)
        #expect(nothing.api.operations.isEmpty)
    }
}

/// Short pages alone would not be worth a thread.
private let longRemark = "\n\n" + String(repeating: "A page says many things. ", count: 8)
