import APIModel
import Mustache

/// What a template of the user's for any language sees of an API: the model itself, with a name for
/// each type and operation, and texts that wait for the place where they will stand.
///
/// The manual lists these names; a change of theirs is a change for users.
struct NeutralAPI {
    let api: APIDescription
    let language: TargetLanguage
    /// By the names of the model.
    let types: [String: TargetName]
    let operations: [TargetName]

    init(_ api: APIDescription, in language: TargetLanguage) {
        self.api = api
        self.language = language
        var scope = TargetNames()
        types = Dictionary(
            api.schemas.map { ($0.name, scope.settle($0.name, in: language)) },
            uniquingKeysWith: { first, _ in first })
        var methods = TargetNames()
        operations = api.operations.map { methods.settle($0.id, in: language) }
    }

    var context: TemplateObject {
        var names = TargetNames()
        return [
            "name": names.settle(api.name, in: language).value,
            "title": text(api.title?.value ?? api.name),
            "description": text(api.description?.value),
            "servers": listed(
                api.servers.map {
                    ["url": text($0.value.url), "description": text($0.value.description)]
                }),
            "schemes": listed(api.securitySchemes.map(scheme)),
            "operations": listed(zip(api.operations, operations).map(operation)),
            "types": listed(api.schemas.map(type)),
        ]
    }

    func text(_ text: String) -> TemplateValue { TargetText(text, in: language).value }

    /// Text that nobody wrote is nothing, so that a section leaves it out.
    func text(_ text: String?) -> TemplateValue {
        guard let text, !text.isEmpty else { return .absent }
        return self.text(text)
    }
}

/// A list whose items know whether they are its ends, for what stands between them.
func listed(_ items: [TemplateObject]) -> TemplateValue {
    .list(
        items.enumerated().map { index, item in
            var item = item
            item["isFirst"] = .boolean(index == 0)
            item["isLast"] = .boolean(index == items.count - 1)
            return .object(item)
        })
}

// MARK: Operations

extension NeutralAPI {
    private func operation(_ operation: Operation, _ name: TargetName) -> TemplateObject {
        [
            "name": name.value,
            "method": .spellings(of: operation.method.value),
            "path": text(operation.path.value.text),
            "pathParts": listed(operation.path.value.parts.map(part)),
            "summary": text(operation.summary?.value),
            "description": text(operation.description?.value),
            "isDeprecated": .boolean(operation.deprecated != nil),
            "deprecated": text(operation.deprecated?.value),
            "tags": .list(operation.tags.map { text($0) }),
            "security": .list(operation.security.map { text($0.value) }),
            "permissions": listed(operation.permissions.map { permission($0.value) }),
            "parameters": fields(operation.parameters),
            "request": operation.requestBody.map { .object(body($0)) } ?? .absent,
            "responses": listed(operation.responses.map(response)),
        ]
    }

    private func part(_ part: PathTemplate.Part) -> TemplateObject {
        switch part {
        case .literal(let literal): ["text": text(literal), "placeholder": .absent]
        case .placeholder(let name): ["text": .absent, "placeholder": text(name)]
        }
    }

    /// Parameters or headers, their names unlike each other.
    private func fields(_ parameters: [Parameter]) -> TemplateValue {
        var names = TargetNames()
        return listed(
            parameters.map { parameter in
                var field = facts(parameter.schema)
                let name = parameter.givenName?.value
                field["name"] = names.settle(parameter.name.value, as: name, in: language).value
                field["isPath"] = .boolean(parameter.location.value == .path)
                field["isQuery"] = .boolean(parameter.location.value == .query)
                field["isHeader"] = .boolean(parameter.location.value == .header)
                field["isCookie"] = .boolean(parameter.location.value == .cookie)
                add(
                    parameter.required, parameter.deprecated,
                    parameter.description ?? parameter.schema.description, to: &field)
                return field
            })
    }

    private func body(_ body: Body) -> TemplateObject {
        var context = facts(body.schema)
        context["mediaType"] = text(body.mediaTypes.first?.value)
        context["isJSON"] = .boolean(body.isJSON)
        // A sample that shows types in the place of values is none.
        let examples = body.examples.filter { !$0.value.holdsWords }
        context["examples"] = listed(examples.map { json($0.value) })
        add(
            body.required, nil, body.description ?? body.schema.description, to: &context)
        return context
    }

    private func response(_ response: Response) -> TemplateObject {
        let status = response.status.value
        return [
            "status": text(status.text),
            "isSuccess": .boolean(status.text.utf8.first == 0x32),
            "description": text(response.description?.value),
            "headers": fields(response.headers),
            "body": response.body.map { .object(body($0)) } ?? .absent,
        ]
    }

    /// Whether it must be there, and what is said of it.
    func add(
        _ required: Fact<Bool>?, _ deprecated: Fact<String>?, _ description: Fact<String>?,
        to context: inout TemplateObject
    ) {
        context["isRequired"] = .boolean(required?.value == true)
        context["isDeprecated"] = .boolean(deprecated != nil)
        context["deprecated"] = text(deprecated?.value)
        context["description"] = text(description?.value)
    }
}
