/// A value in Swift code, laid out over lines where one is too short.
indirect enum SwiftExpression {
    /// Words of ours, identifiers and literals that a sink has made.
    case code(String)
    case call(String, [Argument])
    case list([SwiftExpression])
    case dictionary([(key: String, value: SwiftExpression)])
    /// `Nullable.value(…)`, `Boxed(…)`, `.person(…)`.
    case wrapped(String, SwiftExpression)

    struct Argument {
        let label: String
        let value: SwiftExpression
    }

    /// `from` is the column at which the first line begins.
    func text(indentation: Int, from column: Int) -> String {
        let line = flat
        if column + line.utf8.count <= 88 { return line }
        let inner = indentation + 4
        let space = String(repeating: " ", count: inner)
        let end = String(repeating: " ", count: indentation)
        switch self {
        case .code(let code): return code
        case .wrapped(let head, let value):
            return "\(head)(\(value.text(indentation: indentation, from: column)))"
        case .call(let head, let arguments):
            if arguments.isEmpty { return line }
            let lines = arguments.map { argument in
                let start = "\(argument.label): "
                return space + start
                    + argument.value.text(indentation: inner, from: inner + start.utf8.count)
            }
            return "\(head)(\n\(lines.joined(separator: ",\n"))\n\(end))"
        case .list(let values):
            let lines = values.map { space + $0.text(indentation: inner, from: inner) + ",\n" }
            return "[\n\(lines.joined())\(end)]"
        case .dictionary(let members):
            let lines = members.map { key, value in
                "\(space)\(key): "
                    + value.text(indentation: inner, from: inner + key.utf8.count + 2) + ",\n"
            }
            return "[\n\(lines.joined())\(end)]"
        }
    }

    private var flat: String {
        switch self {
        case .code(let code): code
        case .wrapped(let head, let value): "\(head)(\(value.flat))"
        case .call(let head, let arguments):
            "\(head)("
                + arguments.map { "\($0.label): \($0.value.flat)" }.joined(separator: ", ") + ")"
        case .list(let values): "[" + values.map(\.flat).joined(separator: ", ") + "]"
        case .dictionary(let members):
            members.isEmpty
                ? "[:]"
                : "[" + members.map { "\($0.key): \($0.value.flat)" }.joined(separator: ", ") + "]"
        }
    }
}
