import PageTree
import SourceText

extension HTMLWriter {
    mutating func writeBlocks(in parent: NodeID, isTight: Bool = false) {
        var child = page.firstChild(parent)
        while let current = child {
            writeBlock(current, isTight: isTight)
            child = page.next(current)
        }
    }

    private mutating func writeBlock(_ id: NodeID, isTight: Bool) {
        switch page.kind(id) {
        case .paragraph:
            if isTight {
                writeInlines(in: id)
            } else {
                wrap("p", id) { $0.writeInlines(in: id) }
            }
        case .heading(let level): writeHeading(id, level)
        case .thematicBreak:
            freshLine()
            write("<hr")
            writeAttributes(of: id)
            write(" />\n")
        case .blockQuote: wrapBlocks("blockquote", id)
        case .list(let ordered, let tight, let start):
            writeList(id, isOrdered: ordered, isTight: tight, start)
        case .codeBlock(let info, _): writeCode(id, info)
        case .htmlBlock, .comment: writeRawLines(id)
        case .table: writeTable(id)
        case .definitionList: wrapBlocks("dl", id)
        case .definitionTerm: wrap("dt", id) { $0.writeInlines(in: id) }
        case .definitionDetails: writeDetails(id)
        case .definition, .frontMatter, .attribute, .attributeList, .attributeListDefinition: break
        case .directive: writeBlocks(in: id)
        default:
            if page.isBlock(id) { writeBlocks(in: id) } else { writeInline(id) }
        }
    }

    private mutating func wrap(
        _ name: StaticString, _ id: NodeID, _ body: (inout HTMLWriter) -> Void
    ) {
        freshLine()
        write("<")
        write(name)
        writeAttributes(of: id)
        write(">")
        body(&self)
        write("</")
        write(name)
        write(">\n")
    }

    private mutating func wrapBlocks(_ name: StaticString, _ id: NodeID) {
        wrap(name, id) {
            $0.output.append(0x0A)
            $0.writeBlocks(in: id)
            $0.freshLine()
        }
    }

