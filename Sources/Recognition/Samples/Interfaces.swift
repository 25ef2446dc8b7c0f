import APIModel
import PageTree
import SourceText

/// `interface Book { title: string; pages?: number }`: fields as TypeScript declares them.
let interfaceFields = Recognizer(construct: "interface") { node, reading in
    let page = reading.page
    guard case .codeBlock(let info, _) = page.kind(node) else { return false }
    let language = page.raw(info).split(separator: " ").first.map { $0.lowercased() } ?? ""
    guard ["ts", "typescript", ""].contains(language) else { return false }
    let text = page.code(node)
    guard text.utf8.count < 20_000, text.contains("{"),
        text.contains("interface ") || text.contains("type ")
            || !language.isEmpty && text.trimmedASCII.hasPrefix("{")
    else { return false }
    var reader = InterfaceReader(text: text)
    let found = reader.interfaces()
    guard let first = found.first else { return false }
    let range = page.range(node)
    let evidence = reading.evidence(range, .declared, "interface")
    func list(_ members: [InterfaceReader.Member]) -> FieldList {
        let fields = members.map { reading.field($0, at: range) }
        return FieldList(fields: fields, evidence: evidence)
    }
    if found.count == 1, first.name.isEmpty || reading.isWithinOperation {
        reading.say(.fields(list(first.members)), at: range)
        return true
    }
    for interface in found {
        let list = list(interface.members)
        reading.scope(as: .object(name: interface.name, isList: false), at: range) {
            $0.say(.fields(list), at: range)
        }
    }
    return true
}

extension Reading {
    /// Whether the section tells of a request: its line stands in it, or it is titled like a part of one.
    fileprivate var isWithinOperation: Bool {
        for item in items.reversed() {
            switch item {
            case .say(.request, _): return true
            case .heading(let section) where section.level < labelLevel:
                switch section.role {
                case .other, .object, .description, .properties: return false
                default: return true
                }
            default: continue
            }
        }
        return false
    }

    mutating func field(_ member: InterfaceReader.Member, at range: ByteRange) -> Field {
        let construct: Construct = "interface"
        var field = Field(
            name: said(member.name, range, .declared, construct), depth: member.depth)
        field.required = said(!member.isOptional, range, .declared, construct)
        if let type = typesOfPage().type(member.type), type.isKnown {
            field.type = said(type, range, .declared, construct)
        }
        field.description = member.comment.map { said($0, range, .described, construct) }
        return field
    }
}

/// A reader of the part of TypeScript that declares the shapes of messages.
struct InterfaceReader {
    struct Member {
        let name: String
        let depth: Int
        var isOptional: Bool
        var type: String
        var comment: String?
    }

    private let lines: [Substring]

    init(text: String) {
        lines = text.split(separator: "\n")
    }

    /// Every declaration of the text whose members stand one a line, or all on one.
    mutating func interfaces() -> [(name: String, members: [Member])] {
        var found: [(name: String, members: [Member])] = []
        var members: [Member] = []
        // A literal without a name: `{ id: string; size?: number }`.
        var name: String? = lines.first?.first == "{" ? "" : nil
        var isOpen = name == nil
        var depth = 0
        for line in lines {
            let comment = line.range(ofComment: "//")
            for part in line[..<comment.code].pieces {
                if name == nil {
                    name = declaredName(part)
                    continue
                }
                let text = part.trimmedASCII
                if !isOpen, text == "{" {
                    isOpen = true
                } else if text.hasPrefix("}") {
                    if depth == 0 {
                        if let name, !members.isEmpty { found.append((name, members)) }
                        (name, members) = (nil, [])
                    } else {
                        depth -= 1
                        if text.contains("[]"),
                            let owner = members.lastIndex(where: {
                                $0.depth == depth
                            })
                        {
                            members[owner].type = "object[]"
                        }
                    }
                } else if var member = member(text, depth: depth) {
                    if member.type == "{" {
                        member.type = "object"
                        depth += 1
                    }
                    member.comment = comment.text
                    members.append(member)
                }
            }
        }
        return found
    }

    /// `export interface Book {`, `type Book = {`.
    private func declaredName(_ part: Substring) -> String? {
        let words = part.split { $0 == " " || $0 == "{" || $0 == "=" }
        guard part.hasSuffix("{"),
            let keyword = words.firstIndex(where: { $0 == "interface" || $0 == "type" }),
            keyword + 1 < words.count
        else { return nil }
        return String(words[keyword + 1])
    }

    /// `pages?: number`; a method or an index signature is no member.
    private func member(_ text: String, depth: Int) -> Member? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        var name = text[..<colon].trimmedASCII
        if name.hasPrefix("readonly ") { name = String(name.dropFirst(9)) }
        let isOptional = name.hasSuffix("?")
        if isOptional { name.removeLast() }
        name = withoutQuotes(name)
        guard !name.isEmpty, !name.contains(where: { " ()[]{}".contains($0) }) else { return nil }
        let type = text[text.index(after: colon)...].trimmedASCII
        return Member(name: name, depth: depth, isOptional: isOptional, type: type, comment: nil)
    }
}

extension Substring {
    /// Where code ends and what the comment behind it says.
    fileprivate func range(ofComment mark: String) -> (code: Index, text: String?) {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(mark) {
                let text = self[index...].dropFirst(mark.count).trimmedASCII
                return (index, text.isEmpty ? nil : text)
            }
            index = self.index(after: index)
        }
        return (endIndex, nil)
    }

    /// The line cut behind opening braces, before closing ones and at semicolons.
    fileprivate var pieces: [Substring] {
        var pieces: [Substring] = []
        var start = startIndex
        var angles = 0
        var index = startIndex
        func cut(to end: Index) { if end > start { pieces.append(self[start..<end]) } }
        while index < endIndex {
            let next = self.index(after: index)
            switch self[index] {
            case "<": angles += 1
            case ">": angles -= 1
            case "{" where angles == 0:
                cut(to: next)
                start = next
            case "}" where angles == 0:
                cut(to: index)
                start = index
            case ";", ",":
                guard angles == 0 else { break }
                cut(to: index)
                start = next
            default: break
            }
            index = next
        }
        cut(to: endIndex)
        return pieces.filter { !$0.allSatisfy { $0 == " " || $0 == "\t" } }
    }
}
