import APIModel

extension Field {
    /// `ids[]=1` and `tag=a&tag=b` are written so where a parameter takes several values.
    mutating func becomeList(in query: [PathPhrase.QueryItem]) {
        let name = name.value
        guard name.hasSuffix("[]") || query.count(where: { $0.name == name }) > 1 else { return }
        if case .array? = type?.value.kind { return }
        type = Said(TypeExpression(.array(type?.value)), self.name.evidence)
    }
}
