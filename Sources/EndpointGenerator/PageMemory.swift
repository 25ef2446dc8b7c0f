import Recording
import SourceText

/// What one run leaves to the next: what was recognized of every file, so that only what is new is
/// read.
///
/// A file is known by a hash of its path and bytes, for nothing else goes into what is recognized of
/// it. The memory is asked for when reading begins and told when it ends, so that it takes no room
/// while the rest is done; where it is kept is the caller's affair.
public struct PageMemory: Sendable {
    /// The tool that recognizes; what another one kept may mean something else.
    let tool: String
    let version: String
    let recall: @Sendable () -> [UInt8]
    let keep: @Sendable ([UInt8]) -> Void

    public init(
        of tool: String, version: String, recall: @escaping @Sendable () -> [UInt8],
        keep: @escaping @Sendable ([UInt8]) -> Void
    ) {
        self.tool = tool
        self.version = version
        self.recall = recall
        self.keep = keep
    }
}

extension Pages {
    /// What every file says, in the order of the sources.
    func said(_ sources: SourceSet) -> [SaidFile] {
        guard let memory else { return readFiles(sources, over: threads) { $0.said } }
        let known = KnownRecords(memory.recall(), of: memory.tool)
        var files: [RememberedFile] = []
        var isNew: [FileID] = []
        for id in sources.ids {
            let key = known.key(of: sources[id])
            let file = known.file(key, as: id, memory.version)
            if file == nil { isNew.append(id) }
            files.append(file ?? RememberedFile(key: key))
        }
        if isNew.isEmpty, known.count == files.count { return files.map(\.said) }
        let version = memory.version
        let read = readFiles(sources, isNew, over: threads) { file in
            (file.said, writeRecord(file.record(of: sources), version: version))
        }
        for (id, (said, record)) in zip(isNew, read) {
            files[Int(id.rawValue)].said = said
            files[Int(id.rawValue)].record = record[...]
        }
        memory.keep(known.written(files))
        return files.map(\.said)
    }
}

extension ReadFile {
    func record(of sources: SourceSet) -> PageRecord {
        let source = sources[page.id]
        return PageRecord(
            path: source.path, lines: LineTable(source), notes: page.notes, items: items)
    }
}

/// One file with its record as the memory holds it.
private struct RememberedFile {
    let key: String
    var said = SaidFile(notes: [], items: [])
    var record: ArraySlice<UInt8> = []
}

/// Records one behind the other: a line that names the tool, then for each file a line with its key
/// and how many bytes its record has, and the record.
private struct KnownRecords {
    private let tool: String
    private let bytes: [UInt8]
    private var places: [String: Range<Int>] = [:]

    var count: Int { places.count }

    init(_ bytes: [UInt8], of tool: String) {
        self.tool = tool
        self.bytes = bytes
        var place = 0
        guard line(&place) == tool else { return }
        while let words = line(&place)?.split(separator: " "), words.count == 2,
            let count = Int(words[1]), count >= 0, count <= bytes.count - place
        {
            places[String(words[0])] = place..<(place + count)
            place += count
        }
    }

    /// The text up to the end of the line, and the place behind it.
    private func line(_ place: inout Int) -> String? {
        guard let end = bytes[place...].firstIndex(of: 0x0A) else { return nil }
        defer { place = end + 1 }
        return String(decoding: bytes[place..<end], as: UTF8.self)
    }

    func key(of file: SourceFile) -> String {
        sha256(Array(file.path.utf8) + [0] + file.bytes)
    }

    /// What is known of a file; nothing where its record cannot be read.
    func file(_ key: String, as id: FileID, _ version: String) -> RememberedFile? {
        guard let place = places[key] else { return nil }
        do throws(RecordFault) {
            let record = try readRecord(Array(bytes[place]), as: id, version: version)
            let said = SaidFile(notes: record.notes, items: record.items)
            return RememberedFile(key: key, said: said, record: bytes[place])
        } catch {
            return nil
        }
    }

    func written(_ files: [RememberedFile]) -> [UInt8] {
        var output = Array("\(tool)\n".utf8)
        for file in files {
            output += "\(file.key) \(file.record.count)\n".utf8
            output += file.record
        }
        return output
    }
}
