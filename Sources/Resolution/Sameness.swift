import APIModel
import Recognition
import SourceText

/// Gives operations what their pages say is as elsewhere: "the same parameters as …".
///
/// What an operation lists itself comes first; the other's path is never taken over.
func adoptSameness(_ drafts: inout [OperationDraft]) {
    guard drafts.contains(where: { !$0.same.isEmpty }) else { return }
    let known = KnownOperations(drafts)
    for index in drafts.indices {
        for same in drafts[index].same {
            guard let other = known.meant(by: same.target, on: drafts[index]) else { continue }
            switch same.direction {
            case .request: drafts[index].takeRequest(of: other)
            case .response: drafts[index].takeResponse(of: other)
            }
        }
    }
}

/// Operations as their pages tell them, found by request line or by the anchor of a heading.
private struct KnownOperations {
    private let drafts: [OperationDraft]
    private var byKey: [String: Int] = [:]
    private var byAnchor: [String: [Int]] = [:]

    init(_ drafts: [OperationDraft]) {
        self.drafts = drafts
        for (index, draft) in drafts.enumerated() {
            if byKey[draft.request.key] == nil { byKey[draft.request.key] = index }
            for anchor in Set(draft.anchors.map(\.anchorForm)) {
                byAnchor[anchor, default: []].append(index)
            }
        }
    }

    func meant(by target: Said<String>, on operation: OperationDraft) -> OperationDraft? {
        if let line = readRequestLine(target.value) {
            return byKey[line.method.rawValue + " " + line.path.template.shape].map { drafts[$0] }
        }
        guard let fragment = target.value.fragment else { return nil }
        let isOnPage = target.value.hasPrefix("#")
        let index = byAnchor[fragment.anchorForm]?.first { index in
            drafts[index].request.key != operation.request.key
                && (!isOnPage || drafts[index].file == operation.file)
        }
        return index.map { drafts[$0] }
    }
}

extension OperationDraft {
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
