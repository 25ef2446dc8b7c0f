import APIModel
import Recognition
import SourceText

extension Uniting {
    /// "Loan states to filter by", "return loans based on `state`": what filters by a member of a
    /// documented object has the values that the object lists for it.
    func adoptFilteredValues(of parameter: ParameterDraft) {
        let place = parameter.draft
        guard parameter.location.value == .query, place.listedValues == nil, place.object == nil
        else {
            return
        }
        let member = parameter.name.value.split(separator: "_").last.map(String.init) ?? ""
        for description in place.descriptions {
            let words = titleWords(of: description.value).map(singularForm)
            let isFilter = words.contains("filter") || words.contains("based")
            guard isFilter, words.contains(singularForm(member.lowercased())),
                let values = registry.values(of: member, toldBy: words)
            else { continue }
            (place.items ?? place).values = values
            return
        }
    }
}

extension ObjectRegistry {
    /// The values of a member of the one object that the words call by its name.
    fileprivate func values(of member: String, toldBy words: [String]) -> [ValueRow]? {
        let wanted = singularForm(member.lowercased())
        let named = Set(words).sorted().flatMap { objects(called: [$0]) }.filter(\.isCalledObject)
        let found = named.compactMap { object -> [ValueRow]? in
            guard let members = object.draft.objectPlace.object else { return nil }
            let name = members.names.first { singularForm($0.value.lowercased()) == wanted }
            return name.flatMap { members.properties[$0.value]?.listedValues }
        }
        return found.count == 1 ? found[0] : nil
    }
}
