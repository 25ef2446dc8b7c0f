import SourceText

@testable import PageTree

/// What docutils says where the reader leaves a note.
struct PseudoXMLMessage {
    enum Place {
        /// Before the block that begins where the note does.
        case before
        /// Behind the block that holds the note.
        case behind
        /// Instead of the blocks that the note covers.
        case instead
    }

    var level: Int
    var place: Place
    var text: String
    /// Whether the lines of the note are quoted.
    var quotes = false
    /// Whether the message names the last line of the note and not its first.
    var namesLast = false

    init(
        _ level: Int, _ place: Place, _ text: String, quotes: Bool = false, namesLast: Bool = false
    ) {
        self.level = level
        self.place = place
        self.text = text
        self.quotes = quotes
        self.namesLast = namesLast
    }
}

extension PseudoXML {
    mutating func printNotesBefore(_ block: NodeID, _ depth: Int) {
        for index in page.notes.indices {
            guard let (message, range) = pending(index, .before),
                range.start == page.range(block).start
            else { continue }
            let isInner = page.notes[index].id == RSTNote.shortStrayAdornment.rawValue
            if isInner, page.kind(block) == .blockQuote { continue }
            printMessage(index, message, range, depth)
        }
    }

    /// Prints a message for blocks that docutils drops; returns where they end.
    mutating func printReplacement(of block: NodeID, _ depth: Int) -> UInt32? {
        let place = page.range(block)
        for index in page.notes.indices {
            guard let (message, range) = pending(index, .instead), range.start == place.start,
                range.end >= place.end
            else { continue }
            printMessage(index, message, range, depth)
            return max(range.end, range.start + 1)
        }
        return nil
    }

    mutating func printNotesBehind(_ block: NodeID, _ depth: Int) {
        let range = page.range(block)
        switch page.kind(block) {
        case .list:
            for index in page.notes.indices
            where page.notes[index].id == RSTNote.unusualStart.rawValue {
                guard let (message, place) = pending(index, .behind), place.start == range.start
                else { continue }
                printMessage(index, message, place, depth)
            }
        case .fieldList, .definitionList, .blockQuote, .document: break
        default: printNotes(within: range, depth)
        }
    }

    /// Prints the messages about inlines of a range.
    mutating func printNotes(within range: ByteRange, _ depth: Int) {
        for index in page.notes.indices {
            guard let (message, place) = pending(index, .behind), place.start >= range.start,
                place.end <= range.end
            else { continue }
            printMessage(index, message, place, depth)
        }
    }

    /// What is left belongs to the end of the page.
    mutating func printLeftOver() {
        for index in page.notes.indices {
            guard let (message, range) = pending(index, .before) else { continue }
            printMessage(index, message, range, 1)
        }
    }

    private func pending(
        _ index: Int, _ place: PseudoXMLMessage.Place
    ) -> (PseudoXMLMessage, ByteRange)? {
        guard !printed.contains(index), let note = RSTNote(rawValue: page.notes[index].id),
            let range = page.notes[index].span?.range
        else { return nil }
        let message = message(note, range)
        return message.place == place ? (message, range) : nil
    }

    private mutating func printMessage(
        _ index: Int, _ message: PseudoXMLMessage, _ range: ByteRange, _ depth: Int
    ) {
        printed.insert(index)
        let types = ["DEBUG", "INFO", "WARNING", "ERROR", "SEVERE"]
        var attributes = [
            ("level", "\(message.level)"), ("line", "\(messageLine(index, message, range))"),
            ("source", "test data"), ("type", types[message.level]),
        ]
        if let number = problems[index] {
            attributes.append(("backrefs", "problematic-\(number)"))
            attributes.append(("ids", "system-message-\(number)"))
        }
        element("system_message", attributes, depth)
        element("paragraph", [], depth + 1)
        text(message.text, depth + 2)
        let isStrayTitle = page.notes[index].id == RSTNote.strayTitle.rawValue
        if message.quotes { printQuoted(range, isStrayTitle: isStrayTitle, depth + 1) }
        if page.notes[index].id == RSTNote.skippedLevel.rawValue {
            element("paragraph", [], depth + 1)
            text("Established title styles: " + titleStyles.joined(separator: " "), depth + 2)
        }
    }

    private func messageLine(
        _ index: Int, _ message: PseudoXMLMessage, _ range: ByteRange
    ) -> Int {
        if let place = page.notes[index].notes.first?.span.range.start { return line(Int(place)) }
        let note = RSTNote(rawValue: page.notes[index].id)
        let first = line(Int(range.start))
        switch note {
        case .rightBorder, .literalWithoutBlank: return first + 1
        case .bottomBorder: return first + 2
        case .borderMismatch: return line(Int(range.end))
        case .skippedLevel:
            let isOverlined = raw(range).split(separator: "\n").count > 2
            return isOverlined ? first + 1 : first
        default: return message.namesLast ? line(Int(range.end)) : first
        }
    }

    private mutating func printQuoted(_ range: ByteRange, isStrayTitle: Bool, _ depth: Int) {
        element("literal_block", [("xml:space", "preserve")], depth)
        text(isStrayTitle ? titleInCell(range) : dedented(range), depth + 1)
    }

    /// A title in a cell of a table: other cells share its lines.
    private func titleInCell(_ range: ByteRange) -> String {
        let lines = raw(range).split(separator: "\n")
        let first = lines.first ?? ""
        let end = first.indices.first { first[$0...].hasPrefix("  ") } ?? first.endIndex
        let underline = (lines.last ?? "").split(separator: " ").last ?? ""
        return first[..<end] + "\n" + underline
    }

    /// The lines of a range without the indentation of its first.
    func dedented(_ range: ByteRange) -> String {
        let width = column(Int(range.start)) - 1
        let parts = raw(range).split(separator: "\n", omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            let blanks = part.prefix { $0 == " " }.count
            return String(index == 0 ? part : part.dropFirst(min(blanks, width)))
        }.joined(separator: "\n")
    }
}
