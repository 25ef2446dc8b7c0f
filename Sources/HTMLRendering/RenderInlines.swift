import PageTree
import SourceText

extension HTMLWriter {
    mutating func writeInlines(in parent: NodeID) {
        var child = page.firstChild(parent)
        while let current = child {
            writeInline(current)
            child = page.next(current)
        }
    }

    mutating func writeInline(_ id: NodeID) {
        let range = page.range(id)
        switch page.kind(id) {
        case .text: writeEscaped(range)
        case .entity(let first, let second):
            write(scalar: first)
            if second != 0 { write(scalar: second) }
        case .escape: writeEscaped(ByteRange(Int(range.start) + 1, Int(range.end)))
        case .softBreak: output.append(isPlain ? 0x20 : 0x0A)
        case .lineBreak: writeLineBreak(range)
        case .codeSpan: wrap("code", id) { $0.writeCodeText(id) }
        case .emphasis: wrap("em", id) { $0.writeInlines(in: id) }
        case .strong: wrap("strong", id) { $0.writeInlines(in: id) }
        case .strikethrough: wrap("del", id) { $0.writeInlines(in: id) }
        case .link(let destination, let title): writeLink(id, destination, title)
        case .image(let destination, let title): writeImage(id, destination, title)
        case .autolink(let destination): writeAutolink(destination, range)
        case .htmlInline: if !isPlain { writeInlineHTML(id, range) }
        case .attribute, .attributeList, .anchor: break
        default: writeInlines(in: id)
        }
    }

    private mutating func wrap(
        _ name: StaticString, _ id: NodeID, _ body: (inout HTMLWriter) -> Void
    ) {
        if isPlain { return body(&self) }
        write("<")
        write(name)
        if let attributes = attributesOfTag(id) { writeRaw(attributes) }
        writeAttributes(of: id)
        write(">")
        body(&self)
        write("</")
        write(name)
        write(">")
    }

    /// What stands behind the name in the tag of HTML that opens a span, if one does.
    private func attributesOfTag(_ id: NodeID) -> ByteRange? {
        let bytes = page.source.bytes
        let range = page.range(id)
        guard !range.isEmpty, bytes[Int(range.start)] == 0x3C else { return nil }
        var start = Int(range.start) + 1
        let last = page.firstChild(id).map { Int(page.range($0).start) } ?? Int(range.end)
        while start < last, bytes[start] != 0x20, bytes[start] != 0x3E { start += 1 }
        var end = start
        while end < last, bytes[end] != 0x3E { end += 1 }
        return ByteRange(start, end)
    }

    /// A break that is a tag of HTML leaves its line as it is.
    private mutating func writeLineBreak(_ range: ByteRange) {
        if isPlain { return output.append(0x20) }
        write("<br />")
        if page.source.bytes[Int(range.end) - 1] != 0x3E { output.append(0x0A) }
    }

    /// Line ends in code are spaces.
    private mutating func writeCodeText(_ id: NodeID) {
        var child = page.firstChild(id)
        while let current = child {
            if case .softBreak = page.kind(current) {
                output.append(0x20)
            } else {
                writeInline(current)
            }
            child = page.next(current)
        }
    }

    private mutating func writeLink(_ id: NodeID, _ destination: ByteRange, _ title: ByteRange) {
        if isPlain { return writeInlines(in: id) }
        write("<a href=\"")
        writeDestination(destination)
        write("\"")
        writeTitle(title)
        writeAttributes(of: id)
        write(">")
        writeInlines(in: id)
        write("</a>")
    }

    private mutating func writeImage(_ id: NodeID, _ destination: ByteRange, _ title: ByteRange) {
        if isPlain { return writeInlines(in: id) }
        write("<img src=\"")
        writeDestination(destination)
        write("\" alt=\"")
        isPlain = true
        writeInlines(in: id)
        isPlain = false
        write("\"")
        writeTitle(title)
        writeAttributes(of: id)
        write(" />")
    }

    private mutating func writeTitle(_ title: ByteRange) {
        guard !title.isEmpty else { return }
        write(" title=\"")
        writeDecoded(title)
        write("\"")
    }

    private mutating func writeAutolink(_ destination: ByteRange, _ range: ByteRange) {
        if isPlain { return writeEscaped(destination) }
        write("<a href=\"")
        switch autolinkPrefix(destination) {
        case .none: break
        case .web: write("http://")
        case .mail: write("mailto:")
        }
        writeDestination(destination, isLiteral: true)
        write("\">")
        writeEscaped(destination)
        write("</a>")
    }

    private enum AutolinkPrefix {
        case none, web, mail
    }

    /// Only an address without a scheme, or a host without one, lacks its scheme.
    private func autolinkPrefix(_ destination: ByteRange) -> AutolinkPrefix {
        var hasAt = false
        var index = Int(destination.start)
        while index < Int(destination.end) {
            let byte = page.source.bytes[index]
            if byte == 0x3A { return .none }
            if byte == 0x2F { break }
            if byte == 0x40 { hasAt = true }
            index += 1
        }
        return hasAt ? .mail : .web
    }

    private mutating func writeInlineHTML(_ id: NodeID, _ range: ByteRange) {
        guard page.firstChild(id) != nil else { return writeFiltered(range) }
        var child = page.firstChild(id)
        while let current = child {
            if case .text = page.kind(current) {
                writeFiltered(page.range(current))
            } else {
                output.append(0x0A)
            }
            child = page.next(current)
        }
    }
}
