import SourceText

/// Blocks of code, and lines that only say something of the block below.
extension WikiReader {
    mutating func readCode(at index: Int) -> Int? {
        let line = text(index)
        switch flavor {
        case .asciiDoc:
            for mark in [UInt8(0x2D), 0x2E] where line.isFence(mark) {
                return readFence(mark, at: index)
            }
            if line.begins("```") { return readFence(0x60, at: index) }
        case .mediaWiki:
            for name: StaticString in ["<syntaxhighlight", "<source", "<pre"]
            where line.begins(name) {
                return readElement(at: index)
            }
        case .tracker:
            if line.begins("{code") { return readMacro("{code}", at: index) }
            if line.begins("{noformat") { return readMacro("{noformat}", at: index) }
            if line.begins("<pre") { return readElement(at: index) }
            if line.begins("bc. ") { return addCode(from: line.start + 4, first: index, index) }
        }
        guard flavor != .tracker, lines[index].column > 0, !line.begins("*"), !line.begins("|")
        else { return nil }
        var last = index
        while last + 1 < lines.count, lines[last + 1].column > 0 { last += 1 }
        return addCode(from: line.start, first: index, last)
    }

    /// `----` or `....` to the same again, or to the end.
    private mutating func readFence(_ mark: UInt8, at index: Int) -> Int {
        var last = index + 1
        while last < lines.count, lines[last].isBlank || !closes(mark, last) { last += 1 }
        guard last > index + 1 else { return last + 1 }
        _ = addCode(from: lines[index + 1].text, first: index + 1, last - 1)
        return last + 1
    }

    private func closes(_ mark: UInt8, _ index: Int) -> Bool {
        mark == 0x60 ? text(index).begins("```") : text(index).isFence(mark)
    }

    /// `<syntaxhighlight lang="json">` or `<pre><code class="json">` to its end, which may stand on
    /// its own line or not.
    private mutating func readElement(at index: Int) -> Int {
        let line = text(index)
        var open = line.place(of: ">", from: line.start) ?? line.end - 1
        if WikiLine(bytes: bytes, start: open + 1, end: line.end).begins("<code") {
            open = line.place(of: ">", from: open + 1) ?? line.end - 1
        }
        for name: StaticString in ["lang=", "class="] {
            guard let place = line.place(of: name, from: line.start), place < open else { continue }
            var start = place + name.utf8CodeUnitCount
            if start < open, bytes[start] == 0x22 || bytes[start] == 0x27 { start += 1 }
            var end = start
            while end < open, isAlphanumeric(bytes[end]) { end += 1 }
            language = ByteRange(start, end)
        }
        return readEnclosed(from: open + 1, at: index, closing: "</")
    }

    /// `{code:json}` or `{code:title=x|language=json}` to `{code}`.
    private mutating func readMacro(_ closing: StaticString, at index: Int) -> Int {
        let line = text(index)
        let open = line.place(of: "}", from: line.start) ?? line.end - 1
        var start = line.start + closing.utf8CodeUnitCount
        if start <= open, bytes[start - 1] == 0x3A {
            if let named = line.place(of: "language=", from: start), named < open {
                start = named + 9
            }
            var end = start
            while end < open, isAlphanumeric(bytes[end]) { end += 1 }
            if end <= open, end == open || bytes[end] == 0x7C { language = ByteRange(start, end) }
        }
        return readEnclosed(from: open + 1, at: index, closing: closing)
    }

    private mutating func readEnclosed(
        from start: Int, at index: Int, closing: StaticString
    ) -> Int {
        var last = index
        while last < lines.count {
            let line = text(last)
            let from = last == index ? min(start, line.end) : line.start
            if let end = line.place(of: closing, from: from) {
                addEnclosed(from: start, first: index, to: end, last)
                return last + 1
            }
            last += 1
        }
        addEnclosed(from: start, first: index, to: bytes.count, lines.count - 1)
        return lines.count
    }

    private mutating func addEnclosed(from start: Int, first: Int, to end: Int, _ last: Int) {
        if first == last {
            let block = add(.codeBlock(info: language, style: .fenced), start, end, in: 0)
            if start < end { add(.codeLine(padding: 0), start, end, in: block) }
            return
        }
        let block = add(
            .codeBlock(info: language, style: .fenced), lines[first].text, lines[last].end, in: 0)
        for index in first...last {
            let from = index == first ? start : lines[index].text
            let to = index == last ? end : lines[index].end
            guard from < to || index != first && index != last else { continue }
            add(.codeLine(padding: padding(index, below: 0)), from, max(from, to), in: block)
        }
    }

