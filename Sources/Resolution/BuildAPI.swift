import APIModel
import JSONText
import Recognition
import SourceText

extension Resolution {
    /// The description, from drafts that are linked and united.
    mutating func api(
        _ name: String, _ drafts: [OperationDraft], registry: ObjectRegistry,
        pages: [ScopedPage], listsAreComplete: Bool
    ) -> APIDescription {
        var api = APIDescription(name: name)
        let order = ordered(drafts)
        let ids = operationIDs(order.map { $0.wish })
        noteSharedNames(order, ids)
        var lift = Lift(
            registry: registry, shortened: drafts.flatMap(\.shortenedSamples).sorted(),
            listsAreComplete: listsAreComplete)
        for (draft, id) in zip(order, ids) {
            var operation = operation(draft, id: id, &lift)
            operation.security = securityNames(of: draft, on: pages[draft.scope.page].claims)
            api.operations.append(operation)
        }
        let standIns = lift.shareEnumerations()
        let names = settleNames(lift.entries, standIns: standIns)
        for index in lift.entries.indices where standIns[index] == index {
            lift.entries[index].schema.mapReferences { settledName($0, names) }
            lift.entries[index].schema.name = names[index]
            api.schemas.append(lift.entries[index].schema)
        }
        for index in api.operations.indices {
            api.operations[index].mapReferences { settledName($0, names) }
        }
        var seen: Set<String> = []
        api.tags = order.compactMap(\.group?.value).filter { seen.insert($0).inserted }.map {
            Tag(name: $0)
        }
        api.servers = servers
        api.securitySchemes = security.schemes
        diagnostics += lift.diagnostics
        remarks += lift.remarks
        if drafts.isEmpty { diagnostics.append(.noOperation(pages.first?.claims.file)) }
        return api
    }

    /// Says of operations that their pages call alike what they are called instead.
    private mutating func noteSharedNames(_ drafts: [OperationDraft], _ ids: [String]) {
        var first: [String: Said<PathTemplate>] = [:]
        for (draft, id) in zip(drafts, ids) {
            let stated = draft.operationID?.value
            guard let name = stated ?? draft.names.first?.value else { continue }
            if let earlier = first[name] {
                diagnostics.append(
                    .operationNameShared(name, id, draft.request.path, first: earlier))
            } else {
                first[name] = draft.request.path
            }
        }
    }

    /// By the pages' ordering keys where they have any, else as the pages come.
    private func ordered(_ drafts: [OperationDraft]) -> [OperationDraft] {
        let keys = drafts.map(\.sortKey)
        if keys.allSatisfy({ $0 == nil }) { return drafts }
        return drafts.indices.sorted { left, right in
            if let first = keys[left], let second = keys[right], first != second {
                return first.lexicographicallyPrecedes(second)
            }
            return left < right
        }.map { drafts[$0] }
    }

    private mutating func operation(
        _ draft: OperationDraft, id: String, _ lift: inout Lift
    ) -> Operation {
        var operation = Operation(
            id: id, method: method(of: draft),
            path: Fact(
                draft.request.path.value, draft.request.path.evidence, agreeing: draft.repeats))
        operation.summary = draft.summary
        operation.description = draft.mainProse?.fact
        operation.orderingKey = draft.orderingKey?.fact
        operation.deprecated =
            draft.deprecation?.fact
            ?? (draft.request.isDeprecated ? Fact("", draft.request.path.evidence) : nil)
        operation.tags = draft.group.map { [$0.value] } ?? []
        operation.servers = unique(draft.ownServers).map(\.fact)
        operation.permissions = draft.permissionFacts
        for parameter in draft.parameters {
            var built = self.parameter(parameter, id: id, &lift)
            if case .array = built.schema.shape.value, built.listStyle == nil {
                built.listStyle = draft.shownStyle(of: parameter)
            }
            operation.parameters.append(built)
        }
        operation.requestBody = requestBody(of: draft, id: id, &lift)
        for response in draft.responses.sorted(by: { $0.order < $1.order }) {
            operation.responses.append(self.response(response, of: draft, id: id, &lift))
        }
        return operation
    }

    /// The stated method; the code samples' where none is stated.
    private mutating func method(of draft: OperationDraft) -> Fact<Method> {
        var said = [draft.request.method]
        for call in draft.calls where !call.isForeign(to: draft) {
            guard let method = call.method, let known = Method(written: method.value)
            else { continue }
            said.append(Said(known, method.evidence))
        }
        let fact = decide(said) { $0.rawValue }
        return fact ?? draft.request.method.fact
    }

    func unique<Value: Hashable>(_ said: [Said<Value>]) -> [Said<Value>] {
        var seen: Set<Value> = []
        return said.filter { seen.insert($0.value).inserted }
    }

    private mutating func parameter(
        _ draft: ParameterDraft, id: String, _ lift: inout Lift
    ) -> Parameter {
        let place = LiftPlace(
            key: draft.name.value, owner: upperCamelFirst(id), fallback: upperCamelFirst(id),
            evidence: draft.name.evidence, isParameter: true)
        var schema = lift.schema(of: draft.draft, at: place)
        if case .unknown = schema.shape.value {
            // Everything in a request line is text.
            schema.shape = Fact(
                .string(.plain),
                Evidence(
                    draft.name.evidence.span, .implied, draft.name.evidence.construct))
        }
        let description = schema.description
        schema.description = nil
        var parameter = Parameter(
            name: draft.name.fact, location: draft.location.fact, schema: schema)
        parameter.description = description
        parameter.required =
            draft.location.value == .path
            ? Fact(true, draft.location.evidence) : decide(draft.draft.required)
        parameter.deprecated = draft.draft.deprecated?.fact
        parameter.example = schema.example
        parameter.terms = draft.draft.terms
        if case .array = parameter.schema.shape.value {
            parameter.listStyle = draft.draft.listStyle?.fact
        }
        return parameter
    }

