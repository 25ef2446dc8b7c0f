import APIModel
import Recognition
import SourceText

/// An object that a section of some page documents: `## RestAPI`, `#### Person Object:`.
final class DocumentedObject {
    let title: Said<String>
    /// The title's speaking words, lower case, singular: `person`.
    let words: [String]
    let anchors: [String]
    let page: FileID
    let draft: Draft
    /// Whether the title says "object", so that a key of its name leads here without a link.
    let isCalledObject: Bool
    /// Whether its title says where a program keeps it: `Admin::User`.
    let isNamespaced: Bool
    /// Its name letter for letter, where its page is complete.
    var statedName: String?
    /// Whether an operation leads here.
    var isUsed = false
    /// The section of its page whose operations are about it, where that is its own or holds its own.
    var resource: Int?
    /// The lists of its members.
    var lists: [FieldList] = []

    init(
        title: Said<String>, words: [String], anchors: [String], page: FileID, draft: Draft,
        isCalledObject: Bool = false, isNamespaced: Bool = false
    ) {
        self.title = title
        self.words = words
        self.anchors = anchors
        self.page = page
        self.draft = draft
        self.isCalledObject = isCalledObject
        self.isNamespaced = isNamespaced
    }
}

/// Names a documented object of the site.
struct ObjectKey: Hashable {
    let index: Int
}

/// The documented objects of a site, found by link and by name.
struct ObjectRegistry {
    private(set) var objects: [DocumentedObject] = []
    private var byAnchor: [String: [Int]] = [:]
    private var byWords: [String: [Int]] = [:]
    /// The values that lists outside of operations and objects give for members of a name; `nil` where
    /// they differ.
    private(set) var valuesByMember: [String: [ValueRow]?] = [:]

    subscript(key: ObjectKey) -> DocumentedObject { objects[key.index] }

    @discardableResult
    mutating func add(_ object: DocumentedObject) -> ObjectKey {
        let index = objects.count
        objects.append(object)
        for anchor in object.anchors where byAnchor[anchor.anchorForm]?.last != index {
            byAnchor[anchor.anchorForm, default: []].append(index)
        }
        byWords[object.words.joined(separator: " "), default: []].append(index)
        return ObjectKey(index: index)
    }

    mutating func add(_ values: [ValueRow]) {
        guard let name = values.first?.field, !name.isEmpty,
            values.allSatisfy({ $0.field == name })
        else { return }
        if let known = valuesByMember[name], known?.map(\.value.value) != values.map(\.value.value)
        {
            valuesByMember[name] = .some(nil)
        } else {
            valuesByMember[name] = values
        }
    }

    /// The object that a type names: by its link first, by its words where there is none.
    func find(name: String, target: String?, from page: FileID) -> ObjectKey? {
        // A name that a complete page does not link is explained nowhere.
        if target == "" { return nil }
        if let target, let fragment = target.fragment {
            if let key = pick(byAnchor[fragment.anchorForm], near: page) { return key }
        }
        if let found = byAnchor[name.anchorForm], found.count > 1,
            found.contains(where: { objects[$0].isNamespaced })
        {
            // `Admin::User` and `Public::User` are told apart by links alone.
            return nil
        }
        if let key = pick(byAnchor[name.anchorForm], near: page) { return key }
        let words = objectWords(of: name)
        guard !words.isEmpty else { return nil }
        return pick(byWords[words.joined(separator: " ")], near: page)
    }

    /// All that an anchor leads to, in the order of the pages.
    func objects(at anchor: String) -> [DocumentedObject] {
        (byAnchor[anchor.anchorForm] ?? []).map { objects[$0] }
    }

    /// The one object of the site that a heading calls so, in so many words: `links` hold more
    /// than "the link object".
    func find(object key: String) -> ObjectKey? {
        let spelled = titleWords(of: key)
        let words = objectWords(of: key).joined(separator: " ")
        let found = (byWords[words] ?? []).filter {
            objects[$0].isCalledObject
                && titleWords(of: objects[$0].title.value + " object") == spelled
        }
        guard found.count == 1, let index = found.first else { return nil }
        return ObjectKey(index: index)
    }

    /// All that headings call so.
    func objects(called words: [String]) -> [DocumentedObject] {
        (byWords[words.joined(separator: " ")] ?? []).map { objects[$0] }
    }

    /// On the same page if there is one there; never one of several elsewhere that differ.
    private func pick(_ candidates: [Int]?, near page: FileID) -> ObjectKey? {
        guard let candidates, let first = candidates.first else { return nil }
        let here = candidates.first { objects[$0].page == page }
        return ObjectKey(index: here ?? first)
    }
}

extension String {
    /// `schemas.md#schemaUser` → `schemaUser`.
    var fragment: String? {
        guard let mark = lastIndex(of: "#") else { return nil }
        let fragment = self[index(after: mark)...]
        return fragment.isEmpty ? nil : String(fragment)
    }

    /// Anchors as sites normalize them: case and punctuation do not count.
    var anchorForm: String {
        let kept = utf8.compactMap { byte -> UInt8? in
            switch byte {
            case 0x30...0x39, 0x61...0x7A: byte
            case 0x41...0x5A: byte | 0x20
            case 0x80...: byte
            default: nil
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }
}

/// The words of a title or type name that name the thing: without "the", "object", "list".
func objectWords(of title: String) -> [String] {
    var words = titleWords(of: title)
    if let last = words.last { words[words.count - 1] = singularForm(last) }
    return words
}

/// The same as the title spells them, plurals kept.
func titleWords(of title: String) -> [String] {
    let words = Recognition.words(of: title)
    let fillers: Set<String> = [
        "the", "a", "an", "object", "objects", "list", "schema", "model", "resource", "entity",
        "definition", "structure", "json", "format",
    ]
    let parts: Set<String> = ["fields", "properties", "attributes"]
    // In `UserList` the filler is part of the name; in "User list" it is a word beside it.
    guard title.contains(" ") else { return words }
    // "User attributes" lists those of a user, "Localized attributes object" is called so.
    let isCalledObject = words.last == "object" && words.dropLast().last.map(parts.contains) == true
    let speaking = words.filter {
        !fillers.contains($0) && (isCalledObject || !parts.contains($0))
    }
    return speaking.isEmpty ? words : speaking
}
