import SourceText

/// Where a block may hang in the tree.
extension HTMLReader {
    /// The innermost open node that holds blocks. Lists and tables take only their own parts, so a
    /// block that stands between those joins the last of them.
    mutating func blockParent(at place: Int) -> Int {
        blockParent(at: place, below: open.count)
    }

    mutating func blockParent(at place: Int, below limit: Int) -> Int {
        var index = limit - 1
        while index > 0, open[index].kind == .group || open[index].kind == .tableHead {
            index -= 1
        }
        while index > 0 {
            switch open[index].kind {
            case .inline, .paragraph, .heading, .term, .caption, .group, .tableHead:
                index -= 1
            case .table:
                guard open[index].node < 0 else {
                    return strayCell(inTable: open[index].node, at: place)
                }
                index -= 1
            case .row:
                return strayCell(inRow: open[index].node, at: place)
            case .list, .definitionList:
                return strayParent(in: open[index].node, at: place)
            case .document, .directive, .quote, .item, .details, .cell:
                return open[index].node
            }
        }
        return 0
    }

    private mutating func strayCell(inTable table: Int, at place: Int) -> Int {
        let row = tree.append(
            .tableRow(isHeader: false), emptyRange(in: table, at: place), to: table)
        return strayCell(inRow: row, at: place)
    }

    private mutating func strayCell(inRow row: Int, at place: Int) -> Int {
        tree.append(.tableCell(alignment: .none), emptyRange(in: row, at: place), to: row)
    }

    /// What stands in a list outside of its items.
    private mutating func strayParent(in list: Int, at place: Int) -> Int {
        let kind = tree.nodes[list].kind
        let last = tree.nodes[list].lastChild
        if last != Node.none {
            switch tree.nodes[Int(last)].kind {
            case .listItem, .definitionDetails: return Int(last)
            default: break
            }
        }
        if case .list = kind {
            return tree.append(.listItem, emptyRange(in: list, at: place), to: list)
        }
        return tree.append(.definitionDetails, emptyRange(in: list, at: place), to: list)
    }

    private func emptyRange(in parent: Int, at place: Int) -> ByteRange {
        let start = freeStart(in: parent, from: place)
        return ByteRange(start, start)
    }

    /// The first place from the one given on that no child of a node has taken.
    func freeStart(in parent: Int, from place: Int) -> Int {
        let last = tree.nodes[parent].lastChild
        let taken = last == Node.none ? 0 : Int(tree.nodes[Int(last)].range.end)
        return max(place, taken, Int(tree.nodes[parent].range.start))
    }
}
