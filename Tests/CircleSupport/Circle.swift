import APIModel
import Emission
import EndpointGenerator
import JSONText
import SourceText

/// A description, the pages written of it, and what is read of those.
package struct Circle {
    package let api: APIDescription
    package let files: [OutputFile]
    package let notes: [Diagnostic]
    package let readAgain: APIDescription
    /// Facts of the one that the other lacks.
    package let lost: [ModelFact]
    package let gained: [ModelFact]
    package let count: Int

    package init(_ api: APIDescription, of sources: SourceSet) {
        self.api = api
        var templateSources = sources
        let (templates, _) = readTemplates(overriddenBy: [], into: &templateSources)
        (files, notes) = emitMarkdown(api, with: templates)
        var pages = SourceSet()
        for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            pages.append(SourceFile(path: file.path, bytes: file.bytes))
        }
        readAgain = describe(pages, named: api.name).api
        let before = modelFacts(api, of: sources)
        let after = modelFacts(readAgain, of: pages)
        count = before.count
        let known = Set(before)
        let found = Set(after)
        lost = before.filter { !found.contains($0) }
        gained = after.filter { !known.contains($0) }
    }

    /// Operations and types of which nothing was lost and nothing came in.
    package var closedOperations: Int {
        let broken = Set((lost + gained).filter { $0.part == .operation }.map(\.owner))
        return api.operations.count { !broken.contains($0.id) }
    }

    package var closedTypes: Int {
        let broken = Set((lost + gained).filter { $0.part == .type }.map(\.owner))
        return api.schemas.count { !broken.contains($0.name) }
    }
}

/// One fact of canonical JSON: the path of keys to it and its value, without places.
package struct ModelFact: Hashable {
    package enum Part { case api, operation, type }

    package let part: Part
    /// The operation's identifier or the type's name.
    package let owner: String
    /// Keys without names, such as `parameters.required`.
    package let kind: String
    package let text: String
}

/// Every fact of an API by its path. What tells where a fact was read is left out, and so is what
/// pages call a type: a page that is written calls it by its name.
package func modelFacts(_ api: APIDescription, of sources: SourceSet) -> [ModelFact] {
    let document = readJSON(SourceFile(path: "", bytes: writeAPI(api, at: Positions(sources))))
    var facts = FactWalk()
    for value in document.values { facts.walk(value, "", "") }
    return facts.facts
}

private struct FactWalk {
    var facts: [ModelFact] = []
    var part = ModelFact.Part.api
    var owner = ""

    mutating func walk(_ value: JSONValue, _ path: String, _ kind: String) {
        switch value.node {
        case .object(let members):
            if let inner = value["value"], value["at"] != nil, value["isPartial"] == nil {
                walk(inner, path, kind)
                return
            }
            for member in members { walk(member, path, kind) }
        case .array(let items): walk(items, path, kind)
        case .null, .boolean, .number, .string, .word, .elision: add(value, path, kind)
        }
    }

    private mutating func walk(_ member: JSONValue.Member, _ path: String, _ kind: String) {
        switch member.key {
        case "at", "agreeing", "overruled", "format", "documentedName": return
        default: break
        }
        let path = path + "." + member.key
        let kind = kind.isEmpty ? member.key : kind + "." + member.key
        switch member.key {
        case "default", "example": add(member.value["value"] ?? member.value, path, kind)
        case "value" where kind.hasSuffix("examples.value"): add(member.value, path, kind)
        default: walk(member.value, path, kind)
        }
    }

    private mutating func walk(_ items: [JSONValue], _ path: String, _ kind: String) {
        var names: [String] = []
        for (index, item) in items.enumerated() {
            let name = name(of: item, kind) ?? "\(index)"
            names.append(name)
            if kind == "operations" || kind == "schemas" {
                part = kind == "operations" ? .operation : .type
                owner = name
            }
            walk(item, path + "[" + name + "]", kind)
        }
        if kind == "operations" || kind == "schemas" {
            part = .api
            owner = ""
        } else if kind != "tags", names.count > 1 {
            add(.text(names.joined(separator: " ")), path, kind + ".order")
        }
    }

    private func name(of item: JSONValue, _ kind: String) -> String? {
        func text(_ keys: [String]) -> String? {
            var value: JSONValue? = item
            for key in keys { value = value?[key] }
            guard case .string(let text)? = value?.node else { return nil }
            return text
        }
        if let location = text(["location", "value"]), let name = text(["name", "value"]) {
            return location + " " + name
        }
        let keys = [
            ["id"], ["name", "value"], ["name"], ["status", "value"], ["value", "name"],
            ["value", "value"], ["value", "url"],
        ]
        return keys.lazy.compactMap(text).first
    }

    private mutating func add(_ value: JSONValue, _ path: String, _ kind: String) {
        let text = path + " = " + String(decoding: writeCompactJSON(value), as: UTF8.self)
        facts.append(ModelFact(part: part, owner: owner, kind: kind, text: text))
    }
}
