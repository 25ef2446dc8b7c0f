import APIModel
import Recognition

extension Uniting {
    /// "Get a loan" and "List loans" answer with what the site documents as "the loan object",
    /// where what they show is a part of it.
    func adoptNamedAnswer(of operation: OperationDraft) {
        guard !listsAreComplete, let name = operation.names.first?.value else { return }
        let words = Recognition.words(of: name)
        let objects = registry.objects(calledIn: words)
        guard !objects.isEmpty else { return }
        for response in operation.responses where !response.isError {
            let body = response.body.draft
            // What a list shows of its elements may be all that there is of them.
            let isWhole = operation.method == .get && body.items == nil
            adopt(objects, at: body.objectPlace, mayBePart: isWhole)
            for place in body.listedElements { adopt(objects, at: place, mayBePart: false) }
        }
        for body in operation.bodies { adoptDictionary(among: objects, at: body.objectPlace) }
    }

    /// "The embedders object", of which a page says that its keys are names, where a sample shows
    /// one under its name. Samples of its parts stand beside.
    private func adoptDictionary(among objects: [DocumentedObject], at place: Draft) {
        guard let shown = place.object, !shown.names.isEmpty, shown.title == nil else { return }
        for documented in objects {
            guard let object = documented.draft.object, object !== shown, object.names.isEmpty,
                let element = object.members?.objectPlace.object, element.hasListed,
                shown.names.contains(where: { element.properties[$0.value] == nil }),
                shown.names.allSatisfy({ name in
                    element.properties[name.value] != nil
                        || shown.properties[name.value]?.object?.mostlyFits(in: element) == true
                })
            else { continue }
            documented.isUsed = true
            let parts = shown.names.filter { element.properties[$0.value] != nil }
            for part in parts { shown.properties[part.value] = nil }
            shown.names.removeAll { element.properties[$0.value] != nil }
            place.foldKeys()
            place.adopt(object, under: nil)
            return
        }
    }

    /// Of one thing that is only read, a sample may show little; what else shows less than half is
    /// another thing.
    private func adopt(_ objects: [DocumentedObject], at place: Draft, mayBePart: Bool) {
        guard let shown = place.object, !shown.names.isEmpty, shown.title == nil, !shown.hasListed,
            place.types.allSatisfy({ $0.value.kind == .object })
        else { return }
        for documented in objects {
            guard let object = documented.draft.object, object !== shown, object.hasListed,
                mayBePart || shown.names.count * 2 >= object.names.count, shown.fits(in: object)
            else { continue }
            documented.isUsed = true
            place.adopt(object, under: nil)
            return
        }
    }
}

extension ObjectDraft {
    /// Whether three of its members or more, and nearly all, are members of the other.
    fileprivate func mostlyFits(in element: ObjectDraft) -> Bool {
        let common = names.count { element.properties[$0.value] != nil }
        return common >= 3 && common * 5 >= names.count * 4
    }
}

extension OperationDraft {
    /// What it is sent, and what it answers where all went well.
    fileprivate var bodies: [Draft] {
        [requestBody.draft] + responses.filter { !$0.isError }.map(\.body.draft)
    }
}

extension Draft {
    /// The elements of lists that stand beside other members, as in an envelope.
    fileprivate var listedElements: [Draft] {
        names.compactMap { name in
            object?.properties[name.value]?.items.map(\.objectPlace)
        }
    }
}

extension ObjectRegistry {
    /// What the words of a title call by its name and a heading calls an object, longest first.
    fileprivate func objects(calledIn words: [String]) -> [DocumentedObject] {
        var found: [DocumentedObject] = []
        for length in stride(from: min(words.count, 5), through: 1, by: -1) {
            for start in 0...(words.count - length) {
                let part = words[start..<start + length].joined(separator: " ")
                // "Localized attributes" may be an object, or the attributes of one.
                let whole = objectWords(of: part + " object")
                let owner = objectWords(of: part)
                for called in owner == whole ? [whole] : [whole, owner] {
                    let named = objects(called: called).filter(\.isCalledObject)
                    if named.count == 1 { found += named }
                }
            }
        }
        return found
    }
}
