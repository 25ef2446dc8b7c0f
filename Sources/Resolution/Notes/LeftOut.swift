import APIModel
import Recognition
import SourceText

/// What stands in an operation's part of a page and is taken as nothing of it.
struct LeftOut: Hashable {
    let span: SourceSpan
    let reason: Reason

    enum Reason: Hashable {
        /// It stands below the heading of something else, or below that of one member.
        case heading(String)
        /// It stands with errors, and no status is said.
        case error
        /// It shows none of the members that a list beside it names.
        case foreign
        /// It is said to be in the path, which has no such placeholder.
        case placeholder(String)
    }
}

extension OperationDraft {
    func leaveOut(_ span: SourceSpan, _ reason: LeftOut.Reason) {
        leftOut.append(LeftOut(span: span, reason: reason))
    }
}

extension Resolution {
    /// Says of fields and samples that they are nothing of the operation in whose part they stand:
    /// where several share that part, only if they are nothing of any.
    mutating func remarkOnLeftOut(of drafts: [OperationDraft]) {
        var times: [LeftOut: Int] = [:]
        for draft in drafts {
            for left in Set(draft.leftOut) { times[left, default: 0] += 1 }
        }
        for draft in drafts {
            for left in draft.leftOut {
                guard let count = times.removeValue(forKey: left),
                    count >= draft.scope.requests.count
                else { continue }
                remarks.append(.leftOut(left, of: draft.request))
            }
        }
    }
}

extension Diagnostic {
    /// Fields or a sample in the part of an operation are taken as nothing of it.
    ///
    /// What "Events" or "Configuration" tell of is no answer, and whoever reads the page may wonder.
    fileprivate static func leftOut(_ left: LeftOut, of request: RequestClaim) -> Diagnostic {
        let operation = "\(request.method.value.rawValue) \(request.path.value.text)"
        let why =
            switch left.reason {
            case .heading(let title): "it stands below '\(title)'"
            case .error: "it stands with errors, and below no status"
            case .foreign: "it shows none of the fields that are listed with it"
            case .placeholder(let name): "the path has no placeholder '\(name)'"
            }
        return Diagnostic(
            .note, "left-out", "this is taken as nothing of '\(operation)': \(why)", at: left.span)
    }
}

// MARK: What reaches no operation

extension Resolution {
    /// Says of lists of fields outside of operations that nothing of the API came of them: objects
    /// that no type and no member leads to, and parameters of which nobody says whose they are.
    mutating func remarkOnStrays(
        in api: APIDescription, registry: ObjectRegistry, usedLists: Set<SourceSpan>,
        pages: [ScopedPage]
    ) {
        guard pages.contains(where: { !$0.operations.isEmpty }) else { return }
        var said = usedLists
        for object in registry.objects where object.isUsed {
            for list in object.lists { said.insert(list.evidence.span) }
        }
        var strays: [(list: FieldList, title: String)] = []
        for object in registry.objects where !object.isUsed {
            for list in object.lists where list.looksLikeFields {
                guard said.insert(list.evidence.span).inserted else { continue }
                strays.append((list, object.title.value))
            }
        }
        for page in pages where !page.claims.isComplete {
            for claim in page.shared {
                guard case .fields(let list) = claim.statement,
                    list.looksLikeFields || page.claims.announcesFields(claim.section),
                    said.insert(list.evidence.span).inserted,
                    page.claims.objectSection(of: claim.section) == nil
                else { continue }
                strays.append((list, page.claims.sections[claim.section].title))
            }
        }
        guard !strays.isEmpty else { return }
        // What is one thing with another may have come into the API by that.
        let told = Set(namedFacts(of: api).flatMap(\.spans))
        for stray in strays where !stray.list.fields.contains(where: { $0.isAmong(told) }) {
            remarks.append(.stray(stray.list, title: stray.title))
        }
    }
}

extension NamedFact {
    fileprivate var spans: [SourceSpan] {
        [evidence.span] + agreeing.map(\.span) + overruled.map(\.evidence.span)
    }
}

extension Field {
    /// Whether a fact rests on a part of it.
    fileprivate func isAmong(_ spans: Set<SourceSpan>) -> Bool {
        let parts = [
            name.evidence.span, type?.evidence.span, required?.evidence.span,
            description?.evidence.span,
        ]
        return parts.contains { $0.map(spans.contains) ?? false }
    }
}

extension PageClaims {
    /// Whether the heading or label right above says that fields stand here.
    fileprivate func announcesFields(_ section: Int) -> Bool {
        switch sections[section].role {
        case .parameters, .requestBody, .responseFields: true
        default: false
        }
    }
}

extension FieldList {
    /// Whether rows say what only fields have: names in tables may be of anything.
    fileprivate var looksLikeFields: Bool {
        fields.contains { $0.type != nil || $0.required != nil || $0.location != nil }
    }
}

extension Diagnostic {
    /// Fields outside of operations, and no operation leads to them.
    fileprivate static func stray(_ list: FieldList, title: String) -> Diagnostic {
        let place = title.isEmpty ? "" : " below '\(title)'"
        return Diagnostic(
            .note, "left-out", "no operation is known to have these fields\(place)",
            at: list.evidence.span)
    }
}
