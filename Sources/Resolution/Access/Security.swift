import APIModel
import JSONText
import Recognition
import SourceText

/// The security schemes of an API, collected while its operations are described.
struct SecurityRegistry {
    private(set) var schemes: [SecurityScheme] = []

    /// The name of a scheme of this kind; a new one when no page stated it yet.
    mutating func name(for kind: Said<SecurityScheme.Kind>, called name: String? = nil) -> String {
        if let index = schemes.firstIndex(where: { $0.kind.value == kind.value }) {
            if schemes[index].kind.agreeing.count < maximumKept {
                schemes[index].kind.agreeing.append(kind.evidence)
            }
            return schemes[index].name
        }
        var unique = name ?? kind.value.defaultName
        var number = 2
        while schemes.contains(where: { $0.name == unique }) {
            unique = (name ?? kind.value.defaultName) + String(number)
            number += 1
        }
        schemes.append(SecurityScheme(name: unique, kind: kind.fact))
        return unique
    }

    /// A scheme by the name a page gives it.
    func scheme(named name: String) -> SecurityScheme? {
        schemes.first { $0.name.lowercased() == name.lowercased() }
    }

    mutating func describe(_ name: String, _ description: Fact<String>) {
        guard let index = schemes.firstIndex(where: { $0.name == name }) else { return }
        if schemes[index].description == nil { schemes[index].description = description }
    }
}

extension SecurityScheme.Kind {
    var defaultName: String {
        switch self {
        case .bearer: "BearerAuth"
        case .basic: "BasicAuth"
        case .digest: "DigestAuth"
        case .header(let name, let prefix):
            prefix.isEmpty ? typeName(name) : typeName(prefix) + "Auth"
        case .query(let name): typeName(name)
        case .cookie(let name): typeName(name)
        case .other(let name): typeName(name)
        }
    }
}

/// The scheme that a request sample's header shows; `nil` for headers that carry no credential.
func securityKind(of header: HTTPHead.Header) -> SecurityScheme.Kind? {
    let name = header.name.lowercased()
    if name == "authorization" {
        return header.value.isEmpty
            ? nil : Recognition.securityKind(ofHeader: header.name, value: header.value)
    }
    guard isCredentialName(header.name), !name.hasPrefix("x-csrf") else { return nil }
    return .header(name: header.name, prefix: "")
}
