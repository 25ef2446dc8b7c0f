import SourceText

/// The elements of a page and the words in each, before anything is made of them.
///
/// What only repetition tells, such as rows that are made of `<div>`s, is looked for here; the
/// reader itself sees a tag at a time.
struct ElementOutline {
    let bytes: UnsafeBufferPointer<UInt8>
    var elements: [OutlinedElement] = []
    /// Text between two tags, comments aside, in page order.
    var leaves: [ByteRange] = []
    /// Whether each leaf stands in code.
    var isCode: [Bool] = []

    private var open: [Int] = []
    private var codeDepth = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        elements.reserveCapacity(bytes.count / 60 + 16)
        elements.append(OutlinedElement(name: .empty, start: 0, contentStart: 0))
        open.append(0)
        readTags()
        while !open.isEmpty { close(at: bytes.count) }
    }

    /// Elements that hold no others: void ones.
    private static let voidNames: StaticString =
        " area base br col embed frame hr img input link meta param source track wbr "
    /// Elements whose words are not the page's, or not for reading as text.
    private static let opaqueNames: StaticString =
        " script style head svg textarea select template noscript iframe object title nav footer "
    /// How far out a closing tag looks for the one it closes.
    private static let reach = 64

    private mutating func readTags() {
        let end = bytes.count
        var at = 0
        while at < end {
            guard bytes[at] == 0x3C, at + 1 < end else {
                at = readLeaf(from: at)
                continue
            }
            if bytes[at + 1] == 0x21 || bytes[at + 1] == 0x3F {
                at = endOfComment(bytes, at)
                continue
            }
            guard let tag = scanTag(bytes, at: at, before: end, .commonMark) else {
                at = readLeaf(from: at)
                continue
            }
            if tag.isClosing { readClosing(tag, from: at) } else { readOpening(tag, from: at) }
            at = max(tag.end, skipped)
        }
    }

    /// Where reading goes on behind an element that was skipped.
    private var skipped = 0
    /// Names of opaque elements that nothing closes.
    private var unclosed: Set<String> = []

    private mutating func readOpening(_ tag: ScannedTag, from start: Int) {
        if isElement(bytes, tag.name, in: Self.voidNames) || tag.isSelfClosing { return }
        if isElement(bytes, tag.name, in: Self.opaqueNames) || isConsole(bytes, tag) {
            return skip(tag)
        }
        let role = elementRole(bytes, tag)
        while let last = open.last, last > 0, endsElement(elements[last].role, by: role) {
            close(at: start)
        }
        let parent = open[open.count - 1]
        var element = OutlinedElement(name: tag.name, start: start, contentStart: tag.end)
        element.role = role
        element.parent = parent
        element.firstLeaf = leaves.count
        readAttributes(tag, of: &element)
        if role != .inline, role != .preformatted { markCode() }
        let id = elements.count
        elements.append(element)
        if elements[parent].lastChild < 0 {
            elements[parent].firstChild = id
        } else {
            elements[elements[parent].lastChild].nextSibling = id
        }
        elements[parent].lastChild = id
        // What it is marks it as well as all around it.
        open.append(id)
        if role == .preformatted { codeDepth += 1 }
        switch role {
        case .heading: mark(\.holdsHeading)
        case .preformatted, .table: mark(\.holdsBlocksWithin)
        default: break
        }
    }

    /// What stands in an element stands in all around it.
    private mutating func mark(_ property: WritableKeyPath<OutlinedElement, Bool>) {
        for id in open.reversed() {
            if elements[id][keyPath: property] { return }
            elements[id][keyPath: property] = true
        }
    }

    /// Blocks in `<code>`: a sample drawn as lists that can be folded.
    private mutating func markCode() {
        for id in open.suffix(8).reversed() where isElement(bytes, elements[id].name, in: " code ")
        {
            elements[id].holdsBlocks = true
            mark(\.holdsBlocksWithin)
        }
    }

    /// What parts of tabs say of themselves, and where links within the page lead.
    private func readAttributes(_ tag: ScannedTag, of element: inout OutlinedElement) {
        var index = tag.attributesStart
        while let found = scanAttribute(bytes, at: index, before: tag.end, .commonMark) {
            index = found.end
            let value = found.value
            if isElement(bytes, found.name, in: " role ") {
                if isElement(bytes, value, in: " tab ") { element.part = .tab }
                if isElement(bytes, value, in: " tabpanel ") { element.part = .panel }
            } else if isElement(bytes, found.name, in: " class ") {
                element.classes = value
            } else if isElement(bytes, found.name, in: " id ") {
                element.identifier = value
            } else if isElement(bytes, found.name, in: " href "), value.count > 1,
                bytes[Int(value.start)] == 0x23
            {
                element.target = ByteRange(Int(value.start) + 1, Int(value.end))
            } else if isElement(bytes, found.name, in: " aria-selected ") {
                element.isSelected = isElement(bytes, value, in: " true ")
            }
        }
    }

    private mutating func skip(_ tag: ScannedTag) {
        let name = String(
            decoding: bytes[Int(tag.name.start)..<Int(tag.name.end)].map(lowercased), as: UTF8.self)
        guard !unclosed.contains(name) else { return }
        var index = tag.end
        while index + 1 < bytes.count {
            if bytes[index] == 0x3C, bytes[index + 1] == 0x2F, isName(tag.name, at: index + 2) {
                skipped = index
                return
            }
            index += 1
        }
        unclosed.insert(name)
    }

    private func isName(_ name: ByteRange, at start: Int) -> Bool {
        guard start + name.count < bytes.count else { return false }
        for offset in 0..<name.count
        where lowercased(bytes[start + offset]) != lowercased(bytes[Int(name.start) + offset]) {
            return false
        }
        return !isLetter(bytes[start + name.count])
    }

    private mutating func readClosing(_ tag: ScannedTag, from start: Int) {
        var index = open.count - 1
        let last = max(0, index - Self.reach)
        while index > last {
            if isSame(elements[open[index]].name, tag.name) {
                while open.count > index { close(at: start) }
                return
            }
            index -= 1
        }
    }

    private func isSame(_ left: ByteRange, _ right: ByteRange) -> Bool {
        left.count == right.count && isName(left, at: Int(right.start))
    }

    private mutating func close(at place: Int) {
        let id = open.removeLast()
        if elements[id].role == .preformatted { codeDepth -= 1 }
        elements[id].end = place
        elements[id].endLeaf = leaves.count
    }

    /// Text up to the next tag; what stands only between tags is none.
    private mutating func readLeaf(from start: Int) -> Int {
        var index = start + (bytes[start] == 0x3C ? 1 : 0)
        while index < bytes.count {
            if bytes[index] != 0x3C {
                index += 1
            } else if index + 3 < bytes.count, bytes[index + 1] == 0x21, bytes[index + 2] == 0x2D {
                index = endOfComment(bytes, index)
            } else {
                break
            }
        }
        var from = start
        while from < index, isWhite(bytes[from]) { from += 1 }
        if from < index {
            leaves.append(ByteRange(from, index))
            isCode.append(codeDepth > 0)
        }
        return max(index, start + 1)
    }

    /// Where what stands behind an element begins.
    func afterEnd(of id: Int) -> Int {
        let element = elements[id]
        if element.nextSibling >= 0 { return elements[element.nextSibling].start }
        return element.parent < 0 ? element.end : max(element.end, elements[element.parent].end)
    }

    func children(_ id: Int) -> [Int] {
        var list: [Int] = []
        var child = elements[id].firstChild
        while child >= 0 {
            list.append(child)
            child = elements[child].nextSibling
        }
        return list
    }
}

