import SourceText

/// Turns tags and the text between them into instructions, lines and indentation settled.
struct ProgramWriter {
    let source: SourceFile
    let id: FileID
    let tags: [Tag]
    /// For each tag, the index of its closing tag.
    let closings: [Int?]
    private(set) var program: [Instruction] = []
    private(set) var notes: [Diagnostic] = []
    /// First byte not written yet.
    private var position = 0
    private var isAtLineStart = true
    /// How much whitespace each line of the block being read loses: the indentation of its
    /// first line, which belongs to the file it stands in and not to the place it fills.
    private var dedent = 0

    init(source: SourceFile, id: FileID, tags: [Tag], closings: [Int?]) {
        self.source = source
        self.id = id
        self.tags = tags
        self.closings = closings
    }

    mutating func writeTags(_ from: Int, _ to: Int) {
        var index = from
        while index < to {
            index = writeTag(index)
        }
    }

    /// Writes the tag and what it encloses, and returns the index of the next one.
    private mutating func writeTag(_ index: Int) -> Int {
        let tag = tags[index]
        switch tag.kind {
        case .variable, .unescaped:
            pass(tag, standsAlone: false)
            program.append(.variable(name(tag.name), escaped: tag.kind == .variable))
        case .comment, .delimiters, .close:
            // A closing tag arrives here only when it closes nothing, which has been reported.
            pass(tag, standsAlone: standsAlone(tag))
        case .partial:
            writePartial(tag)
        case .section, .inverted:
            return writeSection(tag, index)
        case .parent:
            return writeParent(tag, index)
        case .block:
            return writeBlock(tag, index)
        }
        return index + 1
    }

    private mutating func writePartial(_ tag: Tag) {
        let indentation = standsAlone(tag) ? leadingSpace(of: tag) : nil
        pass(tag, standsAlone: indentation != nil)
        program.append(.partial(inclusion(tag, indentation)))
    }

    private mutating func writeSection(_ tag: Tag, _ index: Int) -> Int {
        pass(tag, standsAlone: standsAlone(tag))
        guard let closing = closings[index] else { return index + 1 }
        let place = program.count
        let name = name(tag.name)
        program.append(.section(name, end: place))
        writeTags(index + 1, closing)
        pass(tags[closing], standsAlone: standsAlone(tags[closing]))
        program[place] =
            tag.kind == .section
            ? .section(name, end: program.count) : .inverted(name, end: program.count)
        return closing + 1
    }

    /// A parent with all it encloses is one tag: it stands alone if its first line has nothing
    /// before it and its last line nothing behind.
    private mutating func writeParent(_ tag: Tag, _ index: Int) -> Int {
        guard let closing = closings[index] else {
            pass(tag, standsAlone: standsAlone(tag))
            return index + 1
        }
        let whole = Tag(
            kind: .parent, range: ByteRange(Int(tag.range.start), Int(tags[closing].range.end)),
            name: tag.name, lineStart: tag.lineStart, nextLine: tags[closing].nextLine)
        let indentation = standsAlone(whole) ? leadingSpace(of: whole) : nil
        pass(whole, standsAlone: indentation != nil)
        let resume = (position, isAtLineStart)
        let place = program.count
        program.append(.lineStart)
        let overrides = writeOverrides(index + 1, closing)
        program[place] = .parent(
            inclusion(tag, indentation), overrides: overrides, end: program.count)
        (position, isAtLineStart) = resume
        return closing + 1
    }

    private mutating func writeOverrides(_ from: Int, _ to: Int) -> [Override] {
        var overrides: [Override] = []
        var index = from
        while index < to {
            let tag = tags[index]
            let closing = closings[index]
            if tag.kind == .block, let closing {
                overrides.append(writeOverride(tag, index, closing))
            } else if tag.kind != .comment, tag.kind != .delimiters {
                notes.append(
                    Message.stray(source.text(tag.range), at: SourceSpan(id, tag.range)))
            }
            index = (closing ?? index) + 1
        }
        return overrides
    }

