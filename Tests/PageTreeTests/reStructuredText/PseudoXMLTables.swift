import SourceText

@testable import PageTree

/// A table as docutils draws it: widths of columns, and cells with the columns they span.
struct PseudoXMLTable {
    struct Cell {
        var node: NodeID?
        var moreColumns = 0
        var moreRows = 0
    }

    var widths: [Int] = []
    var headers = 0
    var rows: [[Cell]] = []
}

extension PseudoXML {
    mutating func printTable(_ table: NodeID, _ depth: Int) {
        let parts = layout(table)
        element("table", tableAttributes(table), depth)
        printTableTitle(table, depth + 1)
        element("tgroup", [("cols", "\(parts.widths.count)")], depth + 1)
        let widths = givenWidths(table) ?? parts.widths
        let stubs = option("stub-columns", of: table).flatMap { Int($0) } ?? 0
        for (index, width) in widths.enumerated() {
            let stub = index < stubs ? [("stub", "1")] : []
            element("colspec", [("colwidth", "\(width)")] + stub, depth + 2)
        }
        if parts.headers > 0 {
            element("thead", [], depth + 2)
            for row in parts.rows.prefix(parts.headers) { printRow(row, depth + 3) }
        }
        element("tbody", [], depth + 2)
        for row in parts.rows.dropFirst(parts.headers) { printRow(row, depth + 3) }
        lines += tableMessages
        tableMessages = []
    }

    private mutating func printTableTitle(_ table: NodeID, _ depth: Int) {
        for child in children(table) {
            guard case .attribute(let name, let value) = page.kind(child), name.isEmpty else {
                continue
            }
            element("title", [], depth)
            tableMessages = printInlines(in: value, depth + 1).map { indent(depth - 1) + $0 }
        }
    }

    private mutating func printRow(_ row: [PseudoXMLTable.Cell], _ depth: Int) {
        element("row", [], depth)
        for cell in row {
            var attributes: [(String, String)] = []
            if cell.moreColumns > 0 { attributes.append(("morecols", "\(cell.moreColumns)")) }
            if cell.moreRows > 0 { attributes.append(("morerows", "\(cell.moreRows)")) }
            element("entry", attributes, depth + 1)
            if let node = cell.node { printBlocks(children(node), depth + 2) }
        }
    }

    private func tableAttributes(_ table: NodeID) -> [(String, String)] {
        var classes: [String] = []
        if let widths = option("widths", of: table) {
            classes = [widths == "auto" ? "colwidths-auto" : "colwidths-given"]
        }
        var attributes = self.attributes(of: table, classes: classes)
        if let width = option("width", of: table) {
            attributes.append(("width", width.filter { $0 != " " }))
        }
        if let align = option("align", of: table) { attributes.append(("align", align)) }
        return attributes
    }

    private func givenWidths(_ table: NodeID) -> [Int]? {
        guard let widths = option("widths", of: table) else { return nil }
        let numbers = widths.split { $0 == "," || $0 == " " }.compactMap { Int($0) }
        return numbers.isEmpty ? nil : numbers
    }

    func isRow(_ node: NodeID) -> Bool {
        if case .tableRow = page.kind(node) { return true }
        return false
    }

    func isHeader(_ row: NodeID) -> Bool { page.kind(row) == .tableRow(isHeader: true) }

    private func layout(_ table: NodeID) -> PseudoXMLTable {
        let rows = children(table).filter(isRow)
        let drawn = drawing(table, rows)
        if drawn.first?.hasPrefix("+") == true { return gridLayout(rows, drawn) }
        if drawn.first?.hasPrefix("=") == true { return simpleLayout(rows, drawn) }
        return listLayout(rows)
    }

    /// The lines of a drawn table from its top border on; nothing for lists and values.
    private func drawing(_ table: NodeID, _ rows: [NodeID]) -> [String] {
        let range = page.range(table)
        guard let base = borderColumn(table) else { return [] }
        var parts = raw(range).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        if let first = parts.first {
            parts[0] = String(repeating: " ", count: column(Int(range.start)) - 1) + first
        }
        let lines = parts.map { String($0.dropFirst(base)) }
        let start = lines.firstIndex(where: isBorder) ?? 0
        return Array(lines[start...])
    }

    private func isBorder(_ line: String) -> Bool {
        line.hasPrefix("+-")
            || (line.hasPrefix("=") && line.allSatisfy { $0 == "=" || $0 == " " })
    }

    /// Blanks before the top border of a drawn table.
    func borderColumn(_ table: NodeID) -> Int? {
        let range = page.range(table)
        var offset = Int(range.start)
        for part in raw(range).split(separator: "\n", omittingEmptySubsequences: false) {
            let blanks = part.prefix { $0 == " " }.count
            if isBorder(String(part.dropFirst(blanks))) { return column(offset + blanks) - 1 }
            offset += part.utf8.count + 1
        }
        return nil
    }

    private func listLayout(_ rows: [NodeID]) -> PseudoXMLTable {
        var table = PseudoXMLTable()
        let count = rows.map { children($0).count }.max() ?? 0
        table.widths = Array(repeating: count > 0 ? 100 / count : 0, count: count)
        table.headers = rows.prefix(while: isHeader).count
        table.rows = rows.map { row in
            let cells = children(row).map { PseudoXMLTable.Cell(node: $0) }
            return cells + Array(repeating: PseudoXMLTable.Cell(), count: count - cells.count)
        }
        return table
    }
}
