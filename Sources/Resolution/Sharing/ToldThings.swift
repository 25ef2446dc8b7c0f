import APIModel
import Recognition
import SourceText

/// Gives messages the objects that sentences call them by, where the site documents these, and puts
/// what comes back below the member that a sentence says holds all of it.
///
/// A name that nobody documents stays for `fillToldThings`.
func adoptToldThings(
    of drafts: [OperationDraft], _ registry: ObjectRegistry, on pages: [ScopedPage]
) {
    let envelopes = Envelopes(pages)
    for draft in drafts where !draft.isComplete {
        let things = draft.things.filter { !$0.names.isEmpty }
        draft.things = things.filter { thing in
            guard let object = thing.object(in: registry, from: draft.file) else { return true }
            draft.take(thing, as: object)
            return false
        }
        guard let holder = envelopes.holder(of: draft) else { continue }
        draft.envelope = holder
        draft.wrapAnswers(in: holder)
    }
}

/// The members that sentences outside of operations say hold every answer.
private struct Envelopes {
    private var ofSite: ToldThing?
    private var byPage: [FileID: ToldThing] = [:]

    init(_ pages: [ScopedPage]) {
        for page in pages {
            for claim in page.shared {
                guard case .thing(let thing) = claim.statement, thing.names.isEmpty else {
                    continue
                }
                if page.operations.isEmpty {
                    ofSite = ofSite ?? thing
                } else if byPage[page.claims.file] == nil {
                    byPage[page.claims.file] = thing
                }
            }
        }
    }

    func holder(of operation: OperationDraft) -> Said<String>? {
        guard let thing = byPage[operation.file] ?? ofSite else { return nil }
        return thing.holder.map { Said($0, thing.evidence) }
    }
}

extension ToldThing {
    fileprivate func object(
        in registry: ObjectRegistry, from page: FileID
    ) -> DocumentedObject? {
        for name in names {
            if let key = registry.find(name: name, target: nil, from: page) { return registry[key] }
        }
        return nil
    }

    fileprivate func type(called name: String) -> Said<TypeExpression> {
        let one = TypeExpression(.reference(name: name, target: nil))
        return Said(isList ? TypeExpression(.array(one)) : one, evidence)
    }
}

extension OperationDraft {
    fileprivate func take(_ thing: ToldThing, as object: DocumentedObject) {
        switch thing.direction {
        case .request:
            guard method.sendsBody, requestBody.hasNoContent else { return }
            requestBody.take(thing, as: object)
        case .response:
            let index = answer(for: thing)
            guard responses[index].body.hasNoContent else { return }
            responses[index].body.take(thing, as: object)
        }
    }

    fileprivate func answer(for thing: ToldThing) -> Int {
        thing.status.map { response(Said($0, thing.evidence)) } ?? success(thing.evidence)
    }

    /// Puts what answers are called by into the member that holds it; a sample shows that itself.
    fileprivate func wrapAnswers(in holder: Said<String>) {
        for index in responses.indices where !responses[index].isError {
            responses[index].body.wrapWhole(in: holder)
        }
    }
}

extension BodyDraft {
    fileprivate mutating func take(_ thing: ToldThing, as object: DocumentedObject) {
        guard thing.without.isEmpty else {
            if thing.isList { _ = draft.element() }
            for var list in object.lists {
                list.fields.removeAll { thing.without.contains($0.name.value) }
                lists.append(
                    TitledList(list: list, nodes: nest(list.fields), title: nil, isList: false))
            }
            return
        }
        let type = thing.type(called: object.title.value)
        if let holder = thing.holder {
            hold(type, in: Said(holder, thing.evidence))
        } else {
            draft.describe(type)
        }
    }

    private mutating func hold(_ type: Said<TypeExpression>, in holder: Said<String>) {
        var field = Field(name: holder)
        field.type = type
        let list = FieldList(fields: [field], evidence: type.evidence)
        lists.append(TitledList(list: list, nodes: nest(list.fields), title: nil, isList: false))
    }

