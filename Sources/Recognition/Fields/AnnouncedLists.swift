import APIModel
import PageTree
import SourceText

extension Reading {
    /// A list of fields with what the sentence or heading above says of it, whose own words say
    /// nothing: that its rows are of each element of a list, that they are what comes back, or that
    /// they are parameters.
    func announced(_ list: FieldList, header: Cell? = nil) -> FieldList {
        guard !isComplete else { return list }
        var list = list
        let namesMembers = header.map { isFieldWord(plural($0.text.tokens.last?.word)) }
        if let elements = announcedElements {
            list.isElements = true
            if list.role == nil { list.role = role(of: elements, namesMembers: namesMembers) }
        }
        if list.role == nil, namesMembers != true {
            list.role = roleOfSettings(list, header: header)
        }
        return list
    }

    /// What a heading such as "Filtering" or "Query" says of the list below it.
    private func roleOfSettings(_ list: FieldList, header: Cell?) -> SectionRole? {
        guard lastRequest != nil, let section = around.last, section.role == .other,
            section.level < labelLevel, !around.contains(where: \.collectsObjects)
        else { return nil }
        switch readSettingsTitle(section.title) {
        case nil: return nil
        case .place(let location): return .parameters(location: location, required: nil)
        case .filtering: break
        case .sorting:
            guard
                list.fields.contains(where: \.isQualified)
                    || header?.text.tokens.contains(where: { $0.word == "parameter" }) == true
            else { return nil }
        }
        return .parameters(location: nil, required: nil)
    }

    /// "An array of objects with the following fields:" right above.
    private var announcedElements: (announcement: ElementsAnnouncement, isLeadIn: Bool)? {
        guard case .say(.prose(let prose), _)? = items.last,
            let text = lastProse.map({ page.marked($0) }), text.text == prose.value,
            let announcement = readElementsAnnouncement(text)
        else { return nil }
        // "An event has the members" over a list needs no colon.
        let last = text.tokens.last.map { isFieldWord($0.word) } ?? false
        return (announcement, prose.value.hasSuffix(":") || last)
    }

    /// "Returns all loans as a list." above a table of names tells of the operation, and the table of
    /// what it takes; with a colon it tells of the table.
    private func role(
        of elements: (announcement: ElementsAnnouncement, isLeadIn: Bool), namesMembers: Bool?
    ) -> SectionRole? {
        guard elements.isLeadIn || namesMembers == true else { return nil }
        switch (elements.announcement.direction, around.last?.role) {
        case (_, .response), (_, .responseFields), (_, .responseExample), (_, .errors),
            (_, .requestBody), (_, .object), (_, .member):
            return nil
        case (.response, _): return .responseFields
        case (.request, _): return .requestBody
        case (nil, .operation), (nil, .other), (nil, nil):
            return lastRequest?.method.value == .get ? .responseFields : nil
        case (nil, _): return nil
        }
    }

    private func plural(_ word: String?) -> String {
        switch word {
        case nil: ""
        case "property": "properties"
        case let word?: word.hasSuffix("s") ? word : word + "s"
        }
    }
}

extension Field {
    /// Whether it says of itself what only fields have.
    var isQualified: Bool {
        location != nil || required != nil || type.map { $0.evidence.strength > .implied } ?? false
    }
}
