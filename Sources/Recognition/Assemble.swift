import APIModel
import SourceText

/// The items of every file of a site, by file, and the way from an include's path to a file.
package struct Site: Sendable {
    package var sources: SourceSet
    /// Indexed by file number.
    package var items: [[Item]]
    let byPath: [String: FileID]
    /// The parameters each file defines, by key.
    let definitions: [[String: Field]]
    /// What templates keep for samples to show, by name; the first of a name counts.
    private(set) var blocks: [String: Sample] = [:]

    package init(sources: SourceSet, items: [[Item]]) {
        self.sources = sources
        self.items = items
        var byPath: [String: FileID] = [:]
        for id in sources.ids { byPath[sources[id].path] = id }
        self.byPath = byPath
        definitions = items.map { items in
            var fields: [String: Field] = [:]
            for item in items {
                if case .define(let field) = item { fields[field.name.value] = field }
            }
            return fields
        }
        blocks = namedBlocks()
    }
}

/// Replays a page's items with its includes in their places; builds the outline.
///
/// Bounded: an include inside itself is refused with a diagnostic, and so is what would make the
/// page's includes grow past their share of the site's budget.
package func assemble(_ page: FileID, of site: Site) -> (PageClaims, [Diagnostic]) {
    let share = includedItemsOfSite / max(1, site.items.count)
    let budget = min(max(share, includedItemsOfPage.lowerBound), includedItemsOfPage.upperBound)
    var assembly = Assembly(site: site, claims: PageClaims(file: page), budget: budget)
    assembly.replay(page)
    return (assembly.claims, assembly.diagnostics)
}

/// How many items all pages together may take from includes, and what a page may take of that: far
/// above any real site, and little enough that a fan of 2^30 is stopped in no time.
private let includedItemsOfSite = 2_000_000
private let includedItemsOfPage = 500...50_000
private let maximumIncludeDepth = 32

private struct Assembly {
    let site: Site
    var claims: PageClaims
    var diagnostics: [Diagnostic] = []
    /// Indices of the open sections, outermost first.
    var open: [Int] = [0]
    /// Positions in `open` where scopes begin, so that a heading inside does not close them.
    var scopes: [Int] = []
    var including: [FileID] = []
    /// How many items may still come from includes; once spent, no include is replayed.
    var budget: Int
    var isSpent = false
    private var repeated = RepeatedParts()

    init(site: Site, claims: PageClaims, budget: Int) {
        self.site = site
        self.claims = claims
        self.budget = budget
    }

    mutating func replay(_ file: FileID) {
        including.append(file)
        let scopesBefore = scopes.count
        for item in site.items[Int(file.rawValue)] {
            if including.count > 1 {
                budget -= 1
                if isSpent { break }
            }
            step(item, in: file)
        }
        while scopes.count > scopesBefore { closeScope() }
        including.removeLast()
    }

    mutating func step(_ item: Item, in file: FileID) {
        switch item {
        case .heading(let section):
            let floor = scopes.last ?? 1
            while open.count > floor, claims.sections[open[open.count - 1]].level >= section.level {
                open.removeLast()
            }
            push(section)
        case .open(let section):
            scopes.append(open.count + 1)
            push(section)
        case .complete:
            if including.count == 1 { claims.isComplete = true }
        case .close:
            if !scopes.isEmpty { closeScope() }
        case .say(.references(let name, let references), let span):
            refer(to: name, references, span, from: file)
        case .say(.sample(let sample), let span):
            let filled = Statement.sample(site.filled(sample))
            claims.claims.append(Claim(filled, span, section: open[open.count - 1]))
        case .say(let statement, let span):
            if case .request(let request) = statement { closeLabels(before: request) }
            claims.claims.append(Claim(statement, span, section: open[open.count - 1]))
        case .include(let path, let span):
            include(path, span, from: file)
        case .define, .block, .furniture, .note, .unclaimed:
            break
        }
    }

    mutating func push(_ section: Section) {
        var section = section
        section.parent = open[open.count - 1]
        repeated.place(&section, behind: claims.claims)
        claims.sections.append(section)
        open.append(claims.sections.count - 1)
    }

    /// A request line below "Response:" opens the next operation, where another stands before it:
    /// the label told of that one.
    mutating func closeLabels(before request: RequestClaim) {
        let floor = scopes.last ?? 1
        var count = open.count
        while count > floor, claims.sections[open[count - 1]].tellsOfMessage(before: request),
            claims.sections[open[count - 1]].level == labelLevel || request.isLineOfItsOwn
        {
            count -= 1
        }
        guard count < open.count, hasRequest(otherThan: request, within: open[count - 1]) else {
            return
        }
        open.removeLast(open.count - count)
    }

    /// Whether the last request line before is another one, in a section.
    private func hasRequest(otherThan request: RequestClaim, within around: Int) -> Bool {
        for claim in claims.claims.reversed() {
            guard case .request(let known) = claim.statement else { continue }
            let isOther =
                known.path.value != request.path.value
                || request.isLineOfItsOwn && known.method.value != request.method.value
            return isOther && claims.isSection(claim.section, within: around)
        }
        return false
    }

