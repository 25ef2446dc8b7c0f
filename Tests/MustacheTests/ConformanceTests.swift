import CaseSupport
import Foundation
import Mustache
import SourceText
import Testing

/// Mustache's own specification, read from the folder beside the package.
@Suite struct Conformance {
    @Test func mustacheSpecification() throws {
        guard let folder = sharedFolder() else {
            print("mustache: skipped (no ../shared)")
            return
        }
        var passed = 0
        var total = 0
        var skipped = 0
        for name in suites {
            let cases = try specificationCases(
                in: folder.appendingPathComponent("conformance/mustache/\(name).json"))
            for item in cases {
                guard !excluded.contains(name) else {
                    skipped += 1
                    continue
                }
                total += 1
                let output = rendered(item)
                if output == item.expected { passed += 1 }
                #expect(output == item.expected, "\(name): \(item.name)")
            }
        }
        print("mustache: \(passed)/\(total)")
        print("mustache: \(skipped) left out (lambdas: code in a context; ours is inert data)")
    }
}

private let suites = [
    "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "inheritance",
    "dynamic-names", "lambdas",
]

/// Lambdas are functions in the data, in the language of the implementation. A context here is a
/// value that can be printed, compared and hashed; code in it would end that.
private let excluded = ["lambdas"]

private struct SpecificationCase {
    let name: String
    let template: String
    let partials: [(name: String, text: String)]
    let data: Any
    let expected: String
}

private func specificationCases(in file: URL) throws -> [SpecificationCase] {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let tests = try #require((object as? [String: Any])?["tests"] as? [[String: Any]])
    return try tests.map { test in
        SpecificationCase(
            name: try #require(test["name"] as? String),
            template: try #require(test["template"] as? String),
            partials: (test["partials"] as? [String: String] ?? [:])
                .sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
            data: test["data"] ?? [String: Any](),
            expected: try #require(test["expected"] as? String))
    }
}

private func rendered(_ item: SpecificationCase) -> String {
    var templates = TemplateSet()
    let files = [(name: "", text: item.template)] + item.partials
    for (index, file) in files.enumerated() {
        let source = SourceFile(path: file.name, bytes: Array(file.text.utf8))
        let (template, _) = readTemplate(source, as: FileID(UInt32(index)), named: file.name)
        templates.add(template)
    }
    guard case .object(let context) = value(item.data) else {
        return renderedAsItem(item, value(item.data))
    }
    let (bytes, _) = render("", of: templates, with: context, mode: .specification)
    return String(decoding: bytes, as: UTF8.self)
}

/// Wraps the template in a section, because a context is always an object.
private func renderedAsItem(_ item: SpecificationCase, _ value: TemplateValue) -> String {
    var templates = TemplateSet()
    let text = "{{#it}}" + item.template + "{{/it}}"
    let source = SourceFile(path: "", bytes: Array(text.utf8))
    templates.add(readTemplate(source, as: FileID(0), named: "").template)
    let (bytes, _) = render("", of: templates, with: ["it": .list([value])], mode: .specification)
    return String(decoding: bytes, as: UTF8.self)
}

private func value(_ any: Any) -> TemplateValue {
    if any is NSNull { return .absent }
    if let object = any as? [String: Any] {
        var result = TemplateObject()
        for name in object.keys.sorted() { result[name] = object[name].map(value) }
        return .object(result)
    }
    if let list = any as? [Any] { return .list(list.map(value)) }
    if let text = any as? String { return .text(SafeText(verbatimFromSink: Array(text.utf8))) }
    guard let number = any as? NSNumber else { return .absent }
    if ["c", "B"].contains(String(cString: number.objCType)) { return .boolean(number.boolValue) }
    return .text(SafeText(verbatimFromSink: Array(number.stringValue.utf8)))
}
