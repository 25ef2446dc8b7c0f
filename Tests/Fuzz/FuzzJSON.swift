import JSONText
import SourceText

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let source = page(bytes, count)
    let document = readJSON(source)
    for value in document.values {
        check(value, in: ByteRange(0, count))
        let written = writeCompactJSON(value)
        let again = readJSON(SourceFile(path: "again", bytes: written))
        precondition(again.isStrict, "what is written is no JSON")
        precondition(
            again.values.first.map(writeCompactJSON) == written, "a second writing differs")
    }
    return 0
}

private func check(_ value: JSONValue, in outer: ByteRange) {
    precondition(contains(outer, value.range), "a value leaves its parent")
    switch value.node {
    case .array(let items):
        for item in items { check(item, in: value.range) }
    case .object(let members):
        for member in members {
            precondition(contains(value.range, member.keyRange), "a key leaves its object")
            check(member.value, in: value.range)
        }
    case .null, .boolean, .number, .string, .word, .elision: break
    }
}

private func contains(_ outer: ByteRange, _ inner: ByteRange) -> Bool {
    outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end
}
