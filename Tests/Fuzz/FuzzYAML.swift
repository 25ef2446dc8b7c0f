import SourceText
import YAMLText

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let source = page(bytes, count)
    let (value, notes) = readYAML(source.lines(), of: source, as: FileID(0))
    let whole = ByteRange(0, count)
    for note in notes {
        guard let span = note.span else { preconditionFailure("a note has no place") }
        precondition(contains(whole, span.range), "a note leaves the page")
    }
    // What an alias stands for lies before it, so that only the page encloses every value.
    let holdsAlias = source.bytes.contains(0x2A)
    if let value { check(value, in: whole, page: holdsAlias ? whole : nil) }
    return 0
}

private func check(_ value: YAMLValue, in outer: ByteRange, page: ByteRange?) {
    precondition(contains(outer, value.range), "a value leaves its parent")
    let inner = page ?? value.range
    switch value.node {
    case .scalar(let scalar):
        for line in scalar.lines { precondition(contains(outer, line.range), "a line leaves") }
    case .sequence(let items):
        for item in items { check(item, in: inner, page: page) }
    case .mapping(let entries):
        for entry in entries {
            precondition(contains(inner, entry.keyRange), "a key leaves its mapping")
            check(entry.value, in: inner, page: page)
        }
    }
}

private func contains(_ outer: ByteRange, _ inner: ByteRange) -> Bool {
    outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end
}
