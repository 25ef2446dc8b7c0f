import SourceText

/// The adornment of a title; its place among the others is the title's level.
struct RSTTitleStyle: Equatable {
    var mark: UInt8
    var hasOverline: Bool
}

extension RSTReader {
    /// Whether an adornment belongs to the text above it; a very short one may be text.
    mutating func isUnderline(_ line: Int, of title: Int, _ mayHoldTitles: Bool) -> Bool {
        let width = lines[line].end - lines[line].text
        guard width < 4, displayWidth(lines[title].text, lines[title].end) > width else {
            return true
        }
        if mayHoldTitles { note(.shortUnderline, lines[title].text, lines[line].end) }
        return false
    }

    mutating func readUnderlinedTitle(at index: Int, in parent: Int, mayHoldTitles: Bool) -> Int {
        let title = lines[index]
        let underline = lines[index + 1]
        if displayWidth(title.text, title.end) > underline.end - underline.text, mayHoldTitles {
            note(.underlineTooShort, title.text, underline.end)
        }
        if !mayHoldTitles { note(.strayTitle, title.text, underline.end) }
        let style = RSTTitleStyle(mark: bytes[underline.text], hasOverline: false)
        addTitle(title, style, title.text, underline.end, in: parent)
        return index + 2
    }

    /// Reads a line of adornment where titles may stand: transition, overline or neither.
    mutating func readAdornment(at index: Int, _ region: RSTRegion, in parent: Int) -> Int {
        let overline = lines[index]
        let width = overline.end - overline.text
        let next = index + 1
        guard next < region.last, !lines[next].isBlank else {
            guard width >= 4 else {
                return readText(at: index, region, in: parent, mayHoldTitles: true)
            }
            add(.thematicBreak, overline.text, overline.end, in: parent)
            return next
        }
        if width == 2, bytes[overline.text] == 0x3A {
            return readText(at: index, region, in: parent, mayHoldTitles: true)
        }
        return readOverline(at: index, region, in: parent)
    }

    private mutating func readOverline(at index: Int, _ region: RSTRegion, in parent: Int) -> Int {
        let overline = lines[index]
        let title = lines[index + 1]
        let width = overline.end - overline.text
        let under = index + 2 < region.last ? lines[index + 2] : nil
        let isTitle = !(isAdornment(title) && title.column <= region.base)
        let problem = isTitle ? overlineProblem(overline, under) : .adornmentOnly
        if width < 4, problem != nil || displayWidth(title.text, title.end) > width {
            note(.shortOverline, overline.text, title.end)
            return readText(at: index, region, in: parent, mayHoldTitles: true)
        }
        let last = isTitle && under.map { !$0.isBlank && isAdornment($0) } ?? false
        let end = last ? (under?.end ?? title.end) : title.end
        if let problem {
            note(problem, overline.text, end)
            guard isTitle else {
                add(.thematicBreak, overline.text, end, in: parent)
                return index + 2
            }
        } else if displayWidth(title.text, title.end) > width {
            note(.overlineTooShort, overline.text, end)
        }
        let style = RSTTitleStyle(mark: bytes[overline.text], hasOverline: true)
        addTitle(title, style, overline.text, end, in: parent, isRecorded: problem == nil)
        return problem == nil
            ? index + 3 : min(index + (last || isBlank(under) ? 3 : 2), region.last)
    }

    private func isBlank(_ line: RSTLine?) -> Bool { line?.isBlank ?? true }

    private func overlineProblem(_ overline: RSTLine, _ under: RSTLine?) -> RSTNote? {
        guard let under else { return .incompleteTitle }
        guard !under.isBlank, isAdornment(under) else { return .missingUnderline }
        let isSame =
            bytes[under.text] == bytes[overline.text]
            && under.end - under.text == overline.end - overline.text
        return isSame ? nil : .adornmentMismatch
    }

    /// Reads a line of adornment inside a container, where no title may stand.
    mutating func readStrayAdornment(at index: Int, _ region: RSTRegion, in parent: Int) -> Int {
        let line = lines[index]
        let width = line.end - line.text
        if width == 2, bytes[line.text] == 0x3A {
            return readText(at: index, region, in: parent, mayHoldTitles: false)
        }
        guard width >= 4 else {
            note(.shortStrayAdornment, line.text, line.end)
            return readText(at: index, region, in: parent, mayHoldTitles: false)
        }
        note(.strayAdornment, line.text, line.end)
        add(.thematicBreak, line.text, line.end, in: parent)
        return index + 1
    }

    private mutating func addTitle(
        _ title: RSTLine, _ style: RSTTitleStyle, _ start: Int, _ end: Int, in parent: Int,
        isRecorded: Bool = true
    ) {
        let level = level(of: style, start, end, isRecorded: isRecorded && parent == 0)
        let node = add(.heading(level: level), start, end, in: parent)
        addInlines(from: title.text, to: title.end, in: node)
    }

    /// The place of a style among those seen; a new one may only follow the innermost.
    private mutating func level(
        of style: RSTTitleStyle, _ start: Int, _ end: Int, isRecorded: Bool
    ) -> UInt8 {
        var level = (titleStyles.firstIndex(of: style) ?? -1) + 1
        guard isRecorded else {
            return UInt8(clamping: level > 0 ? level : titleLevel + 1)
        }
        if level == 0 {
            level = titleLevel + 1
            if titleLevel == titleStyles.count, titleStyles.count < 64 {
                titleStyles.append(style)
            } else {
                note(.skippedLevel, start, end)
                return UInt8(clamping: level)
            }
        } else if level > titleLevel + 1 {
            note(.skippedLevel, start, end)
            return UInt8(clamping: level)
        }
        titleLevel = level
        return UInt8(clamping: level)
    }
}
