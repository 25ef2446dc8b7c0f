import Mustache

/// A table of a page; columns in which no row says anything are left out.
struct MarkdownTable {
    let columns: [MarkdownText]
    private(set) var rows: [[MarkdownText]] = []
    /// How many columns stay, whatever is in them.
    let fixed: Int

    init(_ columns: [MarkdownText], fixed: Int) {
        self.columns = columns
        self.fixed = fixed
    }

    /// A row has a cell for each column.
    mutating func add(_ cells: [MarkdownText]) {
        rows.append(cells)
    }

    var value: TemplateValue {
        let kept = columns.indices.filter { column in
            column < fixed || rows.contains { column < $0.count && !$0[column].isEmpty }
        }
        guard !rows.isEmpty else { return .absent }
        return .object([
            "columns": .list(kept.map { columns[$0].value }),
            "rows": .list(
                rows.map { row in .object(["cells": .list(kept.map { row[$0].value })]) }),
        ])
    }
}
