import SourceText

/// What stands behind the closing backquote of interpreted text.
struct RSTInterpretedEnd {
    /// The role's name, between its colons.
    var role: Range<Int>?
    var isReference: Bool
    var end: Int
}

extension RSTReader {
    func interpretedEnd(_ index: Int) -> RSTInterpretedEnd? {
        if index < inline.count, scratch[index] == 0x3A {
            let nameEnd = simpleNameEnd(text, index + 1, inline.count)
            if nameEnd > index + 1, nameEnd < inline.count, scratch[nameEnd] == 0x3A,
                let end = underscoresEnd(nameEnd + 1)
            {
                return RSTInterpretedEnd(
                    role: index + 1..<nameEnd, isReference: end > nameEnd + 1, end: end)
            }
        }
        guard let end = underscoresEnd(index) else { return nil }
        return RSTInterpretedEnd(role: nil, isReference: end > index, end: end)
    }

    /// Reads text in single backquotes: with a role, as a reference, or plain.
    mutating func readInterpreted() {
        let start = inline.position
        let role = rolePrefix(before: start)
        guard role != nil || mayStart(start), holdsText(start + 1) else {
            inline.position = start + 1
            return
        }
        if role == nil, isMentioned(start, start + 1) { return skip(to: start + 1) }
        let mark = RSTEndMark(mark: 0x60, width: 1, slot: 3, allowsEscapedBlank: true)
        guard let close = find(mark, from: start + 1), let end = interpretedEnd(close + 1) else {
            return noteUnclosed(.unclosedInterpreted, start, start + 1)
        }
        let begin = role.map { $0.lowerBound - 1 } ?? start
        if let problem = roleProblem(role, end) {
            note(problem, source(begin), source(end.end - 1) + 1)
            return skip(to: end.end)
        }
        flushText(to: begin)
        if end.isReference {
            addPhraseReference(start, close, end.end)
        } else {
            addRole(role ?? end.role, begin, start + 1, close, end.end)
        }
        finish(at: end.end)
    }

    private func roleProblem(_ prefix: Range<Int>?, _ end: RSTInterpretedEnd) -> RSTNote? {
        if prefix != nil, end.role != nil { return .twoRoles }
        guard end.isReference else { return nil }
        if prefix != nil { return .rolePrefixAndReference }
        return end.role != nil ? .roleSuffixAndReference : nil
    }

    /// The name in `:name:` right before a backquote, the longest that may begin there.
    private func rolePrefix(before start: Int) -> Range<Int>? {
        guard start - 2 > inline.restart, scratch[start - 1] == 0x3A else { return nil }
        var found: Range<Int>?
        var index = start - 2
        while index >= inline.restart, isAlphanumeric(scratch[index]) || isNameJoint(scratch[index])
        {
            if scratch[index] == 0x3A, mayStart(index),
                simpleNameEnd(text, index + 1, start) == start - 1
            {
                found = index + 1..<start - 1
            }
            if !isAlphanumeric(scratch[index]), !isAlphanumeric(scratch[index + 1]) { break }
            index -= 1
        }
        return found
    }

    /// `title <target>` in a role shows the title and leads to the target.
    private mutating func addRole(
        _ role: Range<Int>?, _ begin: Int, _ start: Int, _ close: Int, _ end: Int
    ) {
        let name = role.map { sourceRange($0.lowerBound, $0.upperBound) } ?? .empty
        let node = addInline(.role(name: name), begin, end, in: inline.parent)
        let isCode = isText(name, "code") || isText(name, "literal") || isText(name, "math")
        if !name.isEmpty, !isCode, let target = embeddedTarget(start, close), target.title > start {
            let destination = sourceRange(target.start, target.end)
            let link = addInline(
                .link(destination: destination, title: .empty), start, close, in: node)
            addText(start, target.title, in: link)
        } else {
            addText(start, close, in: node, isLiteral: isCode)
        }
    }

    /// The `<target>` at the end of a text, behind a blank or at its start.
    private func embeddedTarget(_ start: Int, _ end: Int) -> (title: Int, start: Int, end: Int)? {
        guard end - 1 > start, scratch[end - 1] == 0x3E, scratch[end - 2] != 0x5C else {
            return nil
        }
        var open = end - 2
        while open >= start {
            let isEscaped = open > start && scratch[open - 1] == 0x5C
            if scratch[open] == 0x3E, !isEscaped { return nil }
            if scratch[open] == 0x3C, !isEscaped { break }
            open -= 1
        }
        guard open >= start, open + 1 < end - 1, !isBlank(scratch[open + 1]),
            !isBlank(scratch[end - 2])
        else { return nil }
        guard open == start || scratch[open - 1] == 0x20 || scratch[open - 1] == 0x0A else {
            return nil
        }
        var title = open
        while title > start, isBlank(scratch[title - 1]) { title -= 1 }
        return (title, open + 1, end - 1)
    }