    /// Lines of code from a place on the first of them.
    private mutating func addCode(from start: Int, first: Int, _ last: Int) -> Int {
        let base = max(0, lines[first].column)
        let from = min(start, lines[first].text)
        let block = add(
            .codeBlock(info: language, style: .fenced), from, max(from, lines[last].end), in: 0)
        for index in first...last {
            let text = index == first ? start : lines[index].text
            add(
                .codeLine(padding: padding(index, below: base)), text, max(text, lines[index].end),
                in: block)
        }
        return last + 1
    }

    private func padding(_ index: Int, below base: Int) -> UInt8 {
        UInt8(clamping: max(0, lines[index].column - base))
    }

    // MARK: Lines about other blocks

    /// Attributes, comments, macros and titles; nil for anything that is text of its own.
    mutating func readAside(at index: Int) -> Int? {
        let line = text(index)
        switch flavor {
        case .asciiDoc: return readAttribute(line, at: index)
        case .mediaWiki:
            guard
                line.begins("{{") && line.ends("}}") || line.begins("[[Category")
                    || line.begins("__") && line.ends("__") || line.begins("<!--")
            else { return nil }
        case .tracker:
            guard line.begins("{") && line.ends("}") else { return nil }
        }
        add(.comment, line.start, line.end, in: 0)
        return index + 1
    }

    private mutating func readAttribute(_ line: WikiLine, at index: Int) -> Int? {
        if line.begins("[["), line.ends("]]") {
            let name = ByteRange(line.start + 2, line.end - 2)
            add(.anchor(name: name), line.start, line.end, in: 0)
            return index + 1
        }
        if line.begins("["), line.ends("]") {
            takeAttributes(line)
        } else if line.begins("."), line.count > 1, bytes[line.start + 1] != 0x2E,
            bytes[line.start + 1] != 0x20
        {
            let paragraph = add(.paragraph, line.start, line.end, in: 0)
            let strong = add(.strong, line.start + 1, line.end, in: paragraph)
            addInlines(line.start + 1, line.end, in: strong)
            return index + 1
        } else {
            let isAttribute =
                line.begins(":") && line.place(of: ":", from: line.start + 1) != nil
                && lines[index].column == 0
            let isMacro =
                line.begins("//") || line.isFence(0x3D) || line.isFence(0x2A) || line.isFence(0x5F)
                || line.begins("ifdef::") || line.begins("ifndef::") || line.begins("endif::")
                || line.begins("toc::") || line.begins("include::") || line.begins("--")
                || line.begins("+") && line.count == 1 || line.begins("'''")
            guard isAttribute || isMacro else { return nil }
        }
        add(.comment, line.start, line.end, in: 0)
        return index + 1
    }

    /// `[source,json]`, `[cols="1,1,3",options="header"]`, `[%header,cols=3*]`.
    private mutating func takeAttributes(_ line: WikiLine) {
        if line.begins("[source"), let comma = line.place(of: ",", from: line.start) {
            var start = comma + 1
            while start < line.end, bytes[start] == 0x20 || bytes[start] == 0x22 { start += 1 }
            var end = start
            while end < line.end, isAlphanumeric(bytes[end]) { end += 1 }
            language = ByteRange(start, end)
        }
        if line.place(of: "header", from: line.start) != nil { hasHeader = true }
        guard let place = line.place(of: "cols=", from: line.start) else { return }
        var index = place + 5
        let isQuoted = index < line.end && bytes[index] == 0x22
        if isQuoted { index += 1 }
        var count = 1
        var number = 0
        while index < line.end, bytes[index] != 0x22, isQuoted || bytes[index] != 0x2C {
            if bytes[index] == 0x2C || bytes[index] == 0x3B { count += 1 }
            if bytes[index] >= 0x30, bytes[index] <= 0x39, number < 100 {
                number = number * 10 + Int(bytes[index] - 0x30)
            } else if bytes[index] == 0x2A {
                count = max(count, number)
            } else {
                number = 0
            }
            index += 1
        }
        columns = count
    }
}
