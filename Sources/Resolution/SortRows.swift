import APIModel
import Recognition
import SourceText

extension OperationDraft {
    /// Rows of a response's list that say they are headers.
    mutating func takeHeaders(
        of titled: TitledList, _ around: Surroundings
    ) -> TitledList {
        var titled = titled
        let headers = titled.list.fields.filter { $0.location?.value == .header }
        guard let first = headers.first else { return titled }
        let index =
            around.status.map { response(Said($0, first.name.evidence)) }
            ?? success(first.name.evidence)
        for field in headers { addHeader(field, to: index) }
        titled.list.fields.removeAll { $0.location?.value == .header }
        titled.nodes = nest(titled.list.fields)
        titled.wrapped = titled.title == nil ? wrapped(titled.list) : nil
        return titled
    }

    /// What the body is as a whole, by the section it is said in.
    mutating func describeContent(_ field: Field, _ around: Surroundings) {
        switch around.direction {
        case .request: requestBody.draft.describe(field)
        case .response:
            let evidence = field.name.evidence
            let index = around.status.map { response(Said($0, evidence)) } ?? success(evidence)
            responses[index].body.draft.describe(field)
        case nil: break
        }
    }

    mutating func appendToBody(_ list: FieldList) {
        requestBody.lists.append(
            TitledList(
                list: list, nodes: nest(list.fields), title: nil, isList: false,
                wrapped: wrapped(list)))
    }

    func wrapped(_ list: FieldList) -> [FieldNode]? {
        // `:>json` says of each row that it is a member of the whole.
        if list.evidence.construct == "field-lines" { return nil }
        return wrap(list.fields, path: request.path.value, isReferred: list.isReferred)
    }
}

extension Claim {
    var describesFields: Bool {
        switch statement {
        case .fields, .sample, .values: true
        default: false
        }
    }
}

extension Sample {
    /// Whether its own title says that it is of an error, whichever.
    var showsError: Bool {
        title.map { classifyHeading(MarkedText($0)).role == .errors } ?? false
    }
}
