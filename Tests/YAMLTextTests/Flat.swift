import YAMLText

/// A value in one line, its scalars as they are read.
func flat(_ value: YAMLValue) -> String {
    switch value.node {
    case .scalar(let scalar): scalar.text
    case .sequence(let items): "[" + items.map(flat).joined(separator: ", ") + "]"
    case .mapping(let entries):
        "{" + entries.map { "\($0.key): \(flat($0.value))" }.joined(separator: ", ") + "}"
    }
}
