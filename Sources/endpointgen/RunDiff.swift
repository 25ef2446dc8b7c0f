import EndpointGenerator

struct DiffRequest: Hashable {
    var old: String
    var new: String
    var format = DifferenceFormat.text
    var failOn: Threshold?
    var approvals: String?
}

/// Prints what changed between two editions of an API.
func runDiff(_ request: DiffRequest) -> ExitStatus {
    attempt { () throws(DiskError) in
        let approved = try readApprovals(request.approvals)
        let old = try findEdition(request.old)
        let new = try findEdition(request.new)
        let found = differences(from: old.edition, to: new.edition)
        (old.complaints + new.complaints).forEach(complain)
        var status = max(old.status, new.status)
        for findings in found.findings {
            findings.rendered(inColor: isColorWanted).forEach(complain)
        }
        // An edition that cannot be read has no differences; to say "nothing changed" would be a lie.
        guard found.canBeCompared else { return .unusable }
        status = max(status, write(found.report(request.format, approved: approved)))
        guard let threshold = request.failOn else { return status }
        return max(status, found.reaches(threshold, approved: approved) ? .findings : .done)
    }
}

/// Prints what changed from each tag of a repository to the next, the newest first.
func runChangelog(_ path: String, tags: [String]) -> ExitStatus {
    attempt { () throws(DiskError) in
        let below = path.hasPrefix("/") ? path : "./" + path
        let tags = try tagsThatHave(below, of: try tags.isEmpty ? gitTags() : tags)
        guard tags.count > 1 else {
            throw DiskError(
                path: path,
                message: "a changelog needs two tags that have it; there "
                    + (tags.count == 1 ? "is 1" : "is none"))
        }
        var status = ExitStatus.done
        var text = ""
        var older = try findEdition("\(tags[tags.startIndex]):\(below)")
        for tag in tags.dropFirst() {
            let newer = try findEdition("\(tag):\(below)")
            let found = differences(from: older.edition, to: newer.edition)
            guard found.canBeCompared else {
                throw DiskError(path: "\(tag):\(path)", message: "is no edition of an API")
            }
            let notes = String(decoding: found.report(.markdown, approved: []), as: UTF8.self)
            text = "## \(tag)\n\n\(notes)\(text.isEmpty ? "" : "\n")\(text)"
            status = max(status, newer.status)
            older = newer
        }
        return max(status, print(text))
    }
}

/// The tags from the first that has a path: documentation may be younger than its repository.
private func tagsThatHave(
    _ path: String, of tags: [String]
) throws(DiskError) -> ArraySlice<String> {
    let path = try gitPath(path)
    for (index, tag) in tags.enumerated() {
        if try gitObject("\(tag):\(path)") != nil { return tags[index...] }
        guard try gitObject("\(tag)^{tree}") != nil else {
            throw DiskError(path: tag, message: "git has no such revision here")
        }
    }
    return []
}

/// Every word of a file that may be a fingerprint, so that a report that was kept is an approval.
private func readApprovals(_ path: String?) throws(DiskError) -> Set<String> {
    guard let path else { return [] }
    let words = try readFile(path).split { byte in
        !(0x30...0x39).contains(byte) && !(0x61...0x66).contains(byte)
    }
    return Set(words.filter { $0.count == 8 }.map { String(decoding: $0, as: UTF8.self) })
}
