/// The words behind a verb: options and what they are not.
struct Words {
    var positional: [String] = []
    var flags: [String] = []
    var values: [(name: String, value: String)] = []
    var asksForHelp = false

    func has(_ flag: String) -> Bool { flags.contains(flag) }

    /// The last one given counts, as shells users expect.
    func value(_ name: String) -> String? { values.last { $0.name == name }?.value }
}

extension Verb {
    /// Options that stand alone.
    fileprivate var flags: [String] {
        switch self {
        case .generate, .link: ["--force"]
        case .openapi: ["--plain", "--server"]
        case .reference: ["--single-file", "--force"]
        case .check, .watch, .show, .explain, .diff, .changelog, .coverage, .lint, .compile,
            .embedTemplates, .buildStep:
            []
        }
    }

    /// Options that a value follows, as the next word or after `=`.
    fileprivate var options: [String] {
        switch self {
        case .generate, .check, .watch: ["--output", "--emit", "--templates"]
        case .compile: ["--output", "--root"]
        case .link: ["--output", "--root", "--emit", "--templates"]
        case .diff: ["--format", "--fail-on", "--approvals"]
        case .coverage: ["--format", "--output"]
        case .reference: ["--format", "--output", "--since", "--target", "--templates"]
        case .lint: ["--format", "--fail-on", "--baseline", "--write-baseline"]
        case .show, .explain, .openapi, .changelog, .embedTemplates, .buildStep: []
        }
    }
}

/// Sorts words into options and others; `--` ends the options.
func readWords(_ arguments: [String], of verb: Verb) throws(UsageError) -> Words {
    var words = Words()
    var index = 0
    while index < arguments.count {
        let word = arguments[index] == "-o" ? "--output" : arguments[index]
        index += 1
        if word == "--" {
            words.positional += arguments[index...]
            break
        }
        if word == "--help" || word == "-h" {
            words.asksForHelp = true
        } else if !word.hasPrefix("-") || word == "-" {
            words.positional.append(word)
        } else if verb.flags.contains(word) {
            words.flags.append(word)
        } else {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first.map(String.init), verb.options.contains(name) else {
                throw UsageError(verb: verb, message: "there is no option '\(word)'")
            }
            guard parts.count == 2 || index < arguments.count else {
                throw UsageError(verb: verb, message: "'\(name)' needs a value")
            }
            words.values.append((name, parts.count == 2 ? String(parts[1]) : arguments[index]))
            if parts.count == 1 { index += 1 }
        }
    }
    return words
}
