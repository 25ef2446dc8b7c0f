import APIModel
import Recognition
import SourceText

extension PageClaims {
    /// The sections that are titled like operations beside one with a request, and in which fields
    /// or samples stand and no request was read.
    ///
    /// `## List books` below `## Add a book` tells of something else, even where we do not see of
    /// what; as a part of its neighbour it would be a wrong guess.
    func silentSections(openings: [Int]) -> [Int] {
        let isOpen = marks(of: openings)
        let isTold = marks(of: claims.filter(\.describesFields).map(\.section))
        let called = marks(of: claims.filter(\.isCallOfItsOwn).map(\.section))
        let listed = marks(of: claims.filter(\.listsFieldsOrAnswers).map(\.section))
        var counts: [Int: Int] = [:]
        for (index, section) in sections.enumerated() where isOpen[index] {
            counts[section.parent, default: 0] += 1
        }
        var open: [Int: OpenTitles] = [:]
        for (index, section) in sections.enumerated()
        where isOpen[index] && section.isTitledLikeOperation {
            open[section.parent, default: OpenTitles()].add(section.title)
        }
        return sections.indices.filter { index in
            let section = sections[index]
            guard !isOpen[index], isTold[index] else { return false }
            if called[index], listed[index], section.level < labelLevel, section.role == .other,
                counts[section.parent, default: 0] > 1
            {
                return true
            }
            guard section.isTitledLikeOperation, let neighbours = open[section.parent]
            else { return false }
            return !neighbours.hasOneAlike(section.title)
        }
    }

    /// Whether each section is one of these or stands below one.
    func within(_ outer: [Int]) -> [Bool] {
        var marks = Array(repeating: false, count: sections.count)
        for section in outer { marks[section] = true }
        // A section stands behind the one that holds it.
        for index in sections.indices.dropFirst() where marks[sections[index].parent] {
            marks[index] = true
        }
        return marks
    }

    /// Whether each section or one below it is among these.
    func marks(of inner: [Int]) -> [Bool] {
        var marks = Array(repeating: false, count: sections.count)
        for section in inner {
            var current = section
            while !marks[current] {
                marks[current] = true
                current = sections[current].parent
            }
        }
        return marks
    }
}

extension Claim {
    /// Fields, or what comes back as JSON.
    fileprivate var listsFieldsOrAnswers: Bool {
        switch statement {
        case .fields: true
        case .sample(let sample): sample.direction != .request
        default: false
        }
    }

    /// A recorded call that sends something: what an operation without a line is shown by.
    fileprivate var isCallOfItsOwn: Bool {
        guard case .call(let call) = statement else { return false }
        return call.body != nil || call.form != nil
            || call.method?.evidence.strength == .exemplified
    }
}

extension Section {
    fileprivate var isTitledLikeOperation: Bool {
        guard level < labelLevel, title.namesOperation else { return false }
        switch role {
        case .other, .operation: return true
        default: return false
        }
    }
}

/// The titles of operations side by side, of which one may begin like another's parts: "Add a book"
/// and "Add a book: response" are of one operation.
private struct OpenTitles {
    private var titles: Set<[String]> = []
    private var beginnings: Set<[String]> = []
    private let maximumWords = 12

    mutating func add(_ title: String) {
        let words = words(of: title)
        titles.insert(words)
        for count in words.indices { beginnings.insert(Array(words[...count])) }
    }

    func hasOneAlike(_ title: String) -> Bool {
        let words = words(of: title)
        return beginnings.contains(words)
            || words.indices.contains { titles.contains(Array(words[...$0])) }
    }

    private func words(of title: String) -> [String] {
        Array(Recognition.words(of: title).prefix(maximumWords))
    }
}

extension Resolution {
    /// Says of what reads like an operation that no request is read in it.
    mutating func remarkOnSilentSections(of pages: [ScopedPage]) {
        for page in pages {
            for section in page.silent {
                remarks.append(.unreadRequest(page.claims.sections[section]))
            }
        }
    }
}

extension Resolution {
    /// Says of lines like `SUBSCRIBE /ships` that nothing is made of them.
    mutating func noteForeignMethods(on pages: [PageClaims]) {
        for claim in pages.lazy.flatMap(\.claims) {
            guard case .foreignMethod(let method) = claim.statement else { continue }
            diagnostics.append(.unknownMethod(method))
        }
    }
}

extension Diagnostic {
    fileprivate static func unreadRequest(_ section: Section) -> Diagnostic {
        Diagnostic(
            .note, "unread-request",
            "'\(section.title)' reads like an operation, and no request is read in it; "
                + "what stands here is taken as nothing of its neighbours",
            at: section.span)
    }
}
