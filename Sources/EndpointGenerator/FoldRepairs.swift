import JSONText
import SourceText

extension Findings {
    /// One line a page for all that its samples were forgiven, at the first such place.
    ///
    /// Pages shorten and annotate nearly every sample, and rightly; who generates wants to know that
    /// it was noticed. `show claims` says each.
    public var folded: Findings {
        var findings = self
        findings.diagnostics = fold(diagnostics)
        return findings
    }
}

/// A page's repairs, in the order of the page.
private struct Repairs {
    var first: Diagnostic
    var count = 0
    var counts: [(id: String, count: Int)] = []

    mutating func add(_ diagnostic: Diagnostic) {
        count += 1
        if let span = diagnostic.span, let earliest = first.span, span < earliest {
            first = diagnostic
        }
        if let index = counts.firstIndex(where: { $0.id == diagnostic.id }) {
            counts[index].count += 1
        } else {
            counts.append((diagnostic.id, 1))
        }
    }

    var diagnostic: Diagnostic {
        guard count > 1 else { return first }
        let kinds = counts.sorted { ($1.count, $0.id) < ($0.count, $1.id) }
        let list = kinds.map { "\($0.count) \($0.id.dropFirst("json-".count))" }
        return Diagnostic(
            .note, "json-repairs",
            "samples of this page are JSON after \(count) repairs: \(list.joined(separator: ", "));"
                + " 'endpointgen show claims' lists each",
            at: first.span)
    }
}

private func fold(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    // Why a sample cannot be read is nothing to fold away.
    let kinds = JSONDocument.RepairKind.allCases.filter { $0 != .unreadable }
    let ids = Set(kinds.map(\.rawValue))
    var kept: [Diagnostic] = []
    var repairs: [Repairs] = []
    var indices: [FileID: Int] = [:]
    for diagnostic in diagnostics {
        guard ids.contains(diagnostic.id), let file = diagnostic.span?.file else {
            kept.append(diagnostic)
            continue
        }
        let index = indices[file] ?? repairs.count
        if index == repairs.count { repairs.append(Repairs(first: diagnostic)) }
        indices[file] = index
        repairs[index].add(diagnostic)
    }
    return kept + repairs.map(\.diagnostic)
}
