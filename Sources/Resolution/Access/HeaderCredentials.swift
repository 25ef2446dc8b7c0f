import APIModel
import Recognition

extension Field {
    /// The scheme that a row of a request's headers describes: `Authorization`, "Bearer {token}".
    ///
    /// OpenAPI 3.1 has parameters of that name ignored (§4.8.12.1): who calls is said once, and not
    /// with each call. Where a row says that it may be left out, it is left as it is.
    var credentialKind: SecurityScheme.Kind? {
        guard required?.value != false else { return nil }
        let text = [description?.value, example?.value, defaultValue?.value].compactMap { $0 }
        if name.value.lowercased() == "authorization" {
            let told = Set(text.flatMap { Recognition.words(of: $0) })
            let kinds: [SecurityScheme.Kind] = [
                told.contains("bearer") ? .bearer : nil, told.contains("basic") ? .basic : nil,
                told.contains("digest") ? .digest : nil,
            ].compactMap { $0 }
            return kinds.count == 1 ? kinds[0] : .header(name: name.value, prefix: "")
        }
        return namesKey ? .header(name: name.value, prefix: "") : nil
    }

    /// The one media type that a row `Content-Type` names.
    var contentType: Said<String>? {
        guard name.value.lowercased() == "content-type" else { return nil }
        let texts = [description, example, defaultValue].compactMap { $0?.value }
        let types = (texts + values.map(\.value.value)).flatMap { text in
            text.split { " ,`\"'()\n".contains($0) }.compactMap { word in
                registeredMediaType(
                    String(word.last == "." || word.last == ";" ? word.dropLast() : word))
            }
        }
        guard let type = types.first, Set(types).count == 1 else { return nil }
        return Said(type, name.evidence)
    }

    /// `X-API-Key`, `X-Auth-Token`: the caller's own, and no token that the call is about.
    private var namesKey: Bool {
        let words = Recognition.words(of: name.value)
        switch words.suffix(2).joined(separator: " ") {
        case "api key", "auth token", "access token", "api token", "auth key", "access key",
            "x apikey", "apikey":
            return true
        default: return false
        }
    }
}

extension SecurityScheme.Kind {
    /// Whether it is sent as the header `Authorization`.
    var isAuthorization: Bool {
        switch self {
        case .bearer, .basic, .digest: true
        case .header(let name, _): name.lowercased() == "authorization"
        case .query, .cookie, .other: false
        }
    }

    /// `Authorization` without a word on what stands in it.
    var isBare: Bool {
        if case .header(_, prefix: "") = self { return isAuthorization }
        return false
    }
}
