/// What has to happen to an output folder; every decision made before anything is touched.
public struct WritingPlan: Hashable, Sendable {
    /// Files that are missing or differ, in order of their paths.
    public var writes: [File] = []
    /// Files of ours that are no longer generated and nobody edited.
    public var removals: [String] = []
    /// Generated files that somebody edited: kept unless forced.
    public var edited: [String] = []
    /// What was edited in those that are still generated, by their paths.
    public var edits: [String: String] = [:]
    /// Files in the way that were never ours: kept always.
    public var foreign: [String] = []
    /// What to write before the first change, and after the last.
    public var journal: Manifest
    public var manifest: Manifest

    /// Whether the folder already holds what was generated.
    public var changesNothing: Bool {
        changesNoFile && edited.isEmpty && foreign.isEmpty
    }

    /// Whether a file that somebody else wrote stands where one has to be written: then none is, since
    /// some old files among new ones are no API.
    public var isHeldBack: Bool { !foreign.isEmpty || edited.contains { edits[$0] != nil } }

    /// Whether there is nothing to do, whatever stands in the way.
    public var changesNoFile: Bool { writes.isEmpty && removals.isEmpty }
}

/// Compares what was generated with what is there.
///
/// `existing` gives the bytes of a file that the manifest or the outputs name, if it exists; of many
/// large ones it is asked for one at a time. Where `isAsWritten`, every file that the manifest names
/// is known to hold what it says, and none of them is asked for.
public func planWriting<Failure>(
    _ outputs: [File], ownedBy owned: Manifest, isForced: Bool, isAsWritten: Bool = false,
    over existing: (String) throws(Failure) -> [UInt8]?
) throws(Failure) -> WritingPlan {
    let goal = Manifest(outputs)
    var plan = WritingPlan(journal: owned, manifest: goal)
    let ours = Set(owned.entries)
    let ownedPaths = Set(owned.entries.map(\.path))
    let unchanged = Set(ours.intersection(goal.entries).map(\.path))
    for output in outputs.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
        if isAsWritten, ownedPaths.contains(output.path) {
            if !unchanged.contains(output.path) { plan.writes.append(output) }
            continue
        }
        guard let bytes = try existing(output.path) else {
            plan.writes.append(output)
            continue
        }
        if bytes == output.bytes { continue }
        if !ownedPaths.contains(output.path) {
            plan.foreign.append(output.path)
        } else if isForced || ours.contains(.init(path: output.path, hash: sha256(bytes))) {
            plan.writes.append(output)
        } else {
            plan.edited.append(output.path)
            plan.edits[output.path] = editedLines(of: bytes, generated: output.bytes)
        }
    }
    let generated = Set(outputs.map(\.path))
    for path in owned.paths where !generated.contains(path) {
        if isAsWritten {
            plan.removals.append(path)
            continue
        }
        guard let bytes = try existing(path) else { continue }
        if isForced || ours.contains(.init(path: path, hash: sha256(bytes))) {
            plan.removals.append(path)
        } else {
            plan.edited.append(path)
        }
    }
    plan.keepOwnership(of: plan.edited, from: owned)
    let foreign = Set(plan.foreign)
    plan.manifest.entries.removeAll { foreign.contains($0.path) }
    plan.journal = owned.united(with: plan.manifest)
    return plan
}

extension WritingPlan {
    /// A file that was kept stays ours as we wrote it, so that the next run sees the edit again.
    fileprivate mutating func keepOwnership(of paths: [String], from owned: Manifest) {
        let kept = Set(paths)
        manifest.entries.removeAll { kept.contains($0.path) }
        manifest.entries += owned.entries.filter { kept.contains($0.path) }
        manifest.entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}
