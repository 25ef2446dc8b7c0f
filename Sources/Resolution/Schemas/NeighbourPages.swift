import APIModel
import Recognition

extension Property {
    /// What leads from one page of a list to the next or the one before: samples show a page in the
    /// middle, and the last page has no next. Whoever requires it walks to the end and fails there.
    ///
    /// What a page states outright stays.
    mutating func allowForLastPage() {
        if let required, required.evidence.strength > .exemplified { return }
        let evidence = Evidence(name.evidence.span, .implied, name.evidence.construct)
        required = Fact(false, evidence)
        if schema.nullable == nil { schema.nullable = Fact(true, evidence) }
    }

    /// `next_cursor`, `previous`, `nextPageToken`: a place in a list, by its name and as a text, a
    /// number, an address or an object that holds one.
    var leadsToNeighbourPage: Bool {
        switch schema.shape.value {
        case .string(.plain), .string(.uri), .integer, .unknown: break
        case .reference, .boolean, .number, .decimal, .string, .array, .dictionary, .unresolved:
            return false
        }
        let words = Recognition.words(of: name.value)
        guard let place = words.firstIndex(where: isNeighbour), place <= 1 else { return false }
        // `@list.nextLink` has the name of its family before it.
        return place == 0 && words.count == 1 || words[(place + 1)...].allSatisfy(isPlaceInList)
    }
}

private func isNeighbour(_ word: String) -> Bool {
    word == "next" || word == "previous" || word == "prev"
}

private func isPlaceInList(_ word: String) -> Bool {
    switch word {
    case "page", "cursor", "token", "link", "url", "uri", "href", "marker", "key", "offset",
        "start", "id", "number", "bookmark", "continuation", "results", "set":
        return true
    default: return false
    }
}

extension ObjectDraft {
    /// Whether it holds a list, or is what a list's answer says of its pages under a key of its own.
    func speaksOfPages(below key: String?) -> Bool {
        if properties.values.contains(where: { $0.items != nil }) { return true }
        guard let words = key.map({ Recognition.words(of: $0) }) else { return false }
        switch words.joined(separator: " ") {
        case "links", "meta", "metadata", "pagination", "paging", "page", "page info", "cursors",
            "cursor":
            return true
        default: return false
        }
    }
}
