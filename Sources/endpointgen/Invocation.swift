import EndpointGenerator

/// One thing to do, as the command line asks for it.
enum Invocation: Hashable {
    case help(Verb?)
    case version
    case generate(GenerateRequest)
    case check(GenerateRequest)
    case watch(GenerateRequest)
    case show(Stage, path: String)
    case explain(path: String, fact: String)
    case openapi(path: String, isPlain: Bool, ofServer: Bool)
    case diff(DiffRequest)
    case changelog(path: String, tags: [String])
    case coverage(CoverageRequest)
    case lint(LintRequest)
    case reference(ReferenceRequest)
    case compile(CompileRequest)
    case link(LinkRequest)
    case embedTemplates(folder: String)
    case buildStep(pages: String, output: String)
}

enum Verb: String, CaseIterable {
    case generate, check, watch, show, explain, openapi, diff, changelog, coverage, lint, reference
    case compile, link
    /// Writes `Templates/BuiltinTemplates.swift`; of use to this project only, so not in the help.
    case embedTemplates = "embed-templates"
    /// What the build plugin runs; not in the help either.
    case buildStep = "build-step"
}

struct GenerateRequest: Hashable {
    var specs = "Specs"
    var output = "Generated"
    var emit: [String]?
    var templates: String?
    var isForced = false
}

struct UsageError: Error {
    let verb: Verb?
    let message: String
}

/// Reads the command line; what it does not understand is said, never guessed.
func readInvocation(_ arguments: [String]) throws(UsageError) -> Invocation {
    guard let first = arguments.first else { throw UsageError(verb: nil, message: "nothing to do") }
    if first == "--version" { return .version }
    if first == "--help" || first == "-h" || first == "help" {
        return .help(arguments.dropFirst().first.flatMap(Verb.init(rawValue:)))
    }
    guard let verb = Verb(rawValue: first) else {
        throw UsageError(verb: nil, message: "there is no command '\(first)'")
    }
    let words = try readWords(Array(arguments.dropFirst()), of: verb)
    if words.asksForHelp { return .help(verb) }
    switch verb {
    case .generate: return .generate(try generateRequest(words, verb))
    case .check: return .check(try generateRequest(words, verb))
    case .watch: return .watch(try generateRequest(words, verb))
    case .show: return try show(words)
    case .explain:
        let (path, fact) = try two(words, verb, "a page and a fact")
        return .explain(path: path, fact: fact)
    case .openapi:
        let path = try one(words, verb, "a page or a folder of pages")
        return .openapi(
            path: path, isPlain: words.has("--plain"), ofServer: words.has("--server"))
    case .diff: return .diff(try diffRequest(words))
    case .changelog:
        guard let path = words.positional.first else {
            throw UsageError(verb: verb, message: "changelog needs a path of the repository")
        }
        return .changelog(path: path, tags: Array(words.positional.dropFirst()))
    case .coverage:
        let path = try one(words, verb, "a page or a folder of pages")
        let format = try choice("--format", CoverageFormat.self, words, verb)
        return .coverage(
            CoverageRequest(
                path: path, format: format ?? .text, output: words.value("--output")))
    case .lint: return .lint(try lintRequest(words))
    case .reference: return .reference(try referenceRequest(words))
    case .compile: return .compile(try compileRequest(words))
    case .link: return .link(try linkRequest(words))
    case .buildStep:
        let (pages, output) = try two(words, verb, "a folder of pages and one to write to")
        return .buildStep(pages: pages, output: output)
    case .embedTemplates:
        return .embedTemplates(folder: words.positional.first ?? "Templates")
    }
}

private func generateRequest(
    _ words: Words, _ verb: Verb
) throws(UsageError) -> GenerateRequest {
    guard words.positional.count <= 1 else {
        throw UsageError(verb: verb, message: "one folder or page at a time")
    }
    var request = GenerateRequest()
    request.specs = words.positional.first ?? request.specs
    request.output = words.value("--output") ?? request.output
    request.templates = words.value("--templates")
    request.isForced = words.has("--force")
    request.emit = try outputs(words, verb)
    return request
}

