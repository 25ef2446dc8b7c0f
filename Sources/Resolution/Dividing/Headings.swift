import APIModel
import Recognition
import SourceText

extension PageClaims {
    /// The names by which links lead to the headings of an operation.
    func anchors(of section: Int, upTo root: Int) -> [String] {
        var anchors: [String] = []
        for index in path(from: section) where index != 0 {
            anchors += sections[index].anchors
            if index == root { break }
        }
        return anchors
    }

    /// The headings that an operation stands under and that may name it, innermost first.
    func titles(of section: Int, upTo root: Int) -> [Said<String>] {
        var titles: [Said<String>] = []
        for index in path(from: section) where index != 0 {
            let section = sections[index]
            if case .other = section.role, section.level < labelLevel, !section.title.isEmpty,
                !labelsRequestPart(section.title)
            {
                let evidence = Evidence(section.span, .described, "heading")
                titles.append(Said(nameInTitle(section.title), evidence))
            }
            if index == root { break }
        }
        return titles
    }
}

extension OperationDraft {
    /// "Add a boat (deprecated)": what is said so of the operation is no part of its name.
    func readDeprecationMark() {
        guard let title = names.first, let name = titleWithoutDeprecation(title.value) else {
            return
        }
        names[0] = Said(name, title.evidence)
        if deprecation == nil { deprecation = Said("", title.evidence) }
    }
}
