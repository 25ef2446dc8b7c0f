import PageTree
import SourceText

/// Writes a page, or the part of it below a node, as HTML.
///
/// Raw HTML of the page is written as it stands, so only trusted pages may be shown as they come
/// out; `HTMLFilter` names what GitHub disarms.
package func renderHTML(_ page: Page, from root: NodeID = .root, _ filter: HTMLFilter = .none)
    -> [UInt8]
{
    var writer = HTMLWriter(page: page, filter: filter)
    writer.writeBlocks(in: root)
    return writer.output
}

/// What happens to raw HTML on its way out.
package enum HTMLFilter: Sendable {
    case none
    /// GitHub's `tagfilter`: nine elements lose their opening bracket.
    case github
}

struct HTMLWriter {
    let page: Page
    let filter: HTMLFilter
    var output: [UInt8] = []
    /// Lists of attributes that others take over by name.
    let attributeDefinitions: [NodeID]
    /// Inside an image's alternative text only words are written.
    var isPlain = false

    init(page: Page, filter: HTMLFilter) {
        self.page = page
        self.filter = filter
        attributeDefinitions = page.nodes.indices.map(NodeID.init).filter { id in
            if case .attributeListDefinition = page.kind(id) { true } else { false }
        }
    }

    mutating func write(_ text: StaticString) {
        output.append(
            contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Starts a new line unless the output stands at the start of one.
    mutating func freshLine() {
        if let last = output.last, last != 0x0A { output.append(0x0A) }
    }

    mutating func writeEscaped(_ byte: UInt8) {
        switch byte {
        case 0x26: write("&amp;")
        case 0x3C: write("&lt;")
        case 0x3E: write("&gt;")
        case 0x22: write("&quot;")
        case 0x00: write("\u{FFFD}")
        default: output.append(byte)
        }
    }

    mutating func writeEscaped(_ range: ByteRange) {
        var index = Int(range.start)
        while index < Int(range.end) {
            writeEscaped(page.source.bytes[index])
            index += 1
        }
    }

    mutating func writeRaw(_ range: ByteRange) {
        output.append(contentsOf: page.source.bytes[Int(range.start)..<Int(range.end)])
    }

    mutating func write(scalar: UInt32) {
        guard let scalar = Unicode.Scalar(scalar) else { return write("\u{FFFD}") }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { writeEscaped(byte) }
    }

    mutating func write(number: UInt32) {
        output.append(contentsOf: String(number).utf8)
    }
}
