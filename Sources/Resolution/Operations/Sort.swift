import APIModel
import JSONText
import Recognition
import SourceText

/// Sorts an operation's claims into parameters, bodies and responses.
func sort(_ scope: OperationScope, of page: PageClaims, request: RequestClaim, own: Int)
    -> OperationDraft
{
    let draft = OperationDraft(scope: scope, file: page.file, request: request)
    draft.isComplete = page.isComplete
    for said in request.path.value.placeholders {
        let name = Said(said, request.path.evidence)
        _ = draft.parameter(name, Said(.path, request.path.evidence))
    }
    for field in request.placeholders { draft.addParameter(field, at: .path) }
    for field in request.query { draft.addParameter(field, at: .query) }
    draft.names = (request.title.map { [$0] } ?? []) + page.titles(of: own, upTo: scope.root)
    draft.group = page.group(around: scope.root)
    draft.anchors = page.anchors(of: own, upTo: scope.root)
    if !draft.isComplete { draft.arguments = Arguments(scope.claims) }
    draft.sortAll(scope.claims, on: page, own: own, upTo: scope.root)
    // What lines side by side are told to send goes to those of them that send anything.
    if !draft.method.sendsBody, scope.requests.contains(where: \.method.value.sendsBody) {
        draft.requestBody = BodyDraft()
    }
    if draft.method == .head, scope.requests.count > 1 {
        // RFC 9110 §9.3.2: what a text shared with GET shows is none of HEAD.
        for index in draft.responses.indices { draft.responses[index].body = BodyDraft() }
    }
    draft.addCalledParameters()
    draft.readDeprecationMark()
    draft.showCallValues()
    return draft
}

extension OperationDraft {
    /// Adds what a section away from the operation's own shows.
    func take(_ shown: Shown, on page: PageClaims) {
        for field in shown.query
        where parameters(called: field.name.value).isEmpty {
            addParameter(field, at: .query)
        }
        names += page.titles(of: shown.section, upTo: shown.section)
        sortAll(shown.claims, on: page, own: shown.section, upTo: shown.section)
    }

    fileprivate func sortAll(
        _ claims: [Claim], on page: PageClaims, own: Int, upTo root: Int
    ) {
        let first =
            method.sendsBody
            ? claims.firstOfTwoSamples(on: page, own: own)
                ?? claims.firstSampleOfList(on: page, own: own) : nil
        let sent = method.sendsBody ? claims.sentExamples(on: page, upTo: root, own: own) : []
        let following = following(in: claims, on: page, upTo: root, own: own)
        shownMembers.formUnion(claims.outermostMembers)
        var called: Method?
        for (position, claim) in claims.enumerated() {
            called = method(calledBy: claim, on: page, after: called)
            if let called, called != method { continue }
            if !isComplete, page.speaksOfSite(claim, own: own) { continue }
            var around = page.surroundings(of: claim.section, upTo: root, own: own)
            if around.holdsNoBody, claim.describesFields {
                around = page.surroundings(
                    of: page.sectionOutsideStatus(of: claim.section), upTo: root, own: own)
            }
            if position == first || sent.contains(position) { around.direction = .request }
            if following.answered.contains(position) { around.direction = .response }
            if following.foreign.contains(position), case .sample(let sample) = claim.statement {
                leaveOut(sample.evidence.span, .foreign)
                continue
            }
            if claim.describesFields,
                let heading = page.foreignHeading(around: claim.section, own: own)
            {
                leaveOut(claim.span, .heading(heading))
                continue
            }
            sort(claim, around)
        }
        settleContentTypes()
        settleImpliedSuccess()
        shareSuccess()
    }
}

