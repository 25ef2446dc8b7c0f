/// What the shell is told. Of several, the highest counts.
enum ExitStatus: Int32, Comparable {
    case done = 0
    /// The pages have errors, or `check` found files that differ.
    case findings = 1
    /// The command line, the configuration or a file on disk is at fault.
    case unusable = 2

    static func < (left: ExitStatus, right: ExitStatus) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// The whole program: read the command line, do the one thing it asks for.
func run(_ arguments: [String]) -> ExitStatus {
    let invocation: Invocation
    do throws(UsageError) {
        invocation = try readInvocation(arguments)
    } catch {
        complain("endpointgen: error: \(error.message) [usage]\n")
        complain("usage: \(usageLine(of: error.verb))\n")
        return .unusable
    }
    switch invocation {
    case .help(let verb): return print(helpText(verb))
    case .version: return print("endpointgen \(version)\n")
    case .generate(let request): return runGenerate(request)
    case .check(let request): return runCheck(request)
    case .watch(let request): return runWatch(request)
    case .show(let stage, let path): return runShow(stage, of: path)
    case .explain(let path, let fact): return runExplain(fact, of: path)
    case .openapi(let path, let isPlain, let ofServer):
        return runOpenAPI(path, isPlain: isPlain, ofServer: ofServer)
    case .diff(let request): return runDiff(request)
    case .changelog(let path, let tags): return runChangelog(path, tags: tags)
    case .coverage(let request): return runCoverage(request)
    case .lint(let request): return runLint(request)
    case .reference(let request): return runReference(request)
    case .compile(let request): return runCompile(request)
    case .link(let request): return runLink(request)
    case .buildStep(let pages, let output): return runBuildStep(pages, into: output)
    case .embedTemplates(let folder): return runEmbedTemplates(folder)
    }
}

/// Raised with each release, as `CHANGELOG.md` says.
let version = "0.1.0"
