import APIModel
import SourceText

extension FieldList {
    /// With the members that descriptions of objects tell: "One per season, with `year` (integer) and
    /// `kg` (float)".
    mutating func addToldMembers() {
        var told: [Field] = []
        var hasTold = false
        for (index, field) in fields.enumerated() {
            told.append(field)
            let isLast = index + 1 == fields.count || fields[index + 1].depth <= field.depth
            guard isLast, field.mayTellMembers, let description = field.description else {
                continue
            }
            let prefix = field.name.value + "."
            let followers = fields[(index + 1)...].prefix(1)
            guard !followers.contains(where: { $0.name.value.hasPrefix(prefix) }) else { continue }
            let members = readToldMembers(MarkedText(description.value))
            // "With `name` (string, required)" says so of the member.
            if !members.isEmpty, field.required?.evidence.strength == .described {
                told[told.count - 1].required = nil
            }
            for member in members {
                var inner = Field(
                    name: Said(member.name, description.evidence), depth: field.depth + 1)
                inner.type = Said(member.leading.type, description.evidence)
                inner.required = member.leading.required.map { Said($0, description.evidence) }
                told.append(inner)
                hasTold = true
            }
        }
        if hasTold { fields = told }
    }
}

extension Field {
    fileprivate var mayTellMembers: Bool {
        switch type?.value.kind {
        case .object, .array(nil): true
        case .array(.some(let element)): element.kind == .object
        default: false
        }
    }
}

/// A name in running text and the type in parentheses behind it.
struct ToldMember {
    let name: String
    let leading: LeadingType
}

extension Reading {
    func field(
        _ told: ToldMember, _ range: ByteRange, _ strength: Strength, _ construct: Construct
    ) -> Field {
        // `?limit=` (int).
        let name = told.name.filter { !"?&=".contains($0) }
        var field = Field(name: said(name, range, .declared, construct))
        field.type = said(told.leading.type, range, strength, construct)
        field.required = told.leading.required.map { said($0, range, strength, construct) }
        return field
    }
}

/// The names behind "with" or "each has", each with a type in parentheses.
private func readToldMembers(_ text: MarkedText) -> [ToldMember] {
    let tokens = text.tokens
    guard tokens.count <= 60,
        let lead = tokens.firstIndex(where: {
            ["with", "has", "have", "having", "contains", "containing", "of"].contains($0.word)
        })
    else { return [] }
    var start = lead + 1
    while tokens.word(at: start) == "the" || isFieldWord(tokens.word(at: start)) { start += 1 }
    return readTypedNames(text, from: start).names
}

/// "`a` (string), b (integer) and c (bool)": names with types one behind the other, and where they end.
func readTypedNames(_ text: MarkedText, from start: Int) -> (names: [ToldMember], end: Int) {
    let tokens = text.tokens
    var members: [ToldMember] = []
    var index = start
    while index + 1 < tokens.count, tokens[index].kind != .mark(0x28),
        !tokens[index].word.isEmpty, tokens.isMark("(", at: index + 1),
        let close = matchingMark(tokens, from: index + 1),
        let leading = readLeadingType(text.between(index + 1, close)),
        !leading.type.isName
    {
        members.append(ToldMember(name: tokens[index].text, leading: leading))
        index = close + 1
        if tokens.isMark(",", at: index) { index += 1 }
        if tokens.word(at: index) == "and" { index += 1 }
    }
    return (members, index)
}

extension MarkedText {
    /// The tokens of two places and those between them.
    fileprivate func between(_ first: Int, _ last: Int) -> MarkedText {
        let start = tokens[first].range.lowerBound
        let code = tokens[first...last].filter { $0.kind == .code }.map {
            $0.range.lowerBound - start..<$0.range.upperBound - start
        }
        return MarkedText(slice(start..<tokens[last].range.upperBound), code: code)
    }
}
