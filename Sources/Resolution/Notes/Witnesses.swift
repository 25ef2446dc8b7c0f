import APIModel
import Recognition
import SourceText

/// What resolving has to say.
package struct Resolved: Sendable {
    package let api: APIDescription
    package let diagnostics: [Diagnostic]
    /// For the authors of the pages; who generates need not act on them.
    package let remarks: [Diagnostic]
    /// Every place that had a say in the API. A fact names the first few of those that agree.
    package let witnesses: [SourceSpan]

    package init(
        api: APIDescription, diagnostics: [Diagnostic], remarks: [Diagnostic],
        witnesses: [SourceSpan]
    ) {
        self.api = api
        self.diagnostics = diagnostics
        self.remarks = remarks
        self.witnesses = witnesses
    }
}

/// Collects places from drafts, before drafts of one thing become one.
struct Witnesses {
    var spans: [SourceSpan] = []
    private var seen: Set<ObjectIdentifier> = []

    init(_ drafts: [OperationDraft], _ registry: ObjectRegistry) {
        for draft in drafts { add(draft) }
        for object in registry.objects { add(object.draft) }
    }

    mutating func add(_ operation: OperationDraft) {
        for parameter in operation.parameters {
            spans.append(parameter.name.evidence.span)
            add(parameter.draft)
        }
        add(operation.requestBody.draft)
        for response in operation.responses {
            add(response.body.draft)
            for header in response.headers { add(header.draft) }
        }
        let leftOut = Set(operation.leftOut.map(\.span))
        for claim in operation.scope.claims where claim.statement.speaksOfOperation {
            if case .sample(let sample) = claim.statement, leftOut.contains(sample.evidence.span) {
                continue
            }
            if !leftOut.contains(claim.span) { spans.append(claim.span) }
        }
    }

    mutating func add(_ draft: Draft, depth: Int = 0) {
        guard depth <= maximumDepth * 2, seen.insert(ObjectIdentifier(draft)).inserted else {
            return
        }
        spans += draft.types.map(\.evidence.span) + draft.descriptions.map(\.evidence.span)
        spans += draft.required.map(\.evidence.span) + draft.nullable.map(\.evidence.span)
        spans += draft.defaults.map(\.evidence.span) + draft.examples.map(\.evidence.span)
        spans += draft.values.map(\.value.evidence.span)
        if let items = draft.items { add(items, depth: depth + 1) }
        guard let object = draft.object else { return }
        for name in object.names {
            spans.append(name.evidence.span)
            if let member = object.properties[name.value] { add(member, depth: depth + 1) }
        }
        if let members = object.members { add(members, depth: depth + 1) }
    }
}

extension Statement {
    /// Whether being said of an operation is all that it takes to be believed: said twice, it is
    /// said once.
    fileprivate var speaksOfOperation: Bool {
        switch self {
        case .request, .call, .statuses, .security, .permissions, .mediaTypes, .orderingKey,
            .server, .basePath, .deprecation, .mention, .sample, .content, .operationID, .group,
            .same, .thing:
            true
        case .foreignMethod, .fields, .values, .name, .prose, .references, .missingInclude: false
        }
    }
}
