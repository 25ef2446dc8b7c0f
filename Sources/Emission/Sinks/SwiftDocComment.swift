import Mustache

/// Text as the lines of a `///` comment, without the slashes.
///
/// A line ends at nothing but our own wrapping: every break, control, bidi and invisible character
/// of the page is a blank or made visible before. Readers take a comment for Markdown, so what would
/// be a link, an element, a directive, a list or a quote is written as the text that it is; code
/// between backticks stays code.
struct SwiftDocComment: Sendable {
    let lines: [String]

    /// Wraps at the line's end less `indentation`. Of what takes more than `limit` lines the whole
    /// sentences stay; where not even one fits, `…` says that more is left.
    init(_ text: String, indentation: Int, limit: Int) {
        let width = 100 - indentation - 4
        if limit > 0, let line = onlyLine(of: text, width: width) {
            lines = [line]
            return
        }
        let words = plainWords(of: text)
        let taken = wrap(words, width: width, limit: limit)
        if taken.count < words.count, let end = lastSentenceEnd(in: words, before: taken.count) {
            lines = wrap(Array(words[..<end]), width: width, limit: limit).lines
        } else {
            lines = taken.lines
        }
    }

    /// All parameters of a function that has some.
    init(parameters: [(name: SwiftIdentifier, text: String)], indentation: Int, limit: Int) {
        let isAlone = parameters.count == 1
        let mark = isAlone ? "- Parameter " : "  - "
        let inset = isAlone ? "  " : "    "
        var lines: [String] = []
        for (name, text) in parameters {
            let head = mark.dropFirst(inset.count) + name.name + ": "
            let words = SwiftDocComment(
                head + text, indentation: indentation + inset.count, limit: limit)
            lines += words.lines.enumerated().map { index, line in
                (index == 0 ? String(mark.prefix(inset.count)) : inset) + line
            }
        }
        self.lines = isAlone ? lines : ["- Parameters:"] + lines
    }