/// What `--emit` names, if it is given.
private func outputs(_ words: Words, _ verb: Verb) throws(UsageError) -> [String]? {
    guard let list = words.value("--emit") else { return nil }
    let names = list.split(separator: ",").map(String.init)
    for name in names where !outputNames.contains(name) {
        let known = outputNames.joined(separator: ", ")
        throw UsageError(verb: verb, message: "there is no output '\(name)', only \(known)")
    }
    guard !names.isEmpty else {
        throw UsageError(verb: verb, message: "--emit names no output")
    }
    return names
}

private func compileRequest(_ words: Words) throws(UsageError) -> CompileRequest {
    let page = try one(words, .compile, "a page")
    guard let output = words.value("--output") else {
        throw UsageError(verb: .compile, message: "compile needs '-o FILE'")
    }
    return CompileRequest(page: page, output: output, root: words.value("--root"))
}

private func linkRequest(_ words: Words) throws(UsageError) -> LinkRequest {
    guard !words.positional.isEmpty, let output = words.value("--output") else {
        throw UsageError(verb: .link, message: "link needs compiled pages and '-o DIR'")
    }
    return LinkRequest(
        inputs: words.positional, output: output, root: words.value("--root"),
        emit: try outputs(words, .link), templates: words.value("--templates"),
        isForced: words.has("--force"))
}

private func diffRequest(_ words: Words) throws(UsageError) -> DiffRequest {
    let (old, new) = try two(words, .diff, "an old and a new edition of an API")
    var request = DiffRequest(old: old, new: new)
    if let format = try choice("--format", DifferenceFormat.self, words, .diff) {
        request.format = format
    }
    request.failOn = try choice("--fail-on", Threshold.self, words, .diff)
    request.approvals = words.value("--approvals")
    return request
}

private func lintRequest(_ words: Words) throws(UsageError) -> LintRequest {
    let path = try one(words, .lint, "a page or a folder of pages")
    var request = LintRequest(path: path)
    if let format = try choice("--format", LintFormat.self, words, .lint) {
        request.format = format
    }
    if let level = try choice("--fail-on", LintLevel.self, words, .lint) {
        request.failOn = level
    }
    request.baseline = words.value("--baseline")
    request.newBaseline = words.value("--write-baseline")
    return request
}

private func referenceRequest(_ words: Words) throws(UsageError) -> ReferenceRequest {
    let path = try one(words, .reference, "a page or a folder of pages")
    var request = ReferenceRequest(path: path)
    if let format = try choice("--format", ReferenceFormat.self, words, .reference) {
        request.format = format
    }
    request.output = words.value("--output") ?? request.output
    request.templates = words.value("--templates")
    request.since = words.value("--since")
    request.target = words.value("--target")
    request.isSingleFile = words.has("--single-file")
    request.isForced = words.has("--force")
    return request
}

/// The value of an option that has a fixed set of them; `nil` where the option is not given.
private func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ option: String, _ type: Value.Type, _ words: Words, _ verb: Verb
) throws(UsageError) -> Value? {
    guard let text = words.value(option) else { return nil }
    guard let value = Value(rawValue: text) else {
        let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw UsageError(verb: verb, message: "\(option) is one of \(known), not '\(text)'")
    }
    return value
}

private func show(_ words: Words) throws(UsageError) -> Invocation {
    let (name, path) = try two(words, .show, "a stage and a page")
    guard let stage = Stage(rawValue: name) else {
        let known = Stage.allCases.map(\.rawValue).joined(separator: ", ")
        throw UsageError(verb: .show, message: "there is no stage '\(name)', only \(known)")
    }
    return .show(stage, path: path)
}

private func one(_ words: Words, _ verb: Verb, _ what: String) throws(UsageError) -> String {
    guard words.positional.count == 1 else {
        throw UsageError(verb: verb, message: "\(verb.rawValue) needs \(what)")
    }
    return words.positional[0]
}

private func two(
    _ words: Words, _ verb: Verb, _ what: String
) throws(UsageError) -> (String, String) {
    guard words.positional.count == 2 else {
        throw UsageError(verb: verb, message: "\(verb.rawValue) needs \(what)")
    }
    return (words.positional[0], words.positional[1])
}
