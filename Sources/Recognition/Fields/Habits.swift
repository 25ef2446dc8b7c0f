import APIModel
import SourceText

extension Reading {
    /// A list of what is sent with what a sentence said of all its fields; marks of their own count
    /// before.
    func withRequiredness(_ required: Said<Bool>, _ list: FieldList) -> FieldList {
        var list = list
        let roles = around.map(\.role) + [list.role].compactMap { $0 }
        let isAnswer = roles.contains { $0 == .response || $0 == .responseFields }
        guard !isAnswer else { return list }
        for index in list.fields.indices where list.fields[index].required == nil {
            list.fields[index].required = required
        }
        return list
    }
}

/// What a list means by fields that bear no mark, and the mark that shows it.
package struct RequirednessHabit: Sendable {
    /// Whether only optional fields are marked.
    package var unmarkedIsRequired: Bool
    package var mark: Evidence
}

extension FieldList {
    /// What no mark means: where only optional fields are marked the others are required, where
    /// only required ones are the others are optional.
    ///
    /// Lists that mark both, or neither, prove nothing; nor does a list that leaves the mark off
    /// fields with a default, which nobody must send.
    package var habit: RequirednessHabit? {
        let marked = fields.compactMap(\.required)
        // Marks on names or in a column are a habit; what a description tells is of its own field.
        let marks = marked.filter { $0.evidence.strength >= .declared }
        guard fields.count > marked.count, let first = marks.first ?? marked.first,
            (marks.isEmpty ? marked : marks).allSatisfy({ $0.value == first.value })
        else { return nil }
        return RequirednessHabit(unmarkedIsRequired: !first.value, mark: first.evidence)
    }

    /// The list with what its habit says of its unmarked fields.
    package func withHabit() -> FieldList {
        guard let habit else { return self }
        var list = self
        let marksLoosely =
            habit.unmarkedIsRequired && fields.count { $0.required != nil } * 2 < fields.count
            && fields.contains { $0.required == nil && $0.defaultValue != nil }
        for index in list.fields.indices where list.fields[index].required == nil {
            let hasDefault = list.fields[index].defaultValue != nil
            if marksLoosely, !hasDefault { continue }
            let evidence = Evidence(habit.mark.span, .implied, "requiredness-habit")
            list.fields[index].required = Said(habit.unmarkedIsRequired && !hasDefault, evidence)
        }
        return list
    }
}

extension Section {
    /// "Required request body properties": what the title says of all fields below it, and not of the
    /// body.
    var requirednessOfFields: Bool? {
        let words = words(of: title)
        guard words.contains(where: isFieldWord) else { return nil }
        return words.first.flatMap(presence)
    }
}
