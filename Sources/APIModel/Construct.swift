/// The name of a construct in the manual, such as `definition-list`.
///
/// Every fact carries evidence, and the description of a large site a million pieces of it. So a name
/// is the place where the program has it, not a text: evidence is then plain bytes, which are copied
/// and let go without counting references.
package struct Construct: Hashable, @unchecked Sendable {
    /// Bytes that nobody changes and that stay for as long as the program runs.
    private let start: UnsafePointer<UInt8>
    private let count: UInt16

    /// A name that a file gives; its bytes are kept from now on, so whoever reads many asks once.
    package init(keeping name: String) {
        let bytes = Array(name.utf8.prefix(Int(UInt16.max)))
        let kept = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 1)
        kept.initialize(repeating: 0, count: bytes.count + 1)
        for (index, byte) in bytes.enumerated() { kept[index] = byte }
        start = UnsafePointer(kept)
        count = UInt16(truncatingIfNeeded: bytes.count)
    }

    package var name: String {
        String(decoding: UnsafeBufferPointer(start: start, count: Int(count)), as: UTF8.self)
    }

    package static func == (left: Construct, right: Construct) -> Bool {
        guard left.count == right.count else { return false }
        if left.start == right.start { return true }
        var index = 0
        while index < Int(left.count) {
            if left.start[index] != right.start[index] { return false }
            index += 1
        }
        return true
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(bytes: UnsafeRawBufferPointer(start: start, count: Int(count)))
    }
}

extension Construct: ExpressibleByStringLiteral {
    package init(stringLiteral name: StaticString) {
        start = name.utf8Start
        count = UInt16(truncatingIfNeeded: name.utf8CodeUnitCount)
    }
}

extension Construct: CustomStringConvertible {
    package var description: String { name }
}
