import APIModel
import CaseSupport
import Emission
import Foundation
import JSONText
import SourceText
import Testing

@Suite struct OpenAPITests {
    private func document(_ detail: OpenAPIDetail = .sources) throws -> JSONValue {
        let (bytes, _) = emitOpenAPI(everyFact.api, of: everyFact.sources, showing: detail)
        let read = readJSON(SourceFile(path: "", bytes: bytes))
        #expect(read.repairs == [] && read.failure == nil)
        return try #require(read.values.first)
    }

    @Test func pathsOfOneShapeAreOnePath() throws {
        let paths = try document()["paths"]
        #expect(paths?.members.map(\.key) == ["/orgs/{org id}/users", "/odd/%7B{a}/{a_2}"])
        let item = paths?["/orgs/{org id}/users"]
        #expect(item?.members.map(\.key) == ["get", "put"])
        #expect(item?["put"]?["operationId"]?.node == .string("listUsers_2"))
        #expect(names(item?["put"]?["parameters"]) == ["org id"])
        #expect(names(paths?["/odd/%7B{a}/{a_2}"]?["x-copy"]?["parameters"]) == ["a", "a_2"])
    }

    @Test func sameShapeAndMethodIsLeftOutWithANote() {
        var api = everyFact.api
        api.operations.append(api.operations[0])
        let notes = emitOpenAPI(api, of: everyFact.sources, showing: .plain).notes
        #expect(notes.map(\.id) == ["openapi-status", "openapi-method", "openapi-path-taken"])
    }

    @Test func aStatusHasOneResponse() throws {
        let operation = try document()["paths"]?["/orgs/{org id}/users"]?["get"]
        #expect(operation?["responses"]?.members.map(\.key) == ["200", "4XX", "default"])
        #expect(operation?["responses"]?["200"]?["description"]?.node == .string("OK"))
        let content = operation?["responses"]?["200"]?["content"]
        #expect(content?.members.map(\.key) == ["application/json", "text/csv"])
    }

    @Test func nullIsAType() throws {
        let properties = try document()["components"]?["schemas"]?["User"]?["properties"]
        #expect(compact(properties?["p2"]?["type"]) == #"["integer","null"]"#)
        #expect(compact(properties?["p8"]?["enum"]) == #"["ACTIVE","GONE",null]"#)
        #expect(compact(properties?["p7"]?["$ref"]) == ##""#/components/schemas/User""##)
        #expect(properties?["p7"]?["anyOf"] == nil)
        #expect(compact(properties?["p1"]?["type"]) == #""boolean""#)
    }

    @Test func defaultsFitTheirSchemas() throws {
        let document = try document()
        let limit = document["paths"]?["/orgs/{org id}/users"]?["get"]?["parameters"]
        guard case .array(let parameters) = limit?.node else { return }
        #expect(compact(parameters[1]["schema"]?["default"]) == "10")
        let properties = document["components"]?["schemas"]?["User"]?["properties"]
        #expect(compact(properties?["p1"]?["x-default"]) == #""ACTIVE""#)
        #expect(compact(properties?["p8"]?["default"]) == #""ACTIVE""#)
    }

    /// What the pages say of a status stays beside what the router says with it.
    @Test func aServerDocumentsItsRefusals() throws {
        var api = everyFact.api
        api.operations[0].responses.append(
            Response(status: Fact(.code(400), api.operations[0].path.evidence)))
        let (bytes, _) = emitOpenAPI(
            api, of: everyFact.sources, showing: .plain, answers: .server)
        let document = readJSON(SourceFile(path: "", bytes: bytes)).values.first
        let responses = document?["paths"]?["/orgs/{org id}/users"]?["get"]?["responses"]
        let schema = responses?["400"]?["content"]?["application/json"]?["schema"]
        #expect(compact(schema?["required"]) == #"["place","reason"]"#)
        #expect(responses?["200"]?["content"]?["text/csv"] != nil)
    }

    @Test func plainSaysNothingOfSources() throws {
        let text = compact(try document(.plain))
        #expect(!text.contains("x-source"))
        #expect(compact(try document()).contains(#""x-source":"a page.md:22""#))
    }

    /// An independent reader's judgement, where it is installed.
    @Test func isAccepted() throws {
        let (bytes, _) = emitOpenAPI(everyFact.api, of: everyFact.sources, showing: .sources)
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("endpointgen-\(ProcessInfo.processInfo.processIdentifier).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        guard let (status, output) = try runProgram("openapi-spec-validator", [file.path]) else {
            print("openapi-spec-validator: skipped (not installed)")
            return
        }
        #expect(status == 0, "\(output)")
    }

    private func names(_ parameters: JSONValue?) -> [String] {
        guard case .array(let values) = parameters?.node else { return [] }
        return values.compactMap { value in
            guard case .string(let name) = value["name"]?.node else { return nil }
            return name
        }
    }

    private func compact(_ value: JSONValue?) -> String {
        value.map { String(decoding: writeCompactJSON($0), as: UTF8.self) } ?? ""
    }
}

/// Runs a program of the search path; `nil` if there is none of that name.
private func runProgram(_ name: String, _ arguments: [String]) throws -> (Int32, String)? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus == 127 { return nil }
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
}
