import Foundation

/// A stage that a case can show: the section's name, and how the pages of a case are dumped.
package struct CaseStage: Sendable {
    package let name: String
    package let dump: @Sendable ([Case.Section]) throws -> String

    package init(_ name: String, dump: @escaping @Sendable ([Case.Section]) throws -> String) {
        self.name = name
        self.dump = dump
    }
}

/// Compares each expectation of a case with what its stage gives, and returns what differs.
///
/// A section left empty is recorded, and fails once, so that a new case is reviewed as a diff.
/// `RECORD=1` records every section that is present.
package func check(_ test: Case, stages: [CaseStage]) throws -> [String] {
    let expected = Set(stages.map(\.name))
    let pages = test.sections.filter { !expected.contains($0.name) }
    var problems = complaints(about: test, pages: pages)
    var recorded = test
    for (index, section) in test.sections.enumerated() {
        guard let stage = stages.first(where: { $0.name == section.name }) else { continue }
        let dump = expectation(of: try stage.dump(pages))
        guard dump != section.text else { continue }
        if section.text.isEmpty || isRecording { recorded.sections[index].text = dump }
        if section.text.isEmpty {
            problems.append("\(test): '\(section.name)' is recorded now; review it")
        } else if !isRecording {
            problems.append(
                "\(test): '\(section.name)' differs\n" + difference(section.text, dump))
        }
    }
    if recorded.sections != test.sections {
        try recorded.text.write(to: test.file, atomically: true, encoding: .utf8)
    }
    return problems
}

private func complaints(about test: Case, pages: [Case.Section]) -> [String] {
    var complaints: [String] = []
    if test.prose.allSatisfy(\.isWhitespace) {
        complaints.append("\(test): no sentence says why this case exists")
    }
    if pages.isEmpty { complaints.append("\(test): no page") }
    if pages.count == test.sections.count {
        complaints.append("\(test): no expectation; add an empty '-- api --' to record one")
    }
    for page in pages where !page.name.contains(".") {
        complaints.append("\(test): no stage is named '\(page.name)'")
    }
    return complaints
}

private func expectation(of dump: String) -> String {
    if dump.isEmpty { return Case.nothing }
    return dump.hasSuffix("\n") ? dump : dump + "\n"
}

/// The lines that differ, after the beginning and before the end that both have in common.
package func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
        old[old.count - 1 - end] == new[new.count - 1 - end]
    {
        end += 1
    }
    let removed = old[start..<(old.count - end)].prefix(30).map { "- \($0)" }
    let added = new[start..<(new.count - end)].prefix(30).map { "+ \($0)" }
    return (["@@ line \(start + 1)"] + removed + added).joined(separator: "\n")
}
