import APIModel
import SourceText

// Values of the language.

extension Int: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) { self = try record.number() }

    func write(to record: inout RecordWriter) { record.number(self) }
}

extension Bool: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) { self = try record.flag() }

    func write(to record: inout RecordWriter) { record.flag(self) }
}

extension String: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) { self = try record.text() }

    func write(to record: inout RecordWriter) { record.text(self) }
}

extension Array: Recorded where Element: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        self = []
        try record.list { (record) throws(RecordFault) in append(try record.next()) }
    }

    func write(to record: inout RecordWriter) {
        record.list { record in
            for element in self { record.write(element) }
        }
    }
}

/// A list of one or none, so that what is missing can be told from what begins with such a value.
extension Optional: Recorded where Wrapped: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        let values: [Wrapped] = try record.next()
        guard values.count <= 1 else { throw record.fault }
        self = values.first
    }

    func write(to record: inout RecordWriter) {
        record.list { record in
            if let value = self { record.write(value) }
        }
    }
}

/// An enumeration of words is its word.
extension Recorded where Self: RawRepresentable<String> {
    init(from record: inout RecordReader) throws(RecordFault) {
        guard let value = Self(rawValue: try record.text()) else { throw record.fault }
        self = value
    }

    func write(to record: inout RecordWriter) { record.text(rawValue) }
}

// Places and evidence.

extension ByteRange: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        let start = try record.number()
        let end = try record.number()
        guard start >= 0, start <= end, end <= UInt32.max else { throw record.fault }
        self.init(start, end)
    }

    func write(to record: inout RecordWriter) {
        record.number(Int(start))
        record.number(Int(end))
    }
}

/// A range alone: all that a file says stands in that file.
extension SourceSpan: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        self.init(record.file, try record.next())
    }

    func write(to record: inout RecordWriter) { record.write(range) }
}

extension Strength: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        guard let number = UInt8(exactly: try record.number()),
            let strength = Strength(rawValue: number)
        else { throw record.fault }
        self = strength
    }

    func write(to record: inout RecordWriter) { record.number(Int(rawValue)) }
}

extension Evidence: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(record.next(), record.next(), record.construct())
    }

    func write(to record: inout RecordWriter) {
        record.write(span)
        record.write(strength)
        record.construct(construct)
    }
}

extension Diagnostic.Severity: Recorded {}

extension Diagnostic: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(
            record.next(), record.next(), record.next(), at: record.next(), notes: record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(severity)
        record.write(id)
        record.write(message)
        record.write(span)
        record.write(notes)
    }
}

extension Diagnostic.Note: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(record.next(), record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(message)
        record.write(span)
    }
}
