import APIModel
import JSONText
import Recognition
import SourceText

/// A field with the fields nested below it by depth marks.
struct FieldNode {
    var field: Field
    var children: [FieldNode]
}

/// Nests a flat list by its depths. A depth that skips a level belongs to the nearest field above.
func nest(_ fields: [Field]) -> [FieldNode] {
    var position = 0
    let base = fields.map(\.depth).min() ?? 0
    return nest(fields, from: &position, depth: base)
}

private func nest(_ fields: [Field], from position: inout Int, depth: Int) -> [FieldNode] {
    var nodes: [FieldNode] = []
    while position < fields.count, fields[position].depth >= depth {
        if fields[position].depth > depth, !nodes.isEmpty {
            let deeper = fields[position].depth
            nodes[nodes.count - 1].children += nest(fields, from: &position, depth: deeper)
        } else {
            nodes.append(FieldNode(field: fields[position], children: []))
            position += 1
        }
    }
    return nodes
}

extension Draft {
    /// Adds the fields of a list as members of this place.
    func describe(_ nodes: [FieldNode]) {
        for node in nodes { describe(node) }
    }

    private func describe(_ node: FieldNode) {
        switch node.field.part {
        case .nameless:
            describeNameless(node)
            return
        case .otherMembers:
            member().describe(node.field, with: node.children)
            return
        case .key:
            listed(property(node.field.name)).describe(node.field, with: node.children)
            return
        case .member: break
        }
        if let members = node.field.placeholderMembers {
            for member in members { place(of: member).describe(member, of: node.field) }
            return
        }
        self.place(of: node.field.listName).describe(node.field, with: node.children)
    }

    /// Adds what a row says about this place, and the rows below it as its members.
    func describe(_ field: Field, with children: [FieldNode]) {
        isListed = true
        describe(field)
        guard !children.isEmpty else { return }
        var place = self
        while place.isSaidToBeList, place.object == nil { place = place.element() }
        if field.type?.value.isNamed == true {
            place.repeated += children
        } else if field.type?.value.isListOfLists == true {
            place.objectPlace.describeElements(children)
        } else {
            place.objectPlace.describe(children)
        }
    }

    /// A list has no members: rows below a list of lists speak of its innermost elements, and a
    /// sample of those knows better which members they have.
    private func describeElements(_ rows: [FieldNode]) {
        guard !shown.isEmpty else {
            describe(rows)
            return
        }
        let known = rows.filter { has($0.field.name.value) }
        guard !known.isEmpty else { return }
        describe(known)
        for name in names { object?.properties[name.value]?.isListed = true }
    }

    /// A row without a name is the place itself, or a part whose members it has too.
    private func describeNameless(_ node: FieldNode) {
        if let type = node.field.type, case .reference = type.value.kind {
            objectPlace.bases.append(Base(type: type, repeated: node.children))
        } else {
            describe(node.field, with: node.children)
        }
    }

    private var isSaidToBeList: Bool {
        items != nil || types.contains { $0.value.isArray }
    }

    /// Follows a documented name down: `roles.roleName`, `items[].id`, `{key}.value`.
    ///
    /// A dot is a step only where something stands before it that can hold members; a key that a
    /// sample shows with its dot stays whole.
    func place(of name: Said<String>) -> Draft {
        if has(name.value) { return listed(property(name)) }
        var place = self
        for step in name.value.steps {
            switch step {
            case .member(let text):
                let evidence = Evidence(
                    name.evidence.span, name.evidence.strength, name.evidence.construct)
                place = listed(place.memberPlace.property(Said(text, evidence)))
            case .element:
                place = place.element()
            }
        }
        return place
    }

    private func listed(_ draft: Draft) -> Draft {
        draft.isListed = true
        return draft
    }

    private func describe(_ member: Said<String>, of field: Field) {
        if let description = field.description { descriptions.append(description) }
        required.append(Said(false, member.evidence))
    }

