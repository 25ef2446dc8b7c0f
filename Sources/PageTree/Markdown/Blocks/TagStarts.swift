import SourceText

/// A tag that a later closing tag may turn into a container.
struct OpenTag {
    var node: Int
    var name: ByteRange
    var syntax: DirectiveSyntax
    /// Of an element of HTML, the outermost one that was open with it; else the node.
    var root: Int
    var role: ElementRole

    init(
        node: Int, name: ByteRange, syntax: DirectiveSyntax, root: Int? = nil,
        role: ElementRole = .container
    ) {
        self.node = node
        self.name = name
        self.syntax = syntax
        self.root = root ?? node
        self.role = role
    }
}

extension BlockReader {
    mutating func openBrace() -> BlockStart {
        let next = cursor.byte(cursor.nonspace + 1)
        if next == 0x3A, options.contains(.kramdown) { return openAttributeList() }
        guard options.contains(.tags) else { return .none }
        return next == 0x25 || next == 0x7B ? openTemplateTags() : openBareAttributeList()
    }

    mutating func openAngle() -> BlockStart {
        guard options.contains(.tags) else { return openHTMLBlock() }
        if cursor.byte(cursor.nonspace + 1) == 0x25 { return openTemplateTags() }
        if openComponent() == .lineIsRead { return .lineIsRead }
        return openHTMLBlock()
    }

    mutating func openColon() -> BlockStart {
        if cursor.byte(cursor.nonspace + 1) == 0x3A {
            return options.contains(.tags) ? openColonFence() : .none
        }
        return options.contains(.kramdown) ? openDetails() : .none
    }

    // MARK: Tags of templates

    /// One or more tags that fill their lines.
    private mutating func openTemplateTags() -> BlockStart {
        let limit = tagLimit()
        guard tagEnds.find(bytes, from: cursor.nonspace, before: limit) else { return .none }
        var found: [(start: Int, tag: TemplateTag)] = []
        var index = cursor.nonspace
        var lineEnd = cursor.end
        while index < lineEnd {
            guard found.count < 64, let tag = scanTemplateTag(bytes, at: index, before: limit)
            else { return .none }
            found.append((index, tag))
            lineEnd = bytes.endOfLine(tag.end)
            index = bytes.skipSpaces(tag.end, lineEnd)
        }
        startBlock()
        for (start, tag) in found { addTemplateTag(tag, from: start) }
        skipsLinesBefore = lineEnd
        return .lineIsRead
    }

    private mutating func addTemplateTag(_ tag: TemplateTag, from start: Int) {
        if tag.isClosing, closeTag(tag.name, tag.syntax, at: tag.end) { return }
        let node = tree.append(
            .directive(name: tag.name, syntax: tag.syntax), ByteRange(start, tag.end), to: parent)
        tree.appendArguments(bytes, tag.arguments, to: node)
        if tag.isClosing {
            noteUnopened(tag.name)
        } else if tag.syntax != .erb || tag.opensBlock {
            pushTag(OpenTag(node: node, name: tag.name, syntax: tag.syntax))
        }
    }

    // MARK: Components

    /// `<Name …>` or `</Name>` that fills its lines, as MDX pages have it.
    private mutating func openComponent() -> BlockStart {
        let start = cursor.nonspace
        let isClosing = cursor.byte(start + 1) == 0x2F
        let first = cursor.byte(start + (isClosing ? 2 : 1))
        guard first >= 0x41, first <= 0x5A,
            let tag = scanTag(bytes, at: start, before: tagLimit(), .component)
                ?? scanLongComponent(at: start),
            !isBlockElement(bytes, tag.name)
        else { return .none }
        let lineEnd = bytes.endOfLine(tag.end)
        guard bytes.skipSpaces(tag.end, lineEnd) == lineEnd else { return .none }
        startBlock()
        addElementTag(tag, from: start, .component, .component)
        skipsLinesBefore = lineEnd
        return .lineIsRead
    }

    /// A component whose attributes hold whole documents (`responses={{…}}`) reaches further than
    /// other tags. What is looked at for such is limited for the page, for it may end nowhere.
    private mutating func scanLongComponent(at start: Int) -> ScannedTag? {
        var limit = tagLimit()
        guard limit == knownTagStart + longestTag else { return nil }
        let end = min(textEnd, limit + longTagBudget)
        while limit < end, bytes[limit] != 0x0A || bytes[limit - 1] != 0x0A { limit += 1 }
        longTagBudget -= limit - start
        return scanTag(bytes, at: start, before: limit, .component)
    }

    /// Adds a tag of HTML or of a component, or closes the one that it ends.
    mutating func addElementTag(
        _ tag: ScannedTag, from start: Int, _ syntax: DirectiveSyntax, _ grammar: TagGrammar
    ) {
        if tag.isClosing {
            if !closeTag(tag.name, syntax, at: tag.end) {
                noteUnopened(tag.name)
                tree.append(
                    .directive(name: tag.name, syntax: syntax), ByteRange(start, tag.end),
                    to: parent)
            }
            return
        }
        let node = tree.append(
            .directive(name: tag.name, syntax: syntax), ByteRange(start, tag.end), to: parent)
        tree.appendAttributes(bytes, of: tag, to: node, grammar)
        if !tag.isSelfClosing {
            pushTag(OpenTag(node: node, name: tag.name, syntax: syntax))
        }
    }