    private mutating func writeHeading(_ id: NodeID, _ level: UInt8) {
        let names: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]
        let name = names[min(max(Int(level), 1), 6) - 1]
        wrap(name, id) { $0.writeInlines(in: id) }
    }

    // MARK: Lists

    private mutating func writeList(
        _ id: NodeID, isOrdered: Bool, isTight: Bool, _ start: UInt32
    ) {
        freshLine()
        write(isOrdered ? "<ol" : "<ul")
        if isOrdered, start != 1 {
            write(" start=\"")
            write(number: start)
            write("\"")
        }
        writeAttributes(of: id)
        write(">\n")
        var item = page.firstChild(id)
        while let current = item {
            if case .attributeList = page.kind(current) {
            } else {
                writeItem(current, isTight: isTight)
            }
            item = page.next(current)
        }
        write(isOrdered ? "</ol>\n" : "</ul>\n")
    }

    private mutating func writeItem(_ id: NodeID, isTight: Bool) {
        write("<li")
        writeAttributes(of: id)
        write(">")
        if let first = page.firstChild(id) {
            var isParagraph = false
            if case .paragraph = page.kind(first) { isParagraph = true }
            if !isTight || !isParagraph { output.append(0x0A) }
            var child: NodeID? = first
            while let current = child {
                if case .paragraph = page.kind(current), isTight, current != first { freshLine() }
                writeBlock(current, isTight: isTight)
                child = page.next(current)
            }
        }
        write("</li>\n")
    }

    private mutating func writeDetails(_ id: NodeID) {
        var first = page.firstChild(id)
        if let list = first, case .attributeList = page.kind(list) { first = page.next(list) }
        let isSingle = first.map { page.next($0) == nil } ?? true
        var isParagraph = first == nil
        if let first, case .paragraph = page.kind(first) { isParagraph = true }
        let isBare = isParagraph && isSingle && !followsBlankLine(id)
        wrap("dd", id) {
            if isBare {
                $0.writeBlocks(in: id, isTight: true)
            } else {
                $0.output.append(0x0A)
                $0.writeBlocks(in: id)
                $0.freshLine()
            }
        }
    }

    /// Whether a blank line stands before a node.
    private func followsBlankLine(_ id: NodeID) -> Bool {
        var index = Int(page.range(id).start)
        var lineEnds = 0
        while index > 0 {
            index -= 1
            let byte = page.source.bytes[index]
            if byte == 0x0A { lineEnds += 1 }
            guard byte == 0x0A || byte == 0x20 || byte == 0x09 || byte == 0x0D else { break }
        }
        return lineEnds > 1
    }

    // MARK: Code and raw HTML

    private mutating func writeCode(_ id: NodeID, _ info: ByteRange) {
        freshLine()
        write("<pre")
        writeAttributes(of: id, leavesLanguage: info.isEmpty)
        write("><code")
        var end = Int(info.start)
        while end < Int(info.end), page.source.bytes[end] != 0x20, page.source.bytes[end] != 0x09 {
            end += 1
        }
        if end > Int(info.start) {
            write(" class=\"language-")
            writeDecoded(ByteRange(Int(info.start), end))
            write("\"")
        } else if let language = languageClass(of: id) {
            write(" class=\"")
            writeRaw(language)
            write("\"")
        }
        write(">")
        var line = page.firstChild(id)
        while let current = line {
            if case .codeLine(let padding) = page.kind(current) {
                output.append(contentsOf: repeatElement(0x20, count: Int(padding)))
                if page.firstChild(current) == nil {
                    writeEscaped(page.range(current))
                } else {
                    writeInlines(in: current)
                }
                output.append(0x0A)
            }
            line = page.next(current)
        }
        write("</code></pre>\n")
    }

    private mutating func writeRawLines(_ id: NodeID) {
        freshLine()
        var line = page.firstChild(id)
        while let current = line {
            if case .codeLine(let padding) = page.kind(current) {
                output.append(contentsOf: repeatElement(0x20, count: Int(padding)))
                writeFiltered(page.range(current))
                output.append(0x0A)
            }
            line = page.next(current)
        }
    }

    // MARK: Tables

    private mutating func writeTable(_ id: NodeID) {
        freshLine()
        write("<table")
        writeAttributes(of: id)
        write(">\n")
        var columns = 0
        var part: TablePart?
        var row = page.firstChild(id)
        while let current = row {
            if case .tableRow(let isHeader, let isFooter) = page.kind(current) {
                // The first row tells how many columns there are.
                if columns == 0 {
                    columns = page.children(current).reduce(0) { count, _ in count + 1 }
                }
                let new: TablePart = isHeader ? .head : isFooter ? .foot : .body
                if isHeader || new != part {
                    if let part { close(part) }
                    open(new)
                    part = new
                }
                writeRow(current, isHeader: isHeader, columns)
            }
            row = page.next(current)
        }
        if let part { close(part) }
        write("</table>\n")
    }

    private enum TablePart {
        case head, body, foot
    }

    private mutating func open(_ part: TablePart) {
        switch part {
        case .head: write("<thead>\n")
        case .body: write("<tbody>\n")
        case .foot: write("<tfoot>\n")
        }
    }

    private mutating func close(_ part: TablePart) {
        switch part {
        case .head: write("</thead>\n")
        case .body: write("</tbody>\n")
        case .foot: write("</tfoot>\n")
        }
    }

    /// A row has as many cells as the header: more are dropped, fewer are filled up.
    private mutating func writeRow(_ id: NodeID, isHeader: Bool, _ columns: Int) {
        write("<tr>\n")
        var count = 0
        var cell = page.firstChild(id)
        while let current = cell, count < columns {
            guard case .tableCell(let alignment, _, _) = page.kind(current) else { break }
            write(isHeader ? "<th" : "<td")
            switch alignment {
            case .none: break
            case .left: write(" align=\"left\"")
            case .center: write(" align=\"center\"")
            case .right: write(" align=\"right\"")
            }
            write(">")
            writeInlines(in: current)
            write(isHeader ? "</th>\n" : "</td>\n")
            count += 1
            cell = page.next(current)
        }
        while count < columns {
            write("<td></td>\n")
            count += 1
        }
        write("</tr>\n")
    }
}
