import EndpointGenerator

struct LintRequest: Hashable {
    var path: String
    var format = LintFormat.text
    var failOn = LintLevel.error
    var baseline: String?
    var newBaseline: String?
}

/// Prints what the author of the pages should mend, or keeps it as known.
func runLint(_ request: LintRequest) -> ExitStatus {
    attempt { () throws(DiskError) in
        let (pages, found) = try findPages(at: request.path)
        let known = try request.baseline.map { path throws(DiskError) in
            readBaseline(try readFile(path))
        }
        let review = lint(pages)
        found.complaints.forEach(complain)
        var status = found.status
        if review.isMisconfigured { status = .unusable }
        if let path = request.newBaseline {
            try writeFile(review.baseline, to: path)
            return status
        }
        status = max(
            status,
            write(review.report(request.format, known: known ?? [], version: version)))
        return max(
            status, review.reaches(request.failOn, known: known ?? []) ? .findings : .done)
    }
}
