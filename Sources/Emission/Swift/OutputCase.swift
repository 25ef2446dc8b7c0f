import APIModel
import Mustache

/// One documented answer of an operation, as a case of its `Output`.
struct OutputCase {
    let response: Response
    /// What the case carries; `nil` for an answer without a body.
    let type: SwiftType?
    let isJSON: Bool
    let name: SwiftIdentifier
    let context: TemplateObject

    init(_ response: Response, named name: SwiftIdentifier, in swift: SwiftAPI) {
        self.response = response
        self.name = name
        var type: SwiftType?
        var isJSON = false
        if let body = response.body {
            isJSON = body.isJSON
            type = isJSON ? swift.type(of: body.schema.shape.value) : .known("Data")
            if isJSON, body.schema.nullable?.value == true { type = type?.optional }
        }
        if case .code = response.status.value {
        } else {
            type = .known("HTTPResponse")
            isJSON = false
        }
        self.type = type
        self.isJSON = isJSON
        context = [
            "name": name.value,
            "status": response.status.value.literal,
            "pattern": response.status.value.pattern,
            "isExact": .boolean(response.status.value.isExact),
            "isJSON": .boolean(isJSON),
            "isPlainJSON": .boolean(response.body?.jsonMediaType == "application/json"),
            "hasBody": .boolean(type != nil),
            "isData": .boolean(type != nil && !isJSON && response.status.value.isExact),
            "type": type?.value ?? .absent,
            "mediaType": SwiftStringLiteral(
                (isJSON ? response.body?.jsonMediaType : response.body?.mediaTypes.first?.value)
                    ?? "application/octet-stream"
            ).value,
            "doc": SwiftDocComment(
                response.description?.value ?? "", indentation: 8, limit: 1
            ).value,
        ]
    }

    var isExact: Bool { response.status.value.isExact }

    var isSuccess: Bool { response.status.value.isSuccess }
}

extension SwiftAPI {
    /// The documented answers of an operation, each a case of its own.
    func outputs(of operation: Operation) -> [OutputCase] {
        var scope = IdentifierScope(reserving: ["undocumented", "success"])
        return operation.responses.map { response in
            let name = scope.member(response.status.value.wishedName)
            return OutputCase(response, named: name, in: self)
        }
    }
}

extension Response.Status {
    var isSuccess: Bool {
        guard case .code(let code) = self else { return false }
        return code >= 200 && code < 300
    }
}

extension Body {
    /// Whether its content is JSON as far as the pages say.
    var isJSON: Bool {
        mediaTypes.isEmpty || mediaTypes.contains { $0.value.lowercased().contains("json") }
    }

    /// The first of its media types that is JSON.
    fileprivate var jsonMediaType: String {
        mediaTypes.first { $0.value.lowercased().contains("json") }?.value ?? "application/json"
    }
}

extension Response.Status {
    /// What a case of it is called, unless that is taken.
    var wishedName: String {
        switch self {
        case .code(let code): knownReason(code) ?? "status \(code)"
        case .range(let digit): "status \(digit)XX"
        case .default: "other"
        }
    }

    fileprivate var isExact: Bool {
        if case .code = self { return true }
        return false
    }

    fileprivate var literal: TemplateValue {
        switch self {
        case .code(let code): SwiftCode(code).value
        case .range(let digit): SwiftCode(digit * 100).value
        case .default: SwiftCode(500).value
        }
    }

    /// What a status matches in a `switch`; the default stands last by its place in the model.
    fileprivate var pattern: TemplateValue {
        switch self {
        case .code(let code): SwiftCode(code).value
        case .range(let digit):
            SwiftCode.joined([
                SwiftCode(digit * 100), SwiftCode("..<"), SwiftCode(digit * 100 + 100),
            ]).value
        case .default: SwiftCode("_").value
        }
    }
}
