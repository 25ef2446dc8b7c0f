import PageTree
import SourceText

extension Reading {
    /// What follows such a line is of no operation that we know, and of none above.
    mutating func sayForeignMethod(in line: String, at range: ByteRange) -> Bool {
        guard let method = foreignMethod(inLine: line) else { return false }
        say(.foreignMethod(said(method, range, .declared, "request-line")), at: range)
        return true
    }

    /// Rows whose methods we do not know.
    mutating func sayForeignMethods(of table: TableReading) {
        guard let methods = table.index(of: .method), let paths = table.index(of: .path) else {
            return
        }
        for row in table.rows where methods < row.count && paths < row.count {
            let range = row[methods].range
            let line = row[methods].text.text + " " + row[paths].text.text
            guard foreignMethod(inLine: line) != nil else { continue }
            scope(at: range) { _ = $0.sayForeignMethod(in: line, at: range) }
        }
    }
}