/// An element between its tags, with its place among others.
struct OutlinedElement {
    var name: ByteRange
    var role = ElementRole.inline
    var start: Int
    var contentStart: Int
    /// Where its closing tag starts, or what ends it without one.
    var end = 0
    var parent = -1
    var firstChild = -1
    var lastChild = -1
    var nextSibling = -1
    var firstLeaf = 0
    var endLeaf = 0
    /// Whether a heading stands in it.
    var holdsHeading = false
    /// Whether code or a table stands in it.
    var holdsBlocksWithin = false
    /// Whether it is `<code>` with blocks in it.
    var holdsBlocks = false
    /// What it is of a group of tabs.
    var part: Part?
    var isSelected = false
    var identifier = ByteRange.empty
    var classes = ByteRange.empty
    /// The identifier that a link leads to.
    var target = ByteRange.empty

    enum Part {
        case tab, panel
    }
}

/// One past a comment or a declaration; the end where nothing closes it.
func endOfComment(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let end = bytes.count
    var index = start + 2
    if index + 1 < end, bytes[index] == 0x2D, bytes[index + 1] == 0x2D {
        index += 2
        while index + 2 < end {
            if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E {
                return index + 3
            }
            index += 1
        }
        return end
    }
    while index < end, bytes[index] != 0x3E { index += 1 }
    return min(index + 1, end)
}
