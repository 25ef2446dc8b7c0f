import SourceText

/// Rows of elements become a list of definitions: what names a member is a term, what tells of it
/// are its details, and rows in those are members of the member.
extension HTMLReader {
    /// Something to do at a place of the page, besides reading the tag that stands there.
    struct RowEvent {
        var place: Int
        var action: Action

        enum Action {
            case openRun(Int), closeRun(Int)
            case row(RowRun.Row, run: Int)
            /// A list without items is no list.
            case group
            /// `<code>` with blocks in it, up to its end.
            case code(end: Int)
            case title(ByteRange, level: UInt8)
            case part(TabPart, id: Int), closePart(Int)
            case skip(to: Int)
            case labels([ByteRange], end: Int)
        }
    }

    /// Runs of rows are numbered below, parts from here on.
    private static let firstPart = 1 << 40

    /// What the rows of a page ask of its reader, in page order.
    static func rowEvents(_ bytes: UnsafeBufferPointer<UInt8>) -> [RowEvent] {
        let outline = ElementOutline(bytes)
        let finder = RowFinder(outline)
        let runs = finder.runs
        var events = otherEvents(outline, finder)
        for (id, run) in runs.enumerated() {
            if run.list >= 0 { events.append(RowEvent(place: run.list, action: .group)) }
            if let header = run.header {
                let skip = RowEvent.Action.skip(to: Int(header.end))
                events.append(RowEvent(place: Int(header.start), action: skip))
            }
            events.append(RowEvent(place: run.rows[0].start, action: .openRun(id)))
            for row in run.rows {
                events.append(RowEvent(place: row.start, action: .row(row, run: id)))
            }
            events.append(RowEvent(place: run.end, action: .closeRun(id)))
        }
        return ordered(events)
    }

    private static func otherEvents(
        _ outline: ElementOutline, _ finder: RowFinder
    ) -> [RowEvent] {
        var events: [RowEvent] = []
        let layout = LayoutTables(outline)
        for element in layout.drawnCode.map({ outline.elements[$0] }) {
            events.append(RowEvent(place: element.start, action: .code(end: element.end)))
        }
        let groups = outline.tabGroups()
        let statuses = StatusParts(outline)
        for group in groups {
            let labels = RowEvent.Action.labels(
                group.parts.flatMap(\.label), end: Int(group.list.end))
            events.append(RowEvent(place: Int(group.list.start), action: labels))
        }
        for range in statuses.headers + layout.lineNumbers {
            let skip = RowEvent.Action.skip(to: Int(range.end))
            events.append(RowEvent(place: Int(range.start), action: skip))
        }
        for id in layout.frames + finder.runs.flatMap(\.frame) {
            events.append(RowEvent(place: outline.elements[id].start, action: .group))
        }
        for title in outline.fontTitles() {
            let action = RowEvent.Action.title(title.text, level: title.level)
            events.append(RowEvent(place: title.start, action: action))
        }
        let parts =
            groups.flatMap(\.parts) + statuses.parts + RequestParts(outline).parts
            + NamedParts(outline, finder).parts
        for (index, part) in parts.enumerated() {
            let id = firstPart + index
            events.append(RowEvent(place: part.start, action: .part(part, id: id)))
            events.append(RowEvent(place: part.end, action: .closePart(id)))
        }
        return events
    }

    /// By place; at one place, runs end before others begin, inner ones first.
    private static func ordered(_ events: [RowEvent]) -> [RowEvent] {
        func rank(_ action: RowEvent.Action) -> Int {
            switch action {
            case .closeRun(let id): -id
            case .closePart: 0
            case .group, .skip, .labels, .code, .part, .title: 1
            case .openRun(let id): 2 + 2 * id
            case .row(_, let id): 3 + 2 * id
            }
        }
        return events.sorted { ($0.place, rank($0.action)) < ($1.place, rank($1.action)) }
    }

