import Mustache

/// Words of ours in Swift code, and lists laid out over lines.
struct SwiftCode: Sendable {
    let code: String

    private init(code: String) {
        self.code = code
    }

    init(_ word: StaticString) {
        code = "\(word)"
    }

    init(_ number: Int) {
        code = String(number)
    }

    var value: TemplateValue { .text(SafeText(verbatimFromSink: Array(code.utf8))) }

    /// `name: Type` or `name: Type = nil`.
    static func parameter(_ name: SwiftIdentifier, _ type: SwiftType, isOmissible: Bool)
        -> SwiftCode
    {
        SwiftCode(code: "\(name.code): \(type.code)" + (isOmissible ? " = nil" : ""))
    }

    /// `name: value` of the same name, as an initializer is called with its caller's parameters.
    static func argument(_ name: SwiftIdentifier) -> SwiftCode {
        SwiftCode(code: "\(name.argumentLabel): \(name.code)")
    }

    /// `name?.joined(by: ",")`.
    static func joining(
        _ name: SwiftIdentifier, isOptional: Bool, by separator: SwiftCode
    ) -> SwiftCode {
        SwiftCode(code: "\(name.code)\(isOptional ? "?" : "").joined(by: \(separator.code))")
    }

    /// `name: value`.
    static func labelled(_ name: SwiftIdentifier, _ value: SwiftCode) -> SwiftCode {
        SwiftCode(code: name.argumentLabel + ": " + value.code)
    }

    /// Parts between `head` and `tail`, on one line where they fit, else below the head, filled.
    static func list(
        _ head: [SwiftCode], _ parts: [SwiftCode], _ tail: [SwiftCode], indentation: Int
    ) -> TemplateValue {
        let start = head.map(\.code).joined()
        let end = tail.map(\.code).joined()
        let whole = start + parts.map(\.code).joined(separator: ", ") + end
        if indentation + whole.width <= 100 { return lines([whole], indentation) }
        var result = [start]
        let inner = String(repeating: " ", count: 4)
        var line = inner
        for (index, part) in parts.enumerated() {
            let text = part.code + (index + 1 < parts.count ? "," : "")
            // The formatter keeps a column free behind a list within a list.
            let width = text.hasSuffix("],") ? 99 : 100
            if line == inner {
                line += text
            } else if indentation + line.width + 1 + text.width <= width {
                line += " " + text
            } else {
                result.append(line)
                line = inner + text
            }
        }
        if line != inner { result.append(line) }
        if !end.isEmpty { result.append(end) }
        return lines(result, indentation)
    }

    /// A call that ends its statement: what closes it stands behind the last part.
    static func call(_ head: [SwiftCode], _ parts: [SwiftCode], indentation: Int) -> TemplateValue {
        let last = parts.last.map { SwiftCode(code: $0.code + ")") } ?? SwiftCode(")")
        return list(head, parts.dropLast() + [last], [], indentation: indentation)
    }

    private static func lines(_ lines: [String], _ indentation: Int) -> TemplateValue {
        let space = String(repeating: " ", count: indentation)
        return .list(
            lines.map { line in
                .object(["line": .text(SafeText(verbatimFromSink: Array((space + line).utf8)))])
            })
    }
}

extension SwiftCode {
    static func of(_ identifier: SwiftIdentifier) -> SwiftCode { SwiftCode(code: identifier.code) }
    static func of(_ type: SwiftType) -> SwiftCode { SwiftCode(code: type.code) }

    /// A name made longer. What is a keyword without the suffix is none with it.
    static func of(_ identifier: SwiftIdentifier, _ suffix: StaticString) -> SwiftCode {
        SwiftCode(code: identifier.name + "\(suffix)")
    }
}

extension SwiftCode {
    static func of(_ literal: SwiftStringLiteral) -> SwiftCode { SwiftCode(code: literal.code) }

    static func joined(_ parts: [SwiftCode]) -> SwiftCode {
        SwiftCode(code: parts.map(\.code).joined())
    }
}

extension SwiftCode {
    /// Parts on one line, for lists that are known to be short.
    static func commaSeparated(_ parts: [SwiftCode]) -> TemplateValue {
        SwiftCode(code: parts.map(\.code).joined(separator: ", ")).value
    }
}

extension SwiftCode {
    /// `["a", "b"]`.
    static func stringArray(_ texts: [String]) -> SwiftCode {
        let literals = texts.map { SwiftStringLiteral($0).code }
        return SwiftCode(code: "[" + literals.joined(separator: ", ") + "]")
    }

    static func strings(_ texts: [String]) -> TemplateValue { stringArray(texts).value }

    /// An argument that is `["a", "b"]`, over several lines where it is too long for the one it begins.
    static func argument(
        _ label: SwiftCode, _ texts: [String], indentation: Int
    ) -> SwiftCode {
        let whole = label.code + stringArray(texts).code
        guard indentation + whole.width > 100 else { return SwiftCode(code: whole) }
        let inner = String(repeating: " ", count: indentation + 4)
        var lines = [label.code + "["]
        for text in texts {
            let literal = SwiftStringLiteral(text).code + ","
            if lines.count > 1, lines[lines.count - 1].width + 1 + literal.width <= 100 {
                lines[lines.count - 1] += " " + literal
            } else {
                lines.append(inner + literal)
            }
        }
        lines.append(String(repeating: " ", count: indentation) + "]")
        return SwiftCode(code: lines.joined(separator: "\n"))
    }

