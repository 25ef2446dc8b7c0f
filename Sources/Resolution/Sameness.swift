import APIModel
import Recognition
import SourceText

/// Gives operations what their pages say is as elsewhere: "the same parameters as …".
///
/// What an operation lists itself comes first; the other's path is never taken over.
func adoptSameness(_ drafts: inout [OperationDraft]) {
    let known = drafts
    for index in drafts.indices {
        for same in drafts[index].same {
            guard let other = known.first(where: { $0.isMeant(by: same.target, on: known[index]) })
            else { continue }
            switch same.direction {
            case .request: drafts[index].takeRequest(of: other)
            case .response: drafts[index].takeResponse(of: other)
            }
        }
    }
}

extension OperationDraft {
    /// By a request line, or by the anchor of the heading on this page or another.
    fileprivate func isMeant(by target: Said<String>, on page: OperationDraft) -> Bool {
        if let line = readRequestLine(target.value) {
            return line.method == method && line.path.template.shape == request.path.value.shape
        }
        guard request.key != page.request.key, let fragment = target.value.fragment else {
            return false
        }
        if target.value.hasPrefix("#"), file != page.file { return false }
        return anchors.contains { $0.anchorForm == fragment.anchorForm }
    }

    fileprivate mutating func takeRequest(of other: OperationDraft) {
        for parameter in other.parameters where parameter.location.value != .path {
            self.parameter(parameter.name, parameter.location).merge(parameter.draft)
        }
        guard method.sendsBody else { return }
        requestBody.lists += other.requestBody.lists
        if other.requestBody.lists.isEmpty { requestBody.samples += other.requestBody.samples }
    }

    fileprivate mutating func takeResponse(of other: OperationDraft) {
        guard let theirs = other.responses.first(where: { !$0.isError && !$0.body.isEmpty }) else {
            return
        }
        let index = success(theirs.status.evidence)
        guard responses[index].body.isEmpty else { return }
        responses[index].body.lists = theirs.body.lists
        responses[index].body.samples = theirs.body.samples
        for type in theirs.body.draft.types { responses[index].body.draft.describe(type) }
    }
}
