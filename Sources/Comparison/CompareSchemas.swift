import APIModel
import JSONText

extension Comparison {
    mutating func compare(_ old: Schema, _ new: Schema, _ subject: Subject) {
        compareNullability(old, new, subject)
        compareText(.descriptionChanged, subject, old.description, new.description)
        compareDefaults(old.defaultValue, new.defaultValue, subject)
        compareExamples(old.example, new.example, subject)
        compareLimits(old.constraints, new.constraints, subject)
        compareShapes(old.shape, new.shape, subject)
    }

    mutating func compareRequired(
        _ old: (isRequired: Bool, schema: Schema), _ new: (isRequired: Bool, schema: Schema),
        _ subject: Subject
    ) {
        guard old.isRequired != new.isRequired else { return }
        report(
            new.isRequired ? .becameRequired : .becameOptional, subject,
            at: old.schema.shape.evidence.span, new.schema.shape.evidence.span)
    }

    private mutating func compareNullability(_ old: Schema, _ new: Schema, _ subject: Subject) {
        let before = old.nullable?.value ?? false
        let after = new.nullable?.value ?? false
        guard before != after else { return }
        report(
            after ? .becameNullable : .becameNonNullable, subject,
            at: (old.nullable?.evidence ?? old.shape.evidence).span,
            (new.nullable?.evidence ?? new.shape.evidence).span)
    }

    private mutating func compareDefaults(
        _ old: Fact<JSONValue>?, _ new: Fact<JSONValue>?, _ subject: Subject
    ) {
        let event: Event
        switch (old, new) {
        case (nil, nil): return
        case (nil, .some): event = .defaultAdded
        case (.some, nil): event = .defaultRemoved
        case (.some, .some): event = .defaultChanged
        }
        let before = old.map { text($0.value) }
        let after = new.map { text($0.value) }
        guard before != after else { return }
        report(event, subject, before, after, at: old?.evidence.span, new?.evidence.span)
    }

    mutating func compareExamples(
        _ old: Fact<JSONValue>?, _ new: Fact<JSONValue>?, _ subject: Subject
    ) {
        guard old.map({ text($0.value) }) != new.map({ text($0.value) }) else { return }
        report(.exampleChanged, subject, at: old?.evidence.span, new?.evidence.span)
    }

    private mutating func compareShapes(
        _ old: Fact<Shape>, _ new: Fact<Shape>, _ subject: Subject
    ) {
        switch (old.value, new.value) {
        case (.array(let before), .array(let after)):
            compare(before, after, subject.member("[]"))
        case (.dictionary(let before), .dictionary(let after)):
            compare(before, after, subject.member("{}"))
        case (.reference(let before), .reference(let after)):
            guard let first = self.old.schemas[before], let second = self.new.schemas[after] else {
                return
            }
            compare(first, second, subject, old, new)
        case (let before, let after):
            guard let event = event(from: before, to: after) else { return }
            report(
                event, subject, shapeText(before), shapeText(after), at: old.evidence.span,
                new.evidence.span)
        }
    }

    /// What it is called when a shape becomes one of another kind; `nil` where it does not.
    private func event(from old: Shape, to new: Shape) -> Event? {
        if isOpen(old) { return isOpen(new) ? nil : .typeStated }
        if isOpen(new) { return .typeNoLongerStated }
        switch (old, new) {
        case (.string(let before), .string(let after)):
            if before == after { return nil }
            if before == .plain { return .formatStated }
            return after == .plain ? .formatNoLongerStated : .formatChanged
        case (.number, .decimal), (.decimal, .number): return .precisionChanged
        default:
            if isPlain(old), isEnumeration(new, of: self.new) { return .becameEnumeration }
            if isPlain(new), isEnumeration(old, of: self.old) { return .noLongerEnumeration }
            return shapeText(old) == shapeText(new) ? nil : .typeChanged
        }
    }

    private func isEnumeration(_ shape: Shape, of side: Side) -> Bool {
        guard case .reference(let name) = shape, let schema = side.schemas[name] else {
            return false
        }
        if case .enumeration = schema.definition { return true }
        return false
    }
}

/// Whether nothing, or nothing that can be followed, says what a value is.
private func isOpen(_ shape: Shape) -> Bool {
    switch shape {
    case .unknown, .unresolved: true
    case .boolean, .integer, .number, .decimal, .string, .array, .dictionary, .reference: false
    }
}

/// Whether values of a list may be written so: as texts or as whole numbers.
private func isPlain(_ shape: Shape) -> Bool {
    switch shape {
    case .string, .integer: true
    case .unknown, .boolean, .number, .decimal, .array, .dictionary, .reference, .unresolved: false
    }
}

private func text(_ value: JSONValue) -> String {
    String(decoding: writeCompactJSON(value), as: UTF8.self)
}
