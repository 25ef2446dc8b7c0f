import APIModel
import JSONText

/// What a reference says of an API, in the order in which it says it.
///
/// It knows no markup: each format writes these values through a sink of its own, so that all of
/// them say the same.
package struct Reference: Sendable {
    package var title = ""
    package var description: String?
    package var servers: [Server] = []
    package var schemes: [ReferenceScheme] = []
    package var groups: [ReferenceGroup] = []
    package var types: [ReferenceType] = []
    /// Since the edition that the user named; empty where none was.
    package var changes: [ReferenceChange] = []
}

/// A way to authenticate, with a sentence that says how.
package struct ReferenceScheme: Sendable {
    package var name: String
    package var anchor: String
    package var sentence: String
    package var description: String?
    package var sources: [ReferenceSource]
}

/// Operations under one heading: those of a tag.
package struct ReferenceGroup: Sendable {
    /// Empty for operations without a tag.
    package var title: String
    package var anchor: String
    package var description: String?
    package var operations: [ReferenceOperation] = []
}

package struct ReferenceOperation: Sendable {
    package var operation: Operation
    /// Unique within the reference and the same as long as method and path are: `get-users-id`.
    package var anchor: String
    /// The page's summary, or `GET /users`.
    package var title: String
    package var parameters: [ReferenceParameters] = []
    package var request: ReferenceBody?
    package var responses: [ReferenceResponse] = []
    package var schemes: [ReferenceLink] = []
    package var samples: [CodeSample] = []
    package var sources: [ReferenceSource] = []
    /// What changed in it since the edition that the user named.
    package var changes: [ReferenceChange] = []
}

/// The parameters of one place: path, query, header, cookie.
package struct ReferenceParameters: Sendable {
    package var location: Parameter.Location
    package var rows: [ReferenceRow]
}

package struct ReferenceBody: Sendable {
    package var body: Body
    package var type: ReferenceTypeName
    /// Members, where the body is an object or a list of objects.
    package var rows: [ReferenceRow]
    package var examples: [ReferenceExample]
    package var sources: [ReferenceSource]
}

package struct ReferenceResponse: Sendable {
    /// `200`, `4XX` or `default`.
    package var status: String
    /// `OK`; empty for what no RFC names.
    package var phrase: String
    package var anchor: String
    package var description: String?
    package var headers: [ReferenceRow]
    package var body: ReferenceBody?
    package var sources: [ReferenceSource]
}

/// A JSON value that a page shows, credentials replaced.
package struct ReferenceExample: Sendable {
    package var title: String?
    /// Over several lines, without a line break at the end.
    package var text: String
    package var sources: [ReferenceSource]
}

/// A parameter, a header or a member, and the members below it.
package struct ReferenceRow: Sendable {
    package var name: String
    /// Of members in the entry of their type.
    package var anchor: String?
    package var type: ReferenceTypeName
    /// `nil` where no page says.
    package var isRequired: Bool?
    package var isNullable: Bool?
    package var isReadOnly = false
    package var defaultValue: String?
    package var example: String?
    /// `at least 1`, `at most 20 characters`.
    package var limits: [String] = []
    package var values: [ReferenceValue] = []
    package var description: String?
    package var deprecated: String?
    package var terms: [Term] = []
    package var sources: [ReferenceSource] = []
    package var rows: [ReferenceRow] = []
}

/// A value of an enumeration.
package struct ReferenceValue: Sendable {
    package var value: String
    package var name: String?
    package var description: String?
}

/// An object, an enumeration or a union with a name, and where it is used.
package struct ReferenceType: Sendable {
    package var schema: NamedSchema
    package var anchor: String
    /// Members of an object.
    package var rows: [ReferenceRow] = []
    /// The type of members that no page lists, where there may be any.
    package var others: ReferenceTypeName?
    package var values: [ReferenceValue] = []
    package var choices: [ReferenceTypeName] = []
    /// Operations and types that mention it, in the order of the reference.
    package var uses: [ReferenceLink] = []
    package var examples: [ReferenceExample] = []
    package var sources: [ReferenceSource] = []
}

/// The name of a type as words, of which some lead to an entry: `list of`, `User`.
package struct ReferenceTypeName: Sendable {
    package var words: [Word]

    package struct Word: Sendable {
        package var text: String
        package var anchor: String?
    }

    package var text: String { words.map(\.text).joined(separator: " ") }
}

package struct ReferenceLink: Hashable, Sendable {
    package var text: String
    /// `nil` where the reference has no entry for it.
    package var anchor: String?
}

/// A place that facts come from: `type, required` at `users.md:12`.
package struct ReferenceSource: Sendable {
    package var facts: [String]
    package var path: String
    package var line: Int
    /// How plainly it stood there: `declared`.
    package var strength: Strength
}

/// A call of an operation in one language.
package struct CodeSample: Sendable {
    package var language: SampleLanguage
    package var text: String

    package init(language: SampleLanguage, text: String) {
        self.language = language
        self.text = text
    }
}

/// What became different since an edition that the user named.
package struct ReferenceChange: Sendable {
    /// `wire`, `source` or `documentation`.
    package var level: String
    /// `GET /users query limit: became required`.
    package var sentence: String
    /// The operations it reaches, as `GET /users/{id}`.
    package var operations: [String]

    package init(level: String, sentence: String, operations: [String]) {
        self.level = level
        self.sentence = sentence
        self.operations = operations
    }
}
