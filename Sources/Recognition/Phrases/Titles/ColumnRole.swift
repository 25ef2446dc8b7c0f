/// What the cells of a table column hold.
package enum ColumnRole: Sendable {
    case name, type, format, required, location, defaultValue, description
    case status, meaning, schema, value, allowedValues, example, restrictions, nullable
    case permission, method, path, header
    case mediaType, credential, deprecated, readOnly
    case minimum, maximum, minimumLength, maximumLength, pattern, listStyle
    case other
}

/// A header cell: its role, and the section that its words name besides.
package struct ColumnHeading: Sendable {
    package let role: ColumnRole
    /// `Query parameters` over a column of names says what the whole table lists.
    package let section: SectionRole?
}

/// Reads a header cell by its words, never by its position.
package func classifyColumn(_ text: MarkedText) -> ColumnHeading {
    let words = text.tokens.filter { !$0.word.isEmpty }.map(\.word)
    guard !words.isEmpty else { return ColumnHeading(role: .other, section: nil) }
    if words == ["query"] || words == ["querystring"] {
        return ColumnHeading(role: .name, section: .parameters(location: .query, required: nil))
    }
    if let role = columnRole(words) ?? fineColumnRole(words) {
        return ColumnHeading(role: role, section: role == .name ? namedSection(text, words) : nil)
    }
    if let section = namedSection(text, words) {
        return ColumnHeading(role: .name, section: section)
    }
    return ColumnHeading(role: columnRoleOfLastWord(words), section: nil)
}

private func columnRole(_ words: [String]) -> ColumnRole? {
    switch words.joined(separator: " ") {
    case "name", "field", "parameter", "param", "property", "key", "attribute", "argument",
        "element", "member", "column", "variable", "option", "flag", "fields", "parameters",
        "attributes", "properties", "field name", "parameter name", "property name", "key name",
        "attribute name", "json key", "names", "setting", "item", "variable name", "arguments",
        "column name", "claim", "title", "key path", "keypath", "field path", "json path",
        "property path", "path parameter", "path element", "params", "args":
        return .name
    case "type", "data type", "datatype", "field type", "value type", "json type", "types",
        "parameter type", "format type", "kind", "class", "type required", "type optional",
        "type required optional", "type optional required", "required type":
        return .type
    case "format": return .format
    case "required", "required?", "optional", "required optional", "mandatory", "is required",
        "req", "req d", "requirement", "optional required", "presence", "necessity",
        "multiplicity", "cardinality", "occurrence", "occurrences":
        return .required
    case "in", "location", "located in", "where", "place", "param type": return .location
    case "default", "default value", "defaults", "initial value": return .defaultValue
    case "description", "notes", "note", "details", "comment", "comments", "explanation", "desc",
        "summary", "information", "remarks", "purpose", "usage", "definition", "documentation",
        "descriptions", "about":
        return .description
    case "status", "code", "status code", "http code", "response code", "http status",
        "http status code", "response status", "error code", "http response code", "statuscode",
        "http response", "http", "produces":
        return .status
    case "meaning", "reason", "cause", "message", "reason phrase", "title message": return .meaning
    case "schema", "model", "response schema", "body", "response", "response type": return .schema
    case "value", "id", "constant", "enum value": return .value
    case "allowed values", "possible values", "values", "valid values", "accepted values",
        "options", "supported values", "enum", "allowed keys", "choices":
        return .allowedValues
    case "example", "example value", "sample", "examples", "sample value", "example s":
        return .example
    case "restrictions", "constraints", "validation", "limits", "restriction", "rules",
        "constraint", "range":
        return .restrictions
    case "nullable", "null", "can be null", "null allowed": return .nullable
    case "permission", "permissions", "scope", "scopes", "role", "roles", "privilege",
        "required scope", "required permission", "allowed roles":
        return .permission
    case "method", "http method", "verb", "http verb": return .method
    case "path", "endpoint", "url", "uri", "route", "resource", "uri template", "request":
        return .path
    case "header", "header name", "headers", "http header", "header field": return .header
    default: return nil
    }
}

/// Columns that tables have which say everything of a field, each a thing.
private func fineColumnRole(_ words: [String]) -> ColumnRole? {
    switch words.joined(separator: " ") {
    case "media type", "media types", "content type", "content types", "mime type": .mediaType
    case "credential", "credentials", "sent as": .credential
    case "deprecated": .deprecated
    case "read-only", "readonly", "read only": .readOnly
    case "minimum": .minimum
    case "maximum": .maximum
    case "minimum length", "min length": .minimumLength
    case "maximum length", "max length": .maximumLength
    case "pattern", "regular expression", "regex": .pattern
    case "list style", "collection format": .listStyle
    default: nil
    }
}

/// `Query parameters`, `Path variables`, `Request body`: names the section over its names.
private func namedSection(_ text: MarkedText, _ words: [String]) -> SectionRole? {
    guard words.count >= 2 else { return nil }
    let role = classifyHeading(text).role
    switch role {
    case .parameters(let location, let required):
        return location == nil && required == nil && !words.contains("request") ? nil : role
    case .requestBody, .responseFields, .responseHeaders: return role
    case .object, .member, .request, .requestExample, .response, .responseExample, .statusCodes,
        .errors, .security, .permissions, .enumeratedValues, .properties, .codeSamples, .example,
        .consumes, .produces, .description, .operation, .other:
        return nil
    }
}

private func columnRoleOfLastWord(_ words: [String]) -> ColumnRole {
    // "What it returns", "What it does".
    if words.first == "what" { return .description }
    switch words.last {
    case "description", "notes", "details": return .description
    case "type", "datatype": return .type
    case "parameter", "parameters", "field", "fields", "property", "attribute", "name", "variables",
        "key", "argument":
        return .name
    case "required", "optional": return .required
    case "default": return .defaultValue
    case "code", "status": return .status
    case "value": return .value
    case "example": return .example
    default: return .other
    }
}
