import APIModel
import Mustache

/// A status and what a page says of it, beyond its name.
struct DescribedStatus: Hashable {
    let status: Response.Status
    let text: String

    init?(_ response: Response) {
        status = response.status.value
        text = remark(response.description?.value ?? "", beside: status.wishedName)
        if text.isEmpty { return nil }
    }
}

extension DescribedStatus {
    /// What is said of a status in the same words at a quarter of many operations. Nobody would
    /// write that above a case of each of them: it stands once, above the protocol.
    static func repeated(in operations: [Operation]) -> [DescribedStatus] {
        var counts: [DescribedStatus: Int] = [:]
        var found: [DescribedStatus] = []
        let enough = max(8, (operations.count + 3) / 4)
        for answer in operations.flatMap(\.responses).compactMap(DescribedStatus.init) {
            counts[answer, default: 0] += 1
            if counts[answer] == enough { found.append(answer) }
        }
        return found
    }
}

extension SwiftAPI {
    /// A line above the protocol for each of them, by the name of its case.
    var repeatedAnswersContext: TemplateValue {
        .list(
            repeatedAnswers.map { answer in
                var scope = IdentifierScope()
                let name = scope.member(answer.status.wishedName)
                let doc = SwiftDocComment(
                    "`\(name.name)`: \(answer.text)", indentation: 2, limit: 1)
                return .object(["doc": doc.value])
            })
    }
}
