import APIModel
import SourceText

// Questions the facts are checked with. Each answers `nil` where the model does not say.

extension APIDescription {
    func operation(_ method: String, _ path: String) -> Operation? {
        operations.first { $0.method.value.rawValue == method && $0.path.value.text == path }
    }

    func definition(named name: String) -> NamedSchema.Definition? {
        schemas.first { $0.name == name }?.definition
    }

    func scheme(named name: String) -> SecurityScheme.Kind? {
        securitySchemes.first { $0.name == name }?.kind.value
    }

    /// The enumeration a schema refers to.
    func enumeration(_ schema: Schema?) -> Enumeration? {
        guard case .reference(let name) = schema?.shape.value,
            case .enumeration(let enumeration) = definition(named: name)
        else { return nil }
        return enumeration
    }
}

extension Operation {
    func parameter(_ name: String) -> Parameter? {
        parameters.first { $0.name.value == name }
    }

    func response(_ code: Int) -> Response? {
        responses.first { $0.status.value == .code(code) }
    }

    var statusCodes: [Int] {
        responses.compactMap { response in
            guard case .code(let code) = response.status.value else { return nil }
            return code
        }
    }
}

extension Enumeration {
    var spellings: [String] { values.map(\.value.value) }
    var names: [String?] { values.map { $0.name?.value } }
}

extension Reading {
    /// The 1-based lines that diagnostics of some kind point to.
    func lines(_ matches: (Diagnostic) -> Bool) -> [Int] {
        diagnostics.filter(matches).compactMap(\.span).map { sources.position($0).line }
    }

    /// The 1-based line of a fact.
    func line(_ evidence: Evidence) -> Int { sources.position(evidence.span).line }

    /// Whether a page says this, word for word; between two words there may be up to four others,
    /// such as the target of a link.
    func isOnPage(_ text: String) -> Bool {
        let sought = words(text)
        return sources.files.contains { file in
            let said = words(String(decoding: file.bytes, as: UTF8.self))
            return said.indices.contains { holds(said[$0...], sought) }
        }
    }
}

private func holds(_ said: ArraySlice<Substring>, _ sought: [Substring]) -> Bool {
    guard said.first == sought.first else { return false }
    var rest = said
    for word in sought {
        guard let found = rest.prefix(5).firstIndex(of: word) else { return false }
        rest = rest[(found + 1)...]
    }
    return true
}

private func words(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
}
