import CaseSupport
import Foundation
import SourceText
import YAMLText

/// One case of the YAML suite.
struct SuiteCase: Decodable {
    var id: String
    var yaml: String
    var error: Bool
    var features: [String]
    var json: Expected?
    var hasJSON: Bool

    enum CodingKeys: String, CodingKey {
        case id, yaml, error, features, json
        case hasJSON = "has_json"
    }

    var isMultiple: Bool { features.contains("multi-document") }
}

/// What a case must be read as. Decoded by Foundation, so that our JSON reader does not judge
/// our YAML reader.
indirect enum Expected: Decodable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([Expected])
    case object([String: Expected])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([Expected].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: Expected].self))
        }
    }
}

/// The suite, or nothing where the shared data is not beside the package.
func loadSuite() throws -> [SuiteCase]? {
    guard let shared = sharedFolder() else { return nil }
    let file = shared.appendingPathComponent("conformance/yaml/yaml-test-suite.json")
    return try JSONDecoder().decode([SuiteCase].self, from: Data(contentsOf: file))
}

func readYAML(_ text: String) -> (value: YAMLValue?, notes: [Diagnostic]) {
    readYAML(Array(text.utf8))
}

func readYAML(_ bytes: [UInt8]) -> (value: YAMLValue?, notes: [Diagnostic]) {
    let source = SourceFile(path: "page.yaml", bytes: bytes)
    return readYAML(source.lines(), of: source, as: FileID(0))
}

func isRefused(_ notes: [Diagnostic]) -> Bool {
    notes.contains { $0.severity == .error }
}

/// Whether a value is what the suite expects, plain scalars typed by YAML's core schema.
func matches(_ value: YAMLValue?, _ expected: Expected) -> Bool {
    guard let value else {
        if case .null = expected { return true }
        return false
    }
    switch (value.node, expected) {
    case (.scalar(let scalar), _):
        return matches(scalar, expected)
    case (.sequence(let items), .array(let expected)):
        return items.count == expected.count && zip(items, expected).allSatisfy { matches($0, $1) }
    case (.mapping(let entries), .object(let expected)):
        return entries.count == expected.count
            && entries.allSatisfy { entry in
                expected[entry.key].map { matches(entry.value, $0) } ?? false
            }
    case (.sequence, _), (.mapping, _):
        return false
    }
}

private func matches(_ scalar: YAMLValue.Scalar, _ expected: Expected) -> Bool {
    switch expected {
    case .string(let text): return scalar.text == text
    case .null: return scalar.style == .plain && ["", "~", "null"].contains(scalar.text)
    case .boolean(let value): return scalar.style == .plain && scalar.text == String(value)
    case .number(let value): return scalar.style == .plain && Double(scalar.text) == value
    case .array, .object: return false
    }
}
