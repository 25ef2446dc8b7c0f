import APIModel
import Mustache

/// The structured values of an operation's parameters: one type each, a member a documented term.
func queryTypes(of operation: SwiftOperation, access: SwiftCode) -> [TemplateValue] {
    operation.operation.parameters.enumerated().compactMap { index, parameter in
        guard let name = operation.queries[index] else { return nil }
        var scope = IdentifierScope(reserving: ["wireText", "and", "or", "term"])
        var members: [TemplateValue] = []
        for group in groups(of: parameter.terms) {
            members.append(member(group, &scope, access: access))
        }
        return .object([
            "isStructure": .boolean(false), "isEnumeration": .boolean(false),
            "isUnion": .boolean(false), "isAlias": .boolean(false), "isQuery": .boolean(true),
            "name": name.value,
            "doc": SwiftDocComment(
                "An expression for the parameter `\(parameter.name.value)`, made of documented terms.",
                indentation: 0, limit: 2
            ).value,
            "terms": .list(members),
        ])
    }
}

/// Terms that are written alike, such as `authName: a` and `authName: b`, are one member.
private func groups(of terms: [Term]) -> [[Term]] {
    var groups: [[Term]] = []
    for term in terms {
        let index = groups.firstIndex { $0[0].isWritten(like: term) }
        if let index { groups[index].append(term) } else { groups.append([term]) }
    }
    return groups
}

extension Term {
    fileprivate func isWritten(like other: Term) -> Bool {
        guard name == other.name, arguments.count == other.arguments.count else { return false }
        return zip(arguments, other.arguments).allSatisfy { left, right in
            left.label == right.label && left.isLiteral == right.isLiteral
                && (!left.isLiteral || left.value == right.value)
        }
    }

    /// A call `access(project: …)` against a pair `login: …`.
    fileprivate var isCall: Bool { arguments.contains { !$0.label.isEmpty } }
}

private func member(_ group: [Term], _ scope: inout IdentifierScope, access: SwiftCode)
    -> TemplateValue
{
    let term = group[0]
    let literals = term.arguments.filter(\.isLiteral).map(\.value)
    let labels = term.arguments.filter { !$0.isLiteral && !$0.label.isEmpty }.map(\.label)
    let name = scope.member([term.name] + literals + (labels.isEmpty ? [] : ["by"] + labels))
    var inner = IdentifierScope()
    var parts = [
        SwiftCode.of(SwiftStringLiteral(term.name)),
        term.isCall ? SwiftCode("call: true") : SwiftCode("call: false"),
    ]
    var parameters: [SwiftCode] = []
    for argument in term.arguments {
        let label = SwiftStringLiteral(argument.label.isEmpty ? "" : argument.label + ": ")
        if argument.isLiteral {
            parts.append(.pair(.of(label), .of(SwiftStringLiteral(argument.value))))
        } else {
            let parameter = inner.member(argument.label.isEmpty ? "value" : argument.label)
            let prefix = argument.label.isEmpty ? SwiftCode("_ ") : SwiftCode("")
            parameters.append(
                .joined([
                    prefix, .parameter(parameter, .known("String"), isOmissible: false),
                ]))
            parts.append(.pair(.of(label), .of(parameter)))
        }
    }
    let words = group.map(\.description.value).joined(separator: "; ")
    let head: TemplateValue
    let body: TemplateValue
    if parameters.isEmpty {
        head = SwiftCode.list(
            [access, SwiftCode("static let "), .of(name), SwiftCode(" = term(")], parts,
            [SwiftCode(")")], indentation: 4)
        body = .list([])
    } else {
        head = SwiftCode.list(
            [access, SwiftCode("static func "), .of(name), SwiftCode("(")], parameters,
            [SwiftCode(") -> Self {")], indentation: 4)
        body = SwiftCode.list([SwiftCode("term(")], parts, [SwiftCode(")")], indentation: 8)
    }
    return .object([
        "head": head, "body": body, "isConstant": .boolean(parameters.isEmpty),
        "doc": SwiftDocComment(words, indentation: 4, limit: 2).value,
    ])
}
