import APIModel
import Recognition

extension Item: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        switch try record.text() {
        case "heading": self = .heading(try record.next())
        case "open": self = .open(try record.next())
        case "close": self = .close
        case "say": self = try .say(record.next(), record.next())
        case "include": self = try .include(path: record.next(), record.next())
        case "define": self = .define(try record.next())
        case "block": self = .block(try record.next())
        case "furniture": self = .furniture(try record.next())
        case "note": self = .note(try record.next())
        case "complete": self = .complete
        case "unclaimed": self = .unclaimed(try record.next())
        default: throw record.fault
        }
    }

    func write(to record: inout RecordWriter) {
        switch self {
        case .heading(let section): record.tagged("heading", section)
        case .open(let section): record.tagged("open", section)
        case .close: record.write("close")
        case .say(let statement, let span):
            record.tagged("say", statement)
            record.write(span)
        case .include(let path, let span):
            record.tagged("include", path)
            record.write(span)
        case .define(let field): record.tagged("define", field)
        case .block(let block): record.tagged("block", block)
        case .furniture(let span): record.tagged("furniture", span)
        case .note(let note): record.tagged("note", note)
        case .complete: record.write("complete")
        case .unclaimed(let span): record.tagged("unclaimed", span)
        }
    }
}

/// Its parent is settled when items are put in their places.
extension Section: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(
            title: record.next(), role: record.next(), status: record.next(),
            level: record.number(in: 0...scopeLevel), parent: 0, span: record.next(),
            anchors: record.next())
        isFrontMatter = try record.next()
    }

    func write(to record: inout RecordWriter) {
        record.write(title)
        record.write(role)
        record.write(status)
        record.write(level)
        record.write(span)
        record.write(anchors)
        record.write(isFrontMatter)
    }
}

extension NamedBlock: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(name: record.next(), content: record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(name)
        record.write(content)
    }
}

extension NamedBlock.Content: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        switch try record.text() {
        case "sample": self = .sample(try record.next())
        case "file": self = .file(try record.next())
        default: throw record.fault
        }
    }

    func write(to record: inout RecordWriter) {
        switch self {
        case .sample(let sample): record.tagged("sample", sample)
        case .file(let path): record.tagged("file", path)
        }
    }
}
