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
        for page in pages {
            guard let body = page.errorBody else { continue }
            if page.operations.isEmpty {
                general.append(body)
            } else {
                byPage[page.claims.file] = body
            }
        }
        if general.count == 1 { ofSite = general[0] }
    }

    /// Gives the body to the errors that an operation lists and says nothing more of.
    func complete(_ drafts: inout [OperationDraft]) {
        for index in drafts.indices {
            guard let body = byPage[drafts[index].file] ?? ofSite else { continue }
            for place in drafts[index].responses.indices
            where drafts[index].responses[place].lacksErrorBody {
                drafts[index].responses[place].body.draft.object = body.object
                drafts[index].responses[place].body.samples = [body.sample]
            }
        }
    }
}

private struct ErrorBody {
    let object: ObjectDraft
    let sample: Sample
}

extension ResponseDraft {
    fileprivate var lacksErrorBody: Bool {
        isError && body.isEmpty && body.mediaTypes.isEmpty && body.draft.object == nil
            && body.draft.items == nil
    }
}

extension ScopedPage {
    /// The one object that the samples of its section on errors show.
    fileprivate var errorBody: ErrorBody? {
        let draft = Draft()
        var keys: [String]?
        var title: Said<String>?
        var shown: Sample?
        for claim in shared {
            guard case .sample(let sample) = claim.statement, sample.direction != .request,
                let section = claims.errorSection(around: claim.section)
            else { continue }
            for value in sample.document.values {
                guard case .object(let members) = value.node else { return nil }
                let own = members.map(\.key)
                // Errors of several shapes: which operation has which, nobody says.
                if let keys, keys != own { return nil }
                keys = own
                draft.show(
                    value, claims.file, construct: sample.evidence.construct, provesPresence: false)
            }
            shown = shown ?? sample
            title = title ?? Said("Error", Evidence(section.span, .declared, "heading"))
        }
        guard let object = draft.object, !object.names.isEmpty, let shown else { return nil }
        object.title = title
        object.isError = true
        return ErrorBody(object: object, sample: shown)
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