    mutating func closeScope() {
        let depth = scopes.removeLast()
        while open.count >= depth, open.count > 1 { open.removeLast() }
    }

    /// Fields from a parameter file, under the names the page gives them.
    mutating func refer(
        to name: Said<String>, _ references: [ParameterReference], _ span: SourceSpan,
        from file: FileID
    ) {
        guard let target = site.file(included: name.value, from: site.sources[file].path) else {
            let statement = Statement.missingInclude(name)
            claims.claims.append(Claim(statement, span, section: open[open.count - 1]))
            diagnostics.append(site.missingInclude(name.value, at: name.evidence.span))
            return
        }
        var fields: [Field] = []
        for reference in references {
            guard var field = site.definitions[Int(target.rawValue)][reference.key.value] else {
                fields.append(Field(name: reference.name))
                diagnostics.append(.missingParameter(reference.key))
                continue
            }
            field.name = reference.name
            fields.append(field)
        }
        let list = FieldList(fields: fields, evidence: name.evidence)
        claims.claims.append(Claim(.fields(list), span, section: open[open.count - 1]))
    }

    mutating func include(_ path: String, _ span: SourceSpan, from file: FileID) {
        guard let target = site.file(included: path, from: site.sources[file].path) else {
            let evidence = Evidence(span, .declared, "include")
            let statement = Statement.missingInclude(Said(path, evidence))
            claims.claims.append(Claim(statement, span, section: open[open.count - 1]))
            diagnostics.append(site.missingInclude(path, at: span))
            return
        }
        if including.contains(target) {
            diagnostics.append(.includeCycle(path, at: span))
            return
        }
        if isSpent { return }
        if including.count >= maximumIncludeDepth || budget <= 0 {
            isSpent = budget <= 0
            diagnostics.append(.includeTooDeep(path, at: span))
            return
        }
        // A fragment with operations is a page of its own, read in its own right.
        if site.opensOperation(target) { return }
        replay(target)
    }
}

extension Site {
    /// Whether a file opens an operation of its own, which makes it a page wherever it lies.
    package func opensOperation(_ file: FileID) -> Bool {
        items[Int(file.rawValue)].contains(where: \.isRequest)
    }

    /// Finds the file that an include names: beside the page, in `_includes` beside or above it,
    /// or from the top of the site. Only files of the site are found, so no path leads out of it.
    package func file(included path: String, from page: String) -> FileID? {
        var folder = page.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let name = path.split(separator: "/").filter { $0 != "." }
        while true {
            for base in [folder, folder + ["_includes"]] {
                if let found = file(in: Array(base), named: Array(name)) { return found }
            }
            if folder.isEmpty { return nil }
            folder = folder.dropLast()
        }
    }

    /// What to say of an include that is not found: whether it could have been.
    /// A path that begins with a slash begins at the top of the site.
    func missingInclude(_ path: String, at span: SourceSpan) -> Diagnostic {
        let isFromTop = path.hasPrefix("/")
        var depth = isFromTop ? 0 : sources[span.file].path.split(separator: "/").count - 1
        var isOutside = path.contains("://")
        for part in path.split(separator: "/") {
            depth += part == ".." ? -1 : part == "." ? 0 : 1
            if depth < 0 { isOutside = true }
        }
        return isOutside ? .includeOutside(path, at: span) : .missingInclude(path, at: span)
    }

    private func file(in folder: [Substring], named name: [Substring]) -> FileID? {
        var parts = folder
        for part in name {
            if part == ".." {
                if parts.isEmpty { return nil }
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        guard let last = parts.last else { return nil }
        let parent = parts.dropLast().joined(separator: "/")
        let prefix = parent.isEmpty ? (parts.count > 1 ? "/" : "") : parent + "/"
        for spelling in [String(last), "_\(last)"] {
            for ending in ["", ".md", ".mdx", ".erb", ".md.erb", ".rst", ".txt"] {
                if let found = byPath[prefix + spelling + ending] { return found }
            }
        }
        return nil
    }
}

extension Site {
    /// The files that are pages in their own right: all that no other file includes, and those
    /// with operations of their own.
    package var pages: [FileID] {
        var included: Set<FileID> = []
        for (index, items) in items.enumerated() {
            let path = sources.files[index].path
            for item in items {
                guard case .include(let name, _) = item,
                    let target = file(included: name, from: path)
                else { continue }
                included.insert(target)
            }
        }
        return sources.ids.filter { id in
            if opensOperation(id) { return true }
            let isFragment = sources[id].path.split(separator: "/").contains("_includes")
            return !isFragment && !included.contains(id)
        }
    }
}

extension RequestClaim {
    /// Whether it stands alone in a paragraph: below the heading "Response" of another operation it
    /// opens the next, where these have no headings.
    fileprivate var isLineOfItsOwn: Bool { method.evidence.isLineOfItsOwn }
}

extension Section {
    /// Whether a label says that what follows is a part of a message.
    fileprivate func tellsOfMessage(before request: RequestClaim) -> Bool {
        switch role {
        // A line in code below "Example response" may be a call; one alone in a paragraph is none.
        case .responseExample: request.isLineOfItsOwn
        case .response, .responseFields, .parameters, .requestBody, .errors, .statusCodes: true
        default: false
        }
    }
}
