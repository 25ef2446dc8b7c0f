import APIModel
import SourceText

extension FieldList {
    /// What no mark means, inferred over the list: where only optional fields are marked the
    /// others are required, where only required ones are the others are optional.
    ///
    /// Lists that mark both, or neither, prove nothing; nor does a list that leaves the mark off
    /// fields with a default, which nobody must send.
    package func withHabit() -> FieldList {
        let marked = fields.compactMap(\.required)
        guard fields.count > marked.count, let first = marked.first,
            marked.allSatisfy({ $0.value == first.value })
        else { return self }
        var list = self
        let marksLoosely =
            !first.value && fields.contains { $0.required == nil && $0.defaultValue != nil }
        for index in list.fields.indices where list.fields[index].required == nil {
            let hasDefault = list.fields[index].defaultValue != nil
            if marksLoosely, !hasDefault { continue }
            let evidence = Evidence(first.evidence.span, .implied, "requiredness-habit")
            list.fields[index].required = Said(!first.value && !hasDefault, evidence)
        }
        return list
    }
}
