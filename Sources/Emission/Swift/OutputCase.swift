import APIModel
import Mustache

/// One documented answer of an operation, as a case of its `Output`.
struct OutputCase {
    let response: Response
    /// What the case carries; `nil` for an answer without a body.
    let type: SwiftType?
    let isJSON: Bool
    let isStreamed: Bool
    /// Whether a body that it reads stands for several statuses, so that the case has to say which.
    let carriesStatus: Bool
    let name: SwiftIdentifier
    /// The documented headers that are its own to set.
    let headers: [OutputHeader]
    /// What the page says of it, unless so many operations say the same that it stands elsewhere.
    let description: String?

    init(_ response: Response, named name: SwiftIdentifier, in swift: SwiftAPI) {
        self.response = response
        self.name = name
        var type: SwiftType?
        var isJSON = false
        if let body = response.body {
            isJSON = body.isJSON
            type = isJSON ? swift.type(of: body.schema.shape.value) : body.bytesType
            if isJSON, body.schema.nullable?.value == true { type = type?.optional }
        }
        let isExact = response.status.value.isExact
        self.type = isExact || isJSON ? type : .known("HTTPResponse")
        self.isJSON = isJSON
        carriesStatus = isJSON && !isExact
        isStreamed = isExact && response.body?.isStreamed == true
        headers = isExact || isJSON ? swift.headers(of: response) : []
        description = DescribedStatus(response).flatMap { described in
            swift.repeatedAnswers.contains(described) ? nil : described.text
        }
    }

    var context: TemplateObject {
        var context: TemplateObject = [
            "name": name.value,
            "status": SwiftCode.of(response.status.value).value,
            "pattern": response.status.value.pattern.value,
            "isExact": .boolean(response.status.value.isExact),
            "isJSON": .boolean(isJSON),
            "isStreamed": .boolean(isStreamed),
            "isPlainJSON": .boolean(response.body?.jsonMediaType == "application/json"),
            "hasBody": .boolean(type != nil),
            "hasHeaders": .boolean(hasLabels),
            "isData": .boolean(type != nil && !isJSON && response.status.value.isExact),
            "type": type?.value ?? .absent,
            "mediaType": .absent, "declaration": .list([]), "reading": .list([]),
            "binding": .list([]), "answering": .list([]), "setting": .list([]),
            "unwrapping": .absent,
            "doc": SwiftDocComment(description ?? "", indentation: 8, limit: 2).value,
        ]
        context["mediaType"] = SwiftStringLiteral(mediaType).value
        if hasLabels {
            for line in headerLines.members { context[line.name] = line.value }
        }
        return context
    }

    /// Whether the case has more than a body.
    private var hasLabels: Bool { carriesStatus || !headers.isEmpty }

    /// What a server calls its body.
    var mediaType: String {
        let documented =
            isJSON ? response.body?.jsonMediaType : response.body?.mediaTypes.first?.value
        return documented ?? "application/octet-stream"
    }

    var isExact: Bool { response.status.value.isExact }

    /// What the status matches in a `switch`.
    var pattern: SwiftCode { response.status.value.pattern }

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

extension SwiftCode {
    /// A status, or the first of those it stands for.
    static func of(_ status: Response.Status) -> SwiftCode {
        switch status {
        case .code(let code): SwiftCode(code)
        case .range(let digit): SwiftCode(digit * 100)
        case .default: SwiftCode(500)
        }
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

    var isExact: Bool {
        if case .code = self { return true }
        return false
    }

    /// What a status matches in a `switch`; the default stands last by its place in the model.
    fileprivate var pattern: SwiftCode {
        switch self {
        case .code(let code): SwiftCode(code)
        case .range(let digit):
            SwiftCode.joined([
                SwiftCode(digit * 100), SwiftCode("..<"), SwiftCode(digit * 100 + 100),
            ])
        case .default: SwiftCode("_")
        }
    }
}
