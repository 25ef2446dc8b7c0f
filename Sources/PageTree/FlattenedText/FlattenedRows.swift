import SourceText

/// Which parts of a table, lines or words in their order, stand in which column.
///
/// Where tools put cells below or behind each other nothing marks where one ends, and empty ones are
/// gone. So all ways of dealing parts to columns are weighed at once: each part goes on in its column, moves
/// to a later one, begins a row, or stands behind the table. What a type or a place cannot be is
/// impossible, what is left out costs, and the cheapest way is taken.
struct FlattenedRows {
    let columns: [FlattenedColumn]
    /// Whether parts are lines, which make many rows, or the words of one row.
    let areLines: Bool
    private let isTyped: Bool
    private let isSmall: Bool
    /// Whether the last line stands over what a label stands over.
    private let endsWithLabel: Bool
    private static var never: Int { 1 << 30 }

    /// Where a part stands: in a column, which may begin a row; nil behind the table.
    struct Place: Equatable {
        var column: Int
        var beginsRow: Bool
    }

    init(
        _ header: FlattenedHeader, areLines: Bool, smallNames: Bool = false,
        endsWithLabel: Bool = false
    ) {
        columns = header.columns
        isTyped = header.isTyped
        isSmall = smallNames
        self.areLines = areLines
        self.endsWithLabel = endsWithLabel
    }

    /// What leaving a column empty costs.
    private func price(_ column: FlattenedColumn) -> Int {
        switch column {
        case .name, .code: Self.never
        case .place, .type: 3
        case .presence: areLines ? 4 : 2
        case .literal: 1
        case .text: isTyped ? 1 : 4
        }
    }

    private func price(from first: Int, to last: Int) -> Int {
        var sum = 0
        var index = first
        while index < last {
            sum += price(columns[index])
            index += 1
        }
        return min(sum, Self.never)
    }

    /// The cheapest way to deal parts to columns and its cost, nil where none is possible.
    func deal(_ parts: [Range<Int>], in reader: FlattenedReader) -> (places: [Place?], cost: Int)? {
        guard !parts.isEmpty, columns.count <= 10 else { return nil }
        let outside = columns.count
        var costs = [Int](repeating: Self.never, count: outside + 1)
        // Where the cell began that stands in a column last.
        var starts = [Int](repeating: 0, count: outside)
        var steps: [Step] = []
        steps.reserveCapacity(parts.count * (outside + 1))
        for index in parts.indices {
            var next = [Int](repeating: Self.never, count: outside + 1)
            let rowCost = index == 0 ? 0 : rowPrice(index, costs)
            let isLabel = endsWithLabel && index > 0 && index == parts.count - 1
            for column in 0..<outside {
                let cell = parts[starts[column]].lowerBound..<parts[index].upperBound
                let (cost, step) = best(column, parts, index, cell, costs, rowCost, reader)
                next[column] = min(cost + (isLabel ? 2 : 0), Self.never)
                if !step.goesOn { starts[column] = index }
                steps.append(step)
            }
            let (cost, step) = leaving(index, costs, isLabel ? 0 : 2)
            next[outside] = cost
            steps.append(step)
            costs = next
        }
        return trace(parts.count, costs, steps)
    }

    private struct Step {
        var from = 0
        var beginsRow = false
        var goesOn = false
    }

    /// The least that the rows up to a part cost if the last of them ends before it.
    private func rowPrice(_ index: Int, _ costs: [Int]) -> Int {
        var least = Self.never
        for column in columns.indices where costs[column] < Self.never {
            least = min(least, costs[column] + price(from: column + 1, to: columns.count))
        }
        return areLines ? least : Self.never
    }

