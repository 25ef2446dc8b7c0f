import APIModel
import JSONText
import Recognition
import SourceText

/// A place in the making: everything that was said and shown of one member, parameter or body.
///
/// A class, because field lists, samples and pages meet at the same place from different sides.
final class Draft {
    /// Types that places say.
    var types: [Said<TypeExpression>] = []
    /// Kinds of JSON values that samples show here.
    var shown: [Said<ShownKind>] = []
    /// Scalar samples, for formats.
    var scalars: [Said<JSONValue>] = []
    /// Types whose members this place has besides its own (rows without a name, `allOf`).
    var bases: [Base] = []
    /// Rows that repeat the members of the type that this place names; they count where nothing
    /// else tells what that type is.
    var repeated: [FieldNode] = []
    /// Whether a list names it; samples alone do not.
    var isListed = false
    /// The members, if there are any; shared with other places that hold the same object.
    var object: ObjectDraft?
    /// The place of an array's elements.
    var items: Draft?

    var required: [Said<Bool>] = []
    var nullable: [Said<Bool>] = []
    var descriptions: [Said<String>] = []
    var defaults: [Said<String>] = []
    var examples: [Said<String>] = []
    /// An example that says what kind of value it is.
    var statedExample: Said<JSONValue>?
    var values: [ValueRow] = []
    /// Where descriptions lead.
    var links: [Said<String>] = []
    var constraints = Constraints()
    var deprecated: Said<String>?
    var readOnly: Said<Bool>?
    var terms: [Term] = []
    var listStyle: Said<ListStyle>?
    /// How many of the objects shown around this place had it.
    var timesPresent = 0
    /// The same of the objects that callers send, who may leave out more than a page does.
    var timesSent = 0

    init() {}
}

/// A part that an object is put together from, with the rows that repeat its members.
struct Base {
    let type: Said<TypeExpression>
    let repeated: [FieldNode]
}

/// An object in the making, apart from the places that hold it.
final class ObjectDraft {
    /// In the order of first mention.
    var names: [Said<String>] = []
    var properties: [String: Draft] = [:]
    /// The place of the values whose keys are data.
    var members: Draft?
    /// A title of the list that describes it (`Person Object`).
    var title: Said<String>?
    /// Its name, where the page that documents it is complete and so says it letter for letter.
    var statedName: String?
    /// Whether that title speaks of many (`Permissions Object List`).
    var isListTitle = false
    /// The key it stands under first; what to call it when nothing titles it.
    var key: String?
    /// The words it is known by, once it is: `cost range`.
    var spelling: String?
    /// What to call it where it is a whole body: the operation's own name and `Request`.
    var rootName: String?
    /// Whether it is the whole body of several messages, so that no operation's name is its own.
    var isOfSeveral = false
    /// Whether it is the body of an error; errors and answers are never one thing.
    var isError = false
    /// Whether a page lists its members under a heading of its own: other places may hold it, and
    /// what one of them shows besides is theirs.
    var isDocumented = false
    /// Whether a request holds it first.
    var isSent = false
    /// Whether places of one key hold it that have nothing else in common.
    var isShared = false
    /// How many objects were shown.
    var shown = 0
    /// How many were shown as what callers send.
    var sent = 0
    /// Whether a sample was elided, so that absence proves nothing.
    var isPartial = false
    /// Members that samples show and that its list, which is complete, does not name.
    var undocumented: [Said<String>] = []

    init() {}
}

enum ShownKind: String, Sendable {
    case null, boolean, integer, number, string, array, object, word
}

extension Draft {
    /// The members' object, made when it is new.
    func holdingObject() -> ObjectDraft {
        if let object { return object }
        let made = ObjectDraft()
        object = made
        return made
    }

    /// The member of a name, made when it is new.
    func property(_ name: Said<String>) -> Draft {
        holdingObject().property(name)
    }

    /// The place of an array's elements, made when it is new.
    func element() -> Draft {
        if let items { return items }
        let draft = Draft()
        items = draft
        return draft
    }

    /// The place of a dictionary's values, made when it is new.
    func member() -> Draft {
        let object = holdingObject()
        if let members = object.members { return members }
        let draft = Draft()
        object.members = draft
        return draft
    }

    var names: [Said<String>] { object?.names ?? [] }
    var isObject: Bool { object.map { !$0.names.isEmpty } ?? false }

    /// The object at or below this place: through arrays.
    var objectPlace: Draft {
        var place = self
        while let items = place.items, !place.isObject { place = items }
        return place
    }

    func has(_ name: String) -> Bool { object?.properties[name] != nil }
}

extension ObjectDraft {
    func property(_ name: Said<String>) -> Draft {
        if let known = properties[name.value] { return known }
        let draft = Draft()
        properties[name.value] = draft
        names.append(name)
        return draft
    }

    /// The members' names, sorted, as one text: what tells shapes apart.
    var keySet: String {
        names.map(\.value).sorted().joined(separator: "\u{1F}")
    }
}
