import APIModel
import PageTree
import Recognition
import SourceText

/// Says of every unit of every page what became of it.
///
/// A unit is understood when a place in it had a say in a fact of the API, be it that it decided,
/// agreed or lost; that recognizers claim a block says no more than that they could read it.
package func cover(
    _ pages: [Page], items: [[Item]], by api: APIDescription, witnesses: [SourceSpan]
) -> [PageCoverage] {
    var evidence: [[(range: ByteRange, word: String)]] = pages.map { _ in [] }
    for place in places(of: api) {
        let file = Int(place.span.file.rawValue)
        guard file < evidence.count, place.strength != .corrected else { continue }
        evidence[file].append((place.span.range, place.construct.name))
    }
    for span in witnesses where Int(span.file.rawValue) < evidence.count {
        evidence[Int(span.file.rawValue)].append((span.range, ""))
    }
    return zip(pages, items).enumerated().map { index, entry in
        let traces = Traces(entry.1, evidence: Spans(evidence[index]))
        return PageCoverage(file: entry.0.id, units: judged(entry.0, entry.1, by: traces))
    }
}

/// Every place that a fact names, and every example.
private func places(of api: APIDescription) -> [Evidence] {
    var places: [Evidence] = []
    for fact in namedFacts(of: api) {
        places.append(fact.evidence)
        places += fact.agreeing
        places += fact.overruled.map(\.evidence)
    }
    for operation in api.operations {
        let bodies = [operation.requestBody] + operation.responses.map(\.body)
        for body in bodies { places += body?.examples.map(\.evidence) ?? [] }
    }
    return places
}

/// What recognition left of a file, and what the API took from it.
private struct Traces {
    let evidence: Spans
    /// Fragments that are read where these stand.
    let includes: Spans
    let furniture: Spans
    let said: Spans

    init(_ items: [Item], evidence: Spans) {
        self.evidence = evidence
        var includes: [(range: ByteRange, word: String)] = []
        var furniture: [(range: ByteRange, word: String)] = []
        var said: [(range: ByteRange, word: String)] = []
        for item in items {
            switch item {
            case .say(.references, let span), .include(_, let span):
                includes.append((span.range, "include"))
            case .say(_, let span): said.append((span.range, ""))
            case .heading(let section), .open(let section): said.append((section.span.range, ""))
            case .define(let field): said.append((field.name.evidence.span.range, ""))
            case .furniture(let span): furniture.append((span.range, ""))
            case .block(let block):
                if case .sample(let sample) = block.content {
                    said.append((sample.evidence.span.range, ""))
                }
            case .close, .complete, .note, .unclaimed: break
            }
        }
        self.includes = Spans(includes)
        self.furniture = Spans(furniture)
        self.said = Spans(said)
    }

    func judge(_ found: FoundUnit) -> Unit {
        func unit(_ status: Unit.Status, _ reader: String) -> Unit {
            Unit(kind: found.kind, range: found.range, status: status, reader: reader)
        }
        if let reader = evidence.first(beginningIn: found.range) {
            return unit(.understood, reader)
        }
        if let reader = includes.first(beginningIn: found.range) {
            return unit(.understood, reader)
        }
        if furniture.covers(found.range.start) { return unit(.furniture, found.word) }
        return unit(said.touches(found.range) ? .unused : .unread, "")
    }
}

private func judged(_ page: Page, _ items: [Item], by traces: Traces) -> [Unit] {
    if page.dialect == .yaml { return parameters(items, of: page, by: traces) }
    if case .block? = items.first, page.source.path.hasSuffix(".json") {
        return [traces.judge(FoundUnit(kind: .sample, range: page.range(.root)))]
    }
    var found = units(of: page)
    let levels = levels(of: items)
    for index in found.indices where found[index].level == 0 {
        found[index].level = levels[found[index].range.start] ?? 0
    }
    var units = found.map { traces.judge($0) }
    settleHeaders(&units, found)
    settleTerms(&units, found)
    settleHeadings(&units, found)
    // A tag, tab or quote that encloses what is understood has done its work.
    return units.filter { $0.kind != .tag || $0.status != .unread }
}

/// The parameters of a file of them, each from its key to the next.
private func parameters(_ items: [Item], of page: Page, by traces: Traces) -> [Unit] {
    let starts = items.compactMap { item -> Int? in
        guard case .define(let field) = item else { return nil }
        return Int(field.name.evidence.span.range.start)
    }
    let ends = starts.dropFirst() + [page.source.bytes.count]
    return zip(starts, ends).map { start, end in
        traces.judge(FoundUnit(kind: .field, range: ByteRange(start, end)))
    }
}

/// The levels of headings and labels, by where they begin.
private func levels(of items: [Item]) -> [UInt32: Int] {
    var levels: [UInt32: Int] = [:]
    for item in items {
        switch item {
        case .heading(let section), .open(let section):
            levels[section.span.range.start] = section.level
        case .close, .say, .include, .define, .block, .furniture, .complete, .note, .unclaimed:
            break
        }
    }
    return levels
}

/// The names of columns are understood when what stands below them is.
private func settleHeaders(_ units: inout [Unit], _ found: [FoundUnit]) {
    var understood: Set<Int> = []
    for (unit, entry) in zip(units, found) {
        if let table = entry.table, unit.status == .understood { understood.insert(table) }
    }
    for (index, entry) in found.enumerated() where entry.isHeader {
        guard let table = entry.table, understood.contains(table) else { continue }
        units[index].status = .understood
    }
}

/// A term is understood when what stands behind it is; the name may be known from a sample.
private func settleTerms(_ units: inout [Unit], _ found: [FoundUnit]) {
    for index in units.indices.dropLast().reversed() where found[index].isTerm {
        let next = units[index + 1]
        if next.status == .understood { units[index].status = .understood }
    }
}

/// A heading is understood when something below it is.
private func settleHeadings(_ units: inout [Unit], _ found: [FoundUnit]) {
    var open: [(index: Int, level: Int)] = []
    for (index, entry) in found.enumerated() {
        if entry.level > 0 {
            while let last = open.last, last.level >= entry.level { open.removeLast() }
            open.append((index, entry.level))
        }
        guard units[index].status == .understood else { continue }
        // Those above an understood heading are understood already, or become so once.
        for heading in open.reversed() {
            if heading.index != index, units[heading.index].status == .understood { break }
            units[heading.index].status = .understood
        }
    }
}
