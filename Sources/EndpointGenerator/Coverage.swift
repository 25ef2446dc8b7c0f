import JSONText
import Linting
import PageTree
import Recognition
import SourceText

/// A way to write down how much of the pages was understood.
public enum CoverageFormat: String, CaseIterable, Sendable {
    case text, json, html
}

/// How much of the pages was understood, and what was not.
public func coverage(_ pages: Pages, as format: CoverageFormat) -> Printout {
    var run = Run(pages)
    guard let name = run.nameOfOneAPI() else { return run.printout([]) }
    let sources = pages.sources
    let files = readFiles(sources, over: pages.threads) { $0 }
    let described = describe(
        claims(of: files.map(\.said), sources), sources, named: name,
        correctedBy: run.numberedCorrections)
    let covered = cover(
        files.map(\.page), items: files.map(\.items), by: described.api,
        witnesses: described.witnesses)
    let report = CoverageReport(pages: covered, sources: sources, paths: run.paths, name: name)
    switch format {
    case .text: return run.printout(Array(report.text.utf8))
    case .json: return run.printout(writeJSON(report.json))
    case .html: return run.printout(Array(report.html.utf8))
    }
}

struct CoverageReport {
    let pages: [PageCoverage]
    let sources: SourceSet
    let paths: [String]
    let name: String

    func path(_ page: PageCoverage) -> String { paths[Int(page.file.rawValue)] }

    func total(_ part: Unit.Part) -> UnitCount {
        var total = UnitCount()
        for page in pages { total.add(page.count(part)) }
        return total
    }
}

// MARK: Text

extension CoverageReport {
    /// A line a page, below it a line for each unit that nothing came of, and the sum.
    var text: String {
        var positions = Positions(sources)
        var text = ""
        for page in pages {
            text += "\(visible(path(page))): \(line { page.count($0) })\n"
            for unit in page.units where unit.isLeft {
                let span = SourceSpan(page.file, unit.range)
                let position = positions.position(span)
                let place = "\(visible(path(page))):\(position.line):\(position.column)"
                let words = visible(beginning(of: unit, in: page))
                text += "    \(place): \(unit.status.rawValue) \(unit.kind.rawValue): \(words)\n"
            }
        }
        return text + "\(pages.count) pages: \(line { total($0) })\n"
    }

    private func line(_ count: (Unit.Part) -> UnitCount) -> String {
        let parts = Unit.Part.allCases.compactMap { part -> String? in
            let count = count(part)
            if count.whole == 0 { return nil }
            let words = "\(part.rawValue) \(count[.understood]) of \(count.whole)"
            return count[.unread] == 0 ? words : "\(words) (\(count[.unread]) unread)"
        }
        return parts.isEmpty ? "nothing to understand" : parts.joined(separator: ", ")
    }

    /// The first words of a unit, in one line.
    func beginning(of unit: Unit, in page: PageCoverage) -> String {
        let limit = min(Int(unit.range.end), Int(unit.range.start) + 200)
        let text = sources[page.file].text(ByteRange(Int(unit.range.start), limit))
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > 60 ? words.prefix(60) + "…" : words
    }
}

extension Unit {
    /// Whether an author should see that nothing came of it.
    var isLeft: Bool {
        switch status {
        case .unused, .unread: true
        case .understood, .furniture: false
        }
    }
}

// MARK: JSON

extension CoverageReport {
    var json: JSONValue {
        var positions = Positions(sources)
        let items = pages.map { page in
            let left = page.units.filter(\.isLeft).map { unit in
                let position = positions.position(SourceSpan(page.file, unit.range))
                return JSONValue.object([
                    "line": .integer(position.line), "column": .integer(position.column),
                    "kind": .text(unit.kind.rawValue), "status": .text(unit.status.rawValue),
                    "words": .text(beginning(of: unit, in: page)),
                ])
            }
            return JSONValue.object(["path": .text(path(page))])
                .with(counts { page.count($0) }).with(.object(["left": .list(left)]))
        }
        return .object(["total": counts { total($0) }, "pages": .list(items)])
    }

    private func counts(_ count: (Unit.Part) -> UnitCount) -> JSONValue {
        func value(_ part: Unit.Part) -> JSONValue {
            let count = count(part)
            return .object([
                "understood": .integer(count[.understood]),
                "unused": .integer(count[.unused]), "unread": .integer(count[.unread]),
                "furniture": .integer(count[.furniture]),
            ])
        }
        return .object([
            "text": value(.text), "tables": value(.tables), "samples": value(.samples),
        ])
    }
}
