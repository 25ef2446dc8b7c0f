import APIModel

/// Parts of one operation that come once for each of its answers: the second "Response headers" is
/// that of the status whose heading it follows. A single one may be of any status.
struct RepeatedParts {
    private struct Part: Hashable {
        let parent: Int
        let role: SectionRole
    }

    /// The status of the last part that names one, by the section around.
    private var lastStatus: [Int: Response.Status] = [:]
    private var seen: Set<Part> = []

    mutating func place(_ section: inout Section) {
        if let status = section.status {
            lastStatus[section.parent] = status
            return
        }
        guard section.role == .responseHeaders || section.role == .responseFields else { return }
        let isSecond = !seen.insert(Part(parent: section.parent, role: section.role)).inserted
        if isSecond { section.status = lastStatus[section.parent] }
    }
}
