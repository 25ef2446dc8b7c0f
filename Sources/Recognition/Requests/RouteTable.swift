import APIModel
import PageTree
import SourceText

/// `Method | Path | Description`: one operation a row.
let routeTable = Recognizer(construct: "route-table") { node, reading in
    guard let table = reading.table(node), let methods = table.index(of: .method),
        let paths = table.index(of: .path)
    else { return false }
    var found = false
    for row in table.rows where methods < row.count && paths < row.count {
        guard let method = Method(rawValue: row[methods].text.text.uppercased()),
            let path = readPath(row[paths].text.text)
        else { continue }
        let said = reading.said(method, row[methods].range, .declared, "route-table")
        let claim = reading.request(said, path, at: row[paths].range, construct: "route-table")
        let text = table.cell(.description, in: row)
        let section = reading.section(
            MarkedText(""), level: scopeLevel, at: text?.range ?? row[paths].range)
        reading.scope(section) { inner in
            inner.say(.request(claim), at: row[paths].range)
            guard let text else { return }
            let words = inner.said(text.text.text, text.range, .described, "route-table")
            inner.say(.name(words), at: text.range)
        }
        found = true
    }
    return found
}
