import APIModel
import Comparison
import Emission
import JSONText
import SourceText

/// A way to write down what changed.
public enum DifferenceFormat: String, CaseIterable, Sendable {
    case text, markdown, json, github
}

/// What changed in one API, as a report is to show it.
public struct APIDifferences: Sendable {
    /// Its name, where it is one of several.
    let api: String?
    public let differences: Differences
    /// Where the pages of the new edition lie, ending in `/`: an annotation names the file itself.
    let folder: String

    public init(_ differences: Differences, of api: String?, in folder: String) {
        self.differences = differences
        self.api = api
        self.folder = folder
    }

    fileprivate var printer: Printer { Printer(old: differences.old, new: differences.new) }
}

/// The changes that nobody approved yet, API by API, the costliest level first.
public func report(
    _ found: [APIDifferences], _ format: DifferenceFormat, approved: Set<String>
) -> [UInt8] {
    let parts = found.map { (part: $0, changes: $0.differences.remaining(approved)) }
    let changed = parts.filter { !$0.changes.isEmpty }
    let all = found.reduce(0) { $0 + $1.differences.changes.count }
    let quiet = all == 0 ? "nothing changed" : "nothing changed but what is approved (\(all))"
    switch format {
    case .text:
        let texts = changed.map { part, changes in
            var printer = part.printer
            return (part.api.map { visible($0) + ":\n" } ?? "") + printer.text(changes)
        }
        return Array((texts.isEmpty ? quiet + "\n" : texts.joined(separator: "\n")).utf8)
    case .markdown:
        let texts = changed.map { part, changes in
            var printer = part.printer
            guard let api = part.api else { return printer.markdown(changes, below: "###") }
            return "### \(codeSpan(api))\n\n" + printer.markdown(changes, below: "####")
        }
        let sentence = quiet.prefix(1).uppercased() + quiet.dropFirst() + ".\n"
        return Array((texts.isEmpty ? sentence : texts.joined(separator: "\n")).utf8)
    case .json:
        let items = changed.flatMap { part, changes in
            var printer = part.printer
            return printer.json(changes, of: part.api)
        }
        return writeJSON(.object(["changes": .list(items)]))
    case .github:
        let commands = changed.map { part, changes in
            var printer = part.printer
            return printer.commands(changes, in: part.folder)
        }
        return Array(commands.joined().utf8)
    }
}

extension Differences {
    /// What breaks something, at most `limit` changes of it, and how many there are; empty where
    /// nothing changed.
    public func digest(limit: Int) -> String {
        if changes.isEmpty { return "" }
        let breaking = changes.filter { $0.rule.level > .documentation }
        var printer = Printer(old: old, new: new)
        let lines = printer.lines(Array(breaking.prefix(limit)))
        let rest = breaking.count > limit ? "and \(breaking.count - limit) more\n" : ""
        return lines + rest + printer.summary(changes) + "\n"
    }
}

extension Differences {
    /// What changed as a reference says it, the costliest level first, each with the operations that
    /// it is a change of or that it reaches.
    func referenceChanges(of api: APIDescription) -> [ReferenceChange] {
        let calls = Set(api.operations.map { title(of: $0) })
        let printer = Printer(old: old, new: new)
        return levels.flatMap { level in
            changes.filter { $0.rule.level == level }.map { change in
                var reached: [String] = []
                for text in [change.subject] + change.uses {
                    guard let call = beginning(of: text, in: calls), !reached.contains(call) else {
                        continue
                    }
                    reached.append(call)
                }
                return ReferenceChange(
                    level: level.rawValue, sentence: printer.sentence(change), operations: reached)
            }
        }
    }
}

/// The longest run of words at the beginning of a text that is one of some calls:
/// `GET /users/{id}` of `GET /users/{id} query limit`.
private func beginning(of text: String, in calls: Set<String>) -> String? {
    var rest = text[...]
    while !calls.contains(String(rest)) {
        guard let space = rest.lastIndex(of: " ") else { return nil }
        rest = rest[..<space]
    }
    return String(rest)
}

private let levels: [Level] = [.wire, .source, .documentation]

private struct Printer {
    var old: Positions
    var new: Positions

    mutating func text(_ changes: [Change]) -> String {
        lines(changes) + summary(changes) + "\n"
    }

    mutating func lines(_ changes: [Change]) -> String {
        var text = ""
        for level in levels {
            for change in changes where change.rule.level == level {
                let marks = "[\(change.rule.id) \(fingerprint(of: change))]"
                text += "\(level.rawValue): \(visible(sentence(change))) \(marks)\n"
                if let place = place(of: change) { text += "    \(visible(place))\n" }
                if let uses = uses(change) { text += "    reaches \(visible(uses))\n" }
            }
        }
        return text
    }

