import SourceText

/// How the values of a csv-table are set apart.
struct RSTCSVFormat {
    var delimiter: UInt8 = 0x2C
    var quote: UInt8 = 0x22
}

extension RSTReader {
    /// Rows of values between commas; the `header` option holds rows of its own.
    mutating func addCSVTable(
        _ name: ByteRange, _ body: RSTRegion, _ mark: Int, _ start: Int, in parent: Int
    ) {
        let head = directiveHead(body)
        let first = skippingBlanks(from: head.content.first, to: head.content.last)
        guard first < head.content.last else {
            note(.emptyDirective, mark, end(of: body))
            return addDirective(name, .blocks, body, mark, start, in: parent)
        }
        let table = add(.table, mark, start, in: parent)
        addArguments(head, to: table)
        let format = csvFormat(head)
        var index = head.options.lowerBound
        while index < head.options.upperBound {
            var next = index + 1
            while next < head.options.upperBound, !isOptionLine(next, body) { next += 1 }
            if !addHeaderOption(index, next, format, in: table) {
                addOptions(index..<next, to: table)
            }
            index = next
        }
        var content = head.content
        content.first = first
        let headers = option("header-rows", in: head).flatMap(number) ?? 0
        addCSVRows(content, format, headers: headers, in: table)
        close(table, atLeast: end(of: body))
    }

    private func csvFormat(_ head: RSTDirectiveHead) -> RSTCSVFormat {
        var format = RSTCSVFormat()
        if let value = option("delim", in: head) { format.delimiter = csvMark(value) ?? 0x2C }
        if let value = option("quote", in: head) { format.quote = csvMark(value) ?? 0x22 }
        return format
    }

    /// A character, `tab`, `space`, or a number such as `0x5c`.
    private func csvMark(_ value: ByteRange) -> UInt8? {
        if value.count == 1 { return bytes[Int(value.start)] }
        if isText(value, "tab") { return 0x09 }
        if isText(value, "space") { return 0x20 }
        guard value.count == 4, bytes[Int(value.start)] == 0x30 else { return nil }
        let digits = Int(value.start) + 2..<Int(value.end)
        return UInt8(String(decoding: bytes[digits], as: UTF8.self), radix: 16)
    }

    /// Adds the rows of a `header` option; false for any other option.
    private mutating func addHeaderOption(
        _ index: Int, _ last: Int, _ format: RSTCSVFormat, in table: Int
    ) -> Bool {
        let line = lines[index]
        guard let nameEnd = fieldNameEnd(line),
            isText(ByteRange(line.text + 1, nameEnd), "header")
        else { return false }
        var base = Int.max
        for other in index + 1..<last where !lines[other].isBlank {
            base = min(base, lines[other].column)
        }
        var text = nameEnd + 1
        while text < line.end, bytes[text] == 0x20 { text += 1 }
        advance(index, to: text, column: base == Int.max ? line.column : base)
        let region = RSTRegion(first: index, last: last, base: lines[index].column)
        addCSVRows(region, format, headers: .max, in: table)
        lines[index] = line
        return true
    }

    private mutating func addCSVRows(
        _ region: RSTRegion, _ format: RSTCSVFormat, headers: Int, in table: Int
    ) {
        var index = region.first
        var count = 0
        while index < region.last {
            guard !lines[index].isBlank else {
                index += 1
                continue
            }
            let start = lines[index].text
            let row = add(.tableRow(isHeader: count < headers), start, start, in: table)
            index = addCSVRow(index, region, format, in: row)
            close(row)
            count += 1
        }
    }

    /// Adds the values of one row, which goes on over lines while a quote is open.
    private mutating func addCSVRow(
        _ first: Int, _ region: RSTRegion, _ format: RSTCSVFormat, in row: Int
    ) -> Int {
        var line = first
        var place = lines[first].text
        while true {
            while place < lines[line].end, bytes[place] == 0x20 { place += 1 }
            let start = place
            var slices: [RSTLine] = []
            let isQuoted = place < lines[line].end && bytes[place] == format.quote
            if isQuoted { place += 1 }
            var from = place
            while true {
                place = valueEnd(from, lines[line].end, isQuoted ? format.quote : format.delimiter)
                slices.append(csvSlice(from, place, line, isFirst: slices.isEmpty, region))
                guard isQuoted, place >= lines[line].end, line + 1 < region.last else { break }
                line += 1
                from = lines[line].text
            }
            if isQuoted, place >= lines[line].end { note(.unclosedQuote, start, start + 1) }
            if isQuoted { place = valueEnd(place, lines[line].end, format.delimiter) }
            isInCSV = isQuoted
            addCell(slices, start, place, in: row)
            isInCSV = false
            guard place < lines[line].end else { return line + 1 }
            place += 1
        }
    }

    /// The place of a mark; two quotes in a row are one that is meant.
    private func valueEnd(_ start: Int, _ end: Int, _ mark: UInt8) -> Int {
        var index = start
        while index < end {
            if bytes[index] == mark {
                guard mark == 0x22, index + 1 < end, bytes[index + 1] == mark else { return index }
                index += 1
            }
            index += 1
        }
        return end
    }

    private func csvSlice(
        _ start: Int, _ end: Int, _ line: Int, isFirst: Bool, _ region: RSTRegion
    ) -> RSTLine {
        var text = start
        while text < end, bytes[text] == 0x20 { text += 1 }
        var last = end
        while last > text, bytes[last - 1] == 0x20 { last -= 1 }
        let column = isFirst ? region.base : max(lines[line].column, region.base)
        let next = last == lines[line].end ? lines[line].next : last
        return RSTLine(text: text, end: last, next: next, column: text == last ? -1 : column)
    }
}
