import APIModel
import JSONText
import SourceText

/// A table, definition list or bullet list of fields, whatever they turn out to be fields of.
package struct FieldList: Sendable {
    package var fields: [Field]
    /// What the list itself says about its role, such as a first header cell `Query parameters`.
    package var role: SectionRole?
    /// A status the list is about (`Status Code **200**`).
    package var status: Int?
    /// Whether its rows carry marks of depth. Who marks depth lists every member of every object.
    package var marksDepth = false
    /// Whether the rows are members of each element of a list, not of the whole.
    package var isElements = false
    package var evidence: Evidence

    package init(
        fields: [Field], role: SectionRole? = nil, status: Int? = nil, evidence: Evidence
    ) {
        self.fields = fields
        self.role = role
        self.status = status
        self.evidence = evidence
    }
}

extension FieldList {
    /// Whether its rows refer into a file of parameters: such a list has no way to indent.
    package var isReferred: Bool { evidence.isReferred }
}

extension Field {
    /// Whether it stands in no list with its siblings, so that being the only one says nothing.
    package var standsAlone: Bool {
        name.evidence.isReferred || name.evidence.isOfParameterTag
    }
}

/// One row: (name, qualifiers, text), to which every notation of field lists reduces.
package struct Field: Sendable {
    /// The documented name without marks: `template.process.guid`, `orgRole`, `ORG-ID`.
    package var name: Said<String>
    /// Nesting by `»`, indentation or bullet depth; 0 at the top.
    package var depth: Int
    package var location: Said<FieldLocation>?
    package var type: Said<TypeExpression>?
    package var required: Said<Bool>?
    package var description: Said<String>?
    package var constraints: Constraints
    package var part: Part
    var rare = Rarely<Rare>()

    /// What a row stands for. Tables that show whole schemas have rows for what has no name.
    package enum Part: Sendable {
        case member
        /// A member by its whole name: dots in it lead nowhere.
        case key
        /// `*anonymous*`: the place itself, or a part that it is put together from.
        case nameless
        /// `**additionalProperties**`: every member whose key is data.
        case otherMembers

        package var isNamed: Bool {
            switch self {
            case .member, .key: true
            case .nameless, .otherMembers: false
            }
        }
    }

    package init(name: Said<String>, depth: Int = 0) {
        self.name = name
        self.depth = depth
        part = .member
        constraints = Constraints()
    }
}

package enum FieldLocation: String, Sendable {
    case path, query, header, cookie, body, form
}
