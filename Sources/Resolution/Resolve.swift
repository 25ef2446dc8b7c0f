import APIModel
import JSONText
import Recognition
import SourceText

/// Decides what an API is from what its pages say.
///
/// The steps: divide pages into operations and shared parts, collect documented objects, link
/// lists and samples into drafts, unite what is one thing, lift drafts into schemas, settle names.
package func resolve(
    _ name: String, _ pages: [PageClaims], sources: SourceSet
) -> Resolved {
    var resolution = Resolution(sources: sources)
    let opened = withWhatIsMeant(pages)
    let bases = Bases(opened)
    let pages = opened.map { bases.relative($0) }
    let callsOpen = !haveRequestLines(pages)
    let mentions = Mentions(pages, sources: sources)
    let lines = pages.map { openingsOfLines($0, mentions: mentions.positions(on: $0)) }
    var scoped = zip(pages, lines).enumerated().map { scope($1.0, index: $0, $1.1) }
    let named = NamedOperations(scoped)
    scoped = scoped.enumerated().map { index, page in
        var openings = openingsOfCalls(page, callsOpen: callsOpen, bases, except: named)
        guard !openings.isEmpty || page.operations.isEmpty else { return page }
        openings += lines[index]
        return scope(page.claims, index: index, openings.sorted { $0.position < $1.position })
    }
    var shown = takeWhatIsShownElsewhere(of: named, on: &scoped)
    var registry = documentedObjects(of: scoped)
    let found = scoped.flatMap { page in
        page.operations.flatMap(\.divided).flatMap { operationDrafts(of: $0, on: page.claims) }
    }
    for draft in found {
        for showing in shown.removeValue(forKey: draft.request.key) ?? [] {
            draft.take(showing, on: pages[showing.page])
        }
    }
    let used = adoptWhatIsShared(by: found, registry, on: scoped)
    resolution.link(found, registry: &registry)
    // An object is known by its own draft until what is one thing becomes one.
    let witnesses = Witnesses(found, registry)
    let stated = StatedServers(scoped, sources: sources)
    let drafts = resolution.mergeRepeated(found, stated)
    ErrorBodies(scoped).complete(drafts)
    settleGroups(drafts, pages: scoped, sources: sources)
    resolution.settleServers(drafts, stated)
    resolution.settleSecurity(of: drafts, on: scoped)
    let listsAreComplete = pages.contains { $0.marksDepth }
    resolution.unite(drafts, on: scoped, registry, listsAreComplete: listsAreComplete)
    resolution.remark(on: drafts, pages: scoped)
    var api = resolution.api(
        name, drafts, registry: registry, pages: scoped, listsAreComplete: listsAreComplete)
    resolution.remarkOnStrays(
        in: api, registry: registry, usedLists: used, pages: scoped)
    api.noteTextSpellings()
    return Resolved(
        api: api, diagnostics: resolution.diagnostics, remarks: resolution.remarks,
        witnesses: witnesses.spans)
}

/// The claims with what they are told to be by others: lines below their bases, calls for lines, labels
/// where they belong.
private func withWhatIsMeant(_ pages: [PageClaims]) -> [PageClaims] {
    let linked = withLinkedObjects(withBasePaths(pages))
    return withSharedLabels(withExampleLines(withToldRequests(linked)))
}

/// What pages say once for several operations, or of one as of another; the lists that are used.
private func adoptWhatIsShared(
    by drafts: [OperationDraft], _ registry: ObjectRegistry, on pages: [ScopedPage]
) -> Set<SourceSpan> {
    let described = describeSharedParameters(of: drafts, on: pages)
    let added = addParametersOfMany(to: drafts, on: pages)
    shareTypesOfPlaceholders(among: drafts)
    adoptSameness(drafts)
    addSharedStatuses(to: drafts, on: pages)
    adoptToldThings(of: drafts, registry, on: pages)
    return described.union(added)
}

/// The state of resolving one API.
struct Resolution {
    let sources: SourceSet
    var diagnostics: [Diagnostic] = []
    var remarks: [Diagnostic] = []
    var security = SecurityRegistry()
    var siteSecurity = SiteSecurity()
    var servers: [Fact<Server>] = []
    /// Addresses whose ends have become parts of paths.
    var dividedServers: Set<String> = []

    init(sources: SourceSet) {
        self.sources = sources
    }
}

private func operationDrafts(of scope: OperationScope, on page: PageClaims) -> [OperationDraft] {
    scope.requests.map { request in
        let own = scope.claims.first { claim in
            guard case .request(let other) = claim.statement else { return false }
            return other.key == request.key
        }
        return sort(scope, of: page, request: request, own: own?.section ?? scope.own)
    }
}

extension Resolution {
    /// What the authors of the pages want to know.
    fileprivate mutating func remark(on drafts: [OperationDraft], pages: [ScopedPage]) {
        noteForeignMethods(on: pages.map(\.claims))
        compareCalls(of: drafts)
        remarkOnLeftOut(of: drafts)
        remarkOnSilentSections(of: pages)
        remarkOnHabits(of: pages)
    }

    fileprivate mutating func link(
        _ drafts: [OperationDraft], registry: inout ObjectRegistry
    ) {
        for draft in drafts { link(draft, registry: &registry) }
        fillFromResources(of: drafts, registry)
    }

