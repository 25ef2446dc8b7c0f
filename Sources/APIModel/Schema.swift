import JSONText
import SourceText

/// The shape of a JSON value and what pages say of it.
package struct Schema: Hashable, Sendable {
    package var shape: Fact<Shape>
    package var description: Fact<String>?
    package var constraints: Constraints
    var rare = Rarely<Rare>()

    package init(_ shape: Fact<Shape>) {
        self.shape = shape
        constraints = Constraints()
    }
}

package enum Shape: Hashable, Sendable {
    /// Nothing says what it is: any JSON value.
    case unknown
    case boolean
    case integer
    case number
    /// A number whose digits count, such as money.
    case decimal
    case string(StringFormat)
    indirect case array(Schema)
    /// An object whose keys are data.
    indirect case dictionary(Schema)
    /// A named object, enumeration or union of `APIDescription.schemas`.
    case reference(String)
    /// A name the pages refer to and do not document: any JSON value, told apart from `unknown`.
    case unresolved(String)
}

package enum StringFormat: String, Hashable, Sendable, CaseIterable {
    case plain = ""
    case date
    case dateTime = "date-time"
    case uuid
    case uri
    case email
    case byte
    case binary
    /// Kept as text everywhere: no page proves more.
    case password
}

/// Limits that pages state.
///
/// Most schemas have none, and all would be half as large again for them: so what is stated stands
/// behind one reference.
package struct Constraints: Hashable, Sendable {
    private var stated = Stated.nothing

    package init() {}

    package var minimum: Fact<String>? {
        get { limits.minimum }
        set { limits.minimum = newValue }
    }
    package var maximum: Fact<String>? {
        get { limits.maximum }
        set { limits.maximum = newValue }
    }
    package var minimumLength: Fact<Int>? {
        get { limits.minimumLength }
        set { limits.minimumLength = newValue }
    }
    package var maximumLength: Fact<Int>? {
        get { limits.maximumLength }
        set { limits.maximumLength = newValue }
    }
    package var pattern: Fact<String>? {
        get { limits.pattern }
        set { limits.pattern = newValue }
    }

    private struct Limits: Hashable, Sendable {
        var minimum: Fact<String>?
        var maximum: Fact<String>?
        var minimumLength: Fact<Int>?
        var maximumLength: Fact<Int>?
        var pattern: Fact<String>?
    }

    private indirect enum Stated: Hashable, Sendable {
        case nothing
        case limits(Limits)
    }

    private var limits: Limits {
        get {
            switch stated {
            case .nothing: Limits()
            case .limits(let limits): limits
            }
        }
        set { stated = newValue == Limits() ? .nothing : .limits(newValue) }
    }
}

/// A schema with a name of its own: what becomes a Swift type.
package struct NamedSchema: Hashable, Sendable {
    /// Unique within the API, upper camel case.
    package var name: String
    /// The page's own title for it (`Person Object`), if it has one.
    package var documentedName: Fact<String>?
    package var description: Fact<String>?
    package var definition: Definition
    package var examples: [Example]

    package enum Definition: Hashable, Sendable {
        case object(ObjectSchema)
        case enumeration(Enumeration)
        case union([Schema])
    }

    package init(name: String, definition: Definition) {
        self.name = name
        self.definition = definition
        examples = []
    }
}

package struct ObjectSchema: Hashable, Sendable {
    /// In page order.
    package var properties: [Property]
    /// The shape of undocumented members, where a page says that there may be any.
    package var additionalProperties: Schema?

    package init(properties: [Property], additionalProperties: Schema? = nil) {
        self.properties = properties
        self.additionalProperties = additionalProperties
    }
}

package struct Property: Hashable, Sendable {
    package var name: Fact<String>
    package var schema: Schema
    /// Whether it must be present; `nil` where nothing says so.
    package var required: Fact<Bool>?
    var rare = Rarely<Rare>()

    package init(name: Fact<String>, schema: Schema) {
        self.name = name
        self.schema = schema
    }
}

/// A closed list as far as the pages know; emitted open, since services grow.
package struct Enumeration: Hashable, Sendable {
    package var base: Base
    /// In page order, unique by value.
    package var values: [EnumerationValue]

    package enum Base: String, Hashable, Sendable {
        case string, integer
    }

    package init(base: Base, values: [EnumerationValue]) {
        self.base = base
        self.values = values
    }
}

package struct EnumerationValue: Hashable, Sendable {
    /// The wire value: `ACTIVE`, or an integer's decimal digits.
    package var value: Fact<String>
    /// The page's name for a value that does not speak: `WORKSPACES` for 2.
    package var name: Fact<String>?
    package var description: Fact<String>?

    package init(value: Fact<String>) {
        self.value = value
    }
}
