import APIModel

extension Comparison {
    /// Compares two types once for each part of the API that they appear in.
    mutating func compare(
        _ old: NamedSchema, _ new: NamedSchema, _ subject: Subject, _ oldShape: Fact<Shape>,
        _ newShape: Fact<Shape>
    ) {
        compareNames(old, new, oldShape, newShape)
        let pair = TypePair(part: subject.part, old: old.name, new: new.name)
        guard seen.insert(pair).inserted else { return }
        let subject = Subject(part: subject.part, text: new.name, type: new.name)
        compareText(.descriptionChanged, subject, old.description, new.description)
        switch (old.definition, new.definition) {
        case (.object(let before), .object(let after)):
            compare(before, after, subject)
        case (.enumeration(let before), .enumeration(let after)):
            compareValues(before, after, subject)
        case (.union(let before), .union(let after)):
            compareChoices(before, after, subject)
        case (let before, let after):
            report(
                .typeChanged, subject, kind(before), kind(after), at: oldShape.evidence.span,
                newShape.evidence.span)
        }
    }

    /// Whatever part it appears in, a type has one name.
    private mutating func compareNames(
        _ old: NamedSchema, _ new: NamedSchema, _ oldShape: Fact<Shape>, _ newShape: Fact<Shape>
    ) {
        let pair = TypePair(part: nil, old: old.name, new: new.name)
        guard old.name != new.name, seen.insert(pair).inserted else { return }
        report(
            Rule(.type, .renamed), new.name, old.name, new.name, at: oldShape.evidence.span,
            newShape.evidence.span, in: new.name)
    }

    private mutating func compare(
        _ old: ObjectSchema, _ new: ObjectSchema, _ subject: Subject
    ) {
        for (name, before, after) in match(old.properties, new.properties, by: \.name.value) {
            let member = subject.member(".\(name)")
            if let before, let after {
                compare(before, after, member)
            } else if let after {
                let event: Event = isRequired(after) ? .propertyAddedAsRequired : .propertyAdded
                report(event, member, at: nil, after.name.evidence.span)
            } else if let before {
                let event: Event =
                    isRequired(before) ? .propertyRemovedThoughRequired : .propertyRemoved
                report(event, member, at: before.name.evidence.span, nil)
            }
        }
        compareOpenness(old, new, subject)
    }

    private mutating func compare(_ old: Property, _ new: Property, _ subject: Subject) {
        compareRequired((isRequired(old), old.schema), (isRequired(new), new.schema), subject)
        compareMark(.deprecated, subject, old.deprecated, new.deprecated)
        let before = old.readOnly.flatMap { $0.value ? $0 : nil }
        let after = new.readOnly.flatMap { $0.value ? $0 : nil }
        compareMark(.becameReadOnly, subject, before, after)
        compare(old.schema, new.schema, subject)
    }

    private mutating func compareOpenness(
        _ old: ObjectSchema, _ new: ObjectSchema, _ subject: Subject
    ) {
        switch (old.additionalProperties, new.additionalProperties) {
        case (nil, nil): break
        case (nil, let after?):
            report(.membersOpened, subject, at: nil, after.shape.evidence.span)
        case (let before?, nil):
            report(.membersClosed, subject, at: before.shape.evidence.span, nil)
        case (let before?, let after?): compare(before, after, subject.member("{}"))
        }
    }

    private mutating func compareValues(
        _ old: Enumeration, _ new: Enumeration, _ subject: Subject
    ) {
        for (value, before, after) in match(old.values, new.values, by: \.value.value) {
            guard let before else {
                report(.valueAdded, subject, nil, value, at: nil, after?.value.evidence.span)
                continue
            }
            guard let after else {
                report(.valueRemoved, subject, value, nil, at: before.value.evidence.span, nil)
                continue
            }
            let member = subject.member(".\(value)")
            if before.name?.value != after.name?.value {
                report(
                    .valueRenamed, member, before.name?.value, after.name?.value,
                    at: before.value.evidence.span, after.value.evidence.span)
            }
            compareText(
                .valueDescriptionChanged, member, before.description, after.description)
        }
    }

    /// The choices of a union are told apart by what they are; two of one name are compared.
    private mutating func compareChoices(_ old: [Schema], _ new: [Schema], _ subject: Subject) {
        let pairs = match(old, new) { shapeText($0.shape.value) }
        for (text, before, after) in pairs {
            if let before, let after {
                compare(before, after, subject.member("|\(text)"))
            } else if let after {
                report(.choiceAdded, subject, nil, text, at: nil, after.shape.evidence.span)
            } else if let before {
                report(.choiceRemoved, subject, text, nil, at: before.shape.evidence.span, nil)
            }
        }
    }
}

/// A property of which no page says that it must be there may be left out.
private func isRequired(_ property: Property) -> Bool { property.required?.value ?? false }

private func kind(_ definition: NamedSchema.Definition) -> String {
    switch definition {
    case .object: "object"
    case .enumeration: "enumeration"
    case .union: "union"
    }
}
