import JSONText
import SourceText

/// The canonical JSON of an API description: keys in one order, every fact with the place that
/// decided it, what agreed, and what lost. The same pages give the same bytes on every machine.
///
/// A fact is `{"value": "uuid", "at": "page.md:12:3 described field-table"}`: place, strength and
/// construct. Empty lists and facts that no page states are left out.
package func writeAPI(_ api: APIDescription, at positions: Positions) -> [UInt8] {
    var writer = APIWriter(positions: positions)
    let head = writer.head(api)
    if api.operations.isEmpty, api.schemas.isEmpty { return writeNarrowJSON(head) }
    var output = NarrowObjectWriter()
    for member in head.members { output.member(member.key, member.value) }
    output.list("operations", api.operations) { writer.operation($0) }
    output.list("schemas", api.schemas) { writer.namedSchema($0) }
    return output.finished()
}

/// The state of writing: where the lines of the pages are.
struct APIWriter {
    var positions: Positions

    /// What is said of the API as a whole.
    mutating func head(_ api: APIDescription) -> JSONValue {
        .object([
            "format": .integer(apiJSONFormat),
            "name": .text(api.name),
            "title": textFact(api.title),
            "description": textFact(api.description),
            "servers": list(api.servers) { $0.fact($1) { _, server in server.json } },
            "securitySchemes": list(api.securitySchemes) { $0.securityScheme($1) },
            "tags": list(api.tags) { $0.tag($1) },
        ])
    }

    private mutating func securityScheme(_ scheme: SecurityScheme) -> JSONValue {
        .object([
            "name": .text(scheme.name),
            "kind": fact(scheme.kind) { _, kind in kind.json },
            "description": textFact(scheme.description),
        ])
    }

    private mutating func tag(_ tag: Tag) -> JSONValue {
        .object(["name": .text(tag.name), "description": textFact(tag.description)])
    }
}

/// Raised when a reader of the old form would misread the new one.
let apiJSONFormat = 1

// MARK: Facts

extension APIWriter {
    mutating func fact<Value>(
        _ fact: Fact<Value>, _ write: (inout APIWriter, Value) -> JSONValue
    ) -> JSONValue {
        .object(["value": write(&self, fact.value)]).with(evidence(fact.evidence)).with(
            .object([
                "agreeing": list(fact.agreeing) { $0.evidence($1) },
                "overruled": list(fact.overruled) { writer, overruled in
                    .object(["statement": .text(overruled.statement)])
                        .with(writer.evidence(overruled.evidence))
                },
            ]))
    }

    mutating func textFact(_ fact: Fact<String>?) -> JSONValue? {
        fact.map { self.fact($0) { _, text in .text(text) } }
    }

    mutating func flagFact(_ fact: Fact<Bool>?) -> JSONValue? {
        fact.map { self.fact($0) { _, flag in .flag(flag) } }
    }

    mutating func lengthFact(_ fact: Fact<Int>?) -> JSONValue? {
        fact.map { self.fact($0) { _, number in .integer(number) } }
    }

    mutating func valueFact(_ fact: Fact<JSONValue>?) -> JSONValue? {
        fact.map { self.fact($0) { _, value in sample(value) } }
    }

    mutating func evidence(_ evidence: Evidence) -> JSONValue {
        var text = positions.place(evidence.span)
        text += " "
        text += evidence.strength.name
        text += " "
        text += evidence.construct.name
        return .object(["at": .text(text)])
    }

    /// `nil` for an empty list, which is left out.
    mutating func list<Element>(
        _ elements: [Element], _ write: (inout APIWriter, Element) -> JSONValue
    ) -> JSONValue? {
        if elements.isEmpty { return nil }
        var values: [JSONValue] = []
        values.reserveCapacity(elements.count)
        for element in elements { values.append(write(&self, element)) }
        return .list(values)
    }
}
