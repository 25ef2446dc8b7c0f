import APIModel
import JSONText
import Recognition
import SourceText

/// An operation in the making: its claims sorted into parameters, bodies and responses.
///
/// One object, for every step of resolving walks through all operations, and of forty members each
/// would be counted anew.
final class OperationDraft {
    let scope: OperationScope
    let file: FileID
    var request: RequestClaim
    /// Other request lines by which pages document it.
    var repeats: [Evidence] = []
    private(set) var parameters: [ParameterDraft] = []
    /// Where each stands among them, by place and name.
    private var places: [ParameterKey: Int] = [:]
    var requestBody = BodyDraft()
    var responses: [ResponseDraft] = []
    /// Lists whose direction nothing tells; linked where they fit.
    var floating: [TitledList] = []
    var values: [(rows: [ValueRow], direction: Direction?)] = []
    var names: [Said<String>] = []
    var prose: [Said<String>] = []
    var orderingKey: Said<String>?
    var operationID: Said<String>?
    /// Whether the page states in tables all there is.
    var isComplete = false
    var deprecation: Said<String>?
    var permissions: [Said<Permission>] = []
    var calls: [SampleCall] = []
    var security: [SecurityStatement] = []
    /// What its page says is as of another operation.
    var same: [Sameness] = []
    /// What sentences call the messages by.
    var things: [ToldThing] = []
    /// The member that a sentence says holds every answer.
    var envelope: Said<String>?
    /// By what links call it.
    var anchors: [String] = []
    /// The heading it stands under beside others.
    var group: Said<String>?
    var servers: [Said<Server>] = []
    /// Those of them that are not the site's.
    var ownServers: [Said<Server>] = []
    /// What rows of headers say of who calls.
    var credentials: [Said<SecurityScheme.Kind>] = []
    /// Rows of headers that may say what the body is, until all of it is known.
    var contentTypes: [Field] = []
    /// What its parameters are where a program's method is described.
    var arguments = Arguments()
    /// The outermost members that samples show.
    var shownMembers: Set<String> = []
    /// What stands with it and is nothing of it.
    var leftOut: [LeftOut] = []
    /// Samples of errors of which nobody says the status.
    var errorSamples: [Sample] = []
    /// Fields with types that are said of these.
    var errorLists: [TitledList] = []

    init(scope: OperationScope, file: FileID, request: RequestClaim) {
        self.scope = scope
        self.file = file
        self.request = request
    }

    var method: Method { request.method.value }
}

struct ParameterDraft {
    let name: Said<String>
    let location: Said<Parameter.Location>
    let draft: Draft
}

/// What tells parameters apart; of those of the path, punctuation and case do not.
private struct ParameterKey: Hashable {
    let location: Parameter.Location
    let name: String

    init(_ name: String, in location: Parameter.Location) {
        self.location = location
        self.name = location == .path ? name.anchorForm : name
    }
}

struct BodyDraft {
    let draft = Draft()
    var lists: [TitledList] = []
    var samples: [Sample] = []
    var mediaTypes: [Said<String>] = []
    /// What calls send as forms.
    var forms: [SampleForm] = []
    /// Where a row says of itself that it is a field of a form.
    var formField: Evidence?
    var description: Said<String>?
    /// Whether it has been filled with what another operation shows.
    var isShownElsewhere = false

    var isEmpty: Bool { hasNoContent && !isOpaque }

    /// Its media types, without those that single messages show beside what lists say, or beside
    /// JSON that others show.
    var trustedMediaTypes: [Said<String>] {
        let declared = mediaTypes.filter { $0.evidence.strength > .exemplified }
        guard declared.isEmpty, forms.isEmpty else { return declared }
        return hasNoContent ? mediaTypes : mediaTypes.filter { $0.value.contains("json") }
    }

    /// Whether nothing is said of what it holds.
    var hasNoContent: Bool {
        lists.isEmpty && samples.isEmpty && forms.isEmpty && draft.types.isEmpty
            && !isShownElsewhere
    }

    /// Whether its media types say that it is nothing with members: a recording, an archive, lines
    /// of events. Of JSON and of forms they say too little.
    private var isOpaque: Bool {
        !mediaTypes.isEmpty
            && mediaTypes.allSatisfy { said in
                let type = bareMediaType(said.value)
                return isManyJSON(type) || !["json", "form", "*"].contains { type.contains($0) }
            }
    }
}

