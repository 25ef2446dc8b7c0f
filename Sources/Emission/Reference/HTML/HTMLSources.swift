import Mustache

extension TemplateObject {
    /// What an entry says, and where the pages say it.
    mutating func add(_ sources: SourceList) {
        self["hasSources"] = .boolean(!sources.pages.isEmpty)
        self["sources"] = .list(sources.pages.map { .object(context(of: $0)) })
    }
}

private func context(of page: SourceList.Page) -> TemplateObject {
    [
        "page": HTMLText(page.path).value,
        "lines": .list(
            page.lines.map { line in
                .object([
                    "line": HTMLText("\(line.line)").value, "facts": HTMLText(line.text).value,
                ])
            }),
    ]
}
