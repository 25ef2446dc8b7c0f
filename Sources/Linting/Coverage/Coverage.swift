import SourceText

/// What became of one page: its units in page order, none inside another.
package struct PageCoverage: Sendable {
    package let file: FileID
    package let units: [Unit]
}

/// The smallest part of a page that is understood or not: a paragraph, a row, a sample.
package struct Unit: Sendable {
    package let kind: Kind
    package let range: ByteRange
    package var status: Status
    /// What read it, or what kind of furniture it is; empty where nothing did.
    package var reader: String

    package enum Kind: String, Sendable {
        case head, heading, paragraph, field, tag, row, sample, other
    }

    /// From what helped to what did not.
    package enum Status: String, CaseIterable, Sendable {
        /// A fact of the API rests on it, or it leads to one.
        case understood
        /// Navigation, comments and the like, known to say nothing of an API.
        case furniture
        /// It was read, and no fact came of it: an introduction, a second description, a table that
        /// belongs to no operation.
        case unused
        /// Nothing knows how to read it.
        case unread
    }

    /// The three things that people count.
    package enum Part: String, CaseIterable, Sendable {
        case text, tables, samples
    }

    package var part: Part {
        switch kind {
        case .head, .heading, .paragraph, .tag, .other: .text
        case .field, .row: .tables
        case .sample: .samples
        }
    }
}

/// How many units of a part have each status.
package struct UnitCount: Sendable {
    private var counts: [Int] = [0, 0, 0, 0]

    package init() {}

    package subscript(status: Unit.Status) -> Int {
        switch status {
        case .understood: counts[0]
        case .furniture: counts[1]
        case .unused: counts[2]
        case .unread: counts[3]
        }
    }

    package mutating func add(_ status: Unit.Status) {
        switch status {
        case .understood: counts[0] += 1
        case .furniture: counts[1] += 1
        case .unused: counts[2] += 1
        case .unread: counts[3] += 1
        }
    }

    package mutating func add(_ other: UnitCount) {
        for index in counts.indices { counts[index] += other.counts[index] }
    }

    /// All that could have been understood: furniture could not.
    package var whole: Int { counts[0] + counts[2] + counts[3] }
}

extension PageCoverage {
    package func count(_ part: Unit.Part) -> UnitCount {
        var count = UnitCount()
        for unit in units where unit.part == part { count.add(unit.status) }
        return count
    }
}