    var value: TemplateValue {
        .list(
            lines.map { line in
                .object(["line": .text(SafeText(verbatimFromSink: Array(line.utf8)))])
            })
    }

    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            if scalar.value <= 0x20 || scalar.value > 0x7F && scalar.properties.isWhitespace {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else if scalar.isPlain {
                word.unicodeScalars.append(scalar)
            } else {
                word += "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

/// Plain words with single blanks, one span of code among them at most, that fit into one line: most
/// comments are these, and need no taking apart.
private func onlyLine(of text: String, width: Int) -> String? {
    guard text.utf8.count < width, text.isPrintable else { return nil }
    var ticks = 0
    var last: UInt8 = 0x20
    for byte in text.utf8 {
        switch byte {
        case 0x20 where last == 0x20 || last == 0x60 && ticks == 1: return nil
        case 0x60:
            ticks += 1
            if ticks > 2 || ticks == 2 && (last == 0x20 || last == 0x60) { return nil }
        case 0x5D, 0x3C, 0x5C: return nil
        default: break
        }
        last = byte
    }
    return last == 0x20 || ticks == 1 ? nil : beginningNothing(text)
}

/// The words as lines, and how many words they hold.
private func wrap(
    _ words: [String], width: Int, limit: Int
) -> (lines: [String], count: Int) {
    var rest = words[...]
    var lines: [String] = []
    while !rest.isEmpty, lines.count < limit {
        lines.append(takeLine(of: &rest, width: width, isLast: lines.count + 1 == limit))
    }
    return (lines, rest.startIndex)
}

/// Behind which word a sentence ends that another one follows.
private func lastSentenceEnd(in words: [String], before end: Int) -> Int? {
    (1..<max(1, min(end + 1, words.count))).last { index in
        endsSentence(words[index - 1])
            && words[index].utf8.first.map { $0 < 0x61 || $0 > 0x7A } == true
    }
}

private func endsSentence(_ word: String) -> Bool {
    var bytes = Array(word.utf8)
    while let last = bytes.last, last == 0x29 || last == 0x22 || last == 0x60 { bytes.removeLast() }
    switch bytes.popLast() {
    case 0x21, 0x3F: return true
    // "e.g.", "etc." and initials end no sentence.
    case 0x2E: return bytes.count > 1 && !bytes.contains(0x2E) && bytes != Array("etc".utf8)
    default: return false
    }
}

/// As many words as a line holds; of the last line, as many as leave room to say that more follow.
private func takeLine(
    of words: inout ArraySlice<String>, width: Int, isLast: Bool
) -> String {
    var line = ""
    var shorter = ""
    while let word = words.first {
        let longer = line.isEmpty ? beginningNothing(word) : line + " " + word
        guard line.isEmpty || longer.width <= width else { break }
        if shorter.isEmpty || longer.width + 2 <= width { shorter = longer }
        line = longer
        words = words.dropFirst()
    }
    guard isLast, !words.isEmpty else { return String(line.prefix(width)) }
    return String(shorter.prefix(width - 2)) + " …"
}

/// The words of a text as a comment shows them.
private func plainWords(of text: String) -> [String] {
    if text.isPrintable, !text.hasMarks { return text.split(separator: " ").map(String.init) }
    let plain = SwiftDocComment.words(of: text).joined(separator: " ")
    return withoutMarkup(plain).split(separator: " ").map(String.init)
}

/// Words without the marks that mean something in the middle of a line.
private func withoutMarkup(_ text: String) -> String {
    proseParagraphs(text).joined().map { run in
        switch run {
        case .code(let code) where !code.utf8.contains(0x60): "`\(code)`"
        case .code(let words), .words(let words): escaped(words)
        }
    }.joined()
}

private func escaped(_ words: String) -> String {
    var result = ""
    let scalars = Array(words.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
        let next = index + 1 < scalars.count ? scalars[index + 1] : "`"
        switch scalar {
        case "`": result += "\\"
        case "]" where next == "(": result += "\\"
        case "<" where next != " " && next != "=": result += "\\"
        case "\\" where next.isMark: result += "\\"
        default: break
        }
        result.unicodeScalars.append(scalar)
    }
    return result
}

/// A line that begins no list, quote, heading or directive.
private func beginningNothing(_ line: String) -> String {
    guard let first = line.unicodeScalars.first else { return line }
    switch first {
    case "-", "+", "*", ">", "#", "@", "=", "~", "[": return "\\" + line
    case "0"..."9":
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line[digits.endIndex...]
        return rest.hasPrefix(".") || rest.hasPrefix(")") ? digits + "\\" + rest : line
    default: return line
    }
}

extension String {
    /// Whether it has a mark of Markdown; what has none means nothing but its words.
    fileprivate var hasMarks: Bool {
        utf8.contains { $0 == 0x60 || $0 == 0x5D || $0 == 0x3C || $0 == 0x5C }
    }
}

extension Unicode.Scalar {
    /// What a backslash before it would make plain.
    fileprivate var isMark: Bool {
        switch value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}

/// What a page says of a declaration, unless that is only its name once more.
func remark(_ text: String, beside name: String) -> String {
    remark(text, unlessIn: [identifierWords(name)])
}

/// The same, where the words in which the name ends say as little: "The version." above
/// `minVersion`, "Suppliers" above `ConnectionSupplier`.
func remark(_ text: String, besideThing name: String) -> String {
    let words = identifierWords(name)
    return remark(text, unlessIn: words.indices.map { Array(words[$0...]) })
}

private func remark(_ text: String, unlessIn names: [[String]]) -> String {
    guard let longest = names.first?.joined(), text.utf8.allSatisfy({ $0 < 0x80 }),
        text.utf8.count < longest.utf8.count * 2 + 8
    else { return text }
    var said = identifierWords(text)
    if said.count > 1, ["a", "an", "the"].contains(said[0].lowercased()) { said.removeFirst() }
    let spelling = singularSpelling(said)
    return names.contains { singularSpelling($0) == spelling } ? "" : text
}

private func singularSpelling(_ words: [String]) -> String {
    let word = words.joined().lowercased()
    return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
}
