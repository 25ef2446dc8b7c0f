import APIModel

/// Parts of one operation that come once for each of its answers: the second "Response headers" is
/// that of the status whose heading it follows. A single one may be of any status, unless a recorded
/// message above it shows one.
struct RepeatedParts {
    private struct Part: Hashable {
        let parent: Int
        let role: SectionRole
    }

    /// The status of the last part that names one, by the section around.
    private var lastStatus: [Int: Response.Status] = [:]
    private var seen: Set<Part> = []

    mutating func place(_ section: inout Section, behind claims: [Claim]) {
        if let status = section.status {
            lastStatus[section.parent] = status
            return
        }
        guard section.role == .responseHeaders || section.role == .responseFields else { return }
        let isSecond = !seen.insert(Part(parent: section.parent, role: section.role)).inserted
        section.status =
            claims.statusShown(in: section.parent) ?? (isSecond ? lastStatus[section.parent] : nil)
    }
}

extension [Claim] {
    /// The status of the last message that is shown right below a heading, with words behind it at
    /// most.
    fileprivate func statusShown(in section: Int) -> Response.Status? {
        for claim in suffix(8).reversed() where claim.section == section {
            switch claim.statement {
            case .prose: continue
            case .sample(let sample): return sample.status.map { .code($0) }
            default: return nil
            }
        }
        return nil
    }
}
