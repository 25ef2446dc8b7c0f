import APIModel

/// One term of a search grammar, before it has evidence.
package struct SearchTerm: Sendable {
    package let name: String
    package var arguments: [Term.Argument]
    package let description: String
    /// From the name to the end of the description.
    package let range: Range<Int>
}

/// Reads `name: value — words` and `name(label: value, …) — words`, one after another without
/// a separator, as a table cell leaves them when its lines are joined.
///
/// Every dash ends a head. What stands before it holds the description of the term before and,
/// at its end, this head: the last `name:` in it, or the call that ends there. A value may have
/// several words, since nothing but the dash ends it.
package func readSearchTerms(_ text: String) -> [SearchTerm] {
    let bytes = Array(text.utf8)
    var terms = bytes.withUnsafeBufferPointer { readTerms($0) }
    guard terms.count >= 2 else { return [] }
    markLiterals(&terms)
    return terms
}

private struct TermHead {
    let start: Int
    let nameEnd: Int
    let valueStart: Int
    let valueEnd: Int
    let isCall: Bool
    let dashEnd: Int
}

private func readTerms(_ bytes: UnsafeBufferPointer<UInt8>) -> [SearchTerm] {
    var heads: [TermHead] = []
    var segmentStart = 0
    var index = 0
    while index + 2 < bytes.count {
        guard let dashEnd = dash(bytes, at: index) else {
            index += 1
            continue
        }
        // A head is short; looking no further back keeps a text full of dashes linear.
        let from = max(segmentStart, index - 400)
        if let head = head(bytes, from: from, dash: index, dashEnd: dashEnd) {
            heads.append(head)
            segmentStart = dashEnd
        }
        index = dashEnd
    }
    return heads.enumerated().map { offset, head in
        let end = offset + 1 < heads.count ? heads[offset + 1].start : bytes.count
        return term(bytes, head, end: end)
    }
}

/// An em or en dash with blanks around it; a hyphen is part of values (`end-user agreement`).
private func dash(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard bytes[index] == 0xE2, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x94 || bytes[index + 2] == 0x93
    else { return nil }
    guard index > 0, isBlank(bytes[index - 1]) else { return nil }
    return index + 3
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

private func head(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, dash: Int, dashEnd: Int
) -> TermHead? {
    var end = dash
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    guard end > start else { return nil }
    if bytes[end - 1] == 0x29 {
        var open = end - 1
        while open > start, bytes[open] != 0x28 { open -= 1 }
        let name = nameStart(bytes, before: open, from: start)
        guard bytes[open] == 0x28, name < open else { return nil }
        return TermHead(
            start: name, nameEnd: open, valueStart: open + 1, valueEnd: end - 1, isCall: true,
            dashEnd: dashEnd)
    }
    var colon = end - 1
    while colon > start, bytes[colon] != 0x3A { colon -= 1 }
    let name = nameStart(bytes, before: colon, from: start)
    guard bytes[colon] == 0x3A, name < colon, colon + 1 < end else { return nil }
    var value = colon + 1
    while value < end, isBlank(bytes[value]) { value += 1 }
    guard value < end, wordCount(bytes, value, end) <= 5 else { return nil }
    return TermHead(
        start: name, nameEnd: colon, valueStart: value, valueEnd: end, isCall: false,
        dashEnd: dashEnd)
}

private func nameStart(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int, from start: Int) -> Int
{
    var index = end
    while index > start, isWordByte(bytes[index - 1]) || bytes[index - 1] == 0x2D { index -= 1 }
    return index
}

private func wordCount(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var count = 1
    var index = start
    while index < end {
        if isBlank(bytes[index]) { count += 1 }
        index += 1
    }
    return count
}

private func term(_ bytes: UnsafeBufferPointer<UInt8>, _ head: TermHead, end: Int) -> SearchTerm {
    func string(_ from: Int, _ to: Int) -> String {
        var from = from
        var to = to
        while from < to, isBlank(bytes[from]) { from += 1 }
        while to > from, isBlank(bytes[to - 1]) || bytes[to - 1] == 0x7C { to -= 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[from..<to]), as: UTF8.self)
    }
    var arguments: [Term.Argument] = []
    if head.isCall {
        var start = head.valueStart
        var index = head.valueStart
        while index <= head.valueEnd {
            if index == head.valueEnd || bytes[index] == 0x2C {
                var colon = start
                while colon < index, bytes[colon] != 0x3A { colon += 1 }
                let hasLabel = colon < index
                arguments.append(
                    Term.Argument(
                        label: hasLabel ? string(start, colon) : "",
                        value: string(hasLabel ? colon + 1 : start, index), isLiteral: false))
                start = index + 1
            }
            index += 1
        }
    } else {
        arguments.append(
            Term.Argument(
                label: "", value: string(head.valueStart, head.valueEnd), isLiteral: false))
    }
    var last = end
    while last > head.dashEnd, isBlank(bytes[last - 1]) || bytes[last - 1] == 0x7C { last -= 1 }
    return SearchTerm(
        name: string(head.start, head.nameEnd), arguments: arguments,
        description: string(head.dashEnd, last), range: head.start..<last)
}

/// A key that asks a question of its subject (`has: 2FA`, `is: banned`) is followed by the values
/// themselves. So is a key that is listed several times, each time with another value, unless a
/// description speaks of what the caller supplies ("the given…", "this…"): then the values are
/// names of operands, whatever their number (`authLogin: userAzureLogin`, `in: group`).
private func markLiterals(_ terms: inout [SearchTerm]) {
    var places: [String: [Int]] = [:]
    for (index, term) in terms.enumerated()
    where term.arguments.count == 1 && term.arguments[0].label.isEmpty {
        places[term.name, default: []].append(index)
    }
    for (index, term) in terms.enumerated() {
        guard let same = places[term.name], same.first == index else { continue }
        let values = Set(same.map { terms[$0].arguments[0].value })
        let asks = term.name == "has" || term.name == "is"
        guard asks || (same.count >= 2 && values.count == same.count) else { continue }
        guard asks || !same.contains(where: { namesAnOperand(terms[$0].description) }) else {
            continue
        }
        for place in same { terms[place].arguments[0].isLiteral = true }
    }
}

private func namesAnOperand(_ description: String) -> Bool {
    MarkedText(description).tokens.contains { token in
        switch token.word {
        case "given", "specified", "provided", "certain", "matching", "matches", "supplied", "this",
            "these":
            return true
        default: return false
        }
    }
}