extension OperationDraft {
    fileprivate func sort(_ claim: Claim, _ around: Surroundings) {
        switch claim.statement {
        case .request, .foreignMethod, .missingInclude, .references, .basePath: break
        case .call(let call): add(call)
        case .fields(let list): sort(list, around)
        case .sample(let sample): sort(sample, around)
        case .statuses(let lines): lines.forEach { add($0) }
        case .values(let rows): values.append((rows, around.direction))
        case .security(let statement): security.append(statement)
        case .permissions(let said): permissions += said
        case .mediaTypes(let types, .request): requestBody.mediaTypes += types
        case .mediaTypes(let types, .response):
            guard let first = types.first, !around.isOfUntoldError else { return }
            let index = around.status.map { response(Said($0, first.evidence)) }
            responses[index ?? success(first.evidence)].body.mediaTypes += types
        case .name(let name): addName(name, around)
        case .prose(let text): addProse(text, around)
        case .orderingKey(let key): orderingKey = orderingKey ?? key
        case .server(let server): servers.append(server)
        case .deprecation(let said):
            if around.direction == nil, around.member == nil { deprecation = deprecation ?? said }
        case .mention(let field): mention(field)
        case .content(let field): describeContent(field, around)
        case .same(let sameness): same.append(sameness)
        case .thing(let thing): things.append(thing)
        case .operationID(let id): operationID = operationID ?? id
        case .group(let name): group = name
        }
    }

    /// A call corroborates; what it sends is a sample where the method sends anything.
    private func add(_ call: SampleCall) {
        calls.append(call)
        guard method.sendsBody, !call.isForeign(to: self) else { return }
        if let form = call.form { requestBody.forms.append(form) }
        if let type = call.mediaType { requestBody.mediaTypes.append(type) }
        guard let body = call.body else { return }
        let values = body.document.values.map(\.spelling)
        if requestBody.samples.contains(where: { $0.document.values.map(\.spelling) == values }) {
            return
        }
        requestBody.samples.append(body)
    }

    func add(_ line: StatusLine) {
        let index = response(line.status)
        responses[index].meaning = responses[index].meaning ?? line.meaning
        responses[index].description = responses[index].description ?? line.description
        if let type = line.type { responses[index].body.draft.describe(type) }
        responses[index].body.mediaTypes += line.mediaTypes
        for header in line.headers { addHeader(header, to: index) }
    }

    private func sort(_ sample: Sample, _ around: Surroundings) {
        var direction =
            sample.direction ?? around.direction ?? (around.title == nil ? .response : nil)
        // Below the parameters of a GET stands what comes back.
        if sample.direction == nil, around.isParameters, !around.isBody, !method.sendsBody {
            direction = .response
        }
        if direction == .request, sample.direction == nil, sample.status == nil,
            sample.isForeign(to: requestBody.lists)
        {
            direction = .response
        }
        if method == .patch, sample.direction == nil, around.direction == nil, sample.isJSONPatch {
            direction = .request
        }
        let status = sample.status.map(Response.Status.code) ?? around.status
        // Below the heading of a member stands what that holds, and no whole body.
        if let member = around.member, around.direction == .request, sample.direction == nil,
            !sample.shows(member.value)
        {
            leaveOut(sample.evidence.span, .heading(member.value))
            return
        }
        switch direction {
        case .request:
            requestBody.samples.append(sample)
        case .response:
            if let status {
                let index = response(Said(status, sample.evidence))
                responses[index].body.samples.append(sample)
            } else if !around.isOfUntoldError, !sample.showsError {
                responses[success(sample.evidence)].body.samples.append(sample)
            } else {
                errorSamples.append(sample)
                leaveOut(sample.evidence.span, .error)
            }
        case nil:
            if let title = around.title { leaveOut(sample.evidence.span, .heading(title.value)) }
        }
    }
}

// MARK: Field lists

