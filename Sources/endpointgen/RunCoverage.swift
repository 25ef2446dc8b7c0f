import EndpointGenerator

struct CoverageRequest: Hashable {
    var path: String
    var format = CoverageFormat.text
    var output: String?
}

/// Prints how much of the pages was understood.
func runCoverage(_ request: CoverageRequest) -> ExitStatus {
    attempt { () throws(DiskError) in
        let (pages, found) = try findPages(at: request.path)
        let printout = coverage(pages, as: request.format)
        found.complaints.forEach(complain)
        printout.findings.rendered(inColor: isColorWanted).forEach(complain)
        let status = printout.isMisconfigured ? ExitStatus.unusable : found.status
        guard let output = request.output else { return max(status, write(printout.bytes)) }
        try writeFile(printout.bytes, to: output)
        return status
    }
}
