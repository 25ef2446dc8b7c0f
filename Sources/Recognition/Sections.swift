import APIModel
import PageTree
import SourceText

extension Reading {
    mutating func openHeading(_ section: Section) {
        if let bare = barePath, section.level <= bare.level { settleBarePath() }
        settleLinkedSection(before: section.level)
        let inner = withinOperation(section)
        let section = placed(inner, below: enclosing(inner.level))
        composition = nil
        openPart = nil
        if let general = generalRequiredness, section.level <= general.level {
            generalRequiredness = nil
        }
        if section.level < labelLevel, RequestPart(label: section.title) == nil {
            requestParts = RequestParts()
        }
        while let last = around.last, last.level >= section.level, last.level < scopeLevel {
            around.removeLast()
        }
        around.append(section)
        items.append(.heading(section))
        if section.role == .requestBody, let required = section.requirednessOfFields {
            let said = said(required, section.span.range, .described, "general-requiredness")
            generalRequiredness = (said, section.level)
        }
        if case .object(let name, _) = section.role {
            objects.insert(name.lowercased())
            namesOfHeadings?.insert(name.lowercased())
        }
        sayStatus(of: section)
        sayMediaType(of: section)
    }

    /// `### Response 204` announces a response, whatever stands below it.
    private mutating func sayStatus(of section: Section) {
        guard let status = section.status, !section.title.isEmpty, status.isAssigned,
            section.role == .response || section.role == .responseExample
        else { return }
        let place = Evidence(section.span, .declared, "status-heading")
        items.append(.say(.statuses([StatusLine(status: Said(status, place))]), section.span))
    }

    /// Opens a section around blocks that a node encloses, reads them, and closes it.
    mutating func scope(_ section: Section, _ body: (inout Reading) -> Void) {
        let section = placed(section, below: around.last)
        let outside = around
        around.append(section)
        items.append(.open(section))
        sayStatus(of: section)
        sayMediaType(of: section)
        body(&self)
        items.append(.close)
        around = outside
    }

    /// The same without a title: what the blocks are of, and nothing that heads them.
    mutating func scope(
        as role: SectionRole = .other, _ status: Response.Status? = nil, at range: ByteRange,
        _ body: (inout Reading) -> Void
    ) {
        scope(untitled(role, status, scopeLevel, range), body)
    }

    /// Opens a label without a title, up to the next.
    mutating func openLabel(
        _ role: SectionRole = .other, _ status: Response.Status? = nil, level: Int = labelLevel,
        at range: ByteRange
    ) {
        openHeading(untitled(role, status, level, range))
    }

    private func untitled(
        _ role: SectionRole, _ status: Response.Status?, _ level: Int, _ range: ByteRange
    ) -> Section {
        Section(
            title: "", role: role, status: status, level: level, parent: 0, span: page.span(range),
            anchors: [])
    }

    func section(
        _ title: MarkedText, level: Int, at range: ByteRange, anchors: [String] = []
    ) -> Section {
        let heading = classifyHeading(title, isHeading: level < labelLevel)
        return Section(
            title: title.text, role: heading.role.below(around), status: heading.status?.status,
            level: level,
            parent: 0, span: page.span(range), anchors: anchors)
    }
}

extension Reading {
    /// Whether a heading has one of its own below it. "Return" is then what somebody does with a book,
    /// and no label of what comes back.
    func holdsHeading(_ node: NodeID, _ level: UInt8) -> Bool {
        var next = page.next(node)
        while let block = next {
            if case .heading(let other) = page.kind(block) { return other > level }
            next = page.next(block)
        }
        return false
    }
}
