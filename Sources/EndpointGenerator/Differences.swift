import APIModel
import Comparison
import SourceText

/// One state of an API's documentation, to be compared with another.
public enum Edition: Sendable {
    case pages(Pages)
    /// An `api.json` of an earlier run.
    case recorded(File)
    case generated(Generation)
    /// None: the API was not there yet, or is there no more.
    case absent
}

/// What changed between two editions, and what there was to say of reading them.
public struct Differences: Sendable {
    public let findings: [Findings]
    /// Whether both editions could be read; an edition that could not has no changes either.
    public let canBeCompared: Bool
    /// In the order of the new edition.
    package let changes: [Change]
    let old: Positions
    let new: Positions

    /// A change that was accepted before is reported no more.
    package func remaining(_ approved: Set<String>) -> [Change] {
        changes.filter { !approved.contains(fingerprint(of: $0)) }
    }
}

/// How much a change costs, from which on a run fails.
public enum Threshold: String, CaseIterable, Sendable {
    case wire, source, any

    var level: Level {
        switch self {
        case .wire: .wire
        case .source: .source
        case .any: .documentation
        }
    }
}

/// Compares two editions of one API.
public func differences(from old: Edition, to new: Edition) -> Differences {
    let before = readEdition(old)
    let after = readEdition(new)
    guard let first = before.api, let second = after.api else {
        return Differences(
            findings: [before.findings, after.findings], canBeCompared: false, changes: [],
            old: before.positions,
            new: after.positions)
    }
    return Differences(
        findings: [before.findings, after.findings], canBeCompared: true,
        changes: compare(first, second),
        old: before.positions, new: after.positions)
}

/// The same for what two runs recorded of one API, for the price of what changed.
public func lockDifferences(from old: File, to new: File) -> Differences {
    guard let parts = changedParts(old.bytes, new.bytes) else {
        return differences(from: .recorded(old), to: .recorded(new))
    }
    return differences(
        from: .recorded(File(path: old.path, bytes: parts.old)),
        to: .recorded(File(path: new.path, bytes: parts.new)))
}

extension Differences {
    /// Whether anything is left that costs at least so much.
    public func reaches(_ threshold: Threshold, approved: Set<String>) -> Bool {
        remaining(approved).contains { $0.rule.level >= threshold.level }
    }
}

/// Tells a change from all others, wherever and in which order it was found: eight digits.
package func fingerprint(of change: Change) -> String {
    String(sha256(Array(change.identity.utf8)).prefix(8))
}

private struct ReadEdition {
    var api: APIDescription?
    var positions: Positions
    var findings: Findings
}

private func readEdition(_ edition: Edition) -> ReadEdition {
    switch edition {
    case .pages(let pages):
        var run = Run(pages)
        let api = run.nameOfOneAPI().map { run.describe(named: $0) }
        // Lesser findings are what `generate` and `lint` are for.
        run.diagnostics.removeAll { $0.severity != .error }
        return ReadEdition(api: api, positions: Positions(run.sources), findings: run.findings)
    case .generated(let generation):
        // What it has to say was said when it was made.
        let sources = generation.findings.sources
        return ReadEdition(
            api: generation.api, positions: Positions(sources),
            findings: Findings([], of: sources, paths: []))
    case .absent:
        let sources = SourceSet([])
        return ReadEdition(
            api: APIDescription(name: ""), positions: Positions(sources),
            findings: Findings([], of: sources, paths: []))
    case .recorded(let file):
        let sources = SourceSet([SourceFile(path: file.path, bytes: file.bytes)])
        let (recorded, notes) = readAPI(sources[FileID(0)], as: FileID(0))
        return ReadEdition(
            api: recorded?.api, positions: recorded?.positions ?? Positions(sources),
            findings: Findings(notes, of: sources, paths: [file.path]))
    }
}
