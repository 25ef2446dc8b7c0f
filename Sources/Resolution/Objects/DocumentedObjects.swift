import APIModel
import JSONText
import Recognition
import SourceText

/// The objects that pages document outside of operations: a heading, and below it a list of
/// fields, a sample, or values.
func documentedObjects(of pages: [ScopedPage]) -> ObjectRegistry {
    var registry = ObjectRegistry()
    for page in pages {
        var bySection: [Int: ObjectParts] = [:]
        var order: [Int] = []
        let head = page.operations.isEmpty ? page.claims.head : nil
        for claim in page.shared {
            let found = page.claims.objectSection(of: claim.section)
            let isOfHead = head != nil && page.claims.isAttribute(claim.section)
            if found == nil, case .values(let rows) = claim.statement { registry.add(rows) }
            guard let section = found ?? (isOfHead ? 0 : nil) else { continue }
            guard claim.statement.describesObject else { continue }
            if bySection[section] == nil { order.append(section) }
            bySection[section, default: ObjectParts()].take(
                claim, of: section, in: page.claims)
        }
        for index in order { page.claims.giveToOwner(index, of: &bySection) }
        page.claims.joinSamples(to: &bySection, in: order)
        for index in order {
            let section = index == 0 ? head : page.claims.sections[index]
            guard let parts = bySection[index], let section, parts.documents(section) else {
                continue
            }
            let object = parts.object(titled: section, of: page.claims)
            object.resource = object.isCalledObject ? section.parent : index
            registry.add(object)
        }
    }
    return registry
}

/// What stands below one heading.
struct ObjectParts {
    var lists: [(list: FieldList, members: [String])] = []
    var samples: [Sample] = []
    var values: [ValueRow] = []
    /// What the page says of the thing as a whole.
    var content: Field?
    /// Whether a sample stands right below the heading, and not below a label of its own.
    var hasOwnSample = false

    mutating func take(_ claim: Claim, of section: Int, in page: PageClaims) {
        switch claim.statement {
        case .fields(let list): lists.append((list, page.members(around: claim.section, list)))
        case .sample(let sample):
            if page.members(around: claim.section, nil).isEmpty { samples.append(sample) }
            if claim.section == section { hasOwnSample = true }
        case .values(let rows): values += rows
        case .content(let field): content = content ?? field
        default: break
        }
    }

    /// A sample alone documents what its heading calls an object, and illustrates anything else.
    func documents(_ section: Section) -> Bool {
        if !lists.isEmpty, lists.allSatisfy({ $0.list.refers(to: section.title) }) { return false }
        if !lists.isEmpty || !values.isEmpty || content != nil { return true }
        if case .object = section.role { return true }
        return section.isOneWord && hasOwnSample
    }

    func object(titled section: Section, of claims: PageClaims) -> DocumentedObject {
        let page = claims.file
        let draft = Draft()
        if let content { draft.describe(content) }
        for sample in samples {
            for value in sample.valuesWithElisions {
                draft.show(value, page, construct: sample.evidence.construct)
            }
        }
        for (list, members) in lists {
            if members.isEmpty {
                let whole = claims.isComplete ? list : list.withHabit()
                draft.describe(whole: whole, besideSamples: !samples.isEmpty)
                continue
            }
            let place = draft.objectPlace.member(along: members)
            if place.objectPlace.mayHoldMembers {
                place.describe(nest(list.fields.map { $0.named(below: members.last) }))
            } else {
                place.takeValues(of: list)
            }
        }
        for var row in values {
            var places = row.field.isEmpty ? [draft] : draft.places(named: row.field)
            // `Name | Value`, and no list has such names: they are what the values are called.
            if places.isEmpty, lists.isEmpty {
                places = [draft]
                row.name = row.name ?? Said(row.field, row.value.evidence)
                row.field = ""
            }
            for place in places { place.values.append(row) }
        }
        var name = section.title.withoutSectionNumber.withoutBracketedPath.withoutNamespace
        var isCalledObject = false
        if case .object(let own, _) = section.role {
            name = own
            isCalledObject = true
        }
        let title = Said(name, Evidence(section.span, .declared, "heading"))
        draft.objectPlace.object?.title = title
        draft.objectPlace.object?.isDocumented = !lists.isEmpty
        if claims.isComplete { draft.objectPlace.object?.statedName = name }
        let words = objectWords(of: isCalledObject ? name + " object" : name)
        let object = DocumentedObject(
            title: title, words: words, anchors: section.anchors + [name], page: page,
            draft: draft, isCalledObject: isCalledObject, isNamespaced: section.isNamespaced)
        object.statedName = claims.isComplete ? name : nil
        object.lists = lists.map(\.list)
        return object
    }
}

extension FieldList {
    /// `+ Attributes (Trip)` below `## Trip [/trips/{id}]`: what has this name is explained elsewhere.
    fileprivate func refers(to title: String) -> Bool {
        guard fields.count == 1, let field = fields.first, field.part == .nameless,
            case .reference(let name, _)? = field.type?.value.kind
        else { return false }
        return objectWords(of: name) == objectWords(of: title.withoutBracketedPath)
    }
}

