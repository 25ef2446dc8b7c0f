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
        /// It is said to be in the path, which has no such placeholder.
        case placeholder(String)
    }
}

extension OperationDraft {
    mutating func leaveOut(_ span: SourceSpan, _ reason: LeftOut.Reason) {
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
            case .placeholder(let name): "the path has no placeholder '\(name)'"
            }
        return Diagnostic(
            .note, "left-out", "this is taken as nothing of '\(operation)': \(why)", at: left.span)
    }
}
