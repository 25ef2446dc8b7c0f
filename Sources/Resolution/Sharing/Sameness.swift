import APIModel
import Recognition
import SourceText

/// Gives operations what their pages say is as elsewhere: "the same parameters as …".
///
/// What an operation lists itself comes first; the other's path is never taken over.
func adoptSameness(_ drafts: [OperationDraft]) {
    guard drafts.contains(where: { !$0.same.isEmpty }) else { return }
    // What is the same as something that is the same as a third is so after the second time.
    for round in 0..<2 {
        let known = KnownOperations(drafts)
        for draft in drafts {
            for same in draft.same {
                guard let other = known.meant(by: same.target, on: draft) else { continue }
                switch same.direction {
                case .request where round == 0: draft.takeRequest(of: other)
                case .request: break
                case .response: draft.takeResponse(of: other)
                }
            }
        }
    }
}

/// What an operation sends and gets.
private struct Messages {
    let parameters: [ParameterDraft]
    let requestBody: BodyDraft
    let responses: [ResponseDraft]

    init(_ draft: OperationDraft) {
        parameters = draft.parameters
        requestBody = draft.requestBody
        responses = draft.responses
    }
}

/// Operations as their pages tell them, found by request line or by the anchor of a heading.
private struct KnownOperations {
    private let drafts: [OperationDraft]
    /// Of each, as it was before any took what is the same.
    private let messages: [Messages]
    private var byKey: [String: Int] = [:]
    private var byAnchor: [String: [Int]] = [:]
    private var byWord: [String: [Int]] = [:]

    init(_ drafts: [OperationDraft]) {
        self.drafts = drafts
        messages = drafts.map(Messages.init)
        for (index, draft) in drafts.enumerated() {
            if byKey[draft.request.key] == nil { byKey[draft.request.key] = index }
            for anchor in Set(draft.anchors.map(\.anchorForm)) {
                byAnchor[anchor, default: []].append(index)
            }
            for word in Set(draft.names.prefix(8).flatMap(\.value.wordStems)) {
                byWord[word, default: []].append(index)
            }
        }
    }

    func meant(by target: Said<String>, on operation: OperationDraft) -> Messages? {
        if let line = readRequestLine(target.value) {
            return byKey[line.method.rawValue + " " + line.path.template.shape].map { messages[$0] }
        }
        guard let fragment = target.value.fragment else {
            return target.value == "above" ? before(operation) : named(target.value, on: operation)
        }
        let isOnPage = target.value.hasPrefix("#")
        let index = byAnchor[fragment.anchorForm]?.first { index in
            drafts[index].request.key != operation.request.key
                && (!isOnPage || drafts[index].file == operation.file)
        }
        return index.map { messages[$0] }
    }

    /// The operation that its page tells of right before this one.
    private func before(_ operation: OperationDraft) -> Messages? {
        guard let index = byKey[operation.request.key], index > 0,
            drafts[index - 1].file == operation.file
        else { return nil }
        return messages[index - 1]
    }

    /// The one other operation of the page whose name has all these words, however they end.
    private func named(_ name: String, on operation: OperationDraft) -> Messages? {
        let wanted = name.wordStems
        guard !wanted.isEmpty, wanted.count <= 6 else { return nil }
        let candidates = byWord[wanted[0]] ?? []
        guard candidates.count <= maximumCandidates else { return nil }
        let fitting = candidates.filter { index in
            drafts[index].file == operation.file
                && drafts[index].request.key != operation.request.key
                && drafts[index].names.contains { said in
                    let stems = said.value.wordStems
                    return wanted.allSatisfy(stems.contains)
                }
        }
        return fitting.count == 1 ? messages[fitting[0]] : nil
    }
}

/// More operations of one word in their names than any page has.
private let maximumCandidates = 200

extension String {
    /// The first words without their endings.
    fileprivate var wordStems: [String] {
        Recognition.words(of: self).prefix(20).map(\.wordStem)
    }

    /// A word without what English adds to it: "planting" and "plants" are "plant".
    fileprivate var wordStem: String {
        let word = lowercased()
        for ending in ["ing", "es", "ed", "s", "e"] where word.utf8.count > ending.utf8.count + 2 {
            if word.hasSuffix(ending) { return String(word.dropLast(ending.utf8.count)) }
        }
        return word
    }
}

extension OperationDraft {
    fileprivate func takeRequest(of other: Messages) {
        for parameter in other.parameters where parameter.location.value != .path {
            self.parameter(parameter.name, parameter.location).merge(parameter.draft)
        }
        guard method.sendsBody else { return }
        requestBody.lists += other.requestBody.lists
        if other.requestBody.lists.isEmpty { requestBody.samples += other.requestBody.samples }
    }

    fileprivate func takeResponse(of other: Messages) {
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
