import APIModel
import PageTree
import SourceText

/// A code block whose caption is a request line: `:caption: POST /orders`, `json title="GET /x"`.
///
/// The block itself is left to those that are asked next.
let codeCaption = Recognizer(construct: "code-caption") { node, reading in
    guard case .codeBlock = reading.page.kind(node), let title = reading.page.codeTitle(of: node)
    else { return false }
    switch reading.around.last?.role {
    case .requestExample, .responseExample, .example, .codeSamples, .response, .requestBody: break
    default:
        reading.sayRequest(
            in: MarkedText(title), at: reading.page.range(node), construct: "code-caption")
    }
    return false
}
