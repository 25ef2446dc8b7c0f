import APIModel
import PageTree
import SourceText

/// `Type | Media type | Required` with one row and without names: what a body, or the thing that
/// a heading names, is as a whole.
let contentTable = Recognizer(construct: "content-table") { node, reading in
    guard let table = reading.table(node), table.rows.count == 1, table.has(.type),
        table.roles.allSatisfy(\.describesContent), let row = table.rows.first
    else { return false }
    let range = reading.page.range(node)
    var field = Field(name: reading.said("", range, .declared, "content-table"))
    field.part = .nameless
    for (index, role) in table.roles.enumerated() where index < row.count && !row[index].isBlank {
        reading.adopt(row[index], as: role, of: table, into: &field)
    }
    guard field.type != nil else { return false }
    if let cell = table.cell(.mediaType, in: row), let direction = reading.direction {
        let types = reading.mediaTypes(in: cell)
        if !types.isEmpty { reading.say(.mediaTypes(types, direction: direction), at: cell.range) }
    }
    reading.say(.content(field), at: range)
    return true
}

extension ColumnRole {
    /// Whether it can say something of a whole message.
    fileprivate var describesContent: Bool {
        switch self {
        case .type, .format, .mediaType, .required, .nullable, .defaultValue, .example,
            .description, .minimum, .maximum, .minimumLength, .maximumLength, .pattern:
            true
        case .name, .location, .status, .meaning, .schema, .value, .allowedValues, .restrictions,
            .permission, .method, .path, .header, .credential, .deprecated, .readOnly,
            .listStyle, .other:
            false
        }
    }
}

extension Reading {
    /// Which way messages go that the sections around describe.
    fileprivate var direction: Direction? {
        for section in around.reversed() {
            switch section.role {
            case .requestBody, .request, .requestExample: return .request
            case .response, .responseFields, .responseExample: return .response
            default: continue
            }
        }
        return nil
    }

    /// The media types that a cell lists.
    func mediaTypes(in cell: Cell) -> [Said<String>] {
        cell.text.text.split { $0 == "," || $0 == "\n" }.map(\.trimmedASCII)
            .filter(isMediaType)
            .map { said($0, cell.range, .declared, "content-table") }
    }
}
