import APIModel
import SourceText

extension FieldList {
    /// What no mark means, inferred over the list: where only optional fields are marked the
    /// others are required, where only required ones are the others are optional.
    ///
    /// Lists that mark both, or neither, prove nothing.
    package func withHabit() -> FieldList {
        let marked = fields.compactMap(\.required)
        guard fields.count > marked.count, let first = marked.first,
            marked.allSatisfy({ $0.value == first.value })
        else { return self }
        var list = self
        for index in list.fields.indices where list.fields[index].required == nil {
            let evidence = Evidence(first.evidence.span, .implied, "requiredness-habit")
            list.fields[index].required = Said(!first.value, evidence)
        }
        return list
    }
}
