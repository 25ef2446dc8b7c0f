import APIModel
import PageTree
import SourceText

extension Reading {
    /// Whether a row is for something without a name: the words of the generator stand there, set
    /// apart from names by emphasis, where the page still has any.
    func part(named name: String, in cell: Cell) -> Field.Part {
        switch name {
        case "anonymous": isSetApart(cell.node) ? .nameless : .member
        case "additionalProperties": isSetApart(cell.node) ? .otherMembers : .member
        default: .member
        }
    }

    private func isSetApart(_ node: NodeID) -> Bool {
        page.dialect == .flattened || isEmphasized(node)
    }

    private func isEmphasized(_ node: NodeID) -> Bool {
        page.children(node).contains { child in
            switch page.kind(child) {
            case .emphasis, .strong: true
            case .paragraph: isEmphasized(child)
            default: false
            }
        }
    }
}

/// `allOf`, `and`, `oneOf`, `xor`, `continued`: a line between two tables that are one.
///
/// A table ends where a schema is put together from others, and each part has a table of its own;
/// the depth marks go on counting from the first.
let compositionLine = Recognizer(construct: "composition-line") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node), let table = page.next(node),
        case .table = page.kind(table)
    else { return false }
    let words = page.plainText(node).split(separator: " ", maxSplits: 2)
    guard let first = words.first, let kind = Composition(rawValue: String(first)),
        words.count == 1 || (words[1] == "-" && words.last?.hasPrefix("discriminator") == true)
    else { return false }
    reading.composition = kind
    reading.items.append(.furniture(page.span(node)))
    return true
}

/// How the table below such a line goes together with those before it.
enum Composition: String {
    case allOf, and, oneOf, xor, anyOf, or, not, continued

    /// Whether what follows holds for some values only.
    var isAlternative: Bool {
        switch self {
        case .oneOf, .xor, .anyOf, .or, .not: true
        case .allOf, .and, .continued: false
        }
    }
}

extension Reading {
    /// Takes the rows of a table below a composition line into the list before it; `nil` where
    /// none stands before it in its section.
    mutating func continueList(with list: FieldList, at range: ByteRange) -> Bool {
        guard let kind = composition else { return false }
        composition = nil
        var list = list
        if kind.isAlternative { list.makeOptional(from: list.evidence) }
        for index in items.indices.reversed() {
            switch items[index] {
            case .furniture: continue
            case .say(.fields(var known), let span):
                known.fields += list.fields
                known.marksDepth = known.marksDepth || list.marksDepth
                items[index] = .say(.fields(known), span)
                items.append(.furniture(page.span(range)))
                return true
            default:
                say(.fields(list), at: range)
                return true
            }
        }
        return false
    }
}

extension FieldList {
    /// What one of several alternatives requires, the whole does not.
    fileprivate mutating func makeOptional(from evidence: Evidence) {
        guard let top = fields.first(where: { $0.part == .nameless })?.depth else { return }
        for index in fields.indices where fields[index].depth == top + 1 {
            fields[index].required = Said(false, evidence)
        }
    }
}
