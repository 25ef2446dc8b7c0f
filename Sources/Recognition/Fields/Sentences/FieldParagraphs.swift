import APIModel
import PageTree
import SourceText

/// Fields whose parts only their looks set apart: a name, a type, "required", each an element of a
/// saved page or a paragraph of its own, and below them what describes the field.
///
/// Every part behind the name has to be one that only fields have; else it is running text.
let fieldParagraphs = Recognizer(construct: "field-paragraphs") { node, reading in
    guard case .paragraph = reading.page.kind(node), reading.opening(at: node) != nil else {
        return false
    }
    let (fields, blocks) = reading.fieldParagraphs(from: node)
    guard
        fields.count > 1 || reading.isInFieldSection
            || fields.contains(where: { $0.type != nil && $0.required != nil })
    else { return false }
    let end = blocks.last ?? node
    let range = ByteRange(Int(reading.page.range(node).start), Int(reading.page.range(end).end))
    reading.taken.formUnion(blocks.dropFirst())
    reading.sayAnnounced(fields, at: range, .declared, "field-paragraphs")
    return true
}

/// The parts of a field before its description.
private struct FieldOpening {
    let name: Cell
    /// What stands behind the name: types and words on presence.
    let parts: [Cell]
    /// The blocks that the parts fill.
    let blocks: [NodeID]
}

extension Reading {
    fileprivate func fieldParagraphs(from first: NodeID) -> (fields: [Field], blocks: [NodeID]) {
        var fields: [Field] = []
        var blocks: [NodeID] = []
        var nesting = ElementNesting()
        var next: NodeID? = first
        while let node = next, case .paragraph = page.kind(node) {
            if let opening = opening(at: node), var field = field(of: opening) {
                if page.dialect == .html {
                    field.depth = nesting.depth(at: page.range(node), in: page, fields)
                }
                fields.append(field)
                blocks += opening.blocks
                next = opening.blocks.last.flatMap { page.next($0) }
                continue
            }
            guard !fields.isEmpty, !beginsSection(node) else { break }
            describe(&fields[fields.count - 1], byParagraph: node, construct: "field-paragraphs")
            blocks.append(node)
            next = page.next(node)
        }
        return (fields, blocks)
    }

    /// Takes what a paragraph below a field says of it: labelled lines, or running text.
    func describe(_ field: inout Field, byParagraph node: NodeID, construct: Construct) {
        let cell = cell(node)
        guard !describe(&field, byLinesOf: cell, construct: construct) else { return }
        describe(&field, by: cell, construct: construct)
    }

    private func field(of opening: FieldOpening) -> Field? {
        let construct: Construct = "field-paragraphs"
        guard var field = field(named: opening.name, construct: construct) else { return nil }
        for part in opening.parts {
            let (text, range) = (part.text, part.range)
            fill(&field.type, with: readType(text)?.unlessName, range, .declared, construct)
            fill(&field.required, with: presence(text), range, .declared, construct)
            fill(&field.location, with: fieldLocation(text.text), range, .declared, construct)
            _ = describe(&field, byLinesOf: part, construct: construct)
            let isNullable = text.text.lowercased() == "nullable" ? true : nil
            fill(&field.nullable, with: isNullable, range, .declared, construct)
        }
        return field
    }

    /// The field that a paragraph begins, alone or with the paragraphs below it.
    fileprivate func opening(at node: NodeID) -> FieldOpening? {
        var parts = parts(of: node)
        var blocks = [node]
        guard let name = parts.first, isBareName(name.text) else { return nil }
        parts.removeFirst()
        if parts.isEmpty {
            var next = page.next(node)
            while let below = next, blocks.count < 5, case .paragraph = page.kind(below) {
                let found = self.parts(of: below)
                // What is called like a type may be the next field.
                let isNext =
                    parts.contains { isType($0.text) } && found.contains { isType($0.text) }
                guard !isNext, found.allSatisfy({ isQualifier($0.text) }) else { break }
                parts += found
                blocks.append(below)
                next = page.next(below)
            }
        }
        guard parts.allSatisfy({ isQualifier($0.text) }), parts.contains(where: { isType($0.text) })
        else { return nil }
        return FieldOpening(name: name, parts: parts, blocks: blocks)
    }

