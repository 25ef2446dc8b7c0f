import APIModel
import Recognition
import SourceText

extension ScopedPage {
    /// Gives the parameters that stand above several operations, below a heading around all of
    /// them, to those whose request lines name them: `## Note [/notes/{id}]`, `+ Parameters`, and
    /// below it `### Show [GET]` and `### Delete [DELETE]`.
    mutating func shareParameters() {
        for claim in shared {
            guard case .fields(let list) = claim.statement,
                let (role, around) = claims.parameters(around: claim.section)
            else { continue }
            for index in operations.indices
            where claims.isSection(operations[index].own, within: around) {
                var own = list
                own.fields = list.fields.filter { operations[index].names($0.name.value) }
                guard !own.fields.isEmpty else { continue }
                own.role = role
                operations[index].claims.append(
                    Claim(.fields(own), claim.span, section: operations[index].own))
            }
        }
    }
}

extension PageClaims {
    /// The section of parameters that a claim stands in, and what encloses that.
    fileprivate func parameters(around section: Int) -> (role: SectionRole, around: Int)? {
        var found: SectionRole?
        for index in path(from: section) {
            if case .parameters = sections[index].role {
                found = sections[index].role
            } else if let found {
                return index == 0 ? nil : (found, index)
            } else {
                return nil
            }
        }
        return nil
    }
}

extension OperationScope {
    /// Whether its request lines hold a parameter of this name.
    fileprivate func names(_ name: String) -> Bool {
        requests.contains { request in
            request.path.value.placeholders.contains { $0.anchorForm == name.anchorForm }
                || request.query.contains { $0.name.value == name }
        }
    }
}