    /// Adds what a field says about this place.
    func describe(_ field: Field) {
        if let type = field.type { describe(type) }
        if let required = field.required { self.required.append(required) }
        if let nullable = field.nullable { self.nullable.append(nullable) }
        if let description = field.description { descriptions.append(description) }
        if let link = field.link { links.append(link) }
        if let value = field.defaultValue { defaults.append(value) }
        if let example = field.example { examples.append(example) }
        for example in field.statedExamples { addExample(example.value, from: example.evidence) }
        add(field.values)
        constraints.adopt(field.constraints)
        deprecated = deprecated ?? field.deprecated
        listStyle = listStyle ?? field.listStyle
        readOnly = readOnly ?? field.readOnly
        if terms.isEmpty { terms = field.terms }
        if let form = field.illustration, !types.contains(where: { $0.value.isScalar }) {
            illustrate(form)
        }
    }

    /// Adds the form that a description gives; of a list, the form of its elements.
    private func illustrate(_ form: Sample) {
        for value in form.document.values {
            let place = value.isObject && isSaidToBeList ? element() : self
            place.show(
                value, form.evidence.span.file, construct: form.evidence.construct,
                provesPresence: false)
        }
    }
}

extension Draft {
    /// An example of a list or a dictionary gives one of what it holds.
    private func addExample(_ value: JSONValue, from evidence: Evidence) {
        switch value.node {
        case .array(let values):
            for value in values { element().addExample(value, from: evidence) }
        case .object(let members):
            if let first = members.first { member().addExample(first.value, from: evidence) }
        case .string, .boolean, .number:
            statedExample = statedExample ?? Said(JSONValue(value.node), evidence)
        case .null, .word, .elision: break
        }
    }
}

extension Constraints {
    mutating func adopt(_ other: Constraints) {
        if other == Constraints() { return }
        minimum = minimum ?? other.minimum
        maximum = maximum ?? other.maximum
        minimumLength = minimumLength ?? other.minimumLength
        maximumLength = maximumLength ?? other.maximumLength
        pattern = pattern ?? other.pattern
    }
}

extension Field {
    /// `roles.{ENTITY-ID}` with "possible values are: orgId or groupId": the values are names.
    var placeholderMembers: [Said<String>]? {
        let name = self.name.value
        guard name.hasSuffix("}"), let open = name.lastIndex(of: "{"), !values.isEmpty else {
            return nil
        }
        return values.map { row in
            let prefix = String(name[..<open])
            return Said(prefix + row.value.value, row.value.evidence)
        }
    }
}

extension Field {
    /// `tags[]` of type "array": the brackets say once more what the type says.
    fileprivate var listName: Said<String> {
        guard name.value.hasSuffix("[]"), case .array? = type?.value.kind else { return name }
        return Said(String(name.value.dropLast(2)), name.evidence)
    }
}

private func isMemberLetter(_ character: Character) -> Bool {
    character == "_" || character == "-" || (character.isASCII && character.isLetter)
}

enum NameStep: Hashable {
    case member(String)
    case element
}

extension String {
    /// `author[name]` and `rows[][no]`, as forms write members of members.
    fileprivate var bracketedMembers: [NameStep] {
        guard hasSuffix("]"), let open = firstIndex(of: "["), open > startIndex else {
            return [.member(self)]
        }
        let inner = self[open...].split(separator: "]", omittingEmptySubsequences: false)
            .dropLast()
        guard inner.allSatisfy({ $0.hasPrefix("[") && $0.dropFirst().allSatisfy(isMemberLetter) })
        else { return [.member(self)] }
        let head = NameStep.member(String(self[..<open]))
        return [head] + inner.map { $0.count == 1 ? .element : .member(String($0.dropFirst())) }
    }

    /// The steps of a dotted name; the whole as one step where a part would be empty.
    var steps: [NameStep] {
        if !utf8.contains(where: { $0 == 0x2E || $0 == 0x5B }) { return [.member(self)] }
        var steps: [NameStep] = []
        for part in split(separator: ".", omittingEmptySubsequences: false) {
            var part = part
            var elements = 0
            while let open = part.lastIndex(of: "["), part.hasSuffix("]") {
                let inside = part[part.index(after: open)...].dropLast()
                guard inside.isEmpty || inside == "*" || inside == "n" || inside == "i" else {
                    break
                }
                part = part[..<open]
                elements += 1
            }
            if part.isEmpty, elements == 0 { return [.member(self)] }
            if !part.isEmpty { steps += String(part).bracketedMembers }
            steps += Array(repeating: .element, count: elements)
        }
        return steps.isEmpty ? [.member(self)] : steps
    }
}
