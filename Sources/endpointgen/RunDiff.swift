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
        let pairs = try findEditions(request.old, request.new)
        let found = pairs.map(\.compared)
        for (pair, found) in zip(pairs, found) {
            (pair.old.complaints + pair.new.complaints).forEach(complain)
            for findings in found.differences.findings {
                findings.rendered(inColor: isColorWanted).forEach(complain)
            }
        }
        // An edition that cannot be read has no differences; to say "nothing changed" would be a lie.
        guard found.allSatisfy(\.differences.canBeCompared) else { return .unusable }
        let printed = write(report(found, request.format, approved: approved))
        let status = pairs.map(\.status).reduce(printed, max)
        guard let threshold = request.failOn else { return status }
        let reaches = found.contains { $0.differences.reaches(threshold, approved: approved) }
        return max(status, reaches ? .findings : .done)
    }
}

extension EditionPair {
    fileprivate var compared: APIDifferences {
        let differences = differences(from: old.edition, to: new.edition)
        return APIDifferences(differences, of: api, in: new.folder)
    }

    fileprivate var status: ExitStatus { max(old.status, new.status) }
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
        for (older, newer) in zip(tags, tags.dropFirst()) {
            let pairs = try findEditions("\(older):\(below)", "\(newer):\(below)")
            let found = pairs.map(\.compared)
            guard found.allSatisfy(\.differences.canBeCompared) else {
                throw DiskError(path: "\(newer):\(path)", message: "is no edition of an API")
            }
            let notes = String(decoding: report(found, .markdown, approved: []), as: UTF8.self)
            text = "## \(newer)\n\n\(notes)\(text.isEmpty ? "" : "\n")\(text)"
            status = pairs.map(\.new.status).reduce(status, max)
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
