import APIModel
import CaseSupport
import Testing

/// Two generators wrote pages for one API. What is read of either must be the same, up to what
/// only one of them says; each such thing has its reason here, and a reason that no longer
/// explains anything fails as well.
@Suite struct TwinTests {
    private let twins = (tables: "arlas-widdershins", definitions: "arlas-swagger2markup")

    private let reasons = [
        Reason("an older edition had four more ways to change a collection", only: .tables) {
            $0.isOperation && $0.operation.hasPrefix("PATCH /collections/")
        },
        Reason("only one generator wrote out what may be asked by GET as well", only: .definitions)
        {
            $0.isOperation && $0.operation.hasPrefix("GET /explore/")
        },
        Reason("a later edition knows hexagons", only: .definitions) { $0.ends(in: "h3_path") },
        Reason("a later edition has no filters of a partition in the body", only: .tables) {
            $0.rest.contains("partitionFilter")
        },
        Reason("one leaves out the property that tells kinds of objects apart", only: .tables) {
            $0.isBelow(["geometry", "centroid", "features[]", "200"], "type")
        },
        Reason("one describes the file of a form, the other calls it a file", only: .both) {
            $0.operation.hasSuffix("/_import") && $0.rest.hasPrefix("body file")
        },
        Reason("one says of what a map is, the other calls it an object", only: .both) {
            $0.rest.contains("dublin_core_element_name.coverage{}")
        },
        Reason("one lists the values of elements, the other says strings", only: .definitions) {
            $0.rest.contains("aggregated_geometries[]=")
        },
        Reason("only one names the media types of pictures and archives", only: .definitions) {
            let operation = $0.operation
            return $0.rest == "200: unknown"
                && ["_shapesearch", "_shapeaggregate", ".png"].contains(where: operation.hasSuffix)
        },
        Reason("an older edition sorts by one text, a later one by several", only: .both) {
            $0.rest.hasPrefix("query sort")
        },
    ]

    /// The pages of both as one site: objects of the one hold those of the other, and themselves.
    @Test func bothAreOneSite() throws {
        guard let shared = sharedFolder() else {
            print("twins as one site: skipped (no ../shared)")
            return
        }
        let folders = [twins.tables, twins.definitions].map { "\($0)/pages" }
        let site = try pages(in: shared.appendingPathComponent("corpus"), under: folders)
        let operations = describe("twins", site).api.operations
        let apart = folders.flatMap { folder in
            describe("twin", site.filter { $0.path.hasPrefix(folder) }).api.operations
        }
        func keys(_ operations: [Operation]) -> [String] {
            Set(operations.map { "\($0.method.value.rawValue) \($0.path.value.shape)" }).sorted()
        }
        #expect(keys(operations) == keys(apart))
    }

    @Test func oneAPIFromTwoGenerators() throws {
        guard let shared = sharedFolder() else {
            print("twins: skipped (no ../shared)")
            return
        }
        func facts(of corpus: String) throws -> Set<TwinFact> {
            let folder = shared.appendingPathComponent("corpus/\(corpus)/pages")
            return twinFacts(of: try describe(corpus, pages(in: folder)).api)
        }
        let tables = try facts(of: twins.tables)
        let definitions = try facts(of: twins.definitions)
        let both = Set(tables.map(\.operation)).intersection(definitions.map(\.operation))
        var unexplained: [String] = []
        var used: Set<String> = []
        for (side, mine, theirs) in [
            (Side.tables, tables, definitions), (.definitions, definitions, tables),
        ] {
            for fact in mine.subtracting(theirs)
            where fact.isOperation || both.contains(fact.operation) {
                if let reason = reasons.first(where: { $0.explains(fact, of: side) }) {
                    used.insert(reason.text)
                } else {
                    unexplained.append("\(side): \(fact.operation) \(fact.rest)")
                }
            }
        }
        print("twins: \(tables.intersection(definitions).count) facts alike")
        #expect(tables.intersection(definitions).count > 1_000)
        #expect(unexplained.sorted() == [])
        #expect(reasons.map(\.text).filter { !used.contains($0) } == [])
    }
}

/// Which of the two says something alone.
private enum Side: Equatable {
    case tables, definitions, both
}

/// Why one of two descriptions says something that the other does not.
private struct Reason {
    let text: String
    let side: Side
    let isAbout: @Sendable (TwinFact) -> Bool

    init(_ text: String, only side: Side, isAbout: @escaping @Sendable (TwinFact) -> Bool) {
        self.text = text
        self.side = side
        self.isAbout = isAbout
    }

    func explains(_ fact: TwinFact, of side: Side) -> Bool {
        (self.side == .both || self.side == side) && isAbout(fact)
    }
}

/// One thing said of an operation: that it exists, a status, a place with its type, a value.
private struct TwinFact: Hashable {
    let operation: String
    /// `query pretty: boolean`, `200`, `200 hits[].md.id: string`, `body on=field`.
    let rest: String

    var isOperation: Bool { rest.isEmpty }

    private var path: Substring { rest.prefix { $0 != ":" && $0 != "=" } }

    func ends(in name: String) -> Bool {
        path.hasSuffix("." + name) || path.hasSuffix(" " + name)
    }

    /// Whether it is of that member of one of those places, however deep.
    func isBelow(_ places: [String], _ name: String) -> Bool {
        places.contains { path.hasSuffix("\($0).\(name)") || path == "\($0) \(name)" }
    }
}

private func twinFacts(of api: APIDescription) -> Set<TwinFact> {
    var facts: Set<TwinFact> = []
    for operation in api.operations {
        let key = "\(operation.method.value.rawValue) \(operation.path.value.nameless)"
        func add(_ rest: String) { facts.insert(TwinFact(operation: key, rest: rest)) }
        func add(_ schema: Schema, called name: String) {
            for place in outline(schema, in: api) {
                let path = place.path.isEmpty ? name : "\(name) \(place.path)"
                add("\(path): \(place.kind)")
                for value in place.listedValues { add("\(path)=\(value)") }
            }
        }
        add("")
        for parameter in operation.parameters {
            let location = parameter.location.value
            let name = location == .path ? "" : " \(parameter.name.value)"
            add(parameter.schema, called: location.rawValue + name)
        }
        if let body = operation.requestBody { add(body.schema, called: "body") }
        for response in operation.responses {
            guard case .code(let code) = response.status.value else { continue }
            add("\(code)")
            if let body = response.body { add(body.schema, called: "\(code)") }
        }
    }
    return facts
}

extension PathTemplate {
    /// What the placeholders are called, the generators may tell apart.
    fileprivate var nameless: String {
        parts.map { part in
            guard case .literal(let text) = part else { return "{}" }
            return text
        }.joined()
    }
}

extension Place {
    /// The type without its format, which one generator may leave out; listed texts are texts.
    fileprivate var kind: Substring {
        let kind = shape.prefix { $0 != "(" }
        return kind == "enumeration" ? "string" : kind
    }

    fileprivate var listedValues: [Substring] {
        guard shape.hasPrefix("enumeration("), shape.hasSuffix(")") else { return [] }
        return shape.dropFirst("enumeration(".count).dropLast().split(separator: ", ")
            .map { $0[...] }
    }
}
