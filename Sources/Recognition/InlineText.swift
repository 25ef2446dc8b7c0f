import PageTree
import SourceText

extension Page {
    /// The words of a node, with the parts that stood in code marked.
    ///
    /// A `<br>` and a line break end a line, so that "Required." on a line of its own is seen;
    /// other raw tags vanish.
    ///
    /// Where lines may be labelled (`Type: String`), a break in the source is one in the text.
    func marked(
        _ id: NodeID, keepingLinks: Bool = false, keepingBreaks: Bool = false
    ) -> MarkedText {
        var writer = MarkedWriter(page: self, keepsLinks: keepingLinks)
        writer.keepsBreaks = keepingBreaks
        writer.write(id, depth: 0)
        return writer.finish()
    }

    /// The words of several nodes, one below the other.
    func marked(_ ids: [NodeID]) -> MarkedText {
        var writer = MarkedWriter(page: self, keepsLinks: false)
        for (index, id) in ids.enumerated() {
            if index > 0 { writer.bytes.append(0x0A) }
            writer.write(id, depth: 0)
        }
        return writer.finish()
    }

    /// Where a link leads; a bare word is an anchor of a page that links by them (`<<boat>>`).
    func target(at destination: ByteRange) -> String {
        let target = raw(destination)
        let isAddress = target.utf8.contains { [0x23, 0x2E, 0x2F, 0x3A].contains($0) }
        return isAddress || target.isEmpty ? target : "#" + target
    }

    /// Whether a role is a link to a label: `` :ref:`loan` ``.
    fileprivate func holdsLink(_ role: NodeID) -> Bool {
        guard let child = firstChild(role), case .link = kind(child) else { return false }
        return true
    }

    /// The lines of a code block, as the JSON reader wants them.
    func codeLines(_ id: NodeID) -> [LineSlice] {
        children(id).compactMap { line in
            // An attribute list below the fence is a child too, and no code.
            guard case .codeLine = kind(line) else { return nil }
            let range = self.range(line)
            return LineSlice(start: Int(range.start), end: Int(range.end), next: Int(range.end))
        }
    }

    /// The only child of a node that is not white space or an attribute list.
    func onlyChild(_ id: NodeID) -> NodeID? {
        var found: NodeID?
        for current in children(id) {
            switch kind(current) {
            case .attributeList, .attribute, .softBreak, .anchor: continue
            case .text where plainText(current).allSatisfy({ $0 == " " }): continue
            default:
                if found != nil { return nil }
                found = current
            }
        }
        return found
    }

    func isCode(_ node: NodeID) -> Bool { kind(node) == .codeSpan }

    func isList(_ node: NodeID) -> Bool {
        if case .list = kind(node) { return true }
        return false
    }

    /// What stands in code among the children of a node.
    func codeSpans(of id: NodeID) -> [NodeID] { children(id).filter(isCode) }

    /// The first link below a node.
    func firstLink(_ id: NodeID, depth: Int = 0) -> String? {
        guard depth < 8 else { return nil }
        for child in children(id) {
            if case .link(let destination, _) = kind(child) { return raw(destination) }
            if let found = firstLink(child, depth: depth + 1) { return found }
        }
        return nil
    }

    /// A value of the attribute list that belongs to a block: `{: title="Response" }`.
    func attribute(_ name: String, ofBlock id: NodeID) -> (value: String, range: ByteRange)? {
        for child in children(id) {
            guard case .attributeList = kind(child) else { continue }
            if let found = attribute(name, of: child) { return found }
        }
        return nil
    }

    /// A value of a directive's or attribute list's own attributes.
    func attribute(_ name: String, of id: NodeID) -> (value: String, range: ByteRange)? {
        for child in children(id) {
            guard case .attribute(let nameRange, let value) = kind(child) else { continue }
            if raw(nameRange) == name { return (raw(value).withoutExpression, value) }
        }
        return nil
    }

    /// The arguments of a directive that have no name.
    func arguments(of id: NodeID) -> [(value: String, range: ByteRange)] {
        children(id).compactMap { child in
            guard case .attribute(let name, let value) = kind(child), name.isEmpty else {
                return nil
            }
            return (raw(value), value)
        }
    }
}

private struct MarkedWriter {
    let page: Page
    let keepsLinks: Bool
    var keepsBreaks = false
    var bytes: [UInt8] = []
    var code: [Range<Int>] = []

    init(page: Page, keepsLinks: Bool) {
        self.page = page
        self.keepsLinks = keepsLinks
    }

    func finish() -> MarkedText {
        var start = 0
        while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x0A { start += 1 }
        var end = bytes.count
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0A { end -= 1 }
        let ranges = code.map { $0.lowerBound - start..<$0.upperBound - start }
        return MarkedText(String(decoding: bytes[start..<end], as: UTF8.self), code: ranges)
    }

