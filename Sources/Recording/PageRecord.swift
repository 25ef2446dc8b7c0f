import APIModel
import Recognition
import SourceText

/// What one file says, in a form that can be kept and linked with others without its text.
///
/// Items stand as recognized, includes not yet in their places: so a record depends on the bytes
/// and the path of its one file, and each fragment is recorded once, however many pages include it.
package struct PageRecord: Sendable {
    /// Below the folder of the API, with `/` between components.
    package var path: String
    /// Where lines begin, for places that people are told.
    package var lines: LineTable
    /// What reading the markup gave rise to.
    package var notes: [Diagnostic]
    package var items: [Item]

    package init(path: String, lines: LineTable, notes: [Diagnostic], items: [Item]) {
        self.path = path
        self.lines = lines
        self.notes = notes
        self.items = items
    }
}

/// Why bytes are no record.
package enum RecordFault: Error, Hashable {
    case notARecord
    /// Written by another version of the tool, whose items may mean something else.
    case otherVersion(String)
    /// It ends early or was changed; the offset is where that shows.
    case damaged(at: Int)
}

/// Raised with each change of what records hold, so that no record is read as something else.
private let layout = "3"

/// A record as JSON: an object with a key each part, lists of values by position below that.
///
/// The same file gives the same bytes on every machine. Positions instead of keys keep a record
/// about as large as its page, and quick to read.
package func writeRecord(_ record: PageRecord, version: String) -> [UInt8] {
    var items = RecordWriter()
    items.list {
        for item in record.items {
            $0.startLine()
            $0.list { $0.write(item) }
        }
    }
    var head = RecordWriter()
    head.key("{\"endpointgen\":", "\(version)+\(layout)")
    head.key(",\"page\":", record.path)
    head.key(",\"lines\":", record.lines.lengths)
    head.key(",\"notes\":", record.notes)
    head.key(",\"constructs\":", items.constructs + head.constructs)
    head.raw(",\"items\":")
    return head.output + items.output + Array("}\n".utf8)
}

/// The path of the file that a record is of: what its number is found by.
package func recordedPath(_ bytes: [UInt8], version: String) throws(RecordFault) -> String {
    try bytes.withUnsafeBufferPointer { (bytes) throws(RecordFault) -> String in
        var reader = RecordReader(bytes, FileID(0))
        return try reader.path(version)
    }
}

/// Reads what `writeRecord` of the same version wrote; its spans get the number of the file.
package func readRecord(
    _ bytes: [UInt8], as file: FileID, version: String
) throws(RecordFault) -> PageRecord {
    try bytes.withUnsafeBufferPointer { (bytes) throws(RecordFault) -> PageRecord in
        var reader = RecordReader(bytes, file)
        let path = try reader.path(version)
        let lengths: [Int] = try reader.value(",\"lines\":")
        guard let lines = LineTable(lengths: lengths) else { throw reader.fault }
        let notes: [Diagnostic] = try reader.value(",\"notes\":")
        let constructs: [String] = try reader.value(",\"constructs\":")
        reader.constructs = constructs.map(Construct.init(keeping:))
        try reader.expect(",\"items\":")
        var items: [Item] = []
        try reader.list { (reader) throws(RecordFault) in
            try reader.open()
            items.append(try reader.next())
            try reader.close()
        }
        try reader.expect("}\n")
        guard reader.isAtEnd else { throw reader.fault }
        return PageRecord(path: path, lines: lines, notes: notes, items: items)
    }
}

extension RecordReader {
    /// The head of a record: who wrote it, and of which file it is.
    fileprivate mutating func path(_ version: String) throws(RecordFault) -> String {
        guard skip("{\"endpointgen\":") else { throw .notARecord }
        let writer: String = try next()
        guard writer == "\(version)+\(layout)" else { throw .otherVersion(writer) }
        return try value(",\"page\":")
    }
}
