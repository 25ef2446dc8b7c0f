import APIModel
import Recognition

/// Describes the parameters of operations by lists that stand above several of them: "Parameters"
/// below `# Sensors [/sensors/{id}{?limit}]`, then the methods.
///
/// Only those that an operation's own line names; which others it takes, such a list does not say.
func describeSharedParameters(of drafts: [OperationDraft], on pages: [ScopedPage]) {
    let lists = pages.map { SharedParameters($0) }
    for operation in drafts {
        let shared = lists[operation.scope.page]
        guard !shared.isEmpty else { continue }
        let sections = pages[operation.scope.page].claims.path(from: operation.scope.own)
        for parameter in operation.parameters {
            let field = sections.lazy.compactMap { shared.field(of: parameter, in: $0) }.first
            if let field { parameter.draft.describe(field) }
        }
    }
}

/// The parameters that a page lists outside of operations, by the sections they hold in.
private struct SharedParameters {
    private var bySection: [Int: [String: (field: Field, location: Parameter.Location?)]] = [:]

    init(_ page: ScopedPage) {
        guard !page.operations.isEmpty else { return }
        for claim in page.shared {
            guard case .fields(let list) = claim.statement,
                let (home, location) = page.claims.homeOfParameters(in: claim.section)
            else { continue }
            for field in list.fields where bySection[home]?[field.name.value] == nil {
                bySection[home, default: [:]][field.name.value] = (field, location)
            }
        }
    }

    var isEmpty: Bool { bySection.isEmpty }

    func field(of parameter: ParameterDraft, in section: Int) -> Field? {
        guard let found = bySection[section]?[parameter.name.value],
            found.location == nil || found.location == parameter.location.value
        else { return nil }
        return found.field
    }
}

extension PageClaims {
    /// The section around the headings and labels that say that a list is of parameters.
    fileprivate func homeOfParameters(
        in section: Int
    ) -> (section: Int, location: Parameter.Location?)? {
        var found: (section: Int, location: Parameter.Location?)?
        for index in path(from: section) {
            guard case .parameters(let location, _) = sections[index].role else {
                return found.map { (index, $0.location) }
            }
            found = (index, found?.location ?? location)
        }
        return found
    }
}
