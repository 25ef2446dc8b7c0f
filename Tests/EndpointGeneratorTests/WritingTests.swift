import EndpointGenerator
import Testing

@Suite struct WritingTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func hashesAsFIPS180Says(text: String, hash: String) {
        #expect(sha256(Array(text.utf8)) == hash)
    }

    @Test func hashesAMillionLetters() {
        let hash = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        #expect(sha256(Array(repeating: 0x61, count: 1_000_000)) == hash)
    }

    @Test func aManifestIsReadBack() {
        let manifest = Manifest([file("b/c d.swift", "2"), file("a.swift", "1")])
        #expect(Manifest(reading: manifest.bytes) == manifest)
        #expect(manifest.paths == ["a.swift", "b/c d.swift"])
    }

    @Test(arguments: ["../a", "a/../b", "/a", "a//b", ".", ""])
    func aManifestNamesNothingOutside(path: String) {
        let line = String(repeating: "0", count: 64) + "  \(path)\n"
        #expect(Manifest(reading: Array(line.utf8)).entries == [])
    }

    @Test func whatIsThereAlreadyIsNotWritten() {
        let output = file("a", "1")
        let plan = planned(
            [output], over: ["a": output.bytes], ownedBy: Manifest([output]), isForced: false)
        #expect(plan.changesNothing)
    }

    @Test func oursIsReplacedAndRemoved() {
        let owned = Manifest([file("a", "1"), file("b", "1")])
        let plan = planned(
            [file("a", "2"), file("c", "1")], over: ["a": Array("1".utf8), "b": Array("1".utf8)],
            ownedBy: owned, isForced: false)
        #expect(plan.writes == [file("a", "2"), file("c", "1")])
        #expect(plan.removals == ["b"])
        #expect(plan.manifest == Manifest([file("a", "2"), file("c", "1")]))
        #expect(plan.journal.entries.count == 4)
    }

    @Test func whatNobodyTouchedIsNotRead() {
        let owned = Manifest([file("a", "1"), file("b", "1"), file("c", "1")])
        var asked: [String] = []
        let plan = planWriting(
            [file("a", "1"), file("b", "2"), file("d", "1")], ownedBy: owned, isForced: false,
            isAsWritten: true
        ) { path in
            asked.append(path)
            return nil
        }
        #expect(plan.writes == [file("b", "2"), file("d", "1")])
        #expect(plan.removals == ["c"])
        #expect(asked == ["d"])
    }

    @Test func whatSomebodyEditedIsKept() {
        let owned = Manifest([file("a", "1"), file("b", "1")])
        let existing = ["a": Array("mine".utf8), "b": Array("mine".utf8)]
        let plan = planned([file("a", "2")], over: existing, ownedBy: owned, isForced: false)
        #expect(plan.edited == ["a", "b"])
        #expect(plan.writes == [] && plan.removals == [])
        #expect(plan.manifest == owned)
        let forced = planned([file("a", "2")], over: existing, ownedBy: owned, isForced: true)
        #expect(forced.writes == [file("a", "2")])
        #expect(forced.removals == ["b"])
    }

    @Test func whatWasNeverOursIsKeptEvenIfForced() {
        let plan = planned(
            [file("a", "2")], over: ["a": Array("mine".utf8)], ownedBy: Manifest([]), isForced: true
        )
        #expect(plan.foreign == ["a"])
        #expect(plan.writes == [])
        #expect(plan.manifest == Manifest([]))
    }

    /// Killed after the journal: the new file is there, the manifest knows both.
    @Test func aKilledRunIsCompleted() {
        let first = planned(
            [file("a", "2"), file("b", "2")],
            over: ["a": Array("1".utf8), "b": Array("1".utf8)],
            ownedBy: Manifest([file("a", "1"), file("b", "1")]), isForced: false)
        let second = planned(
            [file("a", "3"), file("b", "3")], over: ["a": Array("2".utf8), "b": Array("1".utf8)],
            ownedBy: Manifest(reading: first.journal.bytes), isForced: false)
        #expect(second.edited == [])
        #expect(second.writes == [file("a", "3"), file("b", "3")])
    }

    private func planned(
        _ outputs: [File], over existing: [String: [UInt8]], ownedBy owned: Manifest, isForced: Bool
    ) -> WritingPlan {
        planWriting(outputs, ownedBy: owned, isForced: isForced) { existing[$0] }
    }

    private func file(_ path: String, _ text: String) -> File {
        File(path: path, bytes: Array(text.utf8))
    }
}
