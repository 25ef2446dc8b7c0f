import APIModel
import Mustache

/// The names that the templates of the HTML reference can use.
func htmlContext(of reference: Reference) -> TemplateObject {
    let changes = reference.changes.map { TemplateValue.object(context(of: $0)) }
    return [
        "title": HTMLText(reference.title).value,
        "description": HTMLProse(reference.description ?? "").value,
        "hasFacts": .boolean(!reference.servers.isEmpty || !reference.schemes.isEmpty),
        "hasServers": .boolean(!reference.servers.isEmpty),
        "servers": .list(reference.servers.map { .object(context(of: $0)) }),
        "schemes": .list(reference.schemes.map { .object(context(of: $0)) }),
        "hasChanges": .boolean(!changes.isEmpty),
        "changes": .list(changes),
        "groups": .list(reference.groups.map { .object(context(of: $0, in: reference)) }),
        "hasTypes": .boolean(!reference.types.isEmpty),
        "hasFewTypes": .boolean(reference.types.count <= 40),
        "types": .list(reference.types.map { .object(context(of: $0)) }),
        "searchIndex": HTMLData(searchIndex(of: reference)).value,
    ]
}

func context(of server: Server) -> TemplateObject {
    [
        "url": HTMLText(server.url).value,
        "description": HTMLProse(server.description ?? "").inline,
    ]
}

func context(of link: ReferenceLink) -> TemplateObject {
    [
        "text": HTMLName(link.text).value,
        "hasAnchor": .boolean(link.anchor != nil),
        "anchor": HTMLText(link.anchor ?? "").value,
    ]
}

func context(of change: ReferenceChange) -> TemplateObject {
    let label =
        switch change.level {
        case "wire": "breaks programs"
        case "source": "breaks code"
        default: "documentation"
        }
    return [
        "level": HTMLText(change.level).value,
        "label": HTMLText(label).value,
        "sentence": HTMLText(change.sentence).value,
    ]
}

private func context(of scheme: ReferenceScheme) -> TemplateObject {
    var context: TemplateObject = [
        "name": HTMLText(scheme.name).value,
        "anchor": HTMLText(scheme.anchor).value,
        "sentence": HTMLProse(scheme.sentence).inline,
        "description": HTMLProse(scheme.description ?? "").inline,
    ]
    context.add(SourceList(of: scheme))
    return context
}

private func context(of group: ReferenceGroup, in reference: Reference) -> TemplateObject {
    [
        "title": HTMLText(group.title.isEmpty ? "Operations" : group.title).value,
        "anchor": HTMLText(group.anchor).value,
        "description": HTMLProse(group.description ?? "").value,
        "operations": .list(group.operations.map { .object(context(of: $0)) }),
    ]
}
