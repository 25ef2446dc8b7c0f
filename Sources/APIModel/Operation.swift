import JSONText
import SourceText

/// One method on one path.
package struct Operation: Hashable, Sendable {
    /// Unique within the API, lower camel case, speaking: `listOrganizationUsers`.
    package var id: String
    package var method: Fact<Method>
    package var path: Fact<PathTemplate>
    package var summary: Fact<String>?
    package var description: Fact<String>?
    package var tags: [String]
    package var deprecated: Fact<String>?
    /// The page's own key for sorting, as written (`2.04`).
    package var orderingKey: Fact<String>?
    /// Servers of this operation when they differ from the API's.
    package var servers: [Fact<Server>]
    /// Names of security schemes, any of which will do. Empty: none documented.
    package var security: [Fact<String>]
    /// Permissions, roles or scopes that the caller needs.
    package var permissions: [Fact<Permission>]
    package var parameters: [Parameter]
    package var requestBody: Body?
    /// By status code as the page lists them.
    package var responses: [Response]
    package var externalNotes: [Fact<String>]

    package init(id: String, method: Fact<Method>, path: Fact<PathTemplate>) {
        self.id = id
        self.method = method
        self.path = path
        tags = []
        servers = []
        security = []
        permissions = []
        parameters = []
        responses = []
        externalNotes = []
    }
}

/// The methods of RFC 9110 §9 and PATCH of RFC 5789.
package enum Method: String, Hashable, Sendable, CaseIterable {
    case get = "GET"
    case put = "PUT"
    case post = "POST"
    case delete = "DELETE"
    case patch = "PATCH"
    case head = "HEAD"
    case options = "OPTIONS"
    case trace = "TRACE"
    /// Methods of other RFCs and of caches that pages document.
    case copy = "COPY"
    case link = "LINK"
    case list = "LIST"
    case lock = "LOCK"
    case makeCollection = "MKCOL"
    case merge = "MERGE"
    case move = "MOVE"
    case findProperties = "PROPFIND"
    case patchProperties = "PROPPATCH"
    case purge = "PURGE"
    case query = "QUERY"
    case report = "REPORT"
    case search = "SEARCH"
    case unlink = "UNLINK"
    case unlock = "UNLOCK"

    /// A method as people write it: those that everybody knows in any case, the others in capitals,
    /// for "List", "search" and "Report" are words.
    package init?(written word: some StringProtocol) {
        guard let method = Method(rawValue: word.uppercased()),
            method.isKnownToOpenAPI || method == .copy || method.rawValue == word
        else { return nil }
        self = method
    }

    /// Whether OpenAPI has a place for it.
    package var isKnownToOpenAPI: Bool {
        switch self {
        case .get, .put, .post, .delete, .patch, .head, .options, .trace: true
        case .copy, .link, .list, .lock, .makeCollection, .merge, .move, .findProperties,
            .patchProperties, .purge, .query, .report, .search, .unlink, .unlock:
            false
        }
    }
}

/// `/orgs/{orgId}/users/`: literal text and placeholders in order, trailing slash kept.
package struct PathTemplate: Hashable, Sendable {
    package var parts: [Part]

    package enum Part: Hashable, Sendable {
        /// Literal text, slashes included, percent-encoded where a URI demands it.
        case literal(String)
        /// The documented name, which may hold spaces (`organization id`).
        case placeholder(String)
    }

    package init(_ parts: [Part]) {
        self.parts = parts
    }

    package var placeholders: [String] {
        parts.compactMap { part in
            guard case .placeholder(let name) = part else { return nil }
            return name
        }
    }

    /// With placeholders in braces, as OpenAPI writes it.
    package var text: String {
        parts.reduce(into: "") { text, part in
            switch part {
            case .literal(let literal): text += literal
            case .placeholder(let name): text += "{\(name)}"
            }
        }
    }
}

/// A permission, role or scope the documentation demands.
package struct Permission: Hashable, Sendable {
    /// The documented name, such as `view_org_users`.
    package var name: String
    /// The sentence that demands it.
    package var description: String?

    package init(name: String, description: String? = nil) {
        self.name = name
        self.description = description
    }
}

