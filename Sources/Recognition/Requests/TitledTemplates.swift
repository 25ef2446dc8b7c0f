import APIModel

extension Reading {
    /// The template in the heading that a request line shows with values: `GET /relay/0?turn=on` below
    /// "`/relay/{id}`".
    func titledTemplate(of shown: PathTemplate) -> PathTemplate? {
        guard shown.placeholders.isEmpty,
            let heading = around.last(where: { $0.level < labelLevel && !$0.title.isEmpty }),
            heading.title.hasPrefix("/"), let titled = readPath(heading.title),
            titled.range.upperBound == heading.title.utf8.count,
            titled.template.isTemplate(of: shown)
        else { return nil }
        return titled.template
    }
}

extension PathTemplate {
    /// Whether a path without placeholders is this one with values in their places, which have digits:
    /// `/boats/latest` is another path than `/boats/{id}`.
    fileprivate func isTemplate(of shown: PathTemplate) -> Bool {
        let own = text.split(separator: "/")
        let others = shown.text.split(separator: "/")
        guard !placeholders.isEmpty, own.count == others.count else { return false }
        return zip(own, others).allSatisfy { segment, value in
            segment == value
                || segment.hasPrefix("{") && segment.hasSuffix("}")
                    && value.utf8.contains(where: isDigit)
        }
    }
}