extension OperationDraft {
    fileprivate func sort(_ list: FieldList, _ around: Surroundings) {
        var around = around
        // Below "Response headers", a column "Header" says no more than that.
        if let role = list.role, !around.isHeaders {
            // What "Filtering" lists goes into a query; of a body it says too little.
            if method.sendsBody, role == .parameters(location: nil, required: nil),
                let title = around.title, readSettingsTitle(title.value) != nil
            {
                return leaveOut(list.evidence.span, .heading(title.value))
            }
            around.adopt(role, list.evidence)
        }
        var list = isComplete ? list : list.withHabit()
        if let required = around.required {
            for index in list.fields.indices where list.fields[index].required == nil {
                list.fields[index].required = required
            }
        }
        if let status = list.status { around.status = .code(status) }
        if takeLocated(&list, around) { return }
        if around.direction == .request, around.mayBeQuery, around.title == nil {
            takePlaceholders(of: &list)
        }
        var title = around.member ?? around.title
        // Below a label of its own, behind the fields of an answer, stands more of the answer.
        if title == nil, around.direction == nil,
            responses.contains(where: { !$0.body.lists.isEmpty })
        {
            title = around.label
        }
        let titled = TitledList(
            list: list, nodes: nest(list.fields), title: title, isList: around.isList,
            isKey: around.member != nil,
            wrapped: title == nil ? wrapped(list) : nil)
        switch around.direction {
        case .response: addResponse(titled, around)
        case .request
        where title == nil && (!around.isBody || around.mayBeQuery && !method.sendsBody):
            addParameters(list, at: around.location)
        case .request:
            if title == nil, describeBody(byOnlyRowOf: list) { return }
            if list.isElements || around.isElements { _ = requestBody.draft.element() }
            requestBody.formField = requestBody.formField ?? around.form
            requestBody.lists.append(titled)
        case nil where title == nil && !method.sendsBody && list.holdsObject:
            addResponse(titled, around)
        case nil:
            if title == nil { addParameters(list, at: nil) } else { floating.append(titled) }
        }
    }

    private func addParameters(_ list: FieldList, at location: Parameter.Location?) {
        var list = list
        nameSolePlaceholder(in: &list) { field in
            location == .path || location == nil && isCalledAsEndOfPlaceholder(field)
        }
        if location == nil,
            let index = arguments.body(of: list, besides: { isPlaceholder($0) })
        {
            describeBody(list.fields.remove(at: index))
        }
        let mayBeBody = method.sendsBody && (!arguments.areOfMethod || arguments.areOfForm)
        var body: [Field] = []
        for field in list.fields where !arguments.areOfMethod || !field.isOfProgram {
            if let location = location ?? field.ownLocation {
                if location == .query {
                    addQueried(field)
                } else {
                    addParameter(field, at: location)
                }
            } else if field.depth == 0, isPlaceholder(field.name.value) {
                addParameter(field, at: .path)
            } else if mayBeBody, !isQueried(field.name.value) {
                body.append(field)
            } else if !isReadBesideReplacing {
                addParameter(field, at: .query)
            }
        }
        guard !body.isEmpty else { return }
        appendToBody(FieldList(fields: body, evidence: list.evidence))
    }

    func addParameter(_ field: Field, at location: Parameter.Location) {
        let place = Said(location, field.location?.evidence ?? field.name.evidence)
        // A path's own placeholder settles the spelling.
        if location == .path, !isComplete, !isPlaceholder(field.name.value) {
            leaveOut(field.name.evidence.span, .placeholder(field.name.value))
            return
        }
        if location == .header, !isComplete, let kind = field.credentialKind {
            credentials.append(Said(kind, field.name.evidence))
            return
        }
        if location == .header, !isComplete, method.sendsBody, field.contentType != nil {
            contentTypes.append(field)
            return
        }
        let draft = parameter(field.name, place)
        draft.forgetMention(besides: field)
        draft.describe(field)
    }

    /// A row `Content-Type` says what the body is, and is a parameter where nothing is said of one.
    private func settleContentTypes() {
        for field in contentTypes {
            guard let type = field.contentType else { continue }
            requestBody.mediaTypes.append(type)
            guard requestBody.isEmpty else { continue }
            requestBody.mediaTypes.removeLast()
            parameter(field.name, Said(.header, field.name.evidence)).describe(field)
        }
        contentTypes = []
    }
}
