import APIModel
import Recognition

/// Takes sections that a type names for the objects that they document, whatever their titles
/// announce elsewhere: `[Role](#role)` in the place of a type, and a table below `## Role`.
func withLinkedObjects(_ pages: [PageClaims]) -> [PageClaims] {
    let candidates = pages.map(\.mayBeObjects)
    var titles: Set<String> = []
    for (page, sections) in zip(pages, candidates) {
        for section in sections { titles.insert(page.sections[section].title.anchorForm) }
    }
    guard !titles.isEmpty else { return pages }
    var named = NamedTitles()
    for page in pages {
        for claim in page.claims { claim.statement.collectNames(among: titles, into: &named) }
    }
    guard !named.all.isEmpty else { return pages }
    return zip(pages, candidates).map { page, sections in
        var page = page
        for section in page.outermost(of: sections.filter { named.names(page.sections[$0]) }) {
            let name = page.sections[section].title
            page.sections[section].role = .object(name: name, isList: false)
        }
        return page
    }
}

/// The titles that types are called after.
private struct NamedTitles {
    var all: Set<String> = []
    /// Those that links lead to.
    var linked: Set<String> = []

    /// A type without a link may be called `Response` by chance.
    func names(_ section: Section) -> Bool {
        let form = section.title.anchorForm
        switch section.role {
        case .errors, .permissions, .security, .statusCodes: return all.contains(form)
        default: return linked.contains(form)
        }
    }
}

extension PageClaims {
    /// The sections that stand above all others of their titles: an operation has a "Response" of
    /// its own.
    fileprivate func outermost(of candidates: [Int]) -> [Int] {
        guard !candidates.isEmpty else { return [] }
        var highest: [String: (level: Int, count: Int)] = [:]
        for section in sections {
            let known = highest[section.title]
            if let known, known.level < section.level { continue }
            let isBeside = known?.level == section.level
            highest[section.title] = (section.level, isBeside ? (known?.count ?? 0) + 1 : 1)
        }
        return candidates.filter { index in
            guard let found = highest[sections[index].title] else { return false }
            return found.level == sections[index].level && found.count == 1
        }
    }

    /// The sections of one word that announce a part of a call and have a list of fields.
    fileprivate var mayBeObjects: [Int] {
        guard !isComplete else { return [] }
        var found: [Int] = []
        for claim in claims {
            guard case .fields = claim.statement, claim.section != 0, found.last != claim.section
            else { continue }
            let section = sections[claim.section]
            guard section.level < labelLevel, section.status == nil,
                !section.title.contains(" "), section.title.first?.isUppercase == true
            else { continue }
            switch section.role {
            case .errors, .response, .request, .requestBody, .permissions, .security, .parameters,
                .statusCodes, .description, .example, .enumeratedValues:
                found.append(claim.section)
            default: break
            }
        }
        return found
    }
}

extension Statement {
    /// What types call by one of these names.
    fileprivate func collectNames(among titles: Set<String>, into named: inout NamedTitles) {
        switch self {
        case .fields(let list):
            for field in list.fields {
                field.type?.value.collectNames(among: titles, into: &named)
            }
        case .statuses(let lines):
            for line in lines { line.type?.value.collectNames(among: titles, into: &named) }
        case .content(let field): field.type?.value.collectNames(among: titles, into: &named)
        default: break
        }
    }
}

extension TypeExpression {
    fileprivate func collectNames(among titles: Set<String>, into named: inout NamedTitles) {
        switch kind {
        // A link counts where it leads to what it is called after.
        case .reference(let name, let target):
            let form = name.anchorForm
            guard titles.contains(form) else { return }
            if target == nil { named.all.insert(form) }
            if target?.fragment?.anchorForm == form {
                named.all.insert(form)
                named.linked.insert(form)
            }
        case .array(let part?), .dictionary(let part?):
            part.collectNames(among: titles, into: &named)
        case .union(let parts):
            for part in parts { part.collectNames(among: titles, into: &named) }
        case .boolean, .integer, .number, .decimal, .string, .object, .array(nil),
            .dictionary(nil), .enumeration, .any, .unknown:
            break
        }
    }
}
