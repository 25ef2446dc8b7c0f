import APIModel
import PageTree
import SourceText

/// Below "Return type": a type, or that nothing comes back, and nothing else.
let returnType = Recognizer(construct: "return-type") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node), !reading.isComplete, let section = reading.around.last,
        section.role == .response, section.title.lowercased().hasSuffix("type")
    else { return false }
    let cell = reading.cell(node)
    guard cell.text.tokens.count <= 40 else { return false }
    if cell.text.tellsOfNoBody {
        reading.items.append(.furniture(page.span(node)))
        return true
    }
    guard let type = reading.type(in: cell), type.isKnown else { return false }
    reading.sayWhole(type, .responseFields, at: cell.range, construct: "return-type")
    return true
}

/// Bullets of the headers that say what messages hold, as those who call set and ask for them:
/// `**Content-Type**: application/json`, `**Accept**: text/csv`. "Not defined" is no body.
let contentHeaders = Recognizer(construct: "content-headers") { node, reading in
    let page = reading.page
    guard case .list = page.kind(node), !reading.isComplete else { return false }
    var lines: [(name: String, types: [Said<String>])] = []
    for item in page.children(node) {
        let text = page.marked(item).text
        guard let colon = text.firstIndex(of: ":") else { return false }
        let name = text[..<colon].lowercased().filter { !"*` ".contains($0) }
        guard name == "content-type" || name == "accept" else { return false }
        let value = text[text.index(after: colon)...].trimmingPrefix { $0 == " " }
        let types = value.split(separator: ",").map {
            $0.filter { !"*`".contains($0) }.trimmedASCII
        }
        guard types.allSatisfy(isMediaType) || saysUndefined(types) else { return false }
        lines.append(
            (
                name,
                types.filter(isMediaType).map {
                    reading.said($0, page.range(item), .declared, "content-headers")
                }
            ))
    }
    // One line alone is a row of headers like others.
    guard Set(lines.map(\.name)).count == 2 else { return false }
    for line in lines {
        if line.name == "content-type" {
            reading.say(.mediaTypes(line.types, direction: .request), at: page.range(node))
        } else if line.types.count == 1, !line.types[0].value.contains("json"),
            reading.hasReturnType
        {
            reading.say(.mediaTypes(line.types, direction: .response), at: page.range(node))
        }
    }
    return true
}

private func saysUndefined(_ values: [String]) -> Bool {
    values.count == 1
        && ["not defined", "not applicable", "none", "undefined", "-", "n/a"].contains(
            values[0].lowercased())
}

extension MarkedText {
    /// "void (empty response body)", "null", "None".
    fileprivate var tellsOfNoBody: Bool {
        let words = tokens.map(\.word).filter { !$0.isEmpty }
        let rest = words.drop {
            ["void", "null", "nil", "none", "undef", "unit", "nothing", "()"].contains($0)
        }
        return rest.isEmpty
            || ["empty", "no"].contains(rest.first) && rest.last == "body" && rest.count <= 3
    }
}

extension Reading {
    /// Whether the operation says above what type comes back.
    fileprivate var hasReturnType: Bool {
        for item in items.reversed().prefix(20) {
            switch item {
            case .say(.fields(let list), _) where list.evidence.isOfReturnType:
                return true
            case .say(.request, _): return false
            default: continue
            }
        }
        return false
    }
}
