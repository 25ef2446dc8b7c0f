import JSONText
import SourceText

/// The canonical JSON of an API description: keys in one order, every fact with the place that
/// decided it, what agreed, and what lost. The same pages give the same bytes on every machine.
///
/// A fact is `{"value": "uuid", "at": "page.md:12:3 described field-table"}`: place, strength and
/// construct. Empty lists and facts that no page states are left out.
package func writeAPI(_ api: APIDescription, at positions: Positions) -> [UInt8] {
    var writer = APIWriter(positions: positions)
    return writeNarrowJSON(writer.api(api))
}

/// The state of writing: where the lines of the pages are.
struct APIWriter {
    var positions: Positions

    mutating func api(_ api: APIDescription) -> JSONValue {
        .object([
            "format": .integer(apiJSONFormat),
            "name": .text(api.name),
            "title": textFact(api.title),
            "description": textFact(api.description),
            "servers": list(api.servers) { $0.fact($1) { _, server in server.json } },
            "securitySchemes": list(api.securitySchemes) { $0.securityScheme($1) },
            "tags": list(api.tags) { $0.tag($1) },
            "operations": list(api.operations) { $0.operation($1) },
            "schemas": list(api.schemas) { $0.namedSchema($1) },
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
        .object([
            "at": .text(
                "\(positions.place(evidence.span)) \(evidence.strength.name) \(evidence.construct)")
        ])
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
