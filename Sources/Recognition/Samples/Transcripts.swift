import APIModel
import JSONText
import PageTree
import SourceText

extension Reading {
    /// Says what comes back to a command, where the block shows that below it, as a terminal does:
    /// a message with or without its head, to the block's end or to the next command.
    mutating func sayAnswer(behind end: Int, in code: PlacedCode) {
        let remarked = code.bytes.remarkedAnswer(behind: end)
        let shown = remarked?.message ?? code.bytes.answer(behind: end)
        guard !shown.isEmpty else { return }
        let document = readJSON(SourceFile(path: "", bytes: Array(code.bytes[shown]))).moved {
            code.place(shown.lowerBound + Int($0.start)..<shown.lowerBound + Int($0.end))
        }
        let isAnswer = document.heads.contains(where: \.isStatus)
        guard document.failure == nil, isAnswer || !document.values.isEmpty else { return }
        if !document.isOtherThanJSON { note(document, in: "") }
        let range = code.place(shown)
        var sample = Sample(
            document: document, evidence: evidence(range, .exemplified, "json-sample"),
            direction: .response)
        sample.isIllustration = isComplete
        labelByHeads(&sample)
        if let status = remarked?.status { sample.status = status }
        sayHeads(of: sample)
        if !document.values.isEmpty, !document.isOtherThanJSON { say(.sample(sample), at: range) }
    }
}

extension [UInt8] {
    /// The lines behind a command, without remarks before the message; none where they are not one.
    fileprivate func answer(behind end: Int) -> Range<Int> {
        var start = nextLine(after: end)
        while start < count {
            let line = self[start..<nextLine(after: start)].drop { $0 <= 0x20 }
            guard line.isEmpty || line.isRemark else { break }
            start = nextLine(after: start)
        }
        var stop = start
        while stop < count, !self[stop..<nextLine(after: stop)].isCommand {
            stop = nextLine(after: stop)
        }
        let message = self[start..<stop].drop { $0 <= 0x20 }
        guard message.first == 0x7B || message.first == 0x5B || message.starts(with: "HTTP/".utf8)
        else { return start..<start }
        return message.startIndex..<stop
    }

    /// The message that the remark right behind a command holds: `# 201 {"id": 7}`, `# => {"id": 7}`.
    fileprivate func remarkedAnswer(behind end: Int) -> (status: Int?, message: Range<Int>)? {
        let start = nextLine(after: end)
        let line = self[Swift.min(start, count)..<nextLine(after: start)].drop { $0 <= 0x20 }
        guard line.first == 0x23 || line.starts(with: "//".utf8),
            let open = line.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }),
            let last = line.lastIndex(where: { $0 > 0x20 }),
            self[last] == (self[open] == 0x7B ? 0x7D : 0x5D)
        else { return nil }
        var status: Int?
        for word in line[..<open].split(whereSeparator: { $0 <= 0x20 || $0 == 0x3A }) {
            switch String(decoding: word, as: UTF8.self).lowercased() {
            case "#", "//", "=>", "->", "-->", ">", "\u{2192}", "\u{21D2}", "http/1.1", "http/2",
                "ok", "created", "accepted", "returns", "response", "output", "result":
                continue
            case let text where status == nil && (200...599).contains(Int(text) ?? 0):
                status = Int(text)
            default: return nil
            }
        }
        return (status, open..<last + 1)
    }

    /// Where the line begins that follows the one of a place.
    func nextLine(after start: Int) -> Int {
        (self[Swift.min(start, count)...].firstIndex(of: 0x0A) ?? count - 1) + 1
    }
}

extension ArraySlice<UInt8> {
    /// `# Response`, `// 200`, `Response:`.
    fileprivate var isRemark: Bool {
        first == 0x23 || starts(with: "//".utf8)
            || (last { $0 > 0x20 } == 0x3A && first != 0x7B && first != 0x5B)
    }

    fileprivate var isCommand: Bool {
        let line = drop { $0 <= 0x20 }
        return ["$ ", "> ", "curl ", "http "].contains { line.starts(with: $0.utf8) }
    }
}
