import APIModel

extension Body {
    /// Whether it is read and sent piece by piece: it is neither JSON nor text nor a form.
    var isStreamed: Bool {
        !isJSON && mediaTypes.allSatisfy { !isReadWhole(bareMediaType($0.value)) }
    }

    /// What holds its bytes.
    var bytesType: SwiftType { .known(isStreamed ? "ByteStream" : "Data") }

    /// The first of its media types that is JSON.
    var jsonMediaType: String {
        mediaTypes.first { isOneJSON($0.value) }?.value ?? "application/json"
    }
}

extension Operation {
    /// The statuses that are answered piece by piece.
    var streamedStatuses: [Int] {
        responses.compactMap { response in
            guard case .code(let code) = response.status.value,
                response.body?.isStreamed == true
            else { return nil }
            return code
        }
    }
}

extension SwiftAPI {
    /// Whether any body is read or sent piece by piece.
    var hasStreams: Bool {
        api.operations.contains { operation in
            operation.requestBody?.isStreamed == true || !operation.streamedStatuses.isEmpty
        }
    }
}

/// Whether content of a type is text that ends, or a form.
private func isReadWhole(_ type: String) -> Bool {
    switch type {
    case "text/event-stream": false
    case "application/x-www-form-urlencoded", "multipart/form-data", "application/xml",
        "application/yaml", "application/x-yaml", "application/javascript", "application/graphql":
        true
    default: type.hasPrefix("text/") || type.hasSuffix("+xml") || type.hasSuffix("+yaml")
    }
}
