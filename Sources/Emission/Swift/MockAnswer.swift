import APIModel
import Mustache

/// What the mock says for one documented status.
struct MockAnswer {
    let status: Response.Status
    let isSuccess: Bool
    /// `.ok(try LibraryFixtures.showALoanOK.value())`: what stands before, in and behind the brackets.
    private let head: [SwiftCode]
    private let parts: [SwiftCode]
    private let tail: [SwiftCode]

    init(_ output: OutputCase, fixture: SwiftIdentifier?, in swift: SwiftAPI) {
        let name = output.name
        status = output.response.status.value
        let code = SwiftCode(status.anyCode)
        let example = fixture.map { fixture in
            SwiftCode.joined([.of(swift.fixturesName), SwiftCode("."), .of(fixture)])
        }
        // A body of which no example is at hand is no answer that the type allows.
        isSuccess = output.isSuccess && (example != nil || !output.isJSON)
        let headers = output.sampleHeaders
        let opening: SwiftCode
        let wish = SwiftCode.joined([SwiftCode("preferredStatus(or: "), code, SwiftCode(")")])
        let wished =
            output.carriesStatus ? [.joined([SwiftCode("status: "), wish])] : [SwiftCode]()
        switch (output.isJSON, example, output.type) {
        case (true, .some(let example), _):
            opening = .joined([SwiftCode("."), .of(name), SwiftCode("(")])
            parts =
                [.joined([SwiftCode("try "), example, SwiftCode(".value()")])] + headers + wished
        case (true, nil, _):
            opening = SwiftCode(".undocumented(")
            parts = [.joined([SwiftCode("HTTPResponse(status: "), code, SwiftCode(")")])]
        case (false, _, nil):
            let bracket = headers.isEmpty ? SwiftCode("") : SwiftCode("(")
            opening = .joined([SwiftCode("."), .of(name), bracket])
            parts = headers
        case (false, _, .some) where output.isExact:
            opening = .joined([SwiftCode("."), .of(name), SwiftCode("(")])
            let isStreamed = output.isStreamed
            parts = [isStreamed ? SwiftCode("ByteStream(Data())") : SwiftCode("Data()")] + headers
        case (false, _, .some):
            opening = .joined([SwiftCode("."), .of(name), SwiftCode("(")])
            parts = [.joined([SwiftCode("HTTPResponse(status: "), wish, SwiftCode(")")])]
        }
        head = [opening]
        tail = parts.isEmpty ? [] : [SwiftCode(")")]
    }

    /// As the only answer there is.
    var lines: TemplateValue { SwiftCode.list(head, parts, tail, indentation: 8) }

    func branch(_ pattern: SwiftCode) -> TemplateValue {
        .object(["branch": SwiftCode.branch(pattern, head, parts, tail, indentation: 8)])
    }

    /// What the status matches in a `switch`.
    var pattern: SwiftCode {
        switch status {
        case .code(let code): .joined([SwiftCode("case "), SwiftCode(code), SwiftCode(":")])
        case .range(let digit):
            .joined([
                SwiftCode("case "), SwiftCode(digit * 100), SwiftCode("..<"),
                SwiftCode(digit * 100 + 100), SwiftCode(":"),
            ])
        case .default: SwiftCode("case 400...:")
        }
    }
}

/// The template's data for the answers of an operation: a choice by status where there are several.
func mockContext(_ answers: [MockAnswer]) -> TemplateObject {
    let usual = answers.firstIndex(where: \.isSuccess) ?? (answers.isEmpty ? nil : 0)
    guard let usual else {
        let empty = SwiftCode.list(
            [SwiftCode(".undocumented(")], [SwiftCode("HTTPResponse(status: 200)")],
            [SwiftCode(")")], indentation: 8)
        return ["isChoice": .boolean(false), "answer": empty]
    }
    var branches = answers.indices.filter { $0 != usual }.map { index in
        answers[index].branch(answers[index].pattern)
    }
    branches.append(answers[usual].branch(SwiftCode("default:")))
    return [
        "isChoice": .boolean(branches.count > 1),
        "status": SwiftCode(answers[usual].status.anyCode).value,
        "choices": .list(branches),
        "answer": answers[usual].lines,
    ]
}

extension Response.Status {
    /// The status itself, or one of those it stands for.
    fileprivate var anyCode: Int {
        switch self {
        case .code(let code): code
        case .range(let digit): digit * 100
        case .default: 500
        }
    }
}
