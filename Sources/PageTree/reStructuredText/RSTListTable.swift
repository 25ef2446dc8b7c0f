import SourceText

extension RSTReader {
    /// A list of lists is a table: the outer items are rows, the inner ones cells.
    ///
    /// The title and the options are attributes before the rows. Content of any other shape
    /// keeps the directive and its blocks.
    mutating func addListTable(
        _ name: ByteRange, _ body: RSTRegion, _ mark: Int, _ start: Int, in parent: Int
    ) {
        let head = directiveHead(body)
        guard isListOfLists(head.content) else {
            let first = skippingBlanks(from: head.content.first, to: head.content.last)
            let isEmpty = first == head.content.last
            note(isEmpty ? .emptyDirective : .notAListTable, mark, end(of: body))
            return addDirective(name, .blocks, body, mark, start, in: parent)
        }
        let table = add(.table, mark, start, in: parent)
        addAttributes(head, to: table)
        let headers = option("header-rows", in: head).flatMap(number) ?? 0
        var count = 0
        var width = -1
        var index = skippingBlanks(from: head.content.first, to: head.content.last)
        while index < head.content.last {
            let row = add(
                .tableRow(isHeader: count < headers), lines[index].text, lines[index].text + 1,
                in: table)
            let item = itemContent(at: index, width: 1, head.content)
            let cells = addCells(item, in: row)
            close(row)
            if width >= 0, cells != width { note(.unevenRows, mark, end(of: body)) }
            width = cells
            count += 1
            index = skippingBlanks(from: max(item.last, index + 1), to: head.content.last)
        }
        close(table)
    }

    private mutating func addCells(_ row: RSTRegion, in parent: Int) -> Int {
        var count = 0
        var index = skippingBlanks(from: row.first, to: row.last)
        while index < row.last {
            let cell = add(
                .tableCell(alignment: .none), lines[index].text, lines[index].text + 1, in: parent)
            let content = itemContent(at: index, width: 1, row)
            readBlocks(content, in: cell)
            close(cell)
            count += 1
            index = skippingBlanks(from: max(content.last, index + 1), to: row.last)
        }
        return count
    }

    /// Whether all lines are items and each item begins with an item, deeper lines aside.
    private func isListOfLists(_ content: RSTRegion) -> Bool {
        var index = skippingBlanks(from: content.first, to: content.last)
        guard index < content.last else { return false }
        var inner = -1
        while index < content.last {
            let line = lines[index]
            if line.column <= content.base {
                guard let column = innerColumn(line) else { return false }
                inner = column
            } else {
                guard line.column >= inner, inner >= 0 else { return false }
                if line.column == inner, bulletWidth(line) != 1 { return false }
            }
            index = skippingBlanks(from: index + 1, to: content.last)
        }
        return true
    }

    /// The column of the bullet behind a bullet.
    private func innerColumn(_ line: RSTLine) -> Int? {
        guard bulletWidth(line) == 1 else { return nil }
        var text = line.text + 1
        while text < line.end, bytes[text] == 0x20 { text += 1 }
        guard text < line.end else { return nil }
        var inner = line
        inner.text = text
        return bulletWidth(inner) == 1 ? line.column + text - line.text : nil
    }
}