    /// Whether a sentence alone says what it is, as a whole.
    private var sentenceAlone: Said<TypeExpression>? {
        guard samples.isEmpty, forms.isEmpty, draft.object == nil else { return nil }
        if lists.isEmpty, draft.types.count == 1 {
            return draft.types[0].evidence.isOfToldThing ? draft.types[0] : nil
        }
        guard lists.count == 1, draft.types.isEmpty, lists[0].list.fields.count == 1,
            lists[0].list.evidence.isOfReturnSentence
        else { return nil }
        let field = lists[0].list.fields[0]
        return field.part == .nameless ? field.type : nil
    }

    fileprivate mutating func wrapWhole(in holder: Said<String>) {
        guard let type = sentenceAlone else { return }
        var wrapped = BodyDraft()
        wrapped.hold(type, in: holder)
        let (types, text) = (mediaTypes, description)
        self = wrapped
        mediaTypes = types
        description = text
    }
}

/// Fills what only other operations show: elements that are called by a name, and answers.
func fillFromResources(of drafts: [OperationDraft], _ registry: ObjectRegistry) {
    fillNamedElements(of: drafts)
    fillToldThings(of: drafts)
    typePlaceholders(of: drafts, registry)
}

/// Gives answers that are called by what their resource is called what the resource itself is
/// answered with: "Returns `201` with the list" of `POST /lists`, beside `GET /lists/{id}`, or beside
/// `GET /lists` with its elements.
private func fillToldThings(of drafts: [OperationDraft]) {
    guard drafts.contains(where: { !$0.things.isEmpty }) else { return }
    var shown: [String: Draft] = [:]
    for draft in drafts where draft.method == .get && shown[draft.request.path.value.shape] == nil {
        shown[draft.request.path.value.shape] = draft.shownAnswer
    }
    for draft in drafts where !draft.isComplete {
        for thing in draft.things where thing.direction == .response && !thing.isList {
            guard draft.isResource(called: thing.names),
                let found = draft.resource(among: shown, in: draft.envelope)
            else { continue }
            let place = draft.answer(for: thing)
            let body = draft.responses[place].body
            guard body.hasNoContent, body.draft.object == nil, body.draft.items == nil else {
                continue
            }
            draft.responses[place].body.isShownElsewhere = true
            if let holder = found.holder {
                body.draft.property(holder).object = found.draft.object
            } else {
                body.draft.objectPlace.object = found.draft.object
            }
        }
    }
}

extension OperationDraft {
    /// The body of the first success that is an object or a list.
    var shownAnswer: Draft? {
        responses.first { !$0.isError && ($0.body.draft.isObject || $0.body.draft.items != nil) }?
            .body.draft
    }

    /// Whether the last word of its path is what the thing is called.
    fileprivate func isResource(called names: [String]) -> Bool {
        let words = request.path.value.shape.split(separator: "/").filter { $0 != "{}" }
        guard let last = words.last else { return false }
        let noun = singularForm(last.lowercased())
        return names.contains {
            $0 == noun || $0.split(separator: " ").last.map(String.init) == noun
        }
    }

    /// What its resource is answered with, alone or in a list, and the member that is told to hold it
    /// where the list stands in that.
    fileprivate func resource(
        among shown: [String: Draft], in envelope: Said<String>?
    ) -> (draft: Draft, holder: Said<String>?)? {
        let own = request.path.value.shape
        if own.hasSuffix("{}") {
            if method != .get, let single = shown[own], single.isObject { return (single, nil) }
        } else if let single = shown[own + "/{}"], single.isObject {
            return (single, nil)
        }
        guard let list = shown[own.hasSuffix("/{}") ? String(own.dropLast(3)) : own] else {
            return nil
        }
        if let elements = list.items { return elements.isObject ? (elements, nil) : nil }
        guard let envelope, let held = list.object?.properties[envelope.value]?.items, held.isObject
        else { return nil }
        return (held, envelope)
    }
}
