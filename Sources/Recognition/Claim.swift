import APIModel
import JSONText
import SourceText

/// One thing a page says, where it says it, and under which headings.
///
/// Recognizers claim and decide nothing: two claims may contradict each other, and Resolution
/// ranks them by their evidence.
package struct Claim: Sendable {
    package var statement: Statement
    /// The whole block that the statement was read from.
    package var span: SourceSpan
    /// Index into `PageClaims.sections`.
    package var section: Int

    package init(_ statement: Statement, _ span: SourceSpan, section: Int) {
        self.statement = statement
        self.span = span
        self.section = section
    }
}

/// Held by reference: some statements are a thousand times as large as others, and every claim
/// would take as much as the largest.
package indirect enum Statement: Sendable {
    /// A line that opens an operation: method and path in a place reserved for them.
    case request(RequestClaim)
    /// A line that would be a request if its method were known: it opens an operation that the model
    /// cannot hold.
    case foreignMethod(Said<String>)
    /// A code sample that calls the operation; corroborates, and stands in for a missing line.
    case call(SampleCall)
    case fields(FieldList)
    case sample(Sample)
    case statuses([StatusLine])
    /// A table of the values of one or more fields.
    case values([ValueRow])
    case security(SecurityStatement)
    case permissions([Said<Permission>])
    case mediaTypes([Said<String>], direction: Direction)
    /// A heading, label or front matter entry that names the operation.
    case name(Said<String>)
    case prose(Said<String>)
    case orderingKey(Said<String>)
    /// A base URL that a place reserved for it gives.
    case server(Said<Server>)
    /// Where the paths of a section begin, on whichever server.
    case basePath(Said<PathTemplate>)
    case deprecation(Said<String>)
    /// Fields by reference into a parameter file; `assemble` turns them into fields.
    case references(Said<String>, [ParameterReference])
    /// A query parameter that prose mentions with a code value (``set `envelope` to `true` ``).
    case mention(Field)
    /// What a message or a documented thing is as a whole; its name is empty.
    case content(Field)
    /// A message is as that of another operation.
    case same(Sameness)
    /// A message is what a sentence calls by a name.
    case thing(ToldThing)
    /// The identifier that a program knows the operation by.
    case operationID(Said<String>)
    /// What the page itself puts the operation under.
    case group(Said<String>)
    /// A fragment that the page includes and nobody supplied.
    case missingInclude(Said<String>)
}

/// A value with the place that says it.
package struct Said<Value: Equatable & Sendable>: Equatable, Sendable {
    package var value: Value
    package var evidence: Evidence

    package init(_ value: Value, _ evidence: Evidence) {
        self.value = value
        self.evidence = evidence
    }
}

package enum Direction: String, Sendable {
    case request, response
}

package struct RequestClaim: Sendable {
    package var method: Said<Method>
    package var path: Said<PathTemplate>
    /// The server the line begins with, if it is an absolute URL.
    package var server: Said<String>?
    /// Placeholders of the path that say their type.
    package var placeholders: [Field] = []
    /// Parameters in the line's query part.
    package var query: [Field]
    /// That part as it stands there.
    package var spelledQuery = ""
    /// What a call that stands for the line is said to do.
    package var title: Said<String>?
    package var isDeprecated: Bool

    package init(
        method: Said<Method>, path: Said<PathTemplate>, server: Said<String>? = nil,
        query: [Field] = [], isDeprecated: Bool = false
    ) {
        self.method = method
        self.path = path
        self.server = server
        self.query = query
        self.isDeprecated = isDeprecated
    }
}

package struct SampleCall: Sendable {
    package var method: Said<String>?
    package var url: Said<String>
    package var headers: [HTTPHead.Header]
    package var body: Sample?
    package var form: SampleForm?
    package var authentication: Authentication?
    /// What it says of the body that it sends, where that is no form.
    package var mediaType: Said<String>?
    /// What the line before it says that it does, where it stands among others.
    package var remark: Said<String>?

    package enum Authentication: String, Sendable {
        case basic, digest
    }

    package init(
        method: Said<String>?, url: Said<String>, headers: [HTTPHead.Header] = [],
        body: Sample? = nil, authentication: Authentication? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.authentication = authentication
    }
}

/// A form that a call sends: its media type, and its fields by name.
package struct SampleForm: Sendable {
    package var mediaType: Said<String>
    package var fields: [Field]

    package init(mediaType: Said<String>, fields: [Field]) {
        self.mediaType = mediaType
        self.fields = fields
    }

    package struct Field: Sendable {
        package var name: Said<String>
        package var value: String
        package var isFile: Bool

        package init(name: Said<String>, value: String, isFile: Bool) {
            self.name = name
            self.value = value
            self.isFile = isFile
        }
    }
}

/// A JSON value, or several, that a page shows.
package struct Sample: Equatable, Sendable {
    package var document: JSONDocument
    package var evidence: Evidence
    /// What its label says; `nil` leaves it to the section.
    package var direction: Direction?
    package var status: Int?
    package var title: String?
    /// Whether it only illustrates: the page states elsewhere what there is.
    package var isIllustration = false

    package init(
        document: JSONDocument, evidence: Evidence, direction: Direction? = nil,
        status: Int? = nil, title: String? = nil
    ) {
        self.document = document
        self.evidence = evidence
        self.direction = direction
        self.status = status
        self.title = title
    }
}

package struct StatusLine: Sendable {
    package var status: Said<Response.Status>
    package var meaning: Said<String>?
    package var description: Said<String>?
    package var type: Said<TypeExpression>?
    /// Fields of the body that stand below the status, as `Status Code **200**` tables do.
    package var headers: [Field]
    package var mediaTypes: [Said<String>]

    package init(
        status: Said<Response.Status>, meaning: Said<String>? = nil,
        description: Said<String>? = nil, type: Said<TypeExpression>? = nil
    ) {
        self.status = status
        self.meaning = meaning
        self.description = description
        self.type = type
        headers = []
        mediaTypes = []
    }
}

package struct ValueRow: Equatable, Sendable {
    /// The field the value belongs to, depth marks removed; empty where the section names it.
    package var field: String
    package var depth: Int
    package var value: Said<String>
    package var description: Said<String>?
    /// What a column of its own calls the value.
    package var name: Said<String>?
    /// Whether the description is one, and holds no name before a dash.
    package var isStated = false

    package init(
        field: String, depth: Int = 0, value: Said<String>, description: Said<String>? = nil
    ) {
        self.field = field
        self.depth = depth
        self.value = value
        self.description = description
    }
}

package enum SecurityStatement: Sendable {
    case scheme(name: String, kind: Said<SecurityScheme.Kind>, description: String?)
    /// A name of a scheme that the operation needs.
    case requirement(Said<String>)
    /// A way to authenticate that words or header lines state.
    case use(Said<SecurityScheme.Kind>, SecurityReach)
    /// That nobody is asked who calls.
    case none(Evidence)
}

/// What a statement on security says it holds for.
package enum SecurityReach: String, Sendable {
    case api, operation, unsaid
}
