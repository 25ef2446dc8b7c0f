import JSONText

extension JSONValue: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(record.next(), record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(node)
        record.write(range)
    }
}

extension JSONValue.Node: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        switch try record.text() {
        case "null": self = .null
        case "boolean": self = .boolean(try record.next())
        case "number": self = .number(try record.next())
        case "string": self = .string(try record.next())
        case "array": self = .array(try record.next())
        case "object": self = .object(try record.next())
        case "word": self = .word(try record.next())
        case "elision": self = .elision
        default: throw record.fault
        }
    }

    func write(to record: inout RecordWriter) {
        switch self {
        case .null: record.write("null")
        case .boolean(let flag): record.tagged("boolean", flag)
        case .number(let digits): record.tagged("number", digits)
        case .string(let text): record.tagged("string", text)
        case .array(let elements): record.tagged("array", elements)
        case .object(let members): record.tagged("object", members)
        case .word(let word): record.tagged("word", word)
        case .elision: record.write("elision")
        }
    }
}

extension JSONValue.Member: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(
            key: record.next(), keyRange: record.next(), value: record.next(),
            comment: record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(key)
        record.write(keyRange)
        record.write(value)
        record.write(comment)
    }
}

extension JSONDocument: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        self.init()
        heads = try record.next()
        values = try record.next()
        repairs = try record.next()
        failure = try record.next()
    }

    func write(to record: inout RecordWriter) {
        record.write(heads)
        record.write(values)
        record.write(repairs)
        record.write(failure)
    }
}

extension JSONDocument.RepairKind: Recorded {}

extension JSONDocument.Repair: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(record.next(), record.next(), record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(kind)
        record.write(range)
        record.write(message)
    }
}

extension HTTPHead: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(line: record.next(), headers: record.next(), range: record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(line)
        record.write(headers)
        record.write(range)
    }
}

extension HTTPHead.Line: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        switch try record.text() {
        case "request":
            self = try .request(
                method: record.next(), target: record.next(), range: record.next())
        case "status":
            self = try .status(code: record.next(), reason: record.next(), range: record.next())
        case "none": self = .none
        default: throw record.fault
        }
    }

    func write(to record: inout RecordWriter) {
        switch self {
        case .request(let method, let target, let range):
            record.tagged("request", method)
            record.write(target)
            record.write(range)
        case .status(let code, let reason, let range):
            record.tagged("status", code)
            record.write(reason)
            record.write(range)
        case .none: record.write("none")
        }
    }
}

extension HTTPHead.Header: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(name: record.next(), value: record.next(), range: record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(name)
        record.write(value)
        record.write(range)
    }
}

extension RecordWriter {
    /// A case of an enumeration by its name, and what it holds.
    mutating func tagged<Value: Recorded>(_ tag: String, _ value: Value) {
        text(tag)
        write(value)
    }
}
