import APIModel
import CaseSupport
import Foundation
import SourceText
import Testing

@testable import EndpointGenerator

/// A run that knows the one before gives what a run from nothing gives, whatever changed.
@Suite struct ChangingSiteTests {
    @Test(arguments: 0..<12)
    func whatIsRememberedIsWhatWouldBeRead(seed: Int) {
        let shelf = Shelf()
        var site = ChangingSite(seed)
        for step in 0..<5 {
            let anew = generate(pages(of: site))
            let known = generate(pages(of: site, remembering: shelf))
            #expect(known.files == anew.files, "seed \(seed), step \(step)")
            #expect(
                known.findings.rendered(inColor: false) == anew.findings.rendered(inColor: false))
            site.change()
        }
    }

    @Test(arguments: 0..<24)
    func changedPartsDifferAsTheWholesDo(seed: Int) throws {
        var site = ChangingSite(seed)
        var lock = try lock(of: site)
        for step in 0..<4 {
            for _ in 0...(step % 3) { site.change() }
            let next = try self.lock(of: site)
            let whole = differences(from: .recorded(lock), to: .recorded(next))
            let parts = lockDifferences(from: lock, to: next)
            #expect(written(parts) == written(whole), "seed \(seed), step \(step)")
            #expect(parts.digest(limit: 20) == whole.digest(limit: 20))
            lock = next
        }
    }

    private func written(_ differences: Differences) -> [UInt8] {
        report([APIDifferences(differences, of: nil, in: "")], .json, approved: [])
    }

    @Test func whatNobodyChangedIsLeftOut() throws {
        let before = try lock(of: ChangingSite(1))
        let text = String(decoding: before.bytes, as: UTF8.self)
        let place = #""summary": {"value": "Show thing 4""#
        #expect(text.contains(place))
        let after = text.replacingOccurrences(
            of: place, with: #""summary": {"value": "Show the thing""#)
        let parts = try #require(changedParts(before.bytes, Array(after.utf8)))
        for side in [parts.old, parts.new] {
            let (recorded, _) = readAPI(SourceFile(path: "api.json", bytes: side), as: FileID(0))
            #expect(recorded?.api.operations.count == 1)
        }
    }

    @Test func aDescriptionThatIsNotOursIsReadAsAWhole() throws {
        let lock = try lock(of: ChangingSite(1))
        let flat = lock.bytes.filter { $0 != 0x0A }
        #expect(changedParts(lock.bytes, flat) == nil)
        #expect(changedParts([], lock.bytes) == nil)
    }

    @Test func whatIsDamagedIsReadAgain() {
        let shelf = Shelf()
        let site = ChangingSite(3)
        let anew = generate(pages(of: site))
        _ = generate(pages(of: site, remembering: shelf))
        let whole = shelf.bytes
        for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 40)) {
            shelf.bytes = Array(whole[..<place])
            #expect(generate(pages(of: site, remembering: shelf)).files == anew.files)
            #expect(shelf.bytes == whole)
        }
    }

    private func lock(of site: ChangingSite) throws -> File {
        try #require(generate(pages(of: site)).files.first { $0.path == lockName })
    }

    private func pages(of site: ChangingSite, remembering shelf: Shelf? = nil) -> Pages {
        var pages = Pages(
            name: "Changing", folder: "",
            files: site.files.map { File(path: $0.path, bytes: Array($0.text.utf8)) },
            corrections: site.corrections.map {
                File(path: "corrections.md", bytes: Array($0.utf8))
            })
        pages.memory = shelf.map { shelf in
            PageMemory(of: "this tool", version: "1") {
                shelf.bytes
            } keep: {
                shelf.bytes = $0
            }
        }
        return pages
    }
}

/// Where a memory is kept; one test at a time has it.
private final class Shelf: @unchecked Sendable {
    var bytes: [UInt8] = []
}
