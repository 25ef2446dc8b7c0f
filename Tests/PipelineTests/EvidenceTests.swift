import APIModel
import CaseSupport
import SourceText
import Testing

/// Every fact of the model points at bytes of a page, and those bytes are there.
@Suite struct EvidenceTests {
    @Test(arguments: try specifiedAPIs())
    func everyFactHasAPlace(_ name: String) throws {
        let folder = packageFolder.appendingPathComponent("Specs/\(name)")
        let reading = try describe(name, pages(in: folder))
        let evidence = evidence(of: reading.api)
        #expect(evidence.count > 20)
        let lost = evidence.filter { evidence in
            let file = Int(evidence.span.file.rawValue)
            let range = evidence.span.range
            return file >= reading.sources.files.count || range.isEmpty
                || Int(range.end) > reading.sources.files[file].bytes.count
        }
        #expect(lost.map(\.construct) == [])
    }

    /// What lost is kept with its place, so that it can be asked for.
    @Test func whatLostIsKept() throws {
        let folder = packageFolder.appendingPathComponent("Specs/CruxConnect")
        let reading = try describe("CruxConnect", pages(in: folder))
        let operation = try #require(reading.api.operations.first)
        let agreeing = operation.method.agreeing.count + operation.path.agreeing.count
        #expect(agreeing > 0, "four samples call the operation that the head declares")
    }
}

private func evidence(of api: APIDescription) -> [Evidence] {
    api.servers.map(\.evidence) + api.securitySchemes.map(\.kind.evidence)
        + api.operations.flatMap { evidence(of: $0) }
        + api.schemas.flatMap { evidence(of: $0) }
}

private func evidence(of operation: Operation) -> [Evidence] {
    var all = [operation.method.evidence, operation.path.evidence]
    all += [operation.summary, operation.description, operation.orderingKey].compactMap {
        $0?.evidence
    }
    all += operation.security.map(\.evidence) + operation.permissions.map(\.evidence)
    for parameter in operation.parameters {
        all += [parameter.name.evidence, parameter.location.evidence]
        all += [parameter.required?.evidence, parameter.description?.evidence].compactMap { $0 }
        all += evidence(of: parameter.schema)
    }
    all += operation.requestBody.map { evidence(of: $0.schema) } ?? []
    for response in operation.responses {
        all.append(response.status.evidence)
        all += response.body.map { evidence(of: $0.schema) } ?? []
        all += response.body?.mediaTypes.map(\.evidence) ?? []
    }
    return all
}

private func evidence(of schema: NamedSchema) -> [Evidence] {
    switch schema.definition {
    case .object(let object):
        object.properties.flatMap { property in
            [property.name.evidence] + [property.required?.evidence].compactMap { $0 }
                + evidence(of: property.schema)
        }
    case .enumeration(let enumeration): enumeration.values.map(\.value.evidence)
    case .union(let members): members.flatMap { evidence(of: $0) }
    }
}

private func evidence(of schema: Schema) -> [Evidence] {
    [schema.shape.evidence]
        + [schema.nullable?.evidence, schema.description?.evidence].compactMap { $0 }
}