    /// Does what is due here; true if reading went on behind it.
    mutating func readRowEvents() -> Bool {
        let start = at
        while nextEvent < events.count, events[nextEvent].place <= at {
            let event = events[nextEvent]
            nextEvent += 1
            switch event.action {
            case .closeRun(let id): closeRun(id)
            case .closePart(let id): closePart(id)
            case _ where event.place < at || !isReading: continue
            case .group: readGroup()
            case .part(let part, let id): openPart(part, id: id)
            case .title(let text, let level): readTitle(text, level: level)
            case .code(let end): readBlockCode(upTo: end)
            case .labels(let labels, let end): readLabels(labels, upTo: end)
            case .skip(let place): at = max(at, min(place, end))
            case .openRun(let id): openRun(id)
            case .row(let row, let id): readRow(row, of: id)
            }
        }
        return at > start
    }

    func runIndex(_ id: Int) -> Int? {
        var index = open.count - 1
        while index > 0 {
            if open[index].run == id { return index }
            index -= 1
        }
        return nil
    }

    private mutating func closeRun(_ id: Int) {
        guard let index = runIndex(id) else { return }
        while open.count > index { popLast(at: at) }
        hasText = false
        pendingSpace = nil
    }

    private mutating func readGroup() {
        guard let tag = scanTag(bytes, at: at, before: end, .commonMark), mayNest(at: at) else {
            return
        }
        closeLeaf(at: at)
        push(.group, tag, node: current, from: at)
        at = tag.end
    }

    private mutating func openRun(_ id: Int) {
        closeLeaf(at: at)
        guard mayNest(at: at) else { return }
        let parent = blockParent(at: at)
        let from = freeStart(in: parent, from: at)
        let node = tree.append(.definitionList, ByteRange(from, max(from, at)), to: parent)
        var element = OpenElement(kind: .definitionList, name: .empty, node: node, start: at)
        element.run = id
        open.append(element)
    }

    private mutating func readRow(_ row: RowRun.Row, of id: Int) {
        guard let index = runIndex(id) else { return }
        while open.count > index + 1 { popLast(at: at) }
        guard mayNest(at: at), freeStart(in: current, from: row.start) <= Int(row.name.start)
        else { return }
        readTerm(row)
        let node = tree.append(
            .definitionDetails, ByteRange(row.contentStart, row.contentStart), to: current)
        var details = OpenElement(kind: .details, name: .empty, node: node, start: at)
        details.isWall = true
        open.append(details)
        at = row.contentStart
        hasText = false
        pendingSpace = nil
    }

    /// `pier` in code, and each mark in emphasis.
    private mutating func readTerm(_ row: RowRun.Row) {
        let end = row.contentStart
        let start = freeStart(in: current, from: row.start)
        let term = tree.append(.definitionTerm, ByteRange(start, end), to: current)
        addAnchors(of: row, to: term)
        let name = tree.append(.codeSpan, row.name, to: term)
        tree.append(.text, row.name, to: name)
        for mark in [row.nameMark] + row.marks where !mark.isEmpty {
            tree.append(.softBreak, ByteRange(Int(mark.start), Int(mark.start)), to: term)
            let node = tree.append(.emphasis, mark, to: term)
            addWords(mark, to: node)
        }
    }

    /// An identifier of the row is a place that links can lead to.
    private mutating func addAnchors(of row: RowRun.Row, to term: Int) {
        guard let tag = scanTag(bytes, at: row.start, before: end, .commonMark),
            let id = attribute("id", of: tag), !id.value.isEmpty,
            Int(id.range.start) >= freeStart(in: term, from: row.start)
        else { return }
        tree.append(.anchor(name: id.value), id.range, to: term)
    }

    /// Words without the tags between them.
    mutating func addWords(_ range: ByteRange, to node: Int) {
        var index = Int(range.start)
        let limit = Int(range.end)
        var from = index
        func flush(_ tree: inout TreeBuilder, _ place: Int) {
            if from < place { tree.append(.text, ByteRange(from, place), to: node) }
        }
        while index < limit {
            if bytes[index] == 0x3C {
                flush(&tree, index)
                while index < limit, bytes[index] != 0x3E { index += 1 }
                index = min(index + 1, limit)
                from = index
            } else if bytes[index] == 0x26,
                let found = scanLooseReference(bytes, at: index, before: limit)
            {
                flush(&tree, index)
                tree.append(
                    .entity(first: found.first, second: found.second), ByteRange(index, found.next),
                    to: node)
                index = found.next
                from = index
            } else {
                index += 1
            }
        }
        flush(&tree, limit)
    }
}