    mutating func write(_ id: NodeID, depth: Int) {
        guard depth < 100 else { return }
        switch page.kind(id) {
        case .codeSpan:
            let start = bytes.count
            writeCode(id)
            code.append(start..<bytes.count)
        case .link(let destination, _) where keepsLinks:
            bytes.append(0x5B)
            writeChildren(id, depth: depth)
            bytes += Array("](".utf8)
            bytes += Array(page.target(at: destination).utf8)
            bytes.append(0x29)
        // `Vec<models::Boat>` looks like an address in angle brackets.
        case .autolink where keepsLinks:
            bytes += Array(page.raw(page.range(id)).utf8)
        case .lineBreak:
            bytes.append(0x0A)
        case .softBreak where keepsBreaks && page.dialect != .html:
            bytes.append(0x0A)
        case .emphasis where continuesPath(id):
            bytes.append(0x7B)
            writeChildren(id, depth: depth)
            bytes.append(0x7D)
        case .htmlInline:
            let tag = page.raw(page.range(id))
            if tag.lowercased().hasPrefix("<br") { bytes.append(0x0A) }
        case .role where keepsLinks && page.holdsLink(id): writeChildren(id, depth: depth)
        case .text, .entity, .escape, .softBreak, .autolink, .codeLine, .role, .substitution:
            bytes += Array(page.plainText(id).utf8)
        case .attributeList, .attributeListDefinition, .attribute, .comment, .definition, .anchor:
            break
        case .directive(let name, _) where page.firstChild(id) == nil && isRemark(page.raw(name)):
            bytes += Array("(\(page.raw(name).lowercased()))".utf8)
        default:
            let isBlock = page.isBlock(id)
            let before = bytes.count
            if isBlock, before > 0, bytes[before - 1] != 0x0A, !endsInBullet { bytes.append(0x0A) }
            if case .listItem = page.kind(id), depth > 0 { bytes += [0x2D, 0x20] }
            writeChildren(id, depth: depth)
        }
    }

    /// `{{<required>}}`, `<Optional />`: what a site's own template says of a field in a word.
    private func isRemark(_ name: String) -> Bool {
        switch name.lowercased() {
        case "required", "optional", "nullable", "deprecated", "readonly": true
        default: false
        }
    }

    /// `/queues/<i>name</i>`, `/queues/*name*`: emphasis is a placeholder where a segment of a path
    /// would stand.
    private func continuesPath(_ id: NodeID) -> Bool {
        guard bytes.last == 0x2F, bytes.count > 1 else { return false }
        let start = (bytes.lastIndex { $0 == 0x20 || $0 == 0x0A } ?? -1) + 1
        guard bytes[start] == 0x2F, bytes.count > start + 1 else { return false }
        let words = page.plainText(id)
        return !words.isEmpty && words.utf8.allSatisfy { isWordByte($0) || $0 == 0x2D }
    }

    /// Code as it stands. In HTML, emphasis there is a placeholder: `/forecast/<i>station</i>`.
    private mutating func writeCode(_ id: NodeID) {
        guard page.dialect == .html else {
            bytes += Array(page.plainText(id).utf8)
            return
        }
        for child in page.children(id) {
            let isPlaceholder =
                if case .emphasis = page.kind(child) { bytes.last == 0x2F } else { false }
            if isPlaceholder { bytes.append(0x7B) }
            bytes += Array(page.plainText(child).utf8)
            if isPlaceholder { bytes.append(0x7D) }
        }
    }

    /// Whether a bullet was written and nothing behind it.
    private var endsInBullet: Bool {
        let end = bytes.count
        guard end > 1, bytes[end - 1] == 0x20, bytes[end - 2] == 0x2D else { return false }
        return end == 2 || bytes[end - 3] == 0x0A
    }

    private mutating func writeChildren(_ id: NodeID, depth: Int) {
        var isButton = false
        for child in page.children(id) {
            if let opens = page.tagOfButton(child) {
                isButton =
                    opens
                    && page.siblings(behind: child).prefix(16).contains {
                        page.tagOfButton($0) == false
                    }
            }
            if !isButton { write(child, depth: depth + 1) }
        }
    }
}

extension Page {
    /// Whether a tag opens or ends a button; what it is labelled is for whoever looks at the page. A
    /// saved page may be made of buttons.
    fileprivate func tagOfButton(_ id: NodeID) -> Bool? {
        guard kind(id) == .htmlInline, dialect != .html else { return nil }
        let tag = raw(range(id)).prefix(9).lowercased()
        return tag.hasPrefix("<button") ? true : tag.hasPrefix("</button") ? false : nil
    }

    /// The words of inlines that stand side by side.
    func marked(inlines ids: [NodeID]) -> MarkedText {
        var writer = MarkedWriter(page: self, keepsLinks: false)
        for id in ids { writer.write(id, depth: 0) }
        return writer.finish()
    }
}

extension String {
    /// `"post"` of `method={"post"}`, as components are given text by an expression.
    fileprivate var withoutExpression: String {
        guard let first = utf8.first, utf8.count > 2, utf8.last == first,
            first == 0x22 || first == 0x27 || first == 0x60
        else { return self }
        return String(dropFirst().dropLast())
    }
}
