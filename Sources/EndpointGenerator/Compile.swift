import Recording
import SourceText

/// What one file says, written down to be linked, and what there was to say about it.
public struct Compilation: Sendable {
    public var record: [UInt8]
    public var findings: Findings
}

/// Reads and recognizes one page or fragment without a look at another.
///
/// Its path is below the folder of the API, since names and groups come of paths; `shownPath` is
/// how the reader of diagnostics knows it, and nothing of that is recorded.
public func compile(_ page: File, shownPath: String, version: String) -> Compilation {
    let source = SourceFile(path: page.path, bytes: page.bytes)
    let sources = SourceSet([source])
    let file = ReadFile(FileID(0), of: sources)
    return Compilation(
        record: writeRecord(file.record(of: sources), version: version),
        findings: Findings(
            file.page.notes + file.items.notes, of: sources, paths: [shownPath]))
}

/// Why records do not link.
public struct LinkFault: Error {
    /// The record at fault.
    public let path: String
    public let message: String
}

extension Pages {
    /// The pages of an API by what `compile` wrote of each. The order of the records does not
    /// matter, and what is generated is what the pages themselves would give.
    public init(
        linking records: [File], named name: String, folder: String, configuration: File?,
        corrections: File?, version: String
    ) throws(LinkFault) {
        self.init(
            name: name, folder: folder, files: [], configuration: configuration,
            corrections: corrections)
        var read: [PageRecord] = []
        for record in try inOrder(records, version) {
            let id = FileID(UInt32(read.count))
            do throws(RecordFault) {
                read.append(try readRecord(record.bytes, as: id, version: version))
            } catch {
                throw LinkFault(path: record.path, message: error.message(version))
            }
        }
        self.records = read
    }
}

/// The records by the paths of their pages, each of which has one.
private func inOrder(_ records: [File], _ version: String) throws(LinkFault) -> [File] {
    var named: [(page: String, record: File)] = []
    for record in records {
        do throws(RecordFault) {
            named.append((try recordedPath(record.bytes, version: version), record))
        } catch {
            throw LinkFault(path: record.path, message: error.message(version))
        }
    }
    named.sort { left, right in
        if left.page != right.page { return precedes(left.page, right.page) }
        return precedes(left.record.path, right.record.path)
    }
    for (one, other) in zip(named, named.dropFirst()) where one.page == other.page {
        throw LinkFault(
            path: other.record.path,
            message: "this is compiled from '\(one.page)', and so is '\(one.record.path)'")
    }
    return named.map(\.record)
}

private func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
}

extension RecordFault {
    fileprivate func message(_ version: String) -> String {
        switch self {
        case .notARecord:
            "this is nothing that 'endpointgen compile' wrote"
        case .otherVersion(let writer):
            "this was compiled by endpointgen \(visible(writer)), and this is \(version); "
                + "compile the page again"
        case .damaged(let offset):
            "this is cut off or damaged at byte \(offset); compile the page again"
        }
    }
}
