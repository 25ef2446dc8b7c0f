import JSONText
import Mustache

extension NeutralAPI {
    /// A JSON value, for a partial that includes itself for each element and member.
    func json(_ value: JSONValue) -> TemplateObject {
        var context = json(value, called: nil)
        context["isFirst"] = .boolean(true)
        context["isLast"] = .boolean(true)
        return context
    }

    private func json(_ value: JSONValue, called name: String?) -> TemplateObject {
        var context: TemplateObject = [
            "name": name.map { text($0) } ?? .absent,
            "isObject": .boolean(false), "isArray": .boolean(false),
            "members": .list([]), "elements": .list([]), "literal": .absent,
        ]
        switch value.node {
        case .object(let members):
            context["isObject"] = .boolean(true)
            context["members"] = listed(written(members).map { json($0.value, called: $0.key) })
        case .array(let elements):
            let written = elements.filter { $0.node != .elision }
            context["isArray"] = .boolean(true)
            context["elements"] = listed(written.map { json($0, called: nil) })
        case .null, .boolean, .number, .string, .word, .elision:
            context["literal"] = literal(value)
        }
        return context
    }

    private func literal(_ value: JSONValue) -> TemplateValue {
        switch value.node {
        case .boolean(let flag): .flag(flag, in: language)
        case .number(let text):
            .number(text) ?? TargetText(text, in: language).literalValue
        case .string(let text), .word(let text): TargetText(text, in: language).literalValue
        case .null, .elision, .object, .array: .null(in: language)
        }
    }

    /// Of two members with one name the first; where something was left out, nothing.
    private func written(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        var names: Set<String> = []
        return members.filter { $0.value.node != .elision && names.insert($0.key).inserted }
    }
}
