import APIModel
import Recognition

extension SectionRole: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        switch try record.text() {
        case "parameters":
            self = try .parameters(location: record.next(), required: record.next())
        case "object": self = try .object(name: record.next(), isList: record.next())
        case "member": self = .member(try record.next())
        case "operation": self = .operation(try record.next())
        case let word:
            guard let role = plainRoles.first(where: { $0.word == word })?.role else {
                throw record.fault
            }
            self = role
        }
    }

    func write(to record: inout RecordWriter) {
        switch self {
        case .parameters(let location, let required):
            record.tagged("parameters", location)
            record.write(required)
        case .object(let name, let isList):
            record.tagged("object", name)
            record.write(isList)
        case .member(let name): record.tagged("member", name)
        case .operation(let method): record.tagged("operation", method)
        case .requestBody, .request, .requestExample, .response, .responseFields, .responseHeaders,
            .responseExample, .statusCodes, .errors, .security, .permissions, .enumeratedValues,
            .properties, .codeSamples, .example, .consumes, .produces, .description, .other:
            record.write(plainRoles.first { $0.role == self }?.word ?? "other")
        }
    }
}

/// The roles that hold nothing, by their words.
private let plainRoles: [(word: String, role: SectionRole)] = [
    ("other", .other), ("response", .response), ("responseFields", .responseFields),
    ("responseHeaders", .responseHeaders), ("responseExample", .responseExample),
    ("request", .request), ("requestBody", .requestBody), ("requestExample", .requestExample),
    ("statusCodes", .statusCodes), ("errors", .errors), ("security", .security),
    ("permissions", .permissions), ("enumeratedValues", .enumeratedValues),
    ("properties", .properties), ("codeSamples", .codeSamples), ("example", .example),
    ("consumes", .consumes), ("produces", .produces), ("description", .description),
]