    /// Links the lists and samples of an operation into the drafts of its bodies.
    mutating func link(_ operation: OperationDraft, registry: inout ObjectRegistry) {
        link(operation.requestBody, provesPresence: false, besides: operation.floating)
        for response in operation.responses {
            link(response.body, provesPresence: true, besides: operation.floating)
        }
        let named = operation.namedTypes
        var loose: [TitledList] = []
        for list in operation.floating {
            // A type names it: it documents an object of its own, wherever that is used.
            if let title = list.title, named.contains(objectWords(of: title.value)) {
                loose.append(list)
                continue
            }
            let bodies = operation.responses.map(\.body.draft) + [operation.requestBody.draft]
            let fitting = bodies.first { body in
                (body.isObject || body.items != nil) && linkLists([list], body).isEmpty
            }
            if fitting == nil { loose.append(list) }
        }
        for list in loose { registry.add(list, page: operation.file) }
        operation.placeValues()
        operation.completeErrors()
    }

    private func link(_ body: BodyDraft, provesPresence: Bool, besides others: [TitledList]) {
        for sample in body.samples where !sample.isIllustration {
            for value in sample.valuesWithElisions {
                body.draft.show(
                    value, sample.evidence.span.file, construct: sample.evidence.construct,
                    provesPresence: provesPresence)
            }
        }
        _ = linkLists(body.lists, body.draft, besides: others)
        for form in body.forms { body.draft.show(form) }
    }

    mutating func unite(
        _ drafts: [OperationDraft], on pages: [ScopedPage], _ registry: ObjectRegistry,
        listsAreComplete: Bool
    ) {
        var uniting = Uniting(registry: registry, listsAreComplete: listsAreComplete)
        uniting.describeByResource(drafts, on: pages)
        for object in registry.objects { uniting.unite(object.draft, key: nil) }
        for operation in drafts {
            operation.nameRoots()
            for parameter in operation.parameters {
                uniting.adoptLinkedValues(at: parameter.draft, called: parameter.name.value)
                uniting.adoptFilteredValues(of: parameter)
            }
            uniting.adoptNamedAnswer(of: operation)
            uniting.isRequest = true
            uniting.unite(operation.requestBody.draft, key: nil)
            uniting.isRequest = false
            for response in operation.responses {
                if response.isError { response.body.draft.object?.isError = true }
                uniting.unite(response.body.draft, key: nil)
            }
        }
        uniting.reuseRequests()
        for operation in drafts { operation.adoptAnsweredValues() }
    }
}

extension PageClaims {
    /// Whether its lists mark depth, which those do that show schemas whole.
    fileprivate var marksDepth: Bool {
        claims.contains { claim in
            guard case .fields(let list) = claim.statement else { return false }
            return list.marksDepth
        }
    }
}

extension OperationDraft {
    /// The words of every type that the operation's fields and statuses name.
    fileprivate var namedTypes: Set<[String]> {
        var names: Set<[String]> = []
        for claim in scope.claims {
            switch claim.statement {
            case .fields(let list):
                for field in list.fields { field.type?.value.collectNames(into: &names) }
            case .statuses(let lines):
                for line in lines { line.type?.value.collectNames(into: &names) }
            default: break
            }
        }
        return names
    }

    func merge(_ other: OperationDraft) {
        if repeats.count < maximumKept { repeats.append(other.request.path.evidence) }
        for parameter in other.parameters {
            self.parameter(parameter.name, parameter.location).merge(parameter.draft)
        }
        // An overview says nothing of its own; what one path is used for many times has many bodies.
        let isBare =
            requestBody.hasNoContent && responses.allSatisfy { $0.body.hasNoContent }
        requestBody.draft.merge(other.requestBody.draft)
        if isBare { requestBody.lists += other.requestBody.lists }
        requestBody.samples += other.requestBody.samples
        requestBody.mediaTypes += other.requestBody.mediaTypes
        requestBody.forms += other.requestBody.forms
        requestBody.formField = requestBody.formField ?? other.requestBody.formField
        for response in other.responses {
            let index = self.response(response.status)
            responses[index].meaning = responses[index].meaning ?? response.meaning
            responses[index].description = responses[index].description ?? response.description
            for header in response.headers { responses[index].add(header) }
            responses[index].body.draft.merge(response.body.draft)
            if isBare { responses[index].body.lists += response.body.lists }
            responses[index].body.samples += response.body.samples
            responses[index].body.mediaTypes += response.body.mediaTypes
        }
        names += other.names
        prose += other.prose
        permissions += other.permissions
        calls += other.calls
        security += other.security
        credentials += other.credentials
    }
}

extension OperationDraft {
    /// Operations of one name on several pages (versions of an API) have bodies of one name.
    fileprivate func nameRoots() {
        let words = OperationWish(
            name: names.first?.value, method: method, path: request.path.value
        ).title
        guard !words.isEmpty else { return }
        let name = words.joined(separator: " ")
        let request = words.last == "request" ? " Body" : " Request"
        requestBody.draft.object?.rootName = name + request
        for response in responses {
            response.body.draft.object?.rootName =
                name + (response.isError ? " Error" : " Response")
        }
    }
}

extension Draft {
    /// Every member of a name at or below this place.
    func places(named name: String, depth: Int = 0) -> [Draft] {
        guard depth <= maximumDepth else { return [] }
        var result: [Draft] = []
        for known in names {
            guard let member = object?.properties[known.value] else { continue }
            if known.value == name { result.append(member) }
            result += member.places(named: name, depth: depth + 1)
        }
        if let items { result += items.places(named: name, depth: depth + 1) }
        if let members = object?.members { result += members.places(named: name, depth: depth + 1) }
        return result
    }
}
