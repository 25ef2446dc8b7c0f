import APIModel
import JSONText
import Mustache
import SourceText

/// What `Fixtures.swift` and its tests are made from: the examples of every body, and for each
/// operation the answer its mock gives.
///
/// The signatures are those of the operations in whoever answers, as mocks do.
func fixturesContext(
    _ swift: SwiftAPI, signatures: [TemplateValue]
) -> (context: TemplateObject, notes: [Diagnostic]) {
    var collection = FixtureCollection(swift: swift)
    for (operation, signature) in zip(swift.operations, signatures) {
        collection.take(operation, implementation: signature)
    }
    var context = swift.commonContext
    context["moduleName"] = swift.own.moduleName.value
    context["testsName"] = swift.own.testsName.value
    context["fixtures"] = .list(collection.fixtures)
    context["operations"] = .list(collection.operations)
    return (context, collection.notes)
}

/// The fixtures and mock answers, gathered operation by operation.
private struct FixtureCollection {
    let swift: SwiftAPI
    var scope: IdentifierScope
    var fixtures: [TemplateValue] = []
    var operations: [TemplateValue] = []
    var notes: [Diagnostic] = []

    init(swift: SwiftAPI) {
        self.swift = swift
        // `try LibraryFixtures.showLoanOK.value()` is a line as deep as a mock's answers stand.
        let others = 16 + "try ..value()".utf8.count + swift.fixturesName.name.utf8.count
        scope = IdentifierScope(longest: max(24, min(60, 99 - others)))
    }

    mutating func take(_ operation: SwiftOperation, implementation: TemplateValue) {
        let id = operation.operation.id
        if let body = operation.operation.requestBody, body.isJSON {
            // Nothing needs a request made up.
            _ = add(body, named: [id, "request"]) { !$0.isSynthesized }
        }
        var answers: [MockAnswer] = []
        for output in swift.outputs(of: operation.operation) {
            var first: SwiftIdentifier?
            if let body = output.response.body, body.isJSON {
                first = add(body, named: [id, output.response.status.value.wishedName]) { _ in true
                }
            }
            answers.append(MockAnswer(output, fixture: first, in: swift))
        }
        var context = mockContext(answers)
        context["implementation"] = implementation
        operations.append(.object(context))
    }

    /// Adds the fixtures of a body that are wanted; the first one's name.
    private mutating func add(
        _ body: Body, named name: [String], where isWanted: (FixtureValue) -> Bool
    ) -> SwiftIdentifier? {
        let (values, found) = swift.fixtures(of: body)
        notes += found
        var first: SwiftIdentifier?
        for value in values where isWanted(value) {
            let name = scope.member(name)
            first = first ?? name
            fixtures.append(swift.fixture(value, of: body, named: name))
        }
        return first
    }
}

/// An example that the types can decode.
struct FixtureValue {
    let value: JSONValue
    let isSynthesized: Bool
}

extension TemplateObject {
    /// The objects of a list.
    func objects(_ name: String) -> [TemplateObject] {
        guard case .list(let values)? = self[name] else { return [] }
        return values.compactMap { value in
            guard case .object(let object) = value else { return nil }
            return object
        }
    }
}

extension SwiftAPI {
    /// The page's examples that agree with its types, or one made from the types.
    fileprivate func fixtures(of body: Body) -> (values: [FixtureValue], notes: [Diagnostic]) {
        var values: [FixtureValue] = []
        var notes: [Diagnostic] = []
        var seen: Set<String> = []
        for example in body.examples where !example.value.holdsWords {
            if let found = contradiction(example.value, body.schema) {
                let span = SourceSpan(example.evidence.span.file, found.value.range)
                notes.append(.exampleAgainstType(found.expected, at: span))
            } else if seen.insert(example.value.spelling).inserted {
                values.append(FixtureValue(value: example.value, isSynthesized: false))
            }
        }
        if values.isEmpty {
            let value = synthesized(body.schema)
            if contradiction(value, body.schema) == nil {
                values.append(FixtureValue(value: value, isSynthesized: true))
            }
        }
        return (values, notes)
    }

    fileprivate func fixture(
        _ fixture: FixtureValue, of body: Body, named name: SwiftIdentifier
    ) -> TemplateValue {
        let text = String(decoding: writeJSON(fixture.value), as: UTF8.self)
        var type = type(of: body.schema.shape.value)
        if body.schema.nullable?.value == true { type = type.optional }
        return .object([
            "name": name.value,
            "declaration": SwiftCode.fixture(
                [accessCode, SwiftCode("static let "), .of(name), SwiftCode(" =")], type,
                chunks(of: text), indentation: 4),
            "doc": SwiftDocComment(
                fixture.isSynthesized ? "Made from the types; the pages show no example." : "",
                indentation: 4, limit: 1
            ).value,
        ])
    }
}

/// The lines of a JSON text, long ones cut, so that no literal is wider than the page.
private func chunks(of text: String) -> [String] {
    var chunks: [String] = []
    for line in text.utf8.split(separator: 0x0A) {
        let line = Substring(line.drop { $0 == 0x20 })
        // Most lines are short, whatever has to be escaped in them.
        if line.utf8.count <= 42, String(line).isPrintable {
            chunks.append(String(line))
            continue
        }
        var chunk = ""
        var width = 0
        for scalar in line.unicodeScalars {
            let cost = SwiftStringLiteral.width(of: scalar)
            if width + cost > 84 {
                chunks.append(chunk)
                (chunk, width) = ("", 0)
            }
            chunk.unicodeScalars.append(scalar)
            width += cost
        }
        chunks.append(chunk)
    }
    return chunks
}

extension JSONValue {
    /// Whether it shows type words or placeholders where values are meant.
    var holdsWords: Bool {
        switch node {
        case .word: true
        case .array(let elements): elements.contains(where: \.holdsWords)
        case .object(let members): members.contains { $0.value.holdsWords }
        case .null, .boolean, .number, .string, .elision: false
        }
    }
}

extension Diagnostic {
    /// A sample shows a value that the documented type does not allow.
    ///
    /// The type is believed; the sample becomes no fixture. Mend the page or correct the type.
    static func exampleAgainstType(_ expected: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "example-against-type",
            "this sample is no fixture: the documentation says \(expected) stands here", at: span)
    }
}