    private mutating func requestBody(
        of draft: OperationDraft, id: String, _ lift: inout Lift
    ) -> Body? {
        guard !draft.requestBody.isEmpty,
            draft.method.sendsBody || !draft.requestBody.hasNoContent
        else { return nil }
        var body = self.body(
            draft.requestBody, fallback: bodyName(id, "Request"), &lift)
        if !draft.method.sendsBody, !draft.isComplete, let first = body.examples.first {
            // RFC 9110 §9.3.1: content in a GET request has no defined semantics.
            diagnostics.append(.bodyWithoutMeaning(draft.method, at: first.evidence.span))
            body.required = Fact(false, Evidence(first.evidence.span, .implied, "method"))
        }
        return body
    }

    private mutating func response(
        _ draft: ResponseDraft, of operation: OperationDraft, id: String, _ lift: inout Lift
    ) -> Response {
        var response = Response(status: draft.status.fact)
        response.description = (draft.description ?? draft.meaning)?.fact
        for header in draft.headers {
            response.headers.append(parameter(header, id: id, &lift))
        }
        guard !draft.body.isEmpty else { return response }
        let suffix = draft.isError ? "Error" : "Response"
        response.body = body(
            draft.body, fallback: bodyName(id, suffix),
            noun: operation.request.path.value.noun, &lift)
        return response
    }

    private mutating func body(
        _ draft: BodyDraft, fallback: String, noun: String? = nil, _ lift: inout Lift
    ) -> Body {
        let evidence =
            draft.samples.first?.evidence ?? draft.lists.first?.list.evidence
            ?? draft.draft.types.first?.evidence ?? draft.forms.first?.mediaType.evidence
            ?? draft.mediaTypes.first?.evidence
            ?? Evidence(SourceSpan(FileID(0), .empty), .implied, "")
        let place = LiftPlace(
            key: nil, owner: "", fallback: fallback, evidence: evidence, noun: noun)
        var body = Body(schema: lift.schema(of: draft.draft, at: place))
        body.required = decide(draft.draft.required)
        body.description = draft.description?.fact
        let stated = draft.trustedMediaTypes
        let types = unique(stated.isEmpty ? draft.formTypes : stated)
        let implied = Evidence(evidence.span, .implied, evidence.construct)
        body.mediaTypes =
            types.isEmpty
            ? [Fact(lift.usualMediaType(of: draft, body.schema), implied)] : types.map(\.fact)
        for sample in draft.samples { body.examples += examples(of: sample) }
        return body
    }

    private mutating func examples(of sample: Sample) -> [Example] {
        sample.document.values.compactMap { value in
            // `...` behind the last document says that more would follow.
            if case .elision = value.node { return nil }
            let span = SourceSpan(sample.evidence.span.file, value.range)
            if let credential = firstCredential(in: value) {
                let place = SourceSpan(sample.evidence.span.file, credential.range)
                diagnostics.append(.redactedCredential(at: place))
            }
            return Example(
                title: sample.title, value: redacted(value),
                evidence: Evidence(span, .exemplified, sample.evidence.construct),
                isPartial: sample.document.isPartial)
        }
    }
}

extension OperationDraft {
    var wish: OperationWish {
        OperationWish(
            id: operationID?.value, name: names.first?.value, method: method,
            path: request.path.value)
    }

    /// Each permission once, by the first sentence that demands it.
    fileprivate var permissionFacts: [Fact<Permission>] {
        var seen: Set<String> = []
        return permissions.filter { seen.insert($0.value.name).inserted }.map(\.fact)
    }

    /// What describes the operation: the place reserved for it, else the first words behind its
    /// request line, else the first before it.
    fileprivate var mainProse: Said<String>? {
        if let declared = prose.first(where: { $0.evidence.strength == .declared }) {
            return declared
        }
        let line = request.path.evidence.span
        let behind = prose.first { text in
            text.evidence.span.file == line.file && text.evidence.span > line
        }
        return behind ?? prose.first
    }

    /// `5.2.1` as numbers, so that 2.10 follows 2.9.
    fileprivate var sortKey: [Int]? {
        guard let key = orderingKey?.value else { return nil }
        let parts = key.split(separator: ".").map { Int($0) }
        return parts.contains { $0 == nil } ? nil : parts.compactMap { $0 }
    }
}

extension ResponseDraft {
    fileprivate var order: Int {
        switch status.value {
        case .code(let code): code * 10
        case .range(let digit): digit * 1000 + 999
        case .default: 100_000
        }
    }
}

func upperCamelFirst(_ id: String) -> String { id.capitalizedASCII }

/// `ListUsersResponse`; what is sent by `updateConnectionRequest` is an `UpdateConnectionRequestBody`.
private func bodyName(_ id: String, _ suffix: String) -> String {
    let name = upperCamelFirst(id)
    return name + (name.hasSuffix(suffix) ? "Body" : suffix)
}

extension OperationDraft {
    /// The first name the page gives, unless that is a program's word (`get__users`) and another
    /// one is written for people.
    fileprivate var summary: Fact<String>? {
        guard let first = names.first else { return nil }
        guard first.value.contains("_"),
            let speaking = names.first(where: { $0.value.contains(" ") })
        else { return first.fact }
        let overruled = [Overruled(first.value, first.evidence)]
        return Fact(speaking.value, speaking.evidence, overruled: overruled)
    }
}
