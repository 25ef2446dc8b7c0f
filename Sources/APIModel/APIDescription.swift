import JSONText
import SourceText

/// What an API is, in the words of OpenAPI 3.1: the value every output is made from.
///
/// Documented names stand here unaltered; Swift names are the emitters' affair. Every object,
/// enumeration and union has a name in `schemas` and is referred to from elsewhere, so that
/// recursion needs no pointer and one shape is emitted once.
package struct APIDescription: Hashable, Sendable {
    /// The folder's or page's name, such as `Payments`.
    package var name: String
    package var title: Fact<String>?
    package var description: Fact<String>?
    package var servers: [Fact<Server>]
    package var securitySchemes: [SecurityScheme]
    package var tags: [Tag]
    /// In the order of the pages' ordering keys, then of the pages.
    package var operations: [Operation]
    /// In the order of first use.
    package var schemas: [NamedSchema]

    package init(name: String) {
        self.name = name
        servers = []
        securitySchemes = []
        tags = []
        operations = []
        schemas = []
    }
}

/// A base URL, without a trailing slash, such as `https://api.example.com`.
package struct Server: Hashable, Sendable {
    package var url: String
    package var description: String?

    package init(url: String, description: String? = nil) {
        self.url = url
        self.description = description
    }

    /// The names in braces, each once: what a caller fills in before there is an address.
    package var placeholders: [String] {
        var names: [String] = []
        for part in url.split(separator: "{").dropFirst() {
            guard let end = part.firstIndex(of: "}"), end > part.startIndex else { continue }
            let name = String(part[..<end])
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}

package struct Tag: Hashable, Sendable {
    package var name: String
    package var description: Fact<String>?

    package init(name: String, description: Fact<String>? = nil) {
        self.name = name
        self.description = description
    }
}

/// A way to authenticate that the pages show or state.
package struct SecurityScheme: Hashable, Sendable {
    /// Unique within the API; the page's own name if it gives one (`BearerAuth`).
    package var name: String
    package var kind: Fact<Kind>
    package var description: Fact<String>?

    package enum Kind: Hashable, Sendable {
        /// `Authorization: Bearer …`.
        case bearer
        case basic
        case digest
        /// A header whose value has a fixed prefix before the credential, such as
        /// `Authorization: Token …`; the prefix includes its space and may be empty.
        case header(name: String, prefix: String)
        case query(name: String)
        case cookie(name: String)
        /// Authentication that the pages name and do not explain.
        case other(String)
    }

    package init(name: String, kind: Fact<Kind>, description: Fact<String>? = nil) {
        self.name = name
        self.kind = kind
        self.description = description
    }
}