    private func best(
        _ column: Int, _ parts: [Range<Int>], _ index: Int, _ cell: Range<Int>, _ costs: [Int],
        _ rowCost: Int, _ reader: FlattenedReader
    ) -> (Int, Step) {
        var least = Self.never
        var step = Step()
        if index > 0, costs[column] < Self.never,
            let more = more(parts, index, cell, columns[column], reader)
        {
            least = costs[column] + more
            step = Step(from: column, goesOn: true)
        }
        guard let first = reader.cost(parts[index], as: columns[column]) else {
            return (least, step)
        }
        for earlier in 0..<column where index > 0 && costs[earlier] < Self.never {
            let cost = costs[earlier] + price(from: earlier + 1, to: column) + first
            if cost < least { (least, step) = (cost, Step(from: earlier)) }
        }
        var row = rowCost + price(from: 0, to: column) + first
        if columns[column] == .name { row += strangeness(parts, index, reader) }
        if row < least {
            least = row
            step = Step(from: cheapestEnd(costs), beginsRow: true)
        }
        return (least, step)
    }

    private func cheapestEnd(_ costs: [Int]) -> Int {
        var (least, place) = (Self.never, 0)
        for column in columns.indices where costs[column] < Self.never {
            let cost = costs[column] + price(from: column + 1, to: columns.count)
            if cost < least { (least, place) = (cost, column) }
        }
        return place
    }

    /// What it costs that a part goes on with the cell of the part before.
    private func more(
        _ parts: [Range<Int>], _ index: Int, _ cell: Range<Int>, _ column: FlattenedColumn,
        _ reader: FlattenedReader
    ) -> Int? {
        switch column {
        case .name:
            if reader.isPresenceOfName(parts[index]) { return 0 }
            return reader.isDepth(parts[index - 1]) ? reader.cost(parts[index], as: .name) : nil
        case .text:
            guard areLines else { return 0 }
            return reader.goesOn(parts[index - 1], parts[index]) ? 1 : 3
        case .literal: return areLines ? nil : 1
        case .type:
            return areLines ? nil : reader.cost(cell, as: .type)
        case .place, .presence, .code: return nil
        }
    }

    /// What speaks against a name: it begins large where the first began small, or stands within a
    /// sentence that code has broken.
    private func strangeness(
        _ parts: [Range<Int>], _ index: Int, _ reader: FlattenedReader
    ) -> Int {
        guard !isTyped, index > 0, areLines else { return 0 }
        let first = reader.bytes[parts[index].lowerBound]
        if isSmall, first >= 0x41, first <= 0x5A { return 6 }
        guard index + 1 < parts.count else { return 0 }
        let breaks =
            reader.goesOn(parts[index - 1], parts[index])
            && reader.goesOn(parts[index], parts[index + 1])
        return breaks ? 3 : 0
    }

    private func leaving(_ index: Int, _ costs: [Int], _ price: Int) -> (Int, Step) {
        let outside = columns.count
        guard areLines, index > 0 else { return (Self.never, Step()) }
        let row = rowPrice(index, costs)
        return row < costs[outside]
            ? (row + price, Step(from: cheapestEnd(costs)))
            : (min(costs[outside] + price, Self.never), Step(from: outside))
    }

    private func trace(_ count: Int, _ costs: [Int], _ steps: [Step]) -> ([Place?], Int)? {
        let outside = columns.count
        var place = outside
        var least = costs[outside]
        for column in columns.indices where costs[column] < Self.never {
            let cost = costs[column] + price(from: column + 1, to: outside)
            if cost <= least { (least, place) = (cost, column) }
        }
        guard least < Self.never else { return nil }
        var places = [Place?](repeating: nil, count: count)
        for index in (0..<count).reversed() {
            let step = steps[index * (outside + 1) + place]
            if place < outside { places[index] = Place(column: place, beginsRow: step.beginsRow) }
            place = step.from
        }
        return (places, least)
    }
}

extension FlattenedReader {
    /// Whether a line goes on with the sentence of the one before, as code in a sentence leaves it.
    func goesOn(_ before: Range<Int>, _ part: Range<Int>) -> Bool {
        switch bytes[before.upperBound - 1] {
        case 0x2E, 0x21, 0x3F: return false
        default: break
        }
        let first = bytes[part.lowerBound]
        return isSmall(first) || isDigit(first) || first == 0x28 || first == 0x2D || first == 0x2C
    }
}