extension Field {
    /// `author[name]` and `author.name` below the heading `author`: the member's own name.
    fileprivate func named(below owner: String?) -> Field {
        guard let owner, name.value.hasPrefix(owner) else { return self }
        let rest = name.value.dropFirst(owner.count)
        guard rest.hasPrefix("[") && rest.hasSuffix("]") || rest.hasPrefix("."), rest.count > 2
        else { return self }
        var field = self
        field.name.value = String(
            rest.hasPrefix(".") ? rest.dropFirst() : rest.dropFirst().dropLast())
        return field
    }
}

extension String {
    /// `Letter` of "3.2. Letter".
    fileprivate var withoutSectionNumber: String {
        String(dropFirst(sectionNumberLength(self)))
    }
}

extension PageClaims {
    /// What the page's head calls it, as the heading that it is to its readers.
    fileprivate var head: Section? {
        for claim in claims {
            guard claim.section == 0, case .name(let name) = claim.statement else { continue }
            return Section(
                title: name.value, role: .object(name: name.value, isList: false), level: 1,
                parent: 0, span: name.evidence.span, anchors: [name.value])
        }
        return nil
    }

    /// Whether it stands below `## Attributes`, a heading of the page as a whole: these are of what
    /// the page's head names.
    fileprivate func isAttribute(_ section: Int) -> Bool {
        path(from: section).contains { index in
            let section = sections[index]
            return section.role == .properties && section.level < labelLevel && section.parent == 0
        }
    }
}

extension Statement {
    fileprivate var describesObject: Bool {
        switch self {
        // What a sentence lists is of a message.
        case .fields(let list): !list.evidence.isToldInSentence
        case .values, .content: true
        case .sample(let sample): sample.document.values.contains { $0.isObject }
        default: false
        }
    }
}

extension JSONValue {
    var isObject: Bool {
        if case .object = node { return true }
        return false
    }
}

extension PageClaims {
    /// The nearest section that names a thing, past "Properties" and "Enumerated Values".
    func objectSection(of section: Int) -> Int? {
        for index in path(from: section) where index != 0 {
            // The title of a page is a name, whatever it would announce further down.
            if sections[index].level == 1, sections[index].isOneWord { return index }
            switch sections[index].role {
            case .object where isSpokenMember(index): continue
            case .object: return index
            case .other where sections[index].level < labelLevel: return index
            case .other where isType(index), .errors where isType(index): return index
            case .errors where sections[index].isOneWord,
                .response where sections[index].isOneWord,
                .request where sections[index].isOneWord:
                return index
            case .parameters where sections[index].isLinkedWord,
                .requestBody where sections[index].isLinkedWord,
                .security where sections[index].isLinkedWord,
                .permissions where sections[index].isLinkedWord:
                return index
            case .properties, .enumeratedValues, .example, .other, .description, .codeSamples,
                .responseFields, .member:
                continue
            default: return nil
            }
        }
        return nil
    }
}

extension PageClaims {
    /// `## Types`, and below it `**Pet**` over a table.
    fileprivate func isType(_ index: Int) -> Bool {
        let title = sections[index].title
        return title.first?.isUppercase == true && words(of: title).count == 1
            && sections[sections[index].parent].collectsObjects
    }
}

extension Draft {
    /// Beside samples, rows go where these show them, as below an operation.
    fileprivate func describe(whole list: FieldList, besideSamples: Bool) {
        let titled = TitledList(list: list, nodes: nest(list.fields), title: nil, isList: false)
        guard besideSamples else {
            describe(whole: titled.nodes)
            return
        }
        for loose in linkLists([titled], self) { describe(whole: loose.nodes) }
    }

    /// What has no members and yet a table of names has values: the names are these.
    fileprivate func takeValues(of list: FieldList) {
        for field in list.fields where field.type == nil {
            values.append(
                ValueRow(field: "", value: field.name, description: field.description))
        }
    }
}

extension Section {
    /// A definition may be called `Error` or `Request`; outside of operations that is its name.
    fileprivate var isOneWord: Bool {
        level < labelLevel && words(of: title).count <= 2 && !title.contains(" ")
    }
}

extension Section {
    /// A definition may be called `Form` or `Permissions`, where links have a name for it.
    fileprivate var isLinkedWord: Bool { isOneWord && anchors.count > 1 }
}

extension ObjectRegistry {
    /// A titled list that fits nowhere in its operation documents an object of its own.
    mutating func add(_ list: TitledList, page: FileID) {
        guard let title = list.title else { return }
        let draft = Draft()
        draft.adopt(list)
        draft.object?.isDocumented = true
        let object = DocumentedObject(
            title: title, words: objectWords(of: title.value), anchors: [title.value],
            page: page, draft: draft)
        object.lists = [list.list]
        add(object)
    }
}

extension Section {
    /// `Admin::User`.
    fileprivate var isNamespaced: Bool { title.contains("::") }
}
