import Linting
import PageTree
import SourceText

/// How much something on a page matters, and from which on a run fails.
public enum LintLevel: String, CaseIterable, Comparable, Sendable {
    case note, warning, error

    init(_ severity: Diagnostic.Severity) {
        switch severity {
        case .note: self = .note
        case .warning: self = .warning
        case .error: self = .error
        }
    }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }

    public static func < (left: LintLevel, right: LintLevel) -> Bool { left.rank < right.rank }
}

/// What the author of some pages should look at.
public struct Review: Sendable {
    /// By file, place and rule.
    let remarks: [Remark]
    let sources: SourceSet
    /// How the reader of a report knows each file of `sources`.
    let paths: [String]
    /// Whether the configuration has something that cannot be used.
    public let isMisconfigured: Bool
}

/// One finding of one rule.
struct Remark: Sendable {
    let diagnostic: Diagnostic
    let level: LintLevel
    let advice: String
    /// Tells the finding from all others, wherever its page moves it.
    let fingerprint: String
}

/// Looks for everything that an author wants to know: what readers had to put up with, where places
/// contradict each other, and what is written in a way that misleads.
public func lint(_ pages: Pages) -> Review {
    var run = Run(pages)
    guard let name = run.nameOfOneAPI() else { return run.review(run.diagnostics) }
    let sources = pages.sources
    let files = readFiles(sources, over: pages.threads) { $0 }
    let read = claims(of: files.map(\.said), sources)
    let described = describe(read, sources, named: name, correctedBy: run.numberedCorrections)
    var found = run.diagnostics + described.diagnostics + described.remarks
    found += Linting.lint(read.claims, of: sources)
    for file in files { found += Linting.lint(file.page) }
    return run.review(found)
}

extension Run {
    fileprivate func review(_ found: [Diagnostic]) -> Review {
        Review(
            remarks: fingerprinted(ordered(withoutEchoes(found)), of: sources), sources: sources,
            paths: paths, isMisconfigured: isMisconfigured)
    }
}

extension Review {
    /// What is left when the findings of a baseline are taken away.
    func remaining(_ known: Set<String>) -> [Remark] {
        remarks.filter { !known.contains($0.fingerprint) }
    }

    /// Whether anything that is not known yet has at least this level.
    public func reaches(_ level: LintLevel, known: Set<String>) -> Bool {
        remaining(known).contains { $0.level >= level }
    }

    /// A file for `--baseline`: a line for each finding, its fingerprint first.
    public var baseline: [UInt8] {
        let lines = remarks.map { remark in
            let path = remark.diagnostic.span.map { paths[Int($0.file.rawValue)] } ?? ""
            return visible("\(remark.fingerprint) \(remark.diagnostic.id) \(path)") + "\n"
        }
        return Array(lines.sorted().joined().utf8)
    }
}

/// The fingerprints of a baseline: the first word of each line.
public func readBaseline(_ bytes: [UInt8]) -> Set<String> {
    Set(
        bytes.split { $0 == 0x0A || $0 == 0x0D }.compactMap { line in
            line.split(separator: 0x20).first.map { String(decoding: $0, as: UTF8.self) }
        })
}

/// A name that is nearly a documented one is not documented either, which goes without saying.
private func withoutEchoes(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let said = Set(diagnostics.filter { $0.id == "near-miss-name" }.map(\.span))
    return diagnostics.filter { $0.id != "undocumented-member" || !said.contains($0.span) }
}

/// Each finding once, though many pages include the place, by file, place and rule.
private func ordered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let start = SourceSpan(FileID(0), .empty)
    return diagnostics.filter { seen.insert($0).inserted }.enumerated().sorted { left, right in
        let (first, second) = (left.element, right.element)
        let places = (first.span ?? start, second.span ?? start)
        if places.0 != places.1 { return places.0 < places.1 }
        if first.id != second.id { return first.id < second.id }
        return left.offset < right.offset
    }.map(\.element)
}

/// A finding is known by its rule, its page, its words and the text it marks; of several that are
/// alike, by its number among them. Lines and columns say nothing: they move.
private func fingerprinted(_ diagnostics: [Diagnostic], of sources: SourceSet) -> [Remark] {
    var counts: [String: Int] = [:]
    return diagnostics.map { diagnostic in
        var identity = "\(diagnostic.id)\u{1F}\(diagnostic.message)"
        if let span = diagnostic.span {
            let text = sources.text(span).prefix(200).split(whereSeparator: \.isWhitespace)
            identity += "\u{1F}\(sources[span.file].path)\u{1F}\(text.joined(separator: " "))"
        }
        let number = counts[identity, default: 0]
        counts[identity] = number + 1
        let digits = sha256(Array("\(identity)\u{1F}\(number)".utf8)).prefix(12)
        let rule = rule(for: diagnostic.id)
        return Remark(
            diagnostic: diagnostic, level: LintLevel(rule?.level ?? diagnostic.severity),
            advice: rule?.advice ?? "", fingerprint: String(digits))
    }
}
