import CaseSupport
import Emission
import Foundation
import SourceText
import Testing

/// Text of a page stays text: wherever it stands, it declares and runs nothing.
@Suite struct HostileTests {
    @Test func noTextLeavesItsContext() throws {
        let files = try hostileFiles()
        #expect(!files.isEmpty)
        for file in files where file.path.hasSuffix(".swift") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            // Our names have no underscore inside, so that a marker outside literals was injected.
            for line in text.split(whereSeparator: \.isNewline) {
                #expect(!code(of: line).contains("injected_marker"), "\(file.path): \(line)")
            }
        }
    }

    @Test func everythingCompiles() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("hostile-\(ProcessInfo.processInfo.processIdentifier)")
        defer { removeFolder(folder) }
        var paths: [String] = []
        for file in try hostileFiles() where !file.path.hasPrefix("Tests/") {
            guard file.path.hasSuffix(".swift") else { continue }
            let url = folder.appendingPathComponent(file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes).write(to: url)
            paths.append(url.path)
        }
        let messages = try typeCheck(paths)
        #expect(messages.isEmpty, "\(messages)")
    }
}

func hostilePayloads() throws -> [String] {
    let folder = packageFolder.appendingPathComponent("Tests/EmissionTests/Cases/hostile")
    let payloads = try cases(in: folder).map { payload($0.sections.first?.text ?? "") }
    #expect(payloads.count >= 30)
    return payloads
}

private func hostileFiles() throws -> [OutputFile] {
    var sources = SourceSet([SourceFile(path: "page.md", bytes: [])])
    let (templates, _) = readTemplates(overriddenBy: [], into: &sources)
    let (files, notes) = emit(
        hostileAPI(try hostilePayloads()), EmissionOptions(), with: templates, of: sources)
    #expect(notes.filter { $0.severity == .error }.map(\.message) == [])
    return files
}

/// `<U+000D>` in a case stands for the character, which editors would change.
private func payload(_ text: String) -> String {
    var result = ""
    var rest = Substring(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    while let start = rest.range(of: "<U+"), let end = rest[start.upperBound...].firstIndex(of: ">")
    {
        result += rest[..<start.lowerBound]
        if let value = UInt32(rest[start.upperBound..<end], radix: 16),
            let scalar = Unicode.Scalar(value)
        {
            result.unicodeScalars.append(scalar)
        }
        rest = rest[rest.index(after: end)...]
    }
    return result + rest
}

/// A line without its comment and the content of its plain literals.
private func code(of line: Substring) -> String {
    var code = ""
    var isInside = false
    var isEscaped = false
    for character in line {
        if isInside {
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                isInside = false
            }
        } else if character == "\"" {
            isInside = true
        } else {
            code.append(character)
            if code.hasSuffix("//") { return code }
        }
    }
    return code
}

/// What the compiler says of files as one module; nothing when all is well.
private func typeCheck(_ paths: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
        ["swiftc", "-swift-version", "6", "-warnings-as-errors", "-typecheck"] + paths
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: output, as: UTF8.self)
    return text.isEmpty && process.terminationStatus != 0 ? "swiftc failed" : text
}