package struct Parameter: Hashable, Sendable {
    package var name: Fact<String>
    package var location: Fact<Location>
    /// `nil` where no page says; path parameters are always required.
    package var required: Fact<Bool>?
    package var schema: Schema
    package var description: Fact<String>?
    var rare = Rarely<Rare>()

    package enum Location: String, Hashable, Sendable, CaseIterable {
        case path, query, header, cookie
    }

    package init(name: Fact<String>, location: Fact<Location>, schema: Schema) {
        self.name = name
        self.location = location
        self.schema = schema
    }
}

/// How a list of values stands in a parameter.
package enum ListStyle: String, Hashable, Sendable, CaseIterable {
    /// `ids=1,2`.
    case comma = "comma-separated"
    /// `ids=1&ids=2`.
    case repeated
    /// `ids[]=1&ids[]=2`.
    case brackets = "in brackets"
    /// `ids=1|2`.
    case pipe = "pipe-separated"
    /// `ids=1%202`.
    case space = "space-separated"
}

/// One documented form of a parameter's value: `has: 2FA`, `access(project: project, with: role)`.
package struct Term: Hashable, Sendable {
    /// The key or function, such as `access`.
    package var name: String
    /// Arguments in order. `label` is empty for `key: value` terms.
    package var arguments: [Argument]
    package var description: Fact<String>

    package struct Argument: Hashable, Sendable {
        package var label: String
        /// The placeholder's or literal's text.
        package var value: String
        /// Whether the value stands as it is (`2FA`) instead of for something (`email`).
        package var isLiteral: Bool

        package init(label: String, value: String, isLiteral: Bool) {
            self.label = label
            self.value = value
            self.isLiteral = isLiteral
        }
    }

    package init(name: String, arguments: [Argument], description: Fact<String>) {
        self.name = name
        self.arguments = arguments
        self.description = description
    }
}

/// A request or response body.
package struct Body: Hashable, Sendable {
    /// Most specific first; `application/json` where a JSON sample shows it.
    package var mediaTypes: [Fact<String>]
    package var schema: Schema
    package var required: Fact<Bool>?
    package var description: Fact<String>?
    package var examples: [Example]

    package init(schema: Schema) {
        mediaTypes = []
        self.schema = schema
        examples = []
    }
}

package struct Response: Hashable, Sendable {
    package var status: Fact<Status>
    package var description: Fact<String>?
    package var headers: [Parameter]
    /// `nil` where no page shows or describes one.
    package var body: Body?

    package init(status: Fact<Status>) {
        self.status = status
        headers = []
    }

    package enum Status: Hashable, Sendable {
        case code(Int)
        /// `4XX`: the first digit.
        case range(Int)
        case `default`
    }
}

/// A value a page shows.
package struct Example: Hashable, Sendable {
    package var title: String?
    /// As shown, credentials replaced.
    package var value: JSONValue
    package var evidence: Evidence
    /// Whether the page elides parts of it (`...`), so that it proves no absence.
    package var isPartial: Bool

    package init(title: String? = nil, value: JSONValue, evidence: Evidence, isPartial: Bool) {
        self.title = title
        self.value = value
        self.evidence = evidence
        self.isPartial = isPartial
    }
}

extension Method {
    /// Whether requests usually carry content (RFC 9110 §9.3).
    package var sendsBody: Bool {
        switch self {
        case .post, .put, .patch, .findProperties, .lock, .merge, .patchProperties, .query, .report,
            .search:
            true
        case .get, .delete, .head, .options, .trace, .copy, .link, .list, .makeCollection, .move,
            .purge, .unlink, .unlock:
            false
        }
    }
}

extension Response.Status {
    /// Whether it tells of a success; `default` may be of either.
    package var isSuccess: Bool {
        switch self {
        case .code(let code): code >= 200 && code < 300
        case .range(let digit): digit == 2
        case .default: false
        }
    }

    /// Whether it tells of a failure (RFC 9110 §15.5, §15.6); `default` may be of either.
    package var isError: Bool {
        switch self {
        case .code(let code): code >= 400
        case .range(let digit): digit >= 4
        case .default: false
        }
    }
}
