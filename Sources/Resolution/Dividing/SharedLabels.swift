import APIModel
import Recognition
import SourceText

/// Puts what stands below a label for several operations below each of them: "The request body for
/// both `POST /x` and `PATCH /x/{id}`:", "Both endpoints accept:".
///
/// Only where the page has a line for each; a label that names one that it has not stays where it is.
func withSharedLabels(_ pages: [PageClaims]) -> [PageClaims] {
    pages.map { page in
        guard !page.isComplete else { return page }
        let labels = page.sections.indices.compactMap { section -> (Int, SharingLabel)? in
            guard page.sections[section].level == labelLevel else { return nil }
            return readSharingLabel(page.sections[section].title).map { (section, $0) }
        }
        var page = page
        for (section, label) in labels.prefix(maximumLabels) {
            guard let homes = page.operations(of: label, at: section) else { continue }
            page.move(section, below: homes)
        }
        return page
    }
}

/// More labels than pages have that speak of several operations; each is looked up in its page.
private let maximumLabels = 256

extension PageClaims {
    /// The places of the requests that a label speaks of, before it where that has them.
    fileprivate func operations(of label: SharingLabel, at section: Int) -> [Int]? {
        let start = sections[section].span.range.start
        switch label {
        case .named(let named):
            let keys = Set(named.map(\.key)).sorted()
            let homes = keys.compactMap { key -> Int? in
                let lines = claims.indices.filter { self.key(at: $0) == key }
                return lines.last { claims[$0].span.range.start < start } ?? lines.first
            }
            return keys.count > 1 && homes.count == keys.count ? homes : nil
        case .both:
            // Of the heading around the last of them: what is told of both stands below the second.
            guard
                let own = path(from: section).first(where: { index in
                    index != section && sections[index].level < labelLevel
                }), own != 0
            else { return nil }
            let around = sections[own].parent
            var homes: [String: Int] = [:]
            for index in claims.indices where isSection(claims[index].section, within: around) {
                guard let key = key(at: index), claims[index].span.range.start < start else {
                    continue
                }
                homes[key] = index
            }
            return homes.count == 2 ? homes.values.sorted() : nil
        }
    }

    private func key(at position: Int) -> String? {
        guard case .request(let request) = claims[position].statement else { return nil }
        return request.key
    }

    /// Moves a label with what it holds below each of the requests.
    fileprivate mutating func move(_ label: Int, below homes: [Int]) {
        let held = claims.filter { isSection($0.section, within: label) }
        let inner = Set(held.map(\.section)).union([label]).sorted()
        guard !held.isEmpty, !held.contains(where: \.isRequest),
            held.count * homes.count <= maximumMoved
        else { return }
        var insertions: [Int: [Claim]] = [:]
        for home in homes {
            var copies = [sections[label].parent: claims[home].section]
            for section in inner {
                var copy = sections[section]
                copy.parent = copies[copy.parent] ?? copy.parent
                copies[section] = sections.count
                sections.append(copy)
            }
            insertions[lastBeside(home), default: []] += held.map { claim in
                var claim = claim
                claim.section = copies[claim.section] ?? claim.section
                return claim
            }
        }
        var moved: [Claim] = []
        for (position, claim) in claims.enumerated() {
            if !isSection(claim.section, within: label) { moved.append(claim) }
            moved += insertions[position] ?? []
        }
        claims = moved
    }

    /// The last of the lines that stand side by side with one, and share what is told below them.
    private func lastBeside(_ home: Int) -> Int {
        var last = home
        while last + 1 < claims.count, claims[last + 1].isRequest,
            claims[last + 1].section == claims[home].section
        {
            last += 1
        }
        return last
    }
}

extension Claim {
    fileprivate var isRequest: Bool {
        if case .request = statement { return true }
        return false
    }
}

/// How many claims one label puts elsewhere; no page tells more of several operations at once.
private let maximumMoved = 4096
