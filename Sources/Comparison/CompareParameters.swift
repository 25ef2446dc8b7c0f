import APIModel

extension Comparison {
    mutating func compareParameters(_ old: Operation, _ new: Operation) {
        comparePathParameters(old, new)
        let before = old.parameters.filter { $0.location.value != .path }
        let after = new.parameters.filter { $0.location.value != .path }
        let pairs = match(before, after, by: Key.init)
        for (key, first, second) in pairs {
            let subject = subject(of: key, in: new)
            if let first, let second {
                compare(first, second, subject)
            } else if let second {
                guard let other = moved(second, from: before, to: after) else {
                    added(second, subject)
                    continue
                }
                report(
                    .moved, subject, other.location.value.rawValue, second.location.value.rawValue,
                    at: other.location.evidence.span, second.location.evidence.span)
                compare(other, second, subject)
            } else if let first, moved(first, from: after, to: before) == nil {
                removed(first, subject)
            }
        }
    }

    /// Names of headers have no letter case (RFC 9110 §5.1).
    private struct Key: Hashable {
        let location: Parameter.Location
        let name: String

        init(_ parameter: Parameter) {
            location = parameter.location.value
            let name = parameter.name.value
            self.name = location == .header ? name.lowercased() : name
        }
    }

    private func subject(of key: Key, in operation: Operation) -> Subject {
        Subject(
            part: .parameter, text: "\(title(of: operation)) \(key.location.rawValue) \(key.name)")
    }

    /// Where a parameter of one side is found on the other at another place, and only there.
    private func moved(
        _ parameter: Parameter, from others: [Parameter], to own: [Parameter]
    ) -> Parameter? {
        let name = parameter.name.value
        let found = others.filter { $0.name.value == name }
        guard found.count == 1, own.filter({ $0.name.value == name }).count == 1 else { return nil }
        return found[0]
    }

    /// Placeholders are told apart by where they stand; what they are called matters in Swift only.
    private mutating func comparePathParameters(_ old: Operation, _ new: Operation) {
        for (before, after) in zip(old.path.value.placeholders, new.path.value.placeholders) {
            let subject = Subject(part: .parameter, text: "\(title(of: new)) path \(after)")
            if before != after {
                report(
                    .renamed, subject, before, after, at: old.path.evidence.span,
                    new.path.evidence.span)
            }
            guard let first = pathParameter(before, of: old),
                let second = pathParameter(after, of: new)
            else { continue }
            compare(first, second, subject)
        }
    }

    private func pathParameter(_ name: String, of operation: Operation) -> Parameter? {
        operation.parameters.first { $0.location.value == .path && $0.name.value == name }
    }

    mutating func compareHeaders(_ old: Response, _ new: Response, below text: String) {
        for (name, before, after) in match(
            old.headers, new.headers, by: { $0.name.value.lowercased() })
        {
            let subject = Subject(part: .header, text: "\(text) header \(name)")
            if let before, let after {
                compare(before, after, subject)
            } else if let after {
                added(after, subject)
            } else if let before {
                removed(before, subject)
            }
        }
    }

    private mutating func added(_ parameter: Parameter, _ subject: Subject) {
        report(
            isRequired(parameter) ? .addedAsRequired : .added, subject, at: nil,
            parameter.name.evidence.span)
    }

    private mutating func removed(_ parameter: Parameter, _ subject: Subject) {
        report(
            isRequired(parameter) ? .removedThoughRequired : .removed, subject,
            at: parameter.name.evidence.span, nil)
    }

    private mutating func compare(_ old: Parameter, _ new: Parameter, _ subject: Subject) {
        compareRequired((isRequired(old), old.schema), (isRequired(new), new.schema), subject)
        compareMark(.deprecated, subject, old.deprecated, new.deprecated)
        compareText(.descriptionChanged, subject, old.description, new.description)
        compareExamples(old.example, new.example, subject)
        compareTerms(old, new, subject)
        compareListStyle(old, new, subject)
        compare(old.schema, new.schema, subject)
    }

    private mutating func compareListStyle(
        _ old: Parameter, _ new: Parameter, _ subject: Subject
    ) {
        guard old.listStyle != nil || new.listStyle != nil else { return }
        let (before, after) = (old.styleOnTheWire, new.styleOnTheWire)
        guard subject.part == .parameter, before != after else { return }
        report(
            .listStyleChanged, subject, before.rawValue, after.rawValue,
            at: old.listStyle?.evidence.span ?? old.name.evidence.span,
            new.listStyle?.evidence.span ?? new.name.evidence.span)
    }

    private mutating func compareTerms(_ old: Parameter, _ new: Parameter, _ subject: Subject) {
        guard subject.part == .parameter else { return }
        for (text, before, after) in match(old.terms, new.terms, by: text) {
            guard let before else {
                report(.termAdded, subject, nil, text, at: nil, after?.description.evidence.span)
                continue
            }
            guard after == nil else { continue }
            report(.termRemoved, subject, text, nil, at: before.description.evidence.span, nil)
        }
    }
}

extension Parameter {
    /// How a list of values is written, with what holds where no page says so: only in a query may
    /// a name be repeated.
    fileprivate var styleOnTheWire: ListStyle {
        let style = listStyle?.value ?? .repeated
        switch (location.value, style) {
        case (.query, _), (_, .comma), (_, .pipe), (_, .space): return style
        case (_, .repeated), (_, .brackets): return .comma
        }
    }
}

/// A parameter of which no page says that it must be there may be left out.
private func isRequired(_ parameter: Parameter) -> Bool {
    parameter.location.value == .path || parameter.required?.value ?? false
}

/// `access(project: project)`.
private func text(_ term: Term) -> String {
    let arguments = term.arguments.map { argument in
        argument.label.isEmpty ? argument.value : "\(argument.label): \(argument.value)"
    }
    return "\(term.name)(\(arguments.joined(separator: ", ")))"
}
