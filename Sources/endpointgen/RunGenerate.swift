import EndpointGenerator

/// Generates every API and writes what changed; one that fails does not keep the others.
///
/// What an API had to say before, and nothing has changed of it, is said again unless `repeats` is
/// false.
func runGenerate(_ request: GenerateRequest, repeats: Bool = true) -> ExitStatus {
    forEachAPI(of: request, isRecalled: !request.isForced, repeats: repeats) {
        (generation, output, memory) throws(DiskError) in
        tellChanges(generation, since: output)
        return try write(
            generation, to: output, isForced: request.isForced, rememberedAt: memory)
    }
}

/// Lists what `generate` would change.
func runCheck(_ request: GenerateRequest) -> ExitStatus {
    forEachAPI(of: request, isRecalled: false) { (generation, output, _) throws(DiskError) in
        Written(status: try compare(generation, with: output))
    }
}

/// Finds, generates and hands on each API; tells the user what each had to say.
///
/// Where nothing has changed since the last run, what that one said stands in for another, if
/// `isRecalled`.
private func forEachAPI(
    of request: GenerateRequest, isRecalled: Bool, repeats: Bool = true,
    _ body: (Generation, _ output: String, _ memory: String?) throws(DiskError) -> Written
) -> ExitStatus {
    var status = ExitStatus.done
    var taken: Set<String> = []
    do throws(DiskError) {
        let choices = try choices(of: request)
        let places = try findAPIs(at: request.specs)
        if places.isEmpty { throw DiskError(path: request.specs, message: "holds no API") }
        for place in places {
            let work = try Work(
                at: place, choices, output: request.output, remembers: isRecalled)
            if isRecalled, let known = work.recalled,
                taken.insert(known.output.lowercased()).inserted
            {
                if repeats { complain(known.text) }
                status = max(status, known.status)
                continue
            }
            status = max(status, work.run(taken: &taken, body))
        }
    } catch {
        complain(error.line)
        status = .unusable
    }
    showProgress("")
    return status
}

/// One API on its way from the pages to the disk.
private struct Work {
    let place: String
    private var pages: Pages
    let found: Found
    let choices: Choices
    /// The folder of all APIs' outputs.
    let outputs: String
    private let key: String?
    private let memory: String?

    init(
        at place: String, _ choices: Choices, output: String, remembers: Bool
    ) throws(DiskError) {
        self.place = place
        self.choices = choices
        outputs = output
        showProgress("\(place): reading")
        (pages, found) = try findPages(at: place)
        key = recollectionKey(pages, choices)
        memory = recollectionPlace(from: place, to: output)
        if remembers { pages.memory = pageMemory(beside: memory) }
    }

    var recalled: Recollection? {
        guard found.complaints.isEmpty, let key else { return nil }
        return .recalled(at: memory, key: key)
    }

    func run(
        taken: inout Set<String>,
        _ body: (Generation, _ output: String, _ memory: String?) throws(DiskError) -> Written
    ) -> ExitStatus {
        showProgress("\(place): generating from \(pages.files.count) files")
        let generation = generate(pages, choices)
        showProgress("")
        found.complaints.forEach(complain)
        let text = generation.findings.folded.rendered(inColor: isColorWanted).joined()
        complain(text)
        let said = generation.status
        guard generation.outcome == .done else { return max(said, found.status) }
        let output = joined(outputs, generation.name)
        guard taken.insert(output.lowercased()).inserted else {
            complain("\(place): error: another API is written to '\(output)' too [name-taken]\n")
            return .unusable
        }
        var state: String?
        let written = attempt { () throws(DiskError) in
            let written = try body(generation, output, memory)
            state = written.state
            return written.status
        }
        if written == .done, found.complaints.isEmpty, let key, let state {
            Recollection(key: key, status: said, output: output, text: text)
                .keep(at: memory, with: state)
        }
        return max(said, found.status, written)
    }
}

/// Says what changed in the API since the last run; a first run, or one whose record cannot be read,
/// has nothing to compare with.
private func tellChanges(_ generation: Generation, since output: String) {
    let path = joined(output, lockName)
    guard kind(of: path) == .file,
        let lock = generation.files.first(where: { $0.path == lockName })
    else { return }
    do throws(DiskError) {
        let bytes = try readFile(path)
        if bytes == lock.bytes { return }
        let found = lockDifferences(from: File(path: path, bytes: bytes), to: lock)
        let text = found.canBeCompared ? found.digest(limit: 20) : ""
        if !text.isEmpty { complain("\(output): since the last run:\n\(text)") }
    } catch {
        // Writing meets the same disk, and says so.
        return
    }
}

extension Generation {
    /// What its diagnostics mean for the exit status.
    var status: ExitStatus {
        if outcome == .misconfigured { return .unusable }
        return findings.hasErrors ? .findings : .done
    }
}

/// Runs one step; what the disk refuses is said and does not end the others.
func attempt(_ step: () throws(DiskError) -> ExitStatus) -> ExitStatus {
    do throws(DiskError) {
        return try step()
    } catch {
        complain(error.line)
        return .unusable
    }
}

private func choices(of request: GenerateRequest) throws(DiskError) -> Choices {
    try templates(in: request.templates, for: request.emit)
}

/// The user's templates of a folder, where one is given.
func templates(in folder: String?, for outputs: [String]? = nil) throws(DiskError) -> Choices {
    guard let folder = folder.map(trimmed) else { return Choices(outputs: outputs) }
    guard kind(of: folder) == .folder else {
        throw DiskError(path: folder, message: "there is no such folder of templates")
    }
    let templates = try findTemplates(below: folder)
    return Choices(outputs: outputs, templates: templates, templatesFolder: folder + "/")
}

/// Every `.mustache` file below a folder, paths relative to it, sorted.
func findTemplates(
    below folder: String, _ below: String = "", depth: Int = 0
) throws(DiskError) -> [File] {
    var templates: [File] = []
    for entry in try entries(of: joined(folder, below)) where !entry.name.hasPrefix(".") {
        let path = joined(below, entry.name)
        if entry.kind == .folder, depth < 16 {
            templates += try findTemplates(below: folder, path, depth: depth + 1)
        } else if entry.kind == .file, path.hasSuffix(".mustache") {
            templates.append(File(path: path, bytes: try readFile(joined(folder, path))))
        }
    }
    return templates
}