struct ResponseDraft {
    let status: Said<Response.Status>
    var meaning: Said<String>?
    var description: Said<String>?
    var headers: [ParameterDraft] = []
    var body = BodyDraft()
    /// Whether it holds what no place says the status of.
    var isSupposed = false

    var isError: Bool { status.value.isError }
}

extension OperationDraft {
    /// The response of a status, made when it is new.
    func response(_ status: Said<Response.Status>) -> Int {
        if let known = responses.firstIndex(where: { $0.status.value == status.value }) {
            return known
        }
        responses.append(ResponseDraft(status: status))
        return responses.count - 1
    }

    /// The response that samples and fields without a status belong to: the first success, or
    /// 200 where no page names one.
    func success(_ evidence: Evidence) -> Int {
        let known = responses.firstIndex { response in
            guard case .code(let code) = response.status.value else { return false }
            return code >= 200 && code < 300 && code != 204
        }
        let implied = Evidence(evidence.span, .implied, evidence.construct)
        let index = known ?? response(Said(.code(200), implied))
        responses[index].isSupposed = true
        return index
    }

    /// "200, 201" over one description of what comes back: either answers with it.
    func shareSuccess() {
        let statuses: [Response.Status] = [.code(200), .code(201)]
        let both = statuses.compactMap { status in
            responses.firstIndex { $0.status.value == status }
        }
        guard both.count == 2,
            let full = both.first(where: { responses[$0].isSupposed }),
            let empty = both.first(where: { responses[$0].body.isEmpty }), full != empty
        else { return }
        let body = responses[full].body
        responses[empty].body.lists = body.lists
        responses[empty].body.samples = body.samples.filter { $0.status == nil }
        responses[empty].body.mediaTypes = body.mediaTypes
        responses[empty].body.draft.merge(body.draft)
    }

    /// What was put into an implied 200 belongs to the success that the page names, if it names
    /// one: a table of statuses may stand below the samples. "Multiple choices" come with a body,
    /// and 204 with headers.
    func settleImpliedSuccess() {
        let implied = responses.firstIndex { response in
            response.status.value == .code(200) && response.status.evidence.strength == .implied
        }
        guard let implied else { return }
        let body = responses[implied].body
        func place(_ fits: (Int) -> Bool) -> Int? {
            responses.firstIndex { response in
                guard case .code(let code) = response.status.value else { return false }
                return fits(code)
            }
        }
        let stated =
            place { $0 > 200 && $0 < 300 && $0 != 204 } ?? place { $0 == 300 }
            ?? (body.isEmpty ? place { $0 == 204 } : nil)
        guard let stated else { return }
        for header in responses[implied].headers { responses[stated].add(header) }
        responses[stated].body.lists += body.lists
        responses[stated].body.samples += body.samples
        responses[stated].body.mediaTypes += body.mediaTypes
        responses.remove(at: implied)
    }

    /// The parameter of a name and place, made when it is new.
    func parameter(_ name: Said<String>, _ location: Said<Parameter.Location>) -> Draft {
        let key = ParameterKey(name.value, in: location.value)
        if let known = places[key] { return parameters[known].draft }
        let made = ParameterDraft(name: name, location: location, draft: Draft())
        places[key] = parameters.count
        parameters.append(made)
        return made.draft
    }

    /// The parameters of a name, wherever they go.
    func parameters(called name: String) -> [ParameterDraft] {
        Parameter.Location.allCases.compactMap { location in
            places[ParameterKey(name, in: location)].map { parameters[$0] }
        }.filter { $0.name.value == name }
    }

    func isQueried(_ name: String) -> Bool { places[ParameterKey(name, in: .query)] != nil }
}

extension OperationDraft {
    func addHeader(_ field: Field, to index: Int) {
        let draft = Draft()
        draft.describe(field)
        responses[index].add(
            ParameterDraft(
                name: field.name, location: Said(.header, field.name.evidence), draft: draft))
    }
}

extension ResponseDraft {
    /// What places say of one header meets there, in the spelling of the plainest.
    mutating func add(_ header: ParameterDraft) {
        let name = header.name.value.lowercased()
        let known = headers.firstIndex { $0.name.value.lowercased() == name }
        guard let known else { return headers.append(header) }
        let draft = headers[known].draft
        draft.merge(header.draft)
        guard headers[known].name.evidence.strength < header.name.evidence.strength else { return }
        headers[known] = ParameterDraft(
            name: header.name, location: header.location, draft: draft)
    }
}