    mutating func markdown(_ changes: [Change], below hashes: String) -> String {
        var text = ""
        for level in levels {
            let some = changes.filter { $0.rule.level == level }
            if some.isEmpty { continue }
            text += "\(text.isEmpty ? "" : "\n")\(hashes) \(heading(level))\n\n"
            for change in some {
                text += "- \(codeSpan(change.subject)): \(words(change.rule.event))"
                if let values = values(change, codeSpan) { text += ", \(values)" }
                if !change.uses.isEmpty {
                    text += "; reaches "
                    text += change.uses.prefix(shownUses).map(codeSpan).joined(separator: ", ")
                    text += more(change)
                }
                text += "\n"
            }
        }
        return text
    }

    mutating func json(_ changes: [Change], of api: String?) -> [JSONValue] {
        var items: [JSONValue] = []
        for change in changes {
            items.append(
                .object([
                    "api": api.map { .text($0) },
                    "rule": .text(change.rule.id),
                    "level": .text(change.rule.level.rawValue),
                    "fingerprint": .text(fingerprint(of: change)),
                    "subject": .text(change.subject),
                    "old": change.old.map { .text($0) },
                    "new": change.new.map { .text($0) },
                    "oldPlace": change.oldPlace.map { .text(old.place($0)) },
                    "newPlace": change.newPlace.map { .text(new.place($0)) },
                    "uses": change.uses.isEmpty ? nil : .list(change.uses.map { .text($0) }),
                ]))
        }
        return items
    }

    /// Workflow commands: an annotation at the line of the new page.
    mutating func commands(_ changes: [Change], in folder: String) -> String {
        var text = ""
        for change in changes {
            let kind =
                switch change.rule.level {
                case .wire: "error"
                case .source: "warning"
                case .documentation: "notice"
                }
            var properties: [(name: String, value: String)] = []
            if let span = change.newPlace {
                let position = new.position(span)
                properties = [
                    ("file", folder + new.path(of: span)), ("line", "\(position.line)"),
                    ("col", "\(position.column)"),
                ]
            }
            properties.append(("title", change.rule.id))
            text += workflowCommand(kind, properties, sentence(change))
        }
        return text
    }
}

// MARK: Words

extension Printer {
    func sentence(_ change: Change) -> String {
        let values = values(change) { $0 }.map { ", \($0)" } ?? ""
        return "\(change.subject): \(words(change.rule.event))\(values)"
    }

    private func words(_ event: Event) -> String {
        String(event.rawValue.map { $0 == "-" ? " " : $0 })
    }

    private func values(_ change: Change, _ quote: (String) -> String) -> String? {
        switch (change.old.map(quote), change.new.map(quote)) {
        case (nil, nil): nil
        case (let old?, nil): "was \(old)"
        case (nil, let new?): "is \(new)"
        case (let old?, let new?): "was \(old), is \(new)"
        }
    }

    private mutating func place(of change: Change) -> String? {
        let before = change.oldPlace.map { old.place($0) }
        let after = change.newPlace.map { new.place($0) }
        switch (before, after) {
        case (nil, nil): return nil
        case (let before?, nil): return "was at \(before)"
        case (nil, let after?): return after
        case (let before?, let after?): return "\(after), was at \(before)"
        }
    }

    private var shownUses: Int { 3 }

    private func uses(_ change: Change) -> String? {
        if change.uses.isEmpty { return nil }
        return change.uses.prefix(shownUses).joined(separator: ", ") + more(change)
    }

    private func more(_ change: Change) -> String {
        change.uses.count > shownUses ? " and \(change.uses.count - shownUses) more" : ""
    }

    func summary(_ changes: [Change]) -> String {
        let counts = levels.map { level in
            "\(changes.filter { $0.rule.level == level }.count) \(level.rawValue)"
        }
        let noun = changes.count == 1 ? "change" : "changes"
        return "\(changes.count) \(noun): \(counts.joined(separator: ", "))"
    }

    private func heading(_ level: Level) -> String {
        switch level {
        case .wire: "Breaks programs that run"
        case .source: "Breaks code that compiles"
        case .documentation: "Documentation only"
        }
    }
}

// MARK: Sinks

/// A text of a page as a code span: fenced by more backticks than it holds (CommonMark 0.31.2 §6.1).
private func codeSpan(_ text: String) -> String {
    let text = visible(String(text.map { $0.isNewline ? " " : $0 }))
    var longest = 0
    var run = 0
    for byte in text.utf8 {
        run = byte == 0x60 ? run + 1 : 0
        longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let space = text.utf8.first == 0x60 || text.utf8.last == 0x60 ? " " : ""
    return fence + space + text + space + fence
}
