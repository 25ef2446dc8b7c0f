import EndpointGenerator

/// How writing ended, and how it left the folder, seen while nobody else could write there.
struct Written {
    let status: ExitStatus
    var state: String?
}

/// Writes what changed and removes what is gone, all of it or nothing; what others wrote is kept, and
/// holds back the rest where it stands in the way.
///
/// What is remembered of the last run spares a look into files that nobody touched since.
func write(
    _ generation: Generation, to output: String, isForced: Bool, rememberedAt memory: String? = nil
) throws(DiskError) -> Written {
    let above = String(folder(of: output).dropLast())
    return try withLock(on: above.isEmpty ? "." : above) { () throws(DiskError) in
        try removeLeftovers(of: output)
        let isAsWritten = Recollection.isAsLeft(output, rememberedAt: memory)
        let plan = try plan(generation, for: output, isForced: isForced, isAsWritten: isAsWritten)
        if plan.isHeldBack { return Written(status: report(plan, of: output)) }
        if try ownedFiles(of: output) != plan.manifest || !plan.changesNoFile {
            let isReplaced = try replaceFolder(output) { (staged) throws(DiskError) in
                try apply(plan, to: staged)
                try replaceFile(Manifest.fileName, of: staged, by: plan.manifest.bytes)
            }
            if !isReplaced { try writeInPlace(plan, to: output) }
        }
        return Written(status: report(plan, of: output), state: state(of: output))
    }
}

private func apply(_ plan: WritingPlan, to folder: String) throws(DiskError) {
    for file in plan.writes { try replaceFile(file.path, of: folder, by: file.bytes) }
    for path in plan.removals {
        try removeFile(joined(folder, path))
        removeEmptyFolders(above: path, in: folder)
    }
}

/// Where a folder cannot be put in another's place: file by file. The manifest is written before
/// the first change and after the last, so that a run that is killed in between is completed by the
/// next.
private func writeInPlace(_ plan: WritingPlan, to output: String) throws(DiskError) {
    try makeFolder(output)
    try replaceFile(Manifest.fileName, of: output, by: plan.journal.bytes)
    try apply(plan, to: output)
    try replaceFile(Manifest.fileName, of: output, by: plan.manifest.bytes)
}

private func replaceFile(
    _ path: String, of base: String, by bytes: [UInt8]
) throws(DiskError) {
    let place = joined(base, path)
    try makeFolder(String(folder(of: place).dropLast()))
    try writeFile(bytes, to: place)
}

/// Says what stands in the way.
private func report(_ plan: WritingPlan, of output: String) -> ExitStatus {
    let rest = plan.isHeldBack ? "nothing was written; " : ""
    for path in plan.edited {
        let effect = plan.edits[path] == nil ? "removes" : "overwrites"
        complain(
            "\(joined(output, path)): error: edited by hand since it was generated; "
                + "\(rest)--force \(effect) it [output-edited]\n" + (plan.edits[path] ?? ""))
    }
    for path in plan.foreign {
        complain(
            "\(joined(output, path)): error: in the way of a generated file and not ours; "
                + "nothing was written [output-foreign]\n")
    }
    if !plan.foreign.isEmpty { return .unusable }
    return plan.edited.isEmpty ? .done : .findings
}

/// Lists, on standard output, what `write` would change.
func compare(_ generation: Generation, with output: String) throws(DiskError) -> ExitStatus {
    let plan = try plan(generation, for: output, isForced: false)
    if plan.changesNothing { return .done }
    var lines = plan.writes.map { file in
        let path = joined(output, file.path)
        return kind(of: path) == .missing ? "\(path): missing\n" : "\(path): differs\n"
    }
    lines += plan.removals.map { "\(joined(output, $0)): no longer generated\n" }
    lines += plan.edited.map { "\(joined(output, $0)): edited by hand\n" }
    lines += plan.foreign.map { "\(joined(output, $0)): not ours\n" }
    return max(print(lines.joined()), .findings)
}

private func plan(
    _ generation: Generation, for output: String, isForced: Bool, isAsWritten: Bool = false
) throws(DiskError) -> WritingPlan {
    let owned = try ownedFiles(of: output)
    return try planWriting(
        generation.files, ownedBy: owned, isForced: isForced, isAsWritten: isAsWritten
    ) { (path) throws(DiskError) in
        let place = joined(output, path)
        return kind(of: place) == .missing ? nil : try readFile(place)
    }
}

/// What a folder's manifest says; a folder with files and without a manifest is not ours.
private func ownedFiles(of output: String) throws(DiskError) -> Manifest {
    let manifest = joined(output, Manifest.fileName)
    switch kind(of: output) {
    case .missing:
        return Manifest([])
    case .folder:
        if kind(of: manifest) == .file { return Manifest(reading: try readFile(manifest)) }
        guard try entries(of: output).isEmpty else {
            throw DiskError(
                path: output,
                message: "this folder has no '\(Manifest.fileName)', so it is not ours to write")
        }
        return Manifest([])
    case .file, .link, .other:
        throw DiskError(path: output, message: "this is not a folder")
    }
}
