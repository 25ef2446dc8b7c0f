import APIModel
import JSONText
import Recognition
import SourceText

/// Describes the parameters of operations by lists that stand above several of them: "Parameters"
/// below `# Sensors [/sensors/{id}{?limit}]`, then the methods.
///
/// Only those that an operation's own line names; which others it takes, such a list does not say.
/// Returns the lists that described something.
func describeSharedParameters(
    of drafts: [OperationDraft], on pages: [ScopedPage]
) -> Set<SourceSpan> {
    let lists = pages.map { SharedParameters($0) }
    var used: Set<SourceSpan> = []
    for operation in drafts {
        let shared = lists[operation.scope.page]
        guard !shared.isEmpty else { continue }
        let sections = pages[operation.scope.page].claims.path(from: operation.scope.own)
        for parameter in operation.parameters {
            let found = sections.lazy.compactMap { shared.field(of: parameter, in: $0) }.first
            guard let found else { continue }
            parameter.draft.describe(found.field)
            used.insert(found.list)
        }
    }
    return used
}

/// Gives placeholders of which an operation says no type that of the same place in the paths of others:
/// `DELETE /devices/{id}` asks for what `GET /devices/{id}` documents. None where these disagree.
func shareTypesOfPlaceholders(among drafts: [OperationDraft]) {
    var known: [String: Said<TypeExpression>?] = [:]
    for operation in drafts {
        for (place, draft) in operation.placesInPath {
            guard let type = draft.types.first else { continue }
            if let other = known[place], other?.value != type.value {
                known[place] = .some(nil)
            } else {
                known[place] = type
            }
        }
    }
    for operation in drafts where !operation.isComplete {
        for (place, draft) in operation.placesInPath
        where draft.types.isEmpty && draft.values.isEmpty {
            guard case .some(.some(let type)) = known[place] else { continue }
            let evidence = Evidence(type.evidence.span, .implied, type.evidence.construct)
            draft.types.append(Said(type.value, evidence))
        }
    }
}

extension OperationDraft {
    /// The placeholders of its path, each with all of the path that stands before it.
    fileprivate var placesInPath: [(place: String, draft: Draft)] {
        var before = ""
        var places: [(String, Draft)] = []
        for part in request.path.value.parts {
            switch part {
            case .literal(let text): before += text
            case .placeholder(let name):
                let parameter = parameters(called: name).first { $0.location.value == .path }
                if let parameter { places.append((before + "{" + name, parameter.draft)) }
                before += "{}"
            }
        }
        return places
    }
}

/// The parameters that a page lists outside of operations, by the sections they hold in.
private struct SharedParameters {
    private var bySection: [Int: [String: Shared]] = [:]

    struct Shared {
        let field: Field
        let location: Parameter.Location?
        let list: SourceSpan
    }

    init(_ page: ScopedPage) {
        guard !page.operations.isEmpty else { return }
        for claim in page.shared {
            guard case .fields(let list) = claim.statement,
                let (home, location) = page.claims.homeOfParameters(in: claim.section)
            else { continue }
            for field in list.fields where bySection[home]?[field.name.value] == nil {
                bySection[home, default: [:]][field.name.value] = Shared(
                    field: field, location: location, list: list.evidence.span)
            }
        }
    }

    var isEmpty: Bool { bySection.isEmpty }

    func field(of parameter: ParameterDraft, in section: Int) -> Shared? {
        guard let found = bySection[section]?[parameter.name.value],
            found.location == nil || found.location == parameter.location.value
        else { return nil }
        return found
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

// MARK: Parameters of all operations

/// What a page says that all operations take, or all that list something.
private struct ParametersOfMany {
    let list: FieldList
    let location: Parameter.Location?
    let reach: ParameterReach
    /// The page that says so of its own operations; `nil` where it has none.
    let page: FileID?
}

/// Adds what "All endpoints accept these query parameters:" lists, and what "All list operations
/// take:" lists to those that answer with a list. Returns the lists that went somewhere.
func addParametersOfMany(
    to drafts: [OperationDraft], on pages: [ScopedPage]
) -> Set<SourceSpan> {
    var used: Set<SourceSpan> = []
    for many in pages.flatMap(\.parametersOfMany).prefix(maximumListsOfMany) {
        for draft in drafts where many.isOf(draft) {
            used.insert(many.list.evidence.span)
            for field in many.list.fields where field.depth == 0 && !field.isOfMessage {
                let location = field.location?.value.parameterLocation ?? many.location ?? .query
                guard location != .path else { continue }
                draft.addParameter(field, at: location)
            }
        }
    }
    return used
}

/// How many lists speak of many operations; far more than any site has.
private let maximumListsOfMany = 64

extension ParametersOfMany {
    func isOf(_ draft: OperationDraft) -> Bool {
        guard !draft.isComplete, page == nil || page == draft.file else { return false }
        return reach == .all || draft.listsThings
    }
}

extension Field {
    /// Whether it says what the body is, or who calls: others read it.
    fileprivate var isOfMessage: Bool { contentType != nil || credentialKind != nil }
}

extension FieldLocation {
    fileprivate var parameterLocation: Parameter.Location? {
        switch self {
        case .path: .path
        case .query: .query
        case .header: .header
        case .cookie: .cookie
        case .body, .form: nil
        }
    }
}

extension OperationDraft {
    /// Whether it reads several things of one kind: by its name, or by what it answers.
    fileprivate var listsThings: Bool {
        guard method == .get, case .literal? = request.path.value.parts.last else { return false }
        let words = names.first.map { Recognition.words(of: $0.value) }
        if let first = words?.first, ["list", "browse", "search"].contains(first) { return true }
        return responses.contains { response in
            !response.isError
                && (response.body.draft.items != nil
                    || response.body.draft.types.contains { $0.value.isArray }
                    || response.body.samples.contains(where: \.showsList))
        }
    }
}

extension Sample {
    /// Whether it is a list, or an object with one list of objects in it.
    fileprivate var showsList: Bool {
        document.values.contains { value in
            switch value.node {
            case .array: return true
            case .object(let members):
                let lists = members.filter { member in
                    guard case .array(let elements) = member.value.node else { return false }
                    return elements.first?.isObject == true
                }
                return lists.count == 1
            default: return false
            }
        }
    }
}

extension ScopedPage {
    fileprivate var parametersOfMany: [ParametersOfMany] {
        guard !claims.isComplete else { return [] }
        let own = operations.flatMap { operation in
            operation.claims.filter { claims.speaksOfSite($0, own: operation.own) }
        }
        return (shared + own).compactMap { claim in
            guard case .fields(let list) = claim.statement,
                let reach = claims.reach(of: list, in: claim.section)
            else { return nil }
            var location = claims.homeOfParameters(in: claim.section)?.location
            if case .parameters(let place, _)? = list.role { location = place ?? location }
            // What all take, and nobody says where.
            guard location != nil || reach == .lists else { return nil }
            return ParametersOfMany(
                list: list, location: location, reach: reach,
                page: operations.isEmpty ? nil : claims.file)
        }
    }
}

extension PageClaims {
    /// Whose parameters a list is by the label or the heading right above it.
    func reach(of list: FieldList, in section: Int) -> ParameterReach? {
        guard section != 0 else { return nil }
        switch sections[section].role {
        case .parameters: return readParameterReach(sections[section].title)
        default: return nil
        }
    }
}
