import JSONText

extension Schema {
    /// What few pages say of one.
    struct Rare: RareParts, Hashable {
        var nullable: Fact<Bool>?
        var defaultValue: Fact<JSONValue>?
        var example: Fact<JSONValue>?
        var textSpelling: Fact<String>?
    }

    /// Whether `null` is a value; `nil` where nothing says so.
    package var nullable: Fact<Bool>? {
        get { rare.parts.nullable }
        set { if !rare.isNothing || newValue != nil { rare.parts.nullable = newValue } }
    }
    package var defaultValue: Fact<JSONValue>? {
        get { rare.parts.defaultValue }
        set { if !rare.isNothing || newValue != nil { rare.parts.defaultValue = newValue } }
    }
    package var example: Fact<JSONValue>? {
        get { rare.parts.example }
        set { if !rare.isNothing || newValue != nil { rare.parts.example = newValue } }
    }
    /// A number or truth value that a sample of a request writes as a string, against the documented
    /// type: what stands in the string. Servers take both.
    package var textSpelling: Fact<String>? {
        get { rare.parts.textSpelling }
        set { if !rare.isNothing || newValue != nil { rare.parts.textSpelling = newValue } }
    }
    /// Whether a server takes text for it; a correction may have made it text since.
    package var isTakenAsText: Bool {
        switch shape.value {
        case .boolean, .integer, .number, .decimal: textSpelling != nil
        case .unknown, .string, .array, .dictionary, .reference, .unresolved: false
        }
    }
}

extension Parameter {
    /// What few pages say of one.
    struct Rare: RareParts, Hashable {
        var deprecated: Fact<String>?
        var example: Fact<JSONValue>?
        var givenName: Fact<String>?
        var listStyle: Fact<ListStyle>?
        var terms: [Term] = []
    }

    package var deprecated: Fact<String>? {
        get { rare.parts.deprecated }
        set { if !rare.isNothing || newValue != nil { rare.parts.deprecated = newValue } }
    }
    package var example: Fact<JSONValue>? {
        get { rare.parts.example }
        set { if !rare.isNothing || newValue != nil { rare.parts.example = newValue } }
    }
    /// What the user wants it called in code; the documented name is what is sent.
    package var givenName: Fact<String>? {
        get { rare.parts.givenName }
        set { if !rare.isNothing || newValue != nil { rare.parts.givenName = newValue } }
    }
    /// How a list is written; `nil` where no page says so.
    package var listStyle: Fact<ListStyle>? {
        get { rare.parts.listStyle }
        set { if !rare.isNothing || newValue != nil { rare.parts.listStyle = newValue } }
    }
    /// Structured values that a string parameter understands, such as search terms.
    package var terms: [Term] {
        get { rare.parts.terms }
        set { if !rare.isNothing || !newValue.isEmpty { rare.parts.terms = newValue } }
    }
}

extension Property {
    /// What few pages say of one.
    struct Rare: RareParts, Hashable {
        var deprecated: Fact<String>?
        var readOnly: Fact<Bool>?
        var givenName: Fact<String>?
    }

    package var deprecated: Fact<String>? {
        get { rare.parts.deprecated }
        set { if !rare.isNothing || newValue != nil { rare.parts.deprecated = newValue } }
    }
    package var readOnly: Fact<Bool>? {
        get { rare.parts.readOnly }
        set { if !rare.isNothing || newValue != nil { rare.parts.readOnly = newValue } }
    }
    /// What the user wants it called in code; the documented name is what is sent.
    package var givenName: Fact<String>? {
        get { rare.parts.givenName }
        set { if !rare.isNothing || newValue != nil { rare.parts.givenName = newValue } }
    }
}
