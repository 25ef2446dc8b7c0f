import SourceText
import YAMLText

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let source = page(bytes, count)
    let (value, _) = readYAML(source.lines(), of: source, as: FileID(0))
    if let value { check(value, in: ByteRange(0, count)) }
    return 0
}

private func check(_ value: YAMLValue, in outer: ByteRange) {
    precondition(contains(outer, value.range), "a value leaves its parent")
    switch value.node {
    case .scalar(let scalar):
        for line in scalar.lines { precondition(contains(outer, line.range), "a line leaves") }
    case .sequence(let items):
        for item in items { check(item, in: value.range) }
    case .mapping(let entries):
        for entry in entries {
            precondition(contains(value.range, entry.keyRange), "a key leaves its mapping")
            check(entry.value, in: value.range)
        }
    }
}

private func contains(_ outer: ByteRange, _ inner: ByteRange) -> Bool {
    outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end
}
