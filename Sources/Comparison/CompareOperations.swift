import APIModel

extension Comparison {
    mutating func compare(_ old: Operation, _ new: Operation) {
        let subject = Subject(part: .operation, text: title(of: new))
        if shape(of: old.path.value) != shape(of: new.path.value) {
            report(
                .pathChanged, subject, old.path.value.text, new.path.value.text,
                at: old.path.evidence.span, new.path.evidence.span)
        }
        if old.id != new.id {
            report(
                .renamed, subject, old.id, new.id, at: old.path.evidence.span,
                new.path.evidence.span)
        }
        compareMark(.deprecated, subject, old.deprecated, new.deprecated)
        compareText(.summaryChanged, subject, old.summary, new.summary)
        compareText(.descriptionChanged, subject, old.description, new.description)
        compareText(.orderChanged, subject, old.orderingKey, new.orderingKey)
        compareTags(old, new, subject)
        compareSets(.noteAdded, subject, old.externalNotes, new.externalNotes) { $0 }
        compareSets(.serverAdded, subject, old.servers, new.servers, \.url)
        compareSecurity(old, new, subject)
        comparePermissions(old, new, subject)
        compareParameters(old, new)
        compareBodies(old, new)
        compareResponses(old, new)
    }

    private mutating func compareTags(_ old: Operation, _ new: Operation, _ subject: Subject) {
        for tag in old.tags where !new.tags.contains(tag) {
            report(.tagRemoved, subject, tag, nil, at: old.path.evidence.span, nil)
        }
        for tag in new.tags where !old.tags.contains(tag) {
            report(.tagAdded, subject, nil, tag, at: nil, new.path.evidence.span)
        }
    }

    /// Any of the listed schemes will do, so that one more takes nothing from anybody, unless there
    /// was none before.
    private mutating func compareSecurity(_ old: Operation, _ new: Operation, _ subject: Subject) {
        if let first = new.security.first, old.security.isEmpty {
            report(
                .securityDemanded, subject, nil, names(new.security), at: nil, first.evidence.span)
        } else if let first = old.security.first, new.security.isEmpty {
            report(
                .securityNoLongerDemanded, subject, names(old.security), nil,
                at: first.evidence.span, nil)
        } else {
            compareSets(.securityAdded, subject, old.security, new.security) { $0 }
        }
    }

    private mutating func comparePermissions(
        _ old: Operation, _ new: Operation, _ subject: Subject
    ) {
        compareSets(.permissionAdded, subject, old.permissions, new.permissions, \.name)
        for (name, before, after) in match(old.permissions, new.permissions, by: \.value.name) {
            guard let before, let after, before.value.description != after.value.description else {
                continue
            }
            report(
                .permissionDescriptionChanged, subject, name, name, at: before.evidence.span,
                after.evidence.span)
        }
    }

    private mutating func compareBodies(_ old: Operation, _ new: Operation) {
        let subject = Subject(part: .request, text: "\(title(of: new)) body")
        switch (old.requestBody, new.requestBody) {
        case (nil, nil):
            break
        case (nil, let after?):
            report(
                isRequired(after) ? .bodyAddedAsRequired : .bodyAdded, subject, at: nil,
                after.schema.shape.evidence.span)
        case (let before?, nil):
            report(
                isRequired(before) ? .bodyRemovedThoughRequired : .bodyRemoved, subject,
                at: before.schema.shape.evidence.span, nil)
        case (let before?, let after?):
            compareRequired(
                (isRequired(before), before.schema), (isRequired(after), after.schema), subject)
            compare(before, after, subject)
        }
    }

    private mutating func compareResponses(_ old: Operation, _ new: Operation) {
        let found = match(old.responses, new.responses) { $0.status.value.text }
        for (status, before, after) in found {
            let subject = Subject(part: .response, text: "\(title(of: new)) \(status)")
            guard let before else {
                guard let after else { continue }
                let event: Event = after.status.value.isSuccess ? .successAdded : .added
                gained(Rule(.response, event), subject.text, after.status)
                continue
            }
            guard let after else {
                let event: Event = before.status.value.isSuccess ? .successRemoved : .removed
                lost(Rule(.response, event), subject.text, before.status)
                continue
            }
            compareText(.descriptionChanged, subject, before.description, after.description)
            compareHeaders(before, after, below: subject.text)
            switch (before.body, after.body) {
            case (nil, nil): break
            case (nil, let body?):
                report(.bodyAdded, subject, at: nil, body.schema.shape.evidence.span)
            case (let body?, nil):
                report(.bodyRemoved, subject, at: body.schema.shape.evidence.span, nil)
            case (let first?, let second?): compare(first, second, subject)
            }
        }
    }

    private mutating func compare(_ old: Body, _ new: Body, _ subject: Subject) {
        compareSets(.mediaTypeAdded, subject, old.mediaTypes, new.mediaTypes) { $0 }
        if subject.part == .request {
            compareText(.descriptionChanged, subject, old.description, new.description)
        }
        compare(old.schema, new.schema, subject)
    }
}

/// A body that is documented is expected, unless a page says that it may be left out.
private func isRequired(_ body: Body) -> Bool { body.required?.value ?? true }

private func names(_ facts: [Fact<String>]) -> String {
    facts.map(\.value).joined(separator: ", ")
}
