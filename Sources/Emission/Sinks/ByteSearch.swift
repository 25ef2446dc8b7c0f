/// Search by bytes, as shells, compilers and renderers read.
///
/// Unicode joins a mark and what combines with it into one `Character`, in which the searches of
/// `String` do not find the mark: with them, a combining accent behind a quote would hide the quote.
extension StringProtocol {
    func replacing(mark: StaticString, by written: StaticString) -> String {
        replacedMarks(mark, by: written) ?? String(self)
    }

    /// The text with each mark replaced; `nil` where it has none.
    private func replacedMarks(_ mark: StaticString, by written: StaticString) -> String? {
        let mark = Array("\(mark)".utf8)
        let written = Array("\(written)".utf8)
        let bytes = Array(utf8)
        var result: [UInt8] = []
        var start = 0
        var index = 0
        while !mark.isEmpty, index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
                result += bytes[start..<index] + written
                index += mark.count
                start = index
            } else {
                index += 1
            }
        }
        return start == 0 ? nil : String(decoding: result + bytes[start...], as: UTF8.self)
    }
}
