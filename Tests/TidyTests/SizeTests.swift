import CaseSupport
import Testing

@Suite struct SizeTests {
    @Test func filesFitInTheHead() throws {
        for file in try swiftFiles(in: ["Sources", "Tests"])
        where !tablesOfData.contains(file.path) {
            #expect(file.lines.count <= 301, "\(file.path)")
        }
    }

    @Test func functionsFitOnAScreen() throws {
        for file in try swiftFiles(in: ["Sources", "Tests"]) {
            let long = functions(of: file).filter { $0.length > 50 }.map {
                "\($0.name) \($0.length)"
            }
            #expect(long == [], "\(file.path)")
        }
    }

    @Test func tablesOfDataExist() throws {
        let paths = Set(try swiftFiles(in: ["Sources", "Tests", "Templates"]).map(\.path))
        #expect(tablesOfData.subtracting(paths).sorted() == [])
    }
}

/// Functions and initializers by their first line, with their length. Files are formatted, so a
/// function ends at the first closing brace below it that stands as far in as it does.
private func functions(of file: TextFile) -> [(name: String, length: Int)] {
    var found: [(name: String, length: Int)] = []
    for (start, line) in file.lines.enumerated() where declaresFunction(line) {
        let closing = String(repeating: " ", count: line.indentation) + "}"
        let end = file.lines[start...].firstIndex { $0 == closing }
        guard let end else { continue }
        found.append((name: String(line.trimmed), length: end - start + 1))
    }
    return found
}

private func declaresFunction(_ line: Substring) -> Bool {
    guard !line.isComment, !line.hasSuffix("}") else { return false }
    let words = line.split(separator: " ").prefix(6)
    return words.contains("func")
        || words.contains { $0.hasPrefix("init(") || $0.hasPrefix("init?(") }
}
