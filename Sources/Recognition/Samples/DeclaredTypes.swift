import APIModel
import PageTree
import SourceText

/// What the TypeScript of a page declares, wherever on it: shapes, and names of literals.
struct DeclaredTypes {
    /// The members of each interface.
    var shapes: [String: [InterfaceReader.Member]] = [:]
    /// The values that a name stands for: `type Color = 'red' | 'green'`, `enum Color { Red = 'red' }`.
    var choices: [String: [String]] = [:]

    init(_ page: Page) {
        for index in page.nodes.indices {
            let node = NodeID(index)
            guard case .codeBlock(let info, _) = page.kind(node),
                ["ts", "typescript"].contains(page.raw(info).lowercased().trimmedASCII)
            else { continue }
            let text = page.code(node)
            guard text.utf8.count < 20_000 else { continue }
            var reader = InterfaceReader(text: text)
            for (name, members) in reader.interfaces() where !name.isEmpty {
                shapes[name] = shapes[name] ?? members
            }
            for (name, values) in literalChoices(in: text) {
                choices[name] = choices[name] ?? values
            }
        }
    }

    /// The type that a text names, with the choices it names spelled out.
    func type(_ text: String) -> TypeExpression? {
        var name = text[...]
        var isNullable = false
        if name.hasSuffix(" | null") { (name, isNullable) = (name.dropLast(7), true) }
        let isList = name.hasSuffix("[]")
        if isList { name = name.dropLast(2) }
        guard let values = choices[String(name)] else { return readType(text) }
        let type = TypeExpression(.enumeration(values), isNullable: isNullable && !isList)
        return isList ? TypeExpression(.array(type), isNullable: isNullable) : type
    }

    /// The members of `Board`, `Partial<Board>`, `Pick<Board, 'a' | 'b'>`, `Omit<Board, 'a'>`; without
    /// them where the page does not declare what these are made of.
    func members(of text: String, depth: Int = 0) -> [InterfaceReader.Member]? {
        let text = text.trimmedASCII
        guard let open = text.firstIndex(of: "<"), text.hasSuffix(">"), depth < 6 else {
            return shapes[text]
        }
        let (inner, names) = parts(of: text[text.index(after: open)...].dropLast())
        guard var members = members(of: inner, depth: depth + 1) else { return nil }
        switch text[..<open] {
        case "Partial":
            for index in members.indices { members[index].isOptional = true }
        case "Required":
            for index in members.indices { members[index].isOptional = false }
        case "Readonly": break
        case "Pick": members = members.filter(whose: { names.contains($0) })
        case "Omit": members = members.filter(whose: { !names.contains($0) })
        default: return nil
        }
        return members
    }

    /// `Board, 'a' | 'b'` as the type and the names behind it.
    private func parts(of text: Substring) -> (type: String, names: Set<String>) {
        guard text.last != ">", let comma = text.lastIndex(of: ",") else {
            return (String(text), [])
        }
        let names = text[text.index(after: comma)...].split(separator: "|").map {
            withoutQuotes(String($0))
        }
        return (String(text[..<comma]), Set(names))
    }
}

extension [InterfaceReader.Member] {
    /// The members whose names hold, each with what stands below it.
    fileprivate func filter(whose holds: (String) -> Bool) -> [Element] {
        var isKept = true
        return filter { member in
            if member.depth == 0 { isKept = holds(member.name) }
            return isKept
        }
    }
}

/// The names of a text that stand for literals. A declaration begins a line.
private func literalChoices(in text: String) -> [(name: String, values: [String])] {
    var found: [(name: String, values: [String])] = []
    var rest = text[...]
    while !rest.isEmpty {
        var line = rest.drop { $0 == " " || $0 == "\t" }
        rest = rest.drop { $0 != "\n" }.dropFirst()
        for word in ["export ", "declare ", "const "] where line.hasPrefix(word) {
            line = line.dropFirst(word.count)
        }
        let isEnum = line.hasPrefix("enum ")
        guard isEnum || line.hasPrefix("type ") else { continue }
        line = line.dropFirst(5)
        let name = line.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        let body = line.dropFirst(name.count).drop { " =\n{|".contains($0) }
        guard !name.isEmpty, let first = body.first, isEnum || first == "'" || first == "\"" else {
            continue
        }
        let end: Set<Character> = isEnum ? ["}"] : [";", "{", "}", "=", ":"]
        let values = quotedWords(in: body.prefix(2_000).prefix { !end.contains($0) })
        if values.count > 1 { found.append((String(name), values)) }
    }
    return found
}

/// What stands between quotation marks.
private func quotedWords(in text: Substring) -> [String] {
    var words: [String] = []
    for mark in ["'", "\""] where words.isEmpty {
        let pieces = text.split(separator: Character(mark), omittingEmptySubsequences: false)
        words = pieces.enumerated().compactMap { $0.offset % 2 == 1 ? String($0.element) : nil }
    }
    return words.filter { !$0.isEmpty && !$0.contains("\n") }
}

/// "Body: `Omit<Board, 'id'>`", "Request: `NewBoard`": a message of the members of a declared type.
let declaredMessage = Recognizer(construct: "declared-message") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node), page.holdsTypeInCode(node) else { return false }
    let text = page.marked(node)
    guard let type = text.tokens.last(where: { !$0.isMark(".") }), type.kind == .code,
        text.tokens.count <= 8
    else { return false }
    var words = text.tokens.prefix { $0.range.lowerBound < type.range.lowerBound }
        .map(\.word).filter { !$0.isEmpty }
    words.removeAll { ["a", "an", "the", "of"].contains($0) }
    guard
        ["request", "body", "request body", "payload", "input", "json body"]
            .contains(words.joined(separator: " ")),
        let members = reading.typesOfPage().members(of: type.text), !members.isEmpty
    else { return false }
    let range = page.range(node)
    let fields = members.map { reading.field($0, at: range) }
    reading.say(fields, .requestBody, at: range, .declared, "declared-message")
    return true
}

extension Reading {
    /// What the page declares, read once something asks.
    mutating func typesOfPage() -> DeclaredTypes {
        if let declaredTypes { return declaredTypes }
        let types = DeclaredTypes(page)
        declaredTypes = types
        return types
    }
}

extension Page {
    /// Whether some code of a paragraph begins as names of types do.
    fileprivate func holdsTypeInCode(_ paragraph: NodeID) -> Bool {
        codeSpans(of: paragraph).contains { plainText($0).first?.isUppercase == true }
    }
}
