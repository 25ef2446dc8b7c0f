import APIModel
import Recognition

extension Method: Recorded {}
extension StringFormat: Recorded {}
extension Parameter.Location: Recorded {}
extension Direction: Recorded {}
extension SecurityReach: Recorded {}
extension FieldLocation: Recorded {}
extension ListStyle: Recorded {}
extension SampleCall.Authentication: Recorded {}

extension Fact: Recorded where Value: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(
            record.next(), record.next(), agreeing: record.next(), overruled: record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(value)
        record.write(evidence)
        record.write(agreeing)
        record.write(overruled)
    }
}

extension Server: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(url: record.next(), description: record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(url)
        record.write(description)
    }
}

extension Overruled: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(record.next(), record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(statement)
        record.write(evidence)
    }
}

extension Said: Recorded where Value: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(record.next(), record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(value)
        record.write(evidence)
    }
}

extension PathTemplate: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) { try self.init(record.next()) }

    func write(to record: inout RecordWriter) { record.write(parts) }
}

extension PathTemplate.Part: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        switch try record.text() {
        case "literal": self = .literal(try record.next())
        case "placeholder": self = .placeholder(try record.next())
        default: throw record.fault
        }
    }

    func write(to record: inout RecordWriter) {
        switch self {
        case .literal(let text): record.tagged("literal", text)
        case .placeholder(let name): record.tagged("placeholder", name)
        }
    }
}

extension Response.Status: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        switch try record.text() {
        case "code": self = .code(try record.number(in: 100...599))
        case "range": self = .range(try record.number(in: 1...5))
        case "default": self = .default
        default: throw record.fault
        }
    }

    func write(to record: inout RecordWriter) {
        switch self {
        case .code(let code): record.tagged("code", code)
        case .range(let digit): record.tagged("range", digit)
        case .default: record.write("default")
        }
    }
}

extension Permission: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(name: record.next(), description: record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(name)
        record.write(description)
    }
}

extension Term: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(
            name: record.next(), arguments: record.next(), description: record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(name)
        record.write(arguments)
        record.write(description)
    }
}

extension Term.Argument: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(label: record.next(), value: record.next(), isLiteral: record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(label)
        record.write(value)
        record.write(isLiteral)
    }
}

extension Constraints: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        self.init()
        minimum = try record.next()
        maximum = try record.next()
        minimumLength = try record.next()
        maximumLength = try record.next()
        pattern = try record.next()
    }

    func write(to record: inout RecordWriter) {
        record.write(minimum)
        record.write(maximum)
        record.write(minimumLength)
        record.write(maximumLength)
        record.write(pattern)
    }
}

extension SecurityScheme.Kind: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        switch try record.text() {
        case "bearer": self = .bearer
        case "basic": self = .basic
        case "digest": self = .digest
        case "header": self = try .header(name: record.next(), prefix: record.next())
        case "query": self = .query(name: try record.next())
        case "cookie": self = .cookie(name: try record.next())
        case "other": self = .other(try record.next())
        default: throw record.fault
        }
    }

    func write(to record: inout RecordWriter) {
        switch self {
        case .bearer: record.write("bearer")
        case .basic: record.write("basic")
        case .digest: record.write("digest")
        case .header(let name, let prefix):
            record.tagged("header", name)
            record.write(prefix)
        case .query(let name): record.tagged("query", name)
        case .cookie(let name): record.tagged("cookie", name)
        case .other(let words): record.tagged("other", words)
        }
    }
}
