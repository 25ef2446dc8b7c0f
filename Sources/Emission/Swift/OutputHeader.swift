import APIModel
import Mustache

/// A documented header of an answer, as a labelled value of its output's case.
///
/// All are optional, since what a page says of a header a proxy may undo.
struct OutputHeader {
    let name: SwiftIdentifier
    let type: SwiftType
    let wireName: SwiftCode
    /// Whether the pages say that it is always there.
    let isRequired: Bool
    let isLink: Bool
    /// What the pages show for it, or something of its type.
    let sample: SwiftCode

    fileprivate init(_ header: Parameter, named name: SwiftIdentifier, in swift: SwiftAPI) {
        self.name = name
        let (type, isList) = swift.type(of: header)
        self.type = isList ? .known("String", isText: true) : type
        wireName = .of(SwiftStringLiteral(header.name.value))
        isLink = header.isLink
        isRequired = header.required?.value == true
        sample = .of(SwiftStringLiteral(wireText(swift.sampleValue(of: header))))
    }
}

extension SwiftAPI {
    /// Without those that say how the message travels, which whoever carries it sets.
    func headers(of response: Response) -> [OutputHeader] {
        if response.headers.isEmpty { return [] }
        var scope = IdentifierScope(reserving: ["body", "response", "status"])
        var seen = carriersHeaders
        return response.headers.filter { seen.insert($0.name.value.lowercased()).inserted }.map {
            OutputHeader(
                $0, named: scope.member($0.givenName?.value ?? $0.name.value), in: self)
        }
    }

    var hasOutputHeaders: Bool {
        api.operations.contains { operation in
            operation.responses.contains { !$0.headers.isEmpty }
                && outputs(of: operation).contains { !$0.headers.isEmpty }
        }
    }
}

private let carriersHeaders: Set<String> = [
    "connection", "content-length", "content-type", "date", "keep-alive", "trailer",
    "transfer-encoding", "upgrade",
]

extension OutputCase {
    /// How the case is declared, made of a response by a client, and made one by a server.
    var headerLines: TemplateObject {
        var context: TemplateObject = [:]
        let labels =
            headers.map { SwiftCode.labelled($0.name, .of($0.type.optional)) }
            + (carriesStatus ? [SwiftCode("status: Int")] : [])
        context["declaration"] = SwiftCode.list(
            [SwiftCode("case "), .of(name), SwiftCode("(")],
            (type.map { [SwiftCode.of($0)] } ?? []) + labels,
            [SwiftCode(")")], indentation: 4)
        let status = carriesStatus ? [SwiftCode("status: response.status")] : []
        let read =
            headers.map { header in
                SwiftCode.labelled(
                    header.name,
                    .joined([SwiftCode("response.header("), header.wireName, SwiftCode(")")]))
            } + status
        let bytes = isStreamed ? SwiftCode("response.bytes") : SwiftCode("response.body")
        let body = isJSON ? SwiftCode("try response.json()") : bytes
        context["reading"] = SwiftCode.branch(
            .joined([SwiftCode("case "), pattern, SwiftCode(":")]),
            [SwiftCode("."), .of(name), SwiftCode("(")], (type == nil ? [] : [body]) + read,
            [SwiftCode(")")], indentation: 8)
        context["answering"] = answer
        let names =
            headers.map { SwiftCode.joined([SwiftCode("let "), .of($0.name)]) }
            + (carriesStatus ? [SwiftCode("let status")] : [])
        context["binding"] = SwiftCode.list(
            [SwiftCode("case ."), .of(name), SwiftCode("(")],
            (type == nil ? [] : [SwiftCode("let body")]) + names, [SwiftCode("):")],
            indentation: 12)
        context["setting"] = .list(
            headers.map { header in
                .object([
                    "line": SwiftCode.joined([
                        SwiftCode(".setting("), header.wireName, SwiftCode(", "),
                        .of(header.name), SwiftCode(")"),
                    ]).value
                ])
            })
        let ignored = labels.map { _ in SwiftCode("_") }
        context["unwrapping"] = SwiftCode.commaSeparated(
            (type == nil ? [] : [SwiftCode("let value")]) + ignored)
        return context
    }

    private var answer: TemplateValue {
        let status = carriesStatus ? SwiftCode("status") : SwiftCode.of(response.status.value)
        let mediaType = SwiftCode.of(SwiftStringLiteral(self.mediaType))
        let isPlain = self.mediaType == "application/json"
        if isJSON {
            return SwiftCode.list(
                [SwiftCode("return try .json(")],
                [status, SwiftCode("body")]
                    + (isPlain ? [] : [.joined([SwiftCode("as: "), mediaType])]),
                [SwiftCode(")")], indentation: 16)
        }
        let content = [
            SwiftCode.joined([
                SwiftCode("headers: [WireField(\"Content-Type\", "), mediaType, SwiftCode(")]"),
            ]), isStreamed ? SwiftCode("stream: body") : SwiftCode("body: body"),
        ]
        return SwiftCode.list(
            [SwiftCode("return HTTPResponse(")],
            [.joined([SwiftCode("status: "), status])] + (type == nil ? [] : content),
            [SwiftCode(")")], indentation: 16)
    }

    /// What a mock says in them: nothing, but for what must be there.
    var sampleHeaders: [SwiftCode] {
        headers.map { header in
            let value = SwiftCode.joined([
                .of(header.type), SwiftCode("(wireText: "), header.sample, SwiftCode(")"),
            ])
            return .labelled(header.name, header.isRequired ? value : SwiftCode("nil"))
        }
    }
}