    /// Text before the block is ignored, so a block may begin behind anything and still have
    /// its first line to itself.
    private mutating func writeOverride(_ tag: Tag, _ index: Int, _ closing: Int) -> Override {
        let outerDedent = dedent
        position = tag.nextLine ?? Int(tag.range.end)
        isAtLineStart = false
        if tag.nextLine != nil {
            dedent = spaces(at: position)
            position += dedent
        }
        let start = program.count
        writeTags(index + 1, closing)
        let last = tags[closing]
        writeText(to: max(position, last.lineStart ?? Int(last.range.start)))
        dedent = outerDedent
        return Override(name: source.text(tag.name), start: start, end: program.count)
    }

    private mutating func writeBlock(_ tag: Tag, _ index: Int) -> Int {
        let startsLine = standsAlone(tag)
        var indentation = tag.lineStart == nil ? .empty : leadingSpace(of: tag)
        pass(tag, standsAlone: startsLine)
        guard let closing = closings[index] else { return index + 1 }
        if startsLine, position < tags[closing].lineStart ?? Int(tags[closing].range.start) {
            indentation = afterDedent(position, position + spaces(at: position))
        }
        let place = program.count
        program.append(.lineStart)
        writeTags(index + 1, closing)
        pass(tags[closing], standsAlone: standsAlone(tags[closing]))
        program[place] = .block(
            Block(
                name: source.text(tag.name), indentation: indentation, startsLine: startsLine,
                end: program.count))
        return closing + 1
    }
}

// MARK: Lines

extension ProgramWriter {
    /// Writes text up to `end`, one instruction a line.
    mutating func writeText(to end: Int) {
        while position < end {
            startLine(before: end)
            let start = position
            while position < end, source.bytes[position] != 0x0A { position += 1 }
            if position < end {
                position += 1
                isAtLineStart = true
            }
            if start < position { program.append(.text(ByteRange(start, position))) }
        }
    }

    private mutating func startLine(before end: Int) {
        guard isAtLineStart else { return }
        program.append(.lineStart)
        isAtLineStart = false
        position = Int(afterDedent(position, end).start)
    }

    /// Writes the text before a tag and steps behind it; a tag that stands alone takes its
    /// whole line with it.
    private mutating func pass(_ tag: Tag, standsAlone: Bool) {
        guard standsAlone, let lineStart = tag.lineStart, let nextLine = tag.nextLine else {
            writeText(to: Int(tag.range.start))
            startLine(before: Int(tag.range.start))
            position = Int(tag.range.end)
            return
        }
        writeText(to: lineStart)
        position = nextLine
        isAtLineStart = true
    }

    private func standsAlone(_ tag: Tag) -> Bool {
        tag.lineStart != nil && tag.nextLine != nil
    }

    private func leadingSpace(of tag: Tag) -> ByteRange {
        afterDedent(tag.lineStart ?? Int(tag.range.start), Int(tag.range.start))
    }

    private func afterDedent(_ start: Int, _ end: Int) -> ByteRange {
        ByteRange(min(start + min(dedent, spaces(at: start)), end), end)
    }

    private func spaces(at index: Int) -> Int {
        var end = index
        while end < source.bytes.count, source.bytes[end] == 0x20 || source.bytes[end] == 0x09 {
            end += 1
        }
        return end - index
    }
}

// MARK: Names

extension ProgramWriter {
    private func name(_ range: ByteRange) -> TemplateName {
        let text = source.text(range)
        let parts = text == "." ? [] : text.split(separator: ".").map(String.init)
        return TemplateName(parts: parts, text: text, range: range)
    }

    private func inclusion(_ tag: Tag, _ indentation: ByteRange?) -> Inclusion {
        let start = Int(tag.name.start)
        guard start < source.bytes.count, source.bytes[start] == 0x2A else {
            return Inclusion(name: name(tag.name), isDynamic: false, indentation: indentation)
        }
        let range = ByteRange(start + 1 + spaces(at: start + 1), Int(tag.name.end))
        return Inclusion(name: name(range), isDynamic: true, indentation: indentation)
    }
}
