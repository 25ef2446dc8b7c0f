import EndpointGenerator

struct ReferenceRequest: Hashable {
    var path: String
    var format = ReferenceFormat.html
    var output = "Reference"
    var templates: String?
    var since: String?
    var target: String?
    var isSingleFile = false
    var isForced = false
}

/// Writes documentation that people read into a folder of its own.
func runReference(_ request: ReferenceRequest) -> ExitStatus {
    attempt { () throws(DiskError) in
        let (pages, found) = try findPages(at: request.path)
        var choices = ReferenceChoices(
            request.format, templates: try templates(in: request.templates))
        choices.isSingleFile = request.isSingleFile
        choices.target = request.target
        let since = try request.since.map { name throws(DiskError) in try findEdition(name) }
        choices.since = since?.edition
        let generation = reference(pages, choices)
        (found.complaints + (since?.complaints ?? [])).forEach(complain)
        generation.findings.folded.rendered(inColor: isColorWanted).forEach(complain)
        if generation.outcome == .misconfigured, !generation.findings.hasErrors {
            throw DiskError(path: request.since ?? "", message: "is no edition of an API")
        }
        let said = max(generation.status, found.status)
        guard generation.outcome == .done else { return said }
        let isCatalog = request.format == .docc
        let output = isCatalog ? joined(request.output, generation.name) : request.output
        return max(said, try write(generation, to: output, isForced: request.isForced).status)
    }
}