    /// `head = value` on one line where it fits, else the value below.
    static func assignment(
        _ head: [SwiftCode], _ value: [SwiftCode], indentation: Int
    ) -> TemplateValue {
        let start = head.map(\.code).joined()
        let end = value.map(\.code).joined()
        if indentation + start.width + 1 + end.width <= 100 {
            return lines([start + " " + end], indentation)
        }
        return lines([start, "    " + end], indentation)
    }
}

extension SwiftCode {
    /// `func get() throws(UnexpectedOutput<Self>) -> Loan {`; a long type stands below.
    static func getter(of type: SwiftType?, _ access: SwiftCode) -> TemplateValue {
        let start = access.code + "func get() throws(UnexpectedOutput<Self>)"
        guard let type = type?.code else { return lines([start + " {"], 4) }
        let whole = start + " -> " + type + " {"
        return lines(4 + whole.width <= 100 ? [whole] : [start, "    -> " + type, "{"], 4)
    }

    /// `(left, right)`.
    static func pair(_ left: SwiftCode, _ right: SwiftCode) -> SwiftCode {
        SwiftCode(code: "(\(left.code), \(right.code))")
    }
}

extension SwiftCode {
    /// `name: try call.query("wire name")`.
    static func decoding(
        _ name: SwiftIdentifier, _ source: StaticString, _ arguments: [SwiftCode]
    ) -> SwiftCode {
        let list = arguments.map(\.code).joined(separator: ", ")
        return SwiftCode(code: "\(name.argumentLabel): try call.\(source)(\(list))")
    }
}

extension SwiftCode {
    /// A function without parameters; its effects stand below where the line would be too long,
    /// and then its brace stands alone.
    static func bareSignature(
        _ head: [SwiftCode], _ effects: [SwiftCode], opensBody: Bool
    ) -> TemplateValue {
        let start = head.map(\.code).joined()
        let end = effects.map(\.code).joined()
        let whole = start + " " + end + (opensBody ? " {" : "")
        if 4 + whole.width <= 100 { return lines([whole], 4) }
        return lines([start, "    " + end] + (opensBody ? ["{"] : []), 4)
    }
}

extension SwiftCode {
    /// `head call(parts)`; the call stands below its head where both would be too long.
    static func declaration(
        _ head: [SwiftCode], _ call: [SwiftCode], _ parts: [SwiftCode], _ tail: [SwiftCode],
        indentation: Int
    ) -> TemplateValue {
        let start = head.map(\.code).joined()
        let value = call.map(\.code).joined()
        if indentation + start.width + 1 + value.width <= 100 {
            return list(head + [SwiftCode(code: " ")] + call, parts, tail, indentation: indentation)
        }
        guard case .list(let first) = lines([start], indentation),
            case .list(let rest) = list(call, parts, tail, indentation: indentation + 4)
        else { return .list([]) }
        return .list(first + rest)
    }

    /// `head Fixture<Type>([literals])`, a literal a line where there are several.
    static func fixture(
        _ head: [SwiftCode], _ type: SwiftType, _ texts: [String], indentation: Int
    ) -> TemplateValue {
        let start = head.map(\.code).joined()
        let call = "Fixture<\(type.code)>(["
        let literals = texts.map { SwiftStringLiteral($0).code }
        let whole = call + literals.joined(separator: ", ") + "])"
        let space = String(repeating: " ", count: indentation)
        if literals.count == 1, indentation + start.width + 1 + whole.width <= 100 {
            return lines([start + " " + whole], indentation)
        }
        if literals.count == 1, indentation + 4 + whole.width <= 100 {
            return lines([start, "    " + whole], indentation)
        }
        let fits = space.count + start.width + 1 + call.width <= 100
        let opening = fits ? [start + " " + call] : [start, "    " + call]
        let outer = fits ? "" : "    "
        return lines(
            opening + literals.map { outer + "    " + $0 + "," } + [outer + "])"], indentation)
    }
}

extension SwiftCode {
    /// `case 404: return value(parts)`; what is returned stands below where both would be too long.
    static func branch(
        _ pattern: SwiftCode, _ head: [SwiftCode], _ parts: [SwiftCode], _ tail: [SwiftCode],
        indentation: Int
    ) -> TemplateValue {
        let value = (head + [SwiftCode(code: parts.map(\.code).joined(separator: ", "))] + tail)
        let whole = pattern.code + " return " + value.map(\.code).joined()
        if indentation + whole.width <= 100 { return lines([whole], indentation) }
        guard case .list(let first) = lines([pattern.code], indentation),
            case .list(let rest) = list(
                [SwiftCode("return ")] + head, parts, tail, indentation: indentation + 4)
        else { return .list([]) }
        return .list(first + rest)
    }

    /// A number that a page spells as Swift does too; `nil` for any other text.
    init?(number text: String) {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let sides = digits.split(separator: ".", omittingEmptySubsequences: false)
        let isNumber = sides.allSatisfy { side in
            !side.isEmpty && side.utf8.count < 16
                && side.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        }
        guard isNumber, sides.count <= 2 else { return nil }
        code = text
    }

    /// Parts on one line, between commas.
    static func listed(_ parts: [SwiftCode]) -> SwiftCode {
        SwiftCode(code: parts.map(\.code).joined(separator: ", "))
    }
}
