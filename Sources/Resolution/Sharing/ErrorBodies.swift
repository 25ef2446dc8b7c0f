import APIModel
import JSONText
import Recognition
import SourceText

/// The bodies of errors that pages show once, outside of operations: "Errors", and a sample.
struct ErrorBodies {
    private var byPage: [FileID: ErrorBody] = [:]
    /// What a page without operations says of all of a site; `nil` where two do.
    private var ofSite: ErrorBody?

    init(_ pages: [ScopedPage]) {
        var general: [ErrorBody] = []
        var ofAll: [ErrorBody] = []
        for page in pages {
            guard let body = page.errorBody else { continue }
            if page.operations.isEmpty {
                general.append(body)
            } else {
                byPage[page.claims.file] = body
                if page.speaksOfAllErrors { ofAll.append(body) }
            }
        }
        if general.isEmpty { general = ofAll }
        if general.count == 1 { ofSite = general[0] }
    }

    /// Gives the body to the errors that an operation lists and says nothing more of.
    func complete(_ drafts: [OperationDraft]) {
        for draft in drafts {
            guard let body = byPage[draft.file] ?? ofSite else { continue }
            _ = draft.completeErrors(with: body)
        }
    }
}

private struct ErrorBody {
    let object: ObjectDraft
    let sample: Sample?
    let lists: [TitledList]
    let evidence: Evidence
}

extension ResponseDraft {
    fileprivate var lacksErrorBody: Bool {
        (isError || status.value == .default) && body.isEmpty && body.mediaTypes.isEmpty
            && body.draft.object == nil
            && body.draft.items == nil
    }
}

extension OperationDraft {
    /// Gives the errors that it lists what its own samples and fields of errors show; where it
    /// lists successes only, whatever is none of these.
    func completeErrors() {
        guard let body = errorBody else { return }
        if !responses.isEmpty,
            !responses.contains(where: { $0.isError || $0.status.value == .default })
        {
            _ = response(Said(.default, body.evidence))
        }
        guard completeErrors(with: body) else { return }
        leftOut.removeAll { $0.reason == .error }
    }

    /// Whether an error had nothing of its own. An answer to HEAD has no body (RFC 9110 §9.3.2).
    fileprivate func completeErrors(with body: ErrorBody) -> Bool {
        guard method != .head else { return false }
        let places = responses.indices.filter { responses[$0].lacksErrorBody }
        for place in places {
            responses[place].body.draft.object = body.object
            responses[place].body.samples = body.sample.map { [$0] } ?? []
            responses[place].body.lists = body.lists
        }
        return !places.isEmpty
    }

    /// What its samples of errors show that stand below no status.
    fileprivate var errorBody: ErrorBody? {
        let evidence = errorSamples.first?.evidence ?? errorLists.first?.list.evidence
        return evidence.flatMap { first in
            let evidence = Evidence(first.span, .implied, first.construct)
            let title = Said("Error", evidence)
            return ErrorBody(errorSamples, errorLists, title: title, at: evidence, of: file)
        }
    }
}

extension ErrorBody {
    /// The one object that samples show. Errors of several shapes: which status has which, nobody
    /// says.
    fileprivate init?(
        _ samples: [Sample], _ lists: [TitledList] = [], title: Said<String>?, at place: Evidence,
        of page: FileID
    ) {
        let draft = Draft()
        var keys: [String]?
        for sample in samples {
            for value in sample.document.values {
                guard case .object(let members) = value.node else { return nil }
                let own = members.map(\.key)
                if let keys, keys != own { return nil }
                keys = own
                draft.show(
                    value, page, construct: sample.evidence.construct, provesPresence: false)
            }
        }
        _ = linkLists(lists, draft)
        guard let object = draft.object, !object.names.isEmpty else { return nil }
        object.title = title
        object.isError = true
        self.init(object: object, sample: samples.first, lists: lists, evidence: place)
    }
}

extension ScopedPage {
    /// "All errors have the same body": in a section on errors beside operations.
    fileprivate var speaksOfAllErrors: Bool {
        shared.contains { claim in
            guard claims.errorSection(around: claim.section) != nil else { return false }
            if case .prose(let text) = claim.statement { return tellsOfAllErrors(text.value) }
            return tellsOfAllErrors(claims.sections[claim.section].title)
        }
    }

    private func tellsOfAllErrors(_ text: String) -> Bool {
        guard text.utf8.count <= 300 else { return false }
        let words = Recognition.words(of: text.lowercased())
        return zip(words, words.dropFirst()).contains { first, second in
            ["all", "every", "any", "each"].contains(first) && ["error", "errors"].contains(second)
        }
    }

    /// The one object that the samples of its section on errors show.
    fileprivate var errorBody: ErrorBody? {
        var title: Said<String>?
        var samples: [Sample] = []
        var lists: [TitledList] = []
        for claim in shared {
            guard let section = claims.errorSection(around: claim.section) else { continue }
            switch claim.statement {
            case .sample(let sample) where sample.direction != .request: samples.append(sample)
            // "An error response has a body with the members `type` (string) and …".
            case .fields(let list) where list.isToldOfAnswers:
                let nodes = nest(list.fields)
                lists.append(TitledList(list: list, nodes: nodes, title: nil, isList: false))
            default: continue
            }
            title = title ?? Said("Error", Evidence(section.span, .declared, "heading"))
        }
        guard let place = samples.first?.evidence ?? lists.first?.list.evidence else { return nil }
        return ErrorBody(samples, lists, title: title, at: place, of: claims.file)
    }
}

extension FieldList {
    /// Whether a sentence lists it as what comes back.
    fileprivate var isToldOfAnswers: Bool {
        role == .responseFields && evidence.isToldInSentence
    }
}

extension PageClaims {
    /// The heading "Errors" around a claim; below it, headings name single errors.
    fileprivate func errorSection(around section: Int) -> Section? {
        for index in path(from: section) where index != 0 {
            if case .errors = sections[index].role { return sections[index] }
            guard sections[index].level >= labelLevel else { return nil }
        }
        return nil
    }
}
