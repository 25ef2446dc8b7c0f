import APIModel
import Recognition

extension Field: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(name: record.next(), depth: record.number(in: 0...Int.max))
        location = try record.next()
        type = try record.next()
        required = try record.next()
        nullable = try record.next()
        description = try record.next()
        defaultValue = try record.next()
        example = try record.next()
        statedExamples = try record.next()
        link = try record.next()
        illustration = try record.next()
        values = try record.next()
        constraints = try record.next()
        deprecated = try record.next()
        readOnly = try record.next()
        terms = try record.next()
        part = try record.next()
        listStyle = try record.next()
    }

    func write(to record: inout RecordWriter) {
        record.write(name)
        record.write(depth)
        record.write(location)
        record.write(type)
        record.write(required)
        record.write(nullable)
        record.write(description)
        record.write(defaultValue)
        record.write(example)
        record.write(statedExamples)
        record.write(link)
        record.write(illustration)
        record.write(values)
        record.write(constraints)
        record.write(deprecated)
        record.write(readOnly)
        record.write(terms)
        record.write(part)
        record.write(listStyle)
    }
}

extension Field.Part: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        switch try record.text() {
        case "member": self = .member
        case "key": self = .key
        case "nameless": self = .nameless
        case "otherMembers": self = .otherMembers
        default: throw record.fault
        }
    }

    func write(to record: inout RecordWriter) {
        switch self {
        case .member: record.write("member")
        case .key: record.write("key")
        case .nameless: record.write("nameless")
        case .otherMembers: record.write("otherMembers")
        }
    }
}

extension FieldList: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(
            fields: record.next(), role: record.next(), status: record.next(),
            evidence: record.next())
        marksDepth = try record.next()
        isElements = try record.next()
    }

    func write(to record: inout RecordWriter) {
        record.write(fields)
        record.write(role)
        record.write(status)
        record.write(evidence)
        record.write(marksDepth)
        record.write(isElements)
    }
}

extension ValueRow: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(
            field: record.next(), depth: record.number(in: 0...Int.max), value: record.next(),
            description: record.next())
        name = try record.next()
        isStated = try record.next()
    }

    func write(to record: inout RecordWriter) {
        record.write(field)
        record.write(depth)
        record.write(value)
        record.write(description)
        record.write(name)
        record.write(isStated)
    }
}

extension ParameterReference: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(name: record.next(), key: record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(name)
        record.write(key)
    }
}

extension TypeExpression: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(record.next(), isNullable: record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(kind)
        record.write(isNullable)
    }
}

extension TypeExpression.Kind: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        switch try record.text() {
        case "boolean": self = .boolean
        case "integer": self = .integer
        case "number": self = .number
        case "decimal": self = .decimal
        case "string": self = .string(try record.next())
        case "object": self = .object
        case "array": self = .array(try record.next())
        case "dictionary": self = .dictionary(try record.next())
        case "union": self = .union(try record.next())
        case "reference": self = try .reference(name: record.next(), target: record.next())
        case "enumeration": self = .enumeration(try record.next())
        case "any": self = .any
        case "unknown": self = .unknown(try record.next())
        default: throw record.fault
        }
    }

    func write(to record: inout RecordWriter) {
        switch self {
        case .boolean: record.write("boolean")
        case .integer: record.write("integer")
        case .number: record.write("number")
        case .decimal: record.write("decimal")
        case .string(let format): record.tagged("string", format)
        case .object: record.write("object")
        case .array(let element): record.tagged("array", element)
        case .dictionary(let value): record.tagged("dictionary", value)
        case .union(let choices): record.tagged("union", choices)
        case .reference(let name, let target):
            record.tagged("reference", name)
            record.write(target)
        case .enumeration(let values): record.tagged("enumeration", values)
        case .any: record.write("any")
        case .unknown(let words): record.tagged("unknown", words)
        }
    }
}