    /// `` `text <target>`_ `` or `` `name`_ ``.
    private mutating func addPhraseReference(_ start: Int, _ close: Int, _ end: Int) {
        guard let target = embeddedTarget(start + 1, close) else {
            let destination = sourceRange(start + 1, close)
            let node = addInline(
                .link(destination: destination, title: .empty), start, end, in: inline.parent)
            return addText(start + 1, close, in: node)
        }
        let destination = sourceRange(target.start, target.end)
        let node = addInline(
            .link(destination: destination, title: .empty), start, end, in: inline.parent)
        if target.title > start + 1 {
            addText(start + 1, target.title, in: node)
        } else {
            addText(target.start, target.end, in: node)
        }
    }

    /// Reads `` _`target` `` or the `name_` that ends here.
    mutating func readUnderscore() {
        let start = inline.position
        if start + 1 < inline.count, scratch[start + 1] == 0x60, mayStart(start),
            holdsText(start + 2)
        {
            return readInlineTarget(start)
        }
        let run = run(of: 0x5F, at: start)
        guard run <= 2, mayEnd(start + run), let name = nameStart(before: start) else {
            inline.position = start + run
            return
        }
        flushText(to: name)
        let destination = sourceRange(name, start)
        let node = addInline(
            .link(destination: destination, title: .empty), name, start + run, in: inline.parent)
        addText(name, start, in: node)
        finish(at: start + run)
    }

    /// Where the name that ends here begins: the leftmost place where markup may begin.
    private func nameStart(before end: Int) -> Int? {
        var found: Int?
        var index = end
        var isWord = false
        while index > inline.restart {
            let previous = scratch[index - 1]
            if isAlphanumeric(previous) || previous >= 0x80 {
                if previous >= 0x80, !RSTPunctuation.isWord(scalar(before: index)) { break }
                index -= 1
                while index > inline.restart, scratch[index] & 0xC0 == 0x80 { index -= 1 }
                isWord = true
                if mayStart(index) { found = index }
            } else {
                guard isWord, isNameJoint(previous) else { break }
                isWord = false
                index -= 1
            }
        }
        return found
    }

    /// The name of an inline target stays text; the anchor is its opening mark.
    private mutating func readInlineTarget(_ start: Int) {
        if isMentioned(start, start + 2) { return skip(to: start + 2) }
        let mark = RSTEndMark(mark: 0x60, width: 1, slot: 4)
        guard let close = find(mark, from: start + 2) else {
            return noteUnclosed(.unclosedTarget, start, start + 2)
        }
        flushText(to: start)
        let name = sourceRange(start + 2, close)
        addInline(.anchor(name: name), start, start + 2, in: inline.parent)
        addText(start + 2, close, in: inline.parent)
        finish(at: close + 1)
    }

    /// `|name|`, which may be a reference as well: `|name|_`.
    mutating func readBar() {
        let start = inline.position
        let run = run(of: 0x7C, at: start)
        guard run == 1, mayStart(start), holdsText(start + 1) else {
            inline.position = start + run
            return
        }
        if isMentioned(start, start + 1) { return skip(to: start + 1) }
        let mark = RSTEndMark(mark: 0x7C, width: 1, slot: 5)
        guard let close = find(mark, from: start + 1), let end = underscoresEnd(close + 1) else {
            return noteUnclosed(.unclosedSubstitution, start, start + 1)
        }
        flushText(to: start)
        let name = sourceRange(start + 1, close)
        var parent = inline.parent
        if end > close + 1 {
            parent = addInline(.link(destination: name, title: .empty), start, end, in: parent)
        }
        addInline(.substitution(name: name), start, close + 1, in: parent)
        finish(at: end)
    }

    /// `[1]_`, `[#label]_`, `[*]_`, `[citation]_`.
    mutating func readFootnoteReference() {
        let start = inline.position
        inline.position += 1
        guard mayStart(start), start + 1 < inline.count else { return }
        var end = start + 1
        if scratch[end] == 0x2A {
            end += 1
        } else {
            if scratch[end] == 0x23 { end += 1 }
            end = simpleNameEnd(text, end, inline.count)
        }
        guard end > start + 1, end + 1 < inline.count, scratch[end] == 0x5D,
            scratch[end + 1] == 0x5F, mayEnd(end + 2)
        else { return }
        flushText(to: start)
        let label = sourceRange(start + 1, end)
        addInline(.footnoteReference(label: label), start, end + 2, in: inline.parent)
        finish(at: end + 2)
    }
}
