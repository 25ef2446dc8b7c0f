extension Reading {
    /// A section by what encloses it: "Body", "Headers" and "Parameters" below a response are what
    /// comes back, whatever they are alone.
    func placed(_ section: Section, below enclosing: Section?) -> Section {
        switch enclosing?.role {
        // "All errors have the same body:" tells of what comes back.
        case .errors where section.role == .requestBody && titlesBodyOfAny(section.title):
            var section = section
            section.role = .errors
            return section
        case .response, .responseExample, .responseFields, .responseHeaders: break
        case .errors where enclosing?.title.lowercased().contains("response") == true: break
        default: return section
        }
        let words = words(of: section.title)
        if words == ["default"] {
            var section = section
            section.role = .response
            section.status = .default
            return section
        }
        // "Body" may be of either; "JSON parameters" are what is sent, wherever they stand.
        let isQualified = ["important", "additional", "common", "other"].contains(words.first)
        guard words.count == 1 || words.first == "response" || words.count == 2 && isQualified
        else { return section }
        var section = section
        switch section.role {
        case .requestBody: section.role = .responseFields
        case .parameters(.header, _): section.role = .responseHeaders
        // A label "Parameters" may begin the next call; a heading below "Response" does not.
        case .parameters(nil, nil) where enclosing.map { $0.level < section.level } ?? false:
            if section.level < labelLevel { section.role = .responseFields }
        default: break
        }
        return section
    }

    /// Generated pages choose headings by their looks: `<h3>Query parameters</h3>` below
    /// `<h4>GET /loans</h4>` is a part of the operation and does not end it.
    func withinOperation(_ section: Section) -> Section {
        guard page.dialect == .html, section.level < labelLevel, section.isPartOfCall,
            let operation = around.last(where: \.isOperation), operation.level < labelLevel,
            section.level <= operation.level
        else { return section }
        var section = section
        section.level = min(section.level + operation.level - 1, labelLevel - 1)
        return section
    }

    /// What a heading of this level stands below: the label "Response" right before counts for
    /// "Body", though both are labels.
    func enclosing(_ level: Int) -> Section? {
        if level == labelLevel, let last = around.last, last.level == labelLevel,
            last.role != .statusCodes
        {
            return last
        }
        return around.last { $0.level < level || $0.level == scopeLevel }
    }
}

/// "Body", "All errors have the same body": not "Request body", which is what a call sends.
private func titlesBodyOfAny(_ title: String) -> Bool {
    let words = words(of: title).map(lowercasedASCII)
    return words == ["body"]
        || words.contains("same") && words.contains("body") && !words.contains("request")
}

extension Section {
    fileprivate var isOperation: Bool {
        if case .operation = role { return true }
        return false
    }

    /// Whether it can be nothing but a part of one call.
    fileprivate var isPartOfCall: Bool {
        switch role {
        case .parameters, .requestBody, .responseFields, .responseHeaders: true
        case .response: status != nil
        default: false
        }
    }
}
