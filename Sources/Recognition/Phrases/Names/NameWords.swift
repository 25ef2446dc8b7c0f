/// The lowercase words of a name in any spelling: `orgUserID`, `org_user_id`, `Org User ID`.
package func words(of name: String) -> [String] {
    let bytes = Array(name.utf8)
    var result: [String] = []
    var start = 0
    var index = 0
    while index < bytes.count {
        if !isOfWord(bytes[index]) {
            append(bytes, start, index, to: &result)
            start = index + 1
        } else if index > start, beginsWord(bytes, at: index) {
            append(bytes, start, index, to: &result)
            start = index
        }
        index += 1
    }
    append(bytes, start, bytes.count, to: &result)
    return result
}

/// The singular of an English noun in lowercase, as far as names need it.
package func singularForm(_ word: String) -> String {
    if let irregular = irregularSingular(word) { return irregular }
    let bytes = Array(word.utf8)
    guard bytes.count > 3, bytes[bytes.count - 1] == 0x73 else { return word }
    if ends(bytes, "ss") || ends(bytes, "us") || ends(bytes, "is") { return word }
    if ends(bytes, "ies") { return bytes.count > 4 ? dropped(bytes, 3) + "y" : dropped(bytes, 1) }
    for ending in ["sses", "shes", "ches", "xes", "zzes"] where ends(bytes, ending) {
        return dropped(bytes, 2)
    }
    if ends(bytes, "uses"), !ends(bytes, "ouses"), !ends(bytes, "auses") {
        return dropped(bytes, 2)
    }
    return dropped(bytes, 1)
}

private func irregularSingular(_ word: String) -> String? {
    switch word {
    case "apis", "skus", "menus", "cpus", "gpus": return String(word.dropLast())
    case "people", "persons": return "person"
    case "children": return "child"
    case "indices": return "index"
    case "aliases": return "alias"
    case "criteria": return "criterion"
    case "analyses": return "analysis"
    case "vertices": return "vertex"
    case "matrices": return "matrix"
    case "shelves": return "shelf"
    case "halves": return "half"
    case "wolves": return "wolf"
    case "calves": return "calf"
    case "loaves": return "loaf"
    case "knives": return "knife"
    case "thieves": return "thief"
    case "data", "media", "metadata", "series", "news", "address", "always", "dns", "https", "os",
        "ips", "aws", "sms", "gps", "css", "bps", "iops", "ops", "fps", "qps", "rps", "has", "is",
        "this", "was":
        return word == "ips" ? "ip" : word
    default: return nil
    }
}

private func isOfWord(_ byte: UInt8) -> Bool {
    isWordByte(byte) && byte != 0x5F || byte == 0x27
}

/// A capital after a small letter or digit, or the last of several capitals before a small one.
private func beginsWord(_ bytes: [UInt8], at index: Int) -> Bool {
    guard isCapital(bytes[index]) else { return false }
    if !isCapital(bytes[index - 1]) { return true }
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    // "IDs" and "URLs" are one word.
    if next == 0x73, index + 2 >= bytes.count || !isOfWord(bytes[index + 2]) { return false }
    return isSmallLetter(next)
}

private func append(_ bytes: [UInt8], _ start: Int, _ end: Int, to result: inout [String]) {
    var end = end
    // A possessive is no word of a name.
    if end - start > 2, bytes[end - 1] == 0x73, bytes[end - 2] == 0x27 { end -= 2 }
    while end > start, bytes[end - 1] == 0x27 { end -= 1 }
    guard end > start else { return }
    let slice = bytes[start..<end].filter { $0 != 0x27 }
    result.append(lowercasedASCII(String(decoding: slice, as: UTF8.self)))
}

private func ends(_ bytes: [UInt8], _ ending: String) -> Bool {
    let ending = Array(ending.utf8)
    guard bytes.count > ending.count else { return false }
    return bytes[(bytes.count - ending.count)...].elementsEqual(ending)
}

private func dropped(_ bytes: [UInt8], _ count: Int) -> String {
    String(decoding: bytes[..<(bytes.count - count)], as: UTF8.self)
}
