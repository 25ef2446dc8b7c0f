import APIModel
import JSONText
import SourceText

extension JSONDocument {
    /// The media type that the last head names, where the body below bears it out.
    ///
    /// Pages show JSON under `text/plain` and nothing under any type: these say nothing of it.
    var shownMediaType: (name: String, range: ByteRange)? {
        guard
            let header = heads.last?.headers.first(where: {
                lowercasedASCII($0.name) == "content-type"
            }), let type = shownType(header.value)
        else { return nil }
        let isBorneOut = isJSONType(type) ? holdsMembers : !holdsMembers && holdsText
        return isBorneOut ? (type, header.range) : nil
    }

    /// Whether its head says that the body is something else than JSON, and it is.
    var isOtherThanJSON: Bool { shownMediaType.map { !isJSONType($0.name) } ?? false }

    /// Whether it shows an object or an array, be it empty.
    private var holdsMembers: Bool {
        values.contains { value in
            switch value.node {
            case .object, .array: true
            case .null, .boolean, .number, .string, .word, .elision: false
            }
        }
    }

    private var holdsText: Bool { !values.isEmpty || failure != nil }
}

extension CodeRequest {
    /// The media type that a call names of the body it sends; `isJSON` says what was read of it.
    func sentMediaType(isJSON: Bool) -> Header? {
        guard body != nil || sendsFile,
            let header = headers.first(where: { lowercasedASCII($0.name) == "content-type" }),
            let type = shownType(header.value), isJSONType(type) == isJSON
        else { return nil }
        return Header(name: header.name, value: type, range: header.range)
    }
}

/// A media type without its parameters; none of a form, whose fields say more.
private func shownType(_ value: String) -> String? {
    let type = bareMediaType(value)
    guard isMediaType(type), !type.contains("*"), !isFormType(type), !type.hasPrefix("multipart/")
    else { return nil }
    return type
}

private func isJSONType(_ type: String) -> Bool { type.contains("json") }
