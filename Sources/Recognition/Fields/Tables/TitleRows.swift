import APIModel
import PageTree
import SourceText

/// A row that titles those below it: `Query parameters` over all columns, or beside blank cells.
struct TitleRow {
    let section: Section
    /// Index of the first row below it.
    let first: Int
}

extension Reading {
    /// What a row titles, where it says nothing but the place of the rows below.
    ///
    /// A parameter may be called `body` and have nothing beside it: so a title spans columns, is
    /// bold or has several words.
    func title(of row: [Cell], isHeader: Bool) -> Section? {
        guard row.count > 1, let cell = row.first, !cell.isBlank, cell.text.code.isEmpty,
            row.dropFirst().allSatisfy(\.isBlank)
        else { return nil }
        // `param | | |` heads a column, and leaves the other heads away.
        if isHeader, cell.text.tokens.count == 1, classifyColumn(cell.text).role == .name {
            return nil
        }
        let spans = row[1].node == cell.node
        guard isHeader || spans || isBold(cell) || cell.text.text.contains(" ") else { return nil }
        var section = section(cell.text, level: scopeLevel, at: cell.range)
        if let role = placeRole(cell.text.text) { section.role = role }
        switch section.role {
        case .parameters, .requestBody, .responseFields, .responseHeaders, .response: return section
        case .other where isHeader, .object where isHeader: return section
        default: return nil
        }
    }

    /// Says the fields of each part of a table below the title of the part.
    mutating func say(
        _ fields: [(row: Int, field: Field)], below titles: [TitleRow], _ list: FieldList,
        at range: ByteRange
    ) {
        var next = 0
        func rows(before row: Int) -> [Field] {
            let first = next
            while next < fields.count, fields[next].row < row { next += 1 }
            return fields[first..<next].map(\.field)
        }
        var untitled = list
        untitled.fields = rows(before: titles[0].first)
        if !untitled.fields.isEmpty { say(.fields(untitled), at: range) }
        for (index, title) in titles.enumerated() {
            let end = index + 1 < titles.count ? titles[index + 1].first : Int.max
            var part = list
            if title.section.role != .other { part.role = nil }
            part.fields = rows(before: end)
            guard !part.fields.isEmpty else { continue }
            scope(title.section) { $0.say(.fields(part), at: range) }
        }
    }

    func isBold(_ cell: Cell) -> Bool {
        guard var only = page.onlyChild(cell.node) else { return false }
        if page.kind(only) == .paragraph, let inner = page.onlyChild(only) { only = inner }
        return page.kind(only) == .strong
    }
}

/// `Query`, `Body`: one word for the place of parameters.
private func placeRole(_ text: String) -> SectionRole? {
    switch fieldLocation(text) {
    case .path: .parameters(location: .path, required: nil)
    case .query: .parameters(location: .query, required: nil)
    case .header: .parameters(location: .header, required: nil)
    case .cookie: .parameters(location: .cookie, required: nil)
    case .body, .form: .requestBody
    case nil: nil
    }
}

extension Reading {
    /// Whether what is listed here is in a body or an object: a query has colons as they are written.
    private var mayNest: Bool {
        switch around.last?.role {
        case .object, .properties, .requestBody, .responseFields, .response: true
        case .parameters(location: nil, _): lastRequest?.method.value.sendsBody == true
        default: false
        }
    }

    /// `owner:id` beside `owner:email`: members of `owner`, as the lists of a page write that whose
    /// objects are referred to by an `id`.
    mutating func nestByColons(_ placed: inout [(row: Int, field: Field)]) {
        guard !isComplete, mayNest else { return }
        let names = placed.map(\.field.name.value)
        nestsByColons =
            nestsByColons || names.contains { $0.hasSuffix(":id") && $0.colonSteps != nil }
        guard nestsByColons else { return }
        for index in placed.indices {
            guard let steps = placed[index].field.name.value.colonSteps else { continue }
            placed[index].field.name.value = steps.joined(separator: ".")
        }
    }
}

extension String {
    /// The words between colons, if it is nothing else.
    fileprivate var colonSteps: [Substring]? {
        let steps = split(separator: ":", omittingEmptySubsequences: false)
        let isPath =
            steps.count > 1
            && steps.allSatisfy { step in
                !step.isEmpty && step.utf8.allSatisfy(isWordByte)
            }
        return isPath ? steps : nil
    }
}