    /// What tags keep apart in a line of a saved page; elsewhere a paragraph is one part.
    private func parts(of paragraph: NodeID) -> [Cell] {
        guard page.dialect == .html else { return [cell(paragraph)] }
        var groups: [[NodeID]] = [[]]
        for child in page.children(paragraph) {
            switch page.kind(child) {
            case .softBreak, .lineBreak: groups.append([])
            case .anchor: continue
            default: groups[groups.count - 1].append(child)
            }
        }
        return groups.compactMap { group in
            guard let first = group.first, let last = group.last else { return nil }
            let range = ByteRange(Int(page.range(first).start), Int(page.range(last).end))
            return Cell(text: page.marked(inlines: group), range: range, node: first)
        }
    }

    /// One word as fields are named, which is no type itself.
    private func isBareName(_ text: MarkedText) -> Bool {
        let bytes = Array(text.text.utf8)
        guard let first = bytes.first, bytes.count <= 60,
            first == 0x5F || isLetter(first),
            bytes.allSatisfy({
                isNameByte($0) || [0x2D, 0x2E, 0x5B, 0x5D, 0x2A].contains($0)
            })
        else { return false }
        return presence(text) == nil && Method(rawValue: text.text) == nil
    }

    private func isQualifier(_ text: MarkedText) -> Bool {
        if presence(text) != nil || text.text.lowercased() == "nullable"
            || fieldLocation(text.text) != nil && text.tokens.count == 1
            || !text.labelledLines.isEmpty && text.tokens.count <= 6
        {
            return true
        }
        return isType(text)
    }

    private func isType(_ text: MarkedText) -> Bool {
        text.tokens.count <= 8 && readType(text)?.unlessName != nil
    }

    private func presence(_ text: MarkedText) -> Bool? {
        text.text == "*" ? true : Recognition.presence(text.text.lowercased())
    }

    /// "Response", "200 OK", a label in bold: what ends a list of fields.
    func beginsSection(_ paragraph: NodeID) -> Bool {
        let text = page.marked(paragraph)
        guard text.text.utf8.count <= 80 else { return false }
        if let only = page.onlyChild(paragraph), case .strong = page.kind(only) { return true }
        let heading = section(text, level: labelLevel, at: page.range(paragraph))
        if heading.status != nil, heading.role != .other { return true }
        return isPlainLabel(text, heading.role, at: paragraph)
    }
}

/// How deep in its page's elements each field of a list stands: what stands deeper is a member of
/// the one before.
private struct ElementNesting {
    private var level = 0
    private var place: Int?
    /// The levels of the fields around, outermost first.
    private var open: [Int] = []

    mutating func depth(at range: ByteRange, in page: Page, _ before: [Field]) -> Int {
        if let place { level += page.levels(from: place, to: Int(range.start)) }
        place = Int(range.start)
        while let last = open.last, last >= level { open.removeLast() }
        let mayHold = before.last?.type?.value.mayHoldMembers ?? false
        let depth = open.count
        if let previous = before.last, depth > previous.depth, !mayHold { return previous.depth }
        open.append(level)
        return depth
    }
}

extension TypeExpression {
    fileprivate var mayHoldMembers: Bool {
        switch kind {
        case .object, .array, .dictionary, .reference, .union, .any, .unknown: true
        case .boolean, .integer, .number, .decimal, .string, .enumeration: false
        }
    }
}

extension Page {
    /// How many more elements open than close between two places.
    fileprivate func levels(from start: Int, to end: Int) -> Int {
        source.bytes.withUnsafeBufferPointer { bytes in
            var levels = 0
            var index = start
            while index + 1 < min(end, bytes.count) {
                if bytes[index] == 0x3C {
                    if bytes[index + 1] == 0x2F {
                        levels -= 1
                    } else if isOpeningTag(bytes, at: index) {
                        levels += 1
                    }
                }
                index += 1
            }
            return levels
        }
    }
}

/// A tag that something will close: neither `<br>` nor `<img …>` nor `<x/>`.
private func isOpeningTag(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var index = start + 1
    var name: [UInt8] = []
    while index < bytes.count, name.count < 6, isLetter(bytes[index]) {
        name.append(bytes[index] | 0x20)
        index += 1
    }
    guard !name.isEmpty else { return false }
    switch String(decoding: name, as: UTF8.self) {
    case "br", "img", "hr", "input", "wbr", "meta", "link", "col": return false
    default: break
    }
    while index < bytes.count, bytes[index] != 0x3E, bytes[index] != 0x3C { index += 1 }
    return index >= bytes.count || bytes[index] == 0x3C || bytes[index - 1] != 0x2F
}
