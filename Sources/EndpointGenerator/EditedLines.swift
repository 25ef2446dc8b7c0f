/// What somebody changed in a generated file, as lines that a person can find: `-` as generated,
/// `+` as they stand; what is the same above and below is left out.
///
/// At most `limit` lines of either kind, then how many more.
func editedLines(of found: [UInt8], generated: [UInt8], limit: Int = 8) -> String {
    let old = lines(of: generated)
    let new = lines(of: found)
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var same = 0
    while same < min(old.count, new.count) - start,
        old[old.count - 1 - same] == new[new.count - 1 - same]
    { same += 1 }
    return "    line \(start + 1)\n"
        + marked(old[start..<(old.count - same)], "-", limit)
        + marked(new[start..<(new.count - same)], "+", limit)
}

private func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
}

/// Control characters would act on the terminal that shows them.
private func marked(
    _ lines: ArraySlice<ArraySlice<UInt8>>, _ mark: String, _ limit: Int
) -> String {
    var text = ""
    for line in lines.prefix(limit) {
        let shown = line.prefix(200).map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
        text += "    \(mark) \(String(decoding: shown, as: UTF8.self))\n"
    }
    return lines.count > limit ? text + "    \(mark) and \(lines.count - limit) more\n" : text
}