    /// `import … from "…"` and `export …` of MDX, at the left margin.
    mutating func openLooseTag(_ byte: UInt8) -> BlockStart {
        guard cursor.indent == 0, containers.count == 1, !interruptsParagraph else { return .none }
        let line = bytes.trimmed(cursor.nonspace, cursor.end)
        let isImport =
            startsWith(bytes, line, "import ") && endsModulePath(line)
        let isExport =
            startsWith(bytes, line, "export const ") || startsWith(bytes, line, "export default ")
        guard isImport || isExport else { return .none }
        startBlock()
        let name = ByteRange(Int(line.start), Int(line.start) + 6)
        let node = tree.append(.directive(name: name, syntax: .component), line, to: parent)
        let rest = bytes.trimmed(Int(name.end), Int(line.end))
        tree.append(
            .attribute(name: ByteRange(Int(rest.start), Int(rest.start)), value: rest), rest,
            to: node)
        return .lineIsRead
    }

    private func endsModulePath(_ line: ByteRange) -> Bool {
        var end = Int(line.end)
        if bytes[end - 1] == 0x3B { end -= 1 }
        return bytes[end - 1] == 0x22 || bytes[end - 1] == 0x27
    }
}

// MARK: Opening and closing

extension BlockReader {
    /// Remembers a tag if something on the page could close it.
    mutating func pushTag(_ tag: OpenTag) {
        if closableTags == nil { closableTags = ClosableTags(bytes) }
        let isClosable = tag.syntax == .erb || closableTags?.contains(bytes, tag.name) == true
        let depth = containers.count + openTags.count
        guard isClosable, mayNest(in: depth, at: Int(tag.name.start)) else { return }
        openTags.append(tag)
    }

    /// Gives the blocks since an opening tag to it. Says whether there is one in this container.
    mutating func closeTag(_ name: ByteRange, _ syntax: DirectiveSyntax, at end: Int) -> Bool {
        let bottom = containers[containers.count - 1].tagDepth
        var index = openTags.count
        while index > bottom {
            index -= 1
            let tag = openTags[index]
            guard tag.syntax == syntax, syntax == .erb || equalBytes(bytes, tag.name, name) else {
                continue
            }
            tree.adoptFollowingSiblings(of: tag.node, into: tag.node)
            tree.extend(tag.node, to: end)
            openTags.removeLast(openTags.count - index)
            return true
        }
        return false
    }

    mutating func noteUnopened(_ name: ByteRange) {
        notes.append(.unopenedTag(at: SourceSpan(file, name)))
    }

    /// How far a tag may reach: not past a blank line, the text that is read, nor a few thousand
    /// bytes.
    mutating func tagLimit() -> Int {
        let start = cursor.nonspace
        if start < knownTagLimit, start >= knownTagStart { return knownTagLimit }
        var index = start
        let limit = min(textEnd, start + longestTag)
        var lineIsBlank = false
        while index < limit {
            let byte = bytes[index]
            if byte == 0x0A {
                if lineIsBlank { break }
                lineIsBlank = true
            } else if !isWhite(byte) {
                lineIsBlank = false
            }
            index += 1
        }
        knownTagStart = start
        knownTagLimit = index
        return index
    }
}

/// How many bytes most tags have at most.
let longestTag = 8192

/// The names that some closing tag of the page has: only these can hold other blocks.
struct ClosableTags {
    private var names: Set<UInt64> = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index + 2 < bytes.count {
            let byte = bytes[index]
            if byte == 0x2F, index > 0, bytes[index - 1] == 0x3C || isWhite(bytes[index - 1]) {
                index = insertName(bytes, from: index + 1)
            } else if byte == 0x65, bytes[index + 1] == 0x6E, bytes[index + 2] == 0x64 {
                index = insertName(bytes, from: index + 3)
            } else {
                index += 1
            }
        }
    }

    private mutating func insertName(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        while end < bytes.count,
            isLetter(bytes[end]) || isDigit(bytes[end]) || bytes[end] == 0x2D
                || bytes[end] == 0x5F || bytes[end] == 0x2E
        {
            end += 1
        }
        names.insert(ClosableTags.hash(bytes, ByteRange(start, end)))
        return max(end, start)
    }

    func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ name: ByteRange) -> Bool {
        names.contains(ClosableTags.hash(bytes, name))
    }

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ name: ByteRange) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var index = Int(name.start)
        while index < Int(name.end) {
            hash = (hash ^ UInt64(lowercased(bytes[index]))) &* 0x0000_0100_0000_01B3
            index += 1
        }
        return hash
    }
}
