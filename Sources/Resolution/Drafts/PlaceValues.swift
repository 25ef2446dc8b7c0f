import Recognition

extension OperationDraft {
    /// Adds listed values to the members or parameters of their names, each once.
    ///
    /// The members are looked up in one walk for all lists: a site may list values for thousands.
    func placeValues() {
        guard !values.isEmpty else { return }
        let sent = requestBody.draft.placesByName
        var answered: [String: [Draft]] = [:]
        for response in responses {
            answered.merge(response.body.draft.placesByName) { $0 + $1 }
        }
        var known: [ObjectIdentifier: Set<String>] = [:]
        for (rows, direction) in values {
            for row in rows {
                var places: [Draft] = []
                if direction != .response {
                    places += parameters(called: row.field).map(\.draft) + (sent[row.field] ?? [])
                }
                if direction != .request { places += answered[row.field] ?? [] }
                for place in places {
                    var values =
                        known.removeValue(forKey: ObjectIdentifier(place))
                        ?? Set(place.values.map(\.value.value))
                    if values.insert(row.value.value).inserted { place.values.append(row) }
                    known[ObjectIdentifier(place)] = values
                }
            }
        }
    }
}

extension Draft {
    /// Every member at or below this place by its name, in the order in which they stand.
    fileprivate var placesByName: [String: [Draft]] {
        var places: [String: [Draft]] = [:]
        collect(into: &places, depth: 0)
        return places
    }

    private func collect(into places: inout [String: [Draft]], depth: Int) {
        guard depth <= maximumDepth else { return }
        for known in names {
            guard let member = object?.properties[known.value] else { continue }
            places[known.value, default: []].append(member)
            member.collect(into: &places, depth: depth + 1)
        }
        items?.collect(into: &places, depth: depth + 1)
        object?.members?.collect(into: &places, depth: depth + 1)
    }
}
