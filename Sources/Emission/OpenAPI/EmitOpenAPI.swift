import APIModel
import JSONText
import SourceText

/// Whether the document says where each fact stands.
package enum OpenAPIDetail: Hashable, Sendable {
    /// `x-source` with file and line at operations and properties.
    case sources
    case plain
}

/// The API description as an OpenAPI 3.1 document.
package func emitOpenAPI(
    _ api: APIDescription, of sources: SourceSet, showing detail: OpenAPIDetail
) -> (bytes: [UInt8], notes: [Diagnostic]) {
    ([], [])
}
