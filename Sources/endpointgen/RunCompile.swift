import EndpointGenerator

struct CompileRequest: Hashable {
    var page: String
    var output: String
    var root: String?
}

struct LinkRequest: Hashable {
    /// Records, the configuration and the corrections; `@FILE` names a file that lists more.
    var inputs: [String]
    var output: String
    var root: String?
    var emit: [String]?
    var templates: String?
    var isForced = false
}

/// Writes down what one page says. Reads that page and nothing else.
func runCompile(_ request: CompileRequest) -> ExitStatus {
    attempt { () throws(DiskError) in
        let root = request.root ?? trimmed(folder(of: request.page))
        guard let path = path(of: request.page, below: root) else {
            throw DiskError(path: request.page, message: "this is not below '\(root)'")
        }
        let page = File(path: path, bytes: try readFile(request.page))
        if page.bytes.prefix(8192).contains(0) {
            throw DiskError(path: request.page, message: "this is not text")
        }
        let compilation = compile(page, shownPath: request.page, version: version)
        compilation.findings.folded.rendered(inColor: isColorWanted).forEach(complain)
        try writeFile(compilation.record, to: request.output)
        return compilation.findings.hasErrors ? .findings : .done
    }
}

/// Generates one API from what its pages were compiled to. Looks at no page.
func runLink(_ request: LinkRequest) -> ExitStatus {
    attempt { () throws(DiskError) in
        let choices = try templates(in: request.templates, for: request.emit)
        let output = trimmed(request.output)
        let pages = try linked(try listed(request.inputs), into: output, root: request.root)
        let generation = generate(pages, choices)
        generation.findings.folded.rendered(inColor: isColorWanted).forEach(complain)
        guard generation.outcome == .done else { return generation.status }
        return max(
            generation.status, try write(generation, to: output, isForced: request.isForced).status)
    }
}

/// The API is called what its configuration says, or else as the folder it is written to.
private func linked(
    _ inputs: [String], into output: String, root: String?
) throws(DiskError) -> Pages {
    var records: [File] = []
    var configuration: File?
    var corrections: File?
    for input in inputs {
        let file = File(path: input, bytes: try readFile(input))
        let below = root.flatMap { path(of: input, below: $0) } ?? name(of: input)
        switch name(of: input) {
        case "endpointgen.json": configuration = File(path: below, bytes: file.bytes)
        case "corrections.md": corrections = File(path: below, bytes: file.bytes)
        default: records.append(file)
        }
    }
    let folder = root.map { $0 == "." || $0.isEmpty ? "" : trimmed($0) + "/" } ?? ""
    do throws(LinkFault) {
        return try Pages(
            linking: records, named: name(of: output), folder: folder,
            configuration: configuration, corrections: corrections, version: version)
    } catch {
        throw DiskError(path: error.path, message: error.message)
    }
}

/// The inputs with those of lists in their places, one a line: a command line has an end.
private func listed(_ inputs: [String]) throws(DiskError) -> [String] {
    var all: [String] = []
    for input in inputs {
        guard input.hasPrefix("@") else {
            all.append(input)
            continue
        }
        let text = String(decoding: try readFile(String(input.dropFirst())), as: UTF8.self)
        all += text.split(whereSeparator: \.isNewline).map(String.init)
    }
    return all
}

/// A path as seen from a folder, both as they are spelled, so that links into a store of files do not
/// show; `nil` if it does not lie below.
private func path(of file: String, below folder: String) -> String? {
    let root = trimmed(folder)
    var path = file
    if !root.isEmpty, root != "." {
        let prefix = root == "/" ? root : root + "/"
        guard path.hasPrefix(prefix) else { return nil }
        path.removeFirst(prefix.count)
    }
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    let isInside = steps.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    return isInside ? path : nil
}
