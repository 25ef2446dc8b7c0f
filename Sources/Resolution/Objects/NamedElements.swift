import APIModel
import Recognition

/// Fills lists of which a sample shows no more than what their elements are called:
/// `"results": ["BOOK"]`, where `GET /books/{id}` answers with a book.
func fillNamedElements(of drafts: [OperationDraft]) {
    var byKey: [String: OperationDraft] = [:]
    for draft in drafts where draft.method == .get && byKey[draft.request.key] == nil {
        byKey[draft.request.key] = draft
    }
    for draft in drafts where draft.method == .get {
        guard let noun = draft.request.path.value.segments.last.map(String.init),
            let body = draft.answer
        else { continue }
        let lists = [body] + body.names.compactMap { body.object?.properties[$0.value] }
        for list in lists {
            guard let element = list.items, element.isCalled(noun),
                let single = byKey[draft.request.key.keyOfElement]?.answer, single.isObject
            else { continue }
            element.take(single)
        }
    }
}

extension OperationDraft {
    /// The body of the first success that has one.
    fileprivate var answer: Draft? {
        responses.first { !$0.isError && ($0.body.draft.isObject || $0.body.draft.items != nil) }?
            .body.draft
    }
}

extension String {
    /// `GET /books/{}` of `GET /books`, with the slash at its end or without.
    fileprivate var keyOfElement: String { hasSuffix("/") ? self + "{}/" : self + "/{}" }
}

extension Draft {
    /// Whether all that is shown here is the name of one such thing in capitals.
    fileprivate func isCalled(_ noun: String) -> Bool {
        guard object == nil, items == nil, !scalars.isEmpty else { return false }
        return scalars.allSatisfy { said in
            guard case .string(let text) = said.value.node, text == text.uppercased(),
                text != text.lowercased()
            else { return false }
            let name = text.anchorForm
            return name == noun.anchorForm || name == singularForm(noun.lowercased()).anchorForm
        }
    }

    fileprivate func take(_ single: Draft) {
        object = single.object
        shown = single.shown
        scalars = []
        examples = []
    }
}
