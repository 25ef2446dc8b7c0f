/// How well a title names the member of an object that it explains.
package enum NameAgreement: UInt8, Comparable, Sendable {
    case different
    /// One is the other's last words or its abbreviation: `Organization User` and `org_user`,
    /// `SKU Measurements` and `measurements`.
    case related
    /// The same words, singular or plural: `Permission Assignments Object` and
    /// `permission_assignments`.
    case same

    package static func < (left: NameAgreement, right: NameAgreement) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// Whether a title and a key are the same name in two spellings.
package func namesMatch(_ title: String, _ key: String) -> Bool {
    agreement(of: title, with: key) == .same
}

package func agreement(of title: String, with key: String) -> NameAgreement {
    let full = core(words(of: title))
    let wanted = core(words(of: key))
    guard !full.isEmpty, !wanted.isEmpty else { return .different }
    if full == wanted || full.joined() == wanted.joined() { return .same }
    let short = core(words(of: abbreviated(title)))
    if short != full, short == wanted { return .same }
    if isAbbreviation(wanted, of: full) || isAbbreviation(full, of: wanted) { return .related }
    let isTail =
        full.suffix(wanted.count).elementsEqual(wanted)
        || wanted.suffix(full.count).elementsEqual(full)
    return isTail ? .related : .different
}

/// The singular words without those that say "object" or "list".
private func core(_ words: [String]) -> [String] {
    let kept = words.filter { !isFiller($0) }
    return (kept.isEmpty ? words : kept).map(singularForm)
}

private func isFiller(_ word: String) -> Bool {
    switch word {
    case "object", "objects", "list", "array", "the", "a", "an", "model", "entity", "fields",
        "schema", "resource", "of", "for", "definition":
        return true
    default: return false
    }
}

/// A title with its own abbreviation in place of what it abbreviates: "Manufacturer's Suggested
/// Retail Price (MSRP) Range" becomes "MSRP Range".
private func abbreviated(_ title: String) -> String {
    guard let open = title.firstIndex(of: "("), let close = title[open...].firstIndex(of: ")")
    else {
        return title
    }
    let inner = title[title.index(after: open)..<close]
    return String(inner) + " " + String(title[title.index(after: close)...])
}

/// Each word the other's beginning, of at least three letters: `org` for `organization`.
private func isAbbreviation(_ short: [String], of long: [String]) -> Bool {
    guard short.count == long.count else { return false }
    return zip(short, long).allSatisfy { short, long in
        short == long || (short.utf8.count >= 3 && long.hasPrefix(short))
    }
}
