import Recognition

extension PageClaims {
    /// Whether it stands below "Attributes" of a resource (`## Poll [/polls/{id}]`) of which the
    /// operation is but one: they are of what the resource is.
    func isOfResource(_ section: Int, around own: Int) -> Bool {
        guard
            let attributes = path(from: section).first(where: { sections[$0].role == .properties })
        else { return false }
        let resource = sections[attributes].parent
        let title = sections[resource].title
        return resource != own && title.withoutBracketedPath != title
            && isSection(own, within: resource)
    }
}

extension String {
    /// `Poll` of `Poll [/polls/{id}]`, which names what stands there.
    var withoutBracketedPath: String {
        guard hasSuffix("]"), let open = firstRange(of: " [/")?.lowerBound else { return self }
        return String(self[..<open])
    }
}
