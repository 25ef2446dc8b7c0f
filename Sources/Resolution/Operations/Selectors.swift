import APIModel
import Recognition
import SourceText

/// What one path is used for several times, each told apart by its query: `?action=list`,
/// `?action=add`. It is one operation to HTTP and to OpenAPI, whose paths have no query.
extension OperationDraft {
    /// Whether what chooses has other values in the other's line.
    func isChosen(apartFrom other: OperationDraft) -> Bool {
        parameters.contains { parameter in
            guard parameter.location.value == .query, isSelector(parameter.name.value) else {
                return false
            }
            let own = Set(parameter.draft.values.map(\.value.value))
            let theirs = other.parameters(called: parameter.name.value).flatMap { named in
                named.location.value == .query ? named.draft.values.map(\.value.value) : []
            }
            return !own.isEmpty && !theirs.isEmpty && own.isDisjoint(with: theirs)
        }
    }

    /// What only some of them ask for must not be there for the others.
    func askLess(beside other: OperationDraft) {
        for parameter in parameters {
            parameter.draft.settlePresence(beside: other.known(parameter)?.draft)
        }
        for parameter in other.parameters where known(parameter) == nil {
            parameter.draft.settlePresence(beside: nil)
        }
        // A body that only some of them have is none of the others'.
        guard let own = requestBody.draft.object, let theirs = other.requestBody.draft.object else {
            return
        }
        for name in own.names {
            own.properties[name.value]?.settlePresence(beside: theirs.properties[name.value])
        }
        for name in theirs.names where own.properties[name.value] == nil {
            theirs.properties[name.value]?.settlePresence(beside: nil)
        }
    }

    private func known(_ parameter: ParameterDraft) -> ParameterDraft? {
        parameters(called: parameter.name.value).first {
            $0.location.value == parameter.location.value
        }
    }
}

extension Draft {
    /// May be left out, unless the other place has it too and it may not be left out here.
    fileprivate func settlePresence(beside other: Draft?) {
        let construct: Construct = "selector"
        guard let other else {
            required = required.suffix(1).map { said in
                Said(false, Evidence(said.evidence.span, said.evidence.strength, construct))
            }
            return
        }
        if required.last?.evidence.construct == construct { other.required = [] }
    }
}
