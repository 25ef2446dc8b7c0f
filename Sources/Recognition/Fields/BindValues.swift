import APIModel
import PageTree
import SourceText

extension Reading {
    /// Gives listed values to the rows they belong to, in the tables that stand before them; what
    /// belongs to none is returned.
    ///
    /// A table of values repeats the names of those rows that have values, in their order: where
    /// four rows are called `type` and two runs of values are, order and depth tell which.
    mutating func bind(_ rows: [ValueRow]) -> [ValueRow] {
        var unbound = rows
        let level = around.last?.level ?? 0
        var isProse = true
        for index in items.indices.suffix(maximumItemsBetween).reversed() {
            guard !unbound.isEmpty else { break }
            switch items[index] {
            case .say(.fields(var list), let span):
                unbound = list.take(unbound)
                items[index] = .say(.fields(list), span)
                isProse = false
            case .say(.sample, _): isProse = false
            case .say(.request, _): return unbound
            // Remarks in a section of their own may stand between fields and their values.
            case .heading(let section)
            where isProse && section.role == .other && section.level == level:
                continue
            case .heading(let section) where section.opensThing: return unbound
            default: continue
            }
        }
        return unbound
    }
}

/// How far above its values a list of fields may stand, in things that the page says.
private let maximumItemsBetween = 4_000

extension Section {
    /// Whether tables above it speak of something else.
    var opensThing: Bool {
        switch role {
        case .operation, .object, .other: level < labelLevel
        default: false
        }
    }
}

/// Values that one row has: those of one name up to the first that comes again.
private struct ValueRun {
    let name: String
    let depth: Int
    var rows: [ValueRow]
}

private func runs(of rows: [ValueRow]) -> [ValueRun] {
    var runs: [ValueRun] = []
    var seen: Set<String> = []
    for row in rows {
        let isNext = runs.last.map { $0.name != row.field || $0.depth != row.depth } ?? true
        if isNext || seen.contains(row.value.value) {
            runs.append(ValueRun(name: row.field, depth: row.depth, rows: []))
            seen = []
        }
        seen.insert(row.value.value)
        runs[runs.count - 1].rows.append(row)
    }
    return runs
}

extension FieldList {
    /// Takes the values of its own rows; returns the others.
    fileprivate mutating func take(_ rows: [ValueRow]) -> [ValueRow] {
        var unbound: [ValueRow] = []
        let runs = runs(of: rows)
        let places = places(of: runs)
        for (run, place) in zip(runs, places) {
            guard let place else {
                unbound += run.rows
                continue
            }
            for row in run.rows
            where !fields[place].values.contains(where: { $0.value.value == row.value.value }) {
                fields[place].values.append(row)
            }
        }
        return unbound
    }

    /// The row of each run, in the order of the rows; the first that is left of its name.
    private func places(of runs: [ValueRun]) -> [Int?] {
        var byName: [String: [Int]] = [:]
        for (index, field) in fields.enumerated() where field.mayHaveValues {
            byName[field.name.value, default: []].append(index)
        }
        var next = 0
        return runs.map { run in
            guard let named = byName[run.name] else { return nil }
            let exact = named.filter { fields[$0].depth == run.depth }
            let candidates = run.depth > 0 && !exact.isEmpty ? exact : named
            let place = candidates.first { $0 >= next } ?? candidates.last
            if let place { next = max(next, place + 1) }
            return place
        }
    }
}

extension Field {
    /// Whether its type leaves room for a list of values.
    fileprivate var mayHaveValues: Bool {
        guard let type else { return true }
        switch type.value.kind {
        case .boolean, .object, .dictionary: return false
        case .array(let element?): return element.kind != .object
        default: return true
        }
    }
}
