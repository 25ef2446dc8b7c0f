import APIModel
import Recognition
import SourceText

/// Nests a list that cannot indent: its first row names the body's one key, and the rows below it
/// are that key's members, side by side.
///
/// The row must be an object or a list and be called as the path calls its resource; in a list of
/// references, which has no other way to nest, the first row need only be an object or a list.
/// `nil` where nothing speaks for such a row.
func wrap(_ fields: [Field], path: PathTemplate, isReferred: Bool) -> [FieldNode]? {
    guard fields.count >= 2, fields.allSatisfy({ $0.depth == 0 }) else { return nil }
    let list = FlatList(
        fields: foldedKeysAndValues(alignedHeads(fields)), path: path, isReferred: isReferred)
    guard let index = list.wrapper else { return nil }
    return list.nodes(below: index)
}

private struct FlatList {
    let fields: [Field]
    let path: PathTemplate
    let isReferred: Bool

    /// The row that the rows after it are members of.
    var wrapper: Int? {
        for (index, field) in fields.enumerated() {
            guard isWrapper(index) else { break }
            if path.names(field.name.value), index + 1 < fields.count { return index }
        }
        guard isReferred else { return nil }
        // `POST …/action`: the body's one key is the action, whatever its type.
        if path.segments.last == "action", !hasDottedMembers(0) { return 0 }
        return isWrapper(0) ? 0 : nil
    }

    private func isWrapper(_ index: Int) -> Bool {
        let mayHold = fields[index].mayHoldMembers || isReferred && fields[index].isCalledAction
        return mayHold && !hasDottedMembers(index)
    }

    /// Dots already say what is a member of the row.
    private func hasDottedMembers(_ index: Int) -> Bool {
        let prefix = fields[index].name.value + "."
        return fields.contains { $0.name.value.hasPrefix(prefix) }
    }

    func nodes(below index: Int) -> [FieldNode] {
        var siblings = fields[..<index].map { FieldNode(field: $0, children: []) }
        var wrapper = FieldNode(field: fields[index], children: [])
        var after: [FieldNode] = []
        var outer: Set<Substring> = []
        for field in fields[(index + 1)...] {
            let node = FieldNode(field: field, children: [])
            if field.isPaging(of: wrapper.field) || field.isTopLevel || outer.contains(field.head) {
                outer.insert(field.head)
                after.append(node)
            } else {
                wrapper.children.append(node)
            }
        }
        wrapper.children = eachWrapped(wrapper.children, in: wrapper.field)
        wrapper.foldKeyAndValue()
        siblings.append(wrapper)
        return siblings + after
    }

    /// `keypairs`, `keypair`, `name`: each element is an object around its one key.
    private func eachWrapped(_ members: [FieldNode], in wrapper: Field) -> [FieldNode] {
        guard wrapper.isArray, members.count >= 2, var inner = members.first,
            inner.field.mayHoldMembers, !inner.field.isArray,
            namesMatch(inner.field.name.value, wrapper.name.value)
        else { return members }
        inner.children = Array(members.dropFirst())
        return [inner]
    }
}

/// Gives `security_group.name` the head of the row it belongs to: `security_groups`.
private func alignedHeads(_ fields: [Field]) -> [Field] {
    let lists = fields.filter(\.isArray).map(\.name.value)
    let names = Set(fields.map(\.name.value))
    return fields.map { field in
        guard let dot = field.name.value.firstIndex(of: ".") else { return field }
        let head = String(field.name.value[..<dot])
        guard !names.contains(head), let list = lists.first(where: { namesMatch(head, $0) }) else {
            return field
        }
        var field = field
        field.name.value = list + field.name.value[dot...]
        return field
    }
}

/// The same for `tags.key` and `tags.value` below `tags`.
private func foldedKeysAndValues(_ fields: [Field]) -> [Field] {
    var fields = fields
    for index in fields.indices.reversed() where index + 2 < fields.count {
        let name = fields[index].name.value
        guard fields[index].isCalledDictionary, !fields[index].isArray,
            fields[index + 1].name.value == name + ".key",
            fields[index + 2].name.value == name + ".value"
        else { continue }
        fields[index].becomeDictionary(of: fields[index + 2])
        fields.removeSubrange((index + 1)...(index + 2))
    }
    return fields
}

extension FieldNode {
    /// "A dictionary of …" with the rows `key` and `value`: these stand for all there are.
    fileprivate mutating func foldKeyAndValue() {
        guard !field.isArray, children.map(\.field.name.value) == ["key", "value"],
            field.isCalledDictionary
        else { return }
        field.becomeDictionary(of: children[1].field)
        children = []
    }
}

extension Field {
    fileprivate mutating func becomeDictionary(of value: Field) {
        let type = TypeExpression(.dictionary(value.type?.value))
        self.type = Said(type, self.type?.evidence ?? value.name.evidence)
    }

    fileprivate var isCalledDictionary: Bool {
        let words = description.map { Recognition.words(of: $0.value) } ?? []
        return words.contains { $0 == "dictionary" || $0 == "pairs" || $0 == "map" }
    }

    /// "This is a top-level key in the request body": the text takes it out of the wrapper.
    fileprivate var isTopLevel: Bool {
        let words = description.map { Recognition.words(of: $0.value) } ?? []
        guard let top = words.firstIndex(of: "top"), top + 2 < words.count else { return false }
        return words[top + 1] == "level" && (words[top + 2] == "key" || words[top + 2] == "member")
    }

    /// The name up to its first dot.
    fileprivate var head: Substring {
        name.value.split(separator: ".", maxSplits: 1).first ?? ""
    }

    fileprivate var isArray: Bool { type?.value.isArray ?? false }

    /// Whether its type leaves room for members that other rows describe.
    fileprivate var mayHoldMembers: Bool {
        switch type?.value.kind {
        case .object, .array(nil), .dictionary(nil): true
        case .array(let part?): part.kind == .object
        default: false
        }
    }

    /// "Specify the `addLamp` action in the request body": the body's one key, whatever its type.
    fileprivate var isCalledAction: Bool {
        let words = description.map { $0.value.split(separator: " ") } ?? []
        return zip(words, words.dropFirst()).contains { $0 == name.value && $1 == "action" }
    }

    /// `servers_links` beside `servers`: the way to the next page of the list.
    fileprivate func isPaging(of wrapper: Field) -> Bool {
        let name = self.name.value
        guard let cut = name.lastIndex(of: "_") else { return false }
        switch name[name.index(after: cut)...] {
        case "links", "link": return namesMatch(String(name[..<cut]), wrapper.name.value)
        default: return false
        }
    }
}

extension PathTemplate {
    /// The literal segments, without slashes.
    var segments: [Substring] {
        parts.flatMap { part -> [Substring] in
            guard case .literal(let text) = part else { return [] }
            return text.split(separator: "/")
        }
    }

    /// Whether a segment is this name, singular or plural, or ends in it: `os-quota-sets` and
    /// `quota_set`.
    fileprivate func names(_ name: String) -> Bool {
        segments.contains { agreement(of: String($0), with: name) != .different }
    }
}
