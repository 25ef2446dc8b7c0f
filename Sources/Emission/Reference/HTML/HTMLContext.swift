import APIModel
import JSONText
import Mustache

/// The names that the templates of the HTML reference can use.
func htmlContext(of reference: Reference) -> TemplateObject {
    [
        "title": HTMLText(reference.title).value,
        "groups": .list(reference.groups.map { .object(context(of: $0)) }),
    ]
}

private func context(of group: ReferenceGroup) -> TemplateObject {
    [
        "title": HTMLText(group.title).value,
        "anchor": HTMLText(group.anchor).value,
        "operations": .list(group.operations.map { .object(context(of: $0)) }),
    ]
}

private func context(of operation: ReferenceOperation) -> TemplateObject {
    [
        "title": HTMLText(operation.title).value,
        "anchor": HTMLText(operation.anchor).value,
        "method": HTMLText(operation.operation.method.value.rawValue).value,
        "path": HTMLText(operation.operation.path.value.text).value,
    ]
}
