import APIModel
import JSONText
import PageTree
import SourceText

/// Bullets that are JSON in code and nothing else, below a label for examples.
let bulletedSamples = Recognizer(construct: "bulleted-samples") { node, reading in
    let page = reading.page
    guard case .list = page.kind(node) else { return false }
    switch reading.around.last?.role {
    case .responseExample, .requestExample: break
    default: return false
    }
    var samples: [Sample] = []
    for item in page.children(node) {
        guard let paragraph = page.onlyChild(item), let code = page.onlyChild(paragraph),
            case .codeSpan = page.kind(code),
            let sample = reading.sample(inCode: code, construct: "bulleted-samples")
        else { return false }
        samples.append(sample)
    }
    for sample in samples { reading.say(.sample(sample), at: sample.evidence.span.range) }
    return !samples.isEmpty
}

extension Reading {
    /// "Returns 200 with `{"ok": true}`": the body in code, in a sentence that tells what comes back.
    mutating func saySample(
        inSentence paragraph: NodeID, _ text: MarkedText, _ statuses: [StatusPhrase]
    ) {
        let isLabel = statuses.first?.range.lowerBound == text.tokens.first?.range.lowerBound
        guard isLabel || text.tokens.contains(where: { speaksOfReturning($0.word) }) else {
            return
        }
        for node in page.codeSpans(of: paragraph) {
            guard var sample = sample(inCode: node, construct: "sentence-sample"),
                sample.document.values.allSatisfy(\.holdsSomething)
            else { continue }
            sample.direction = .response
            if case .code(let code)? = statuses.first?.status { sample.status = code }
            say(.sample(sample), at: page.range(node))
            return
        }
    }

    /// "…or an error with status 422 if the name is taken:" over a block of code shows that body.
    mutating func announce(_ statuses: [StatusPhrase], by text: MarkedText, at paragraph: NodeID) {
        guard let next = page.next(paragraph), case .codeBlock = page.kind(next) else { return }
        let status = text.text.hasSuffix(":") ? statuses.last?.status : nil
        guard status != nil || isBelowRequestLabel && endsWithAnswer(text) else { return }
        openLabel(.responseExample, status, at: page.range(paragraph))
    }

    /// A status alone, right above a block, is that of the message which the block shows.
    mutating func announce(alone status: Response.Status, at node: NodeID) {
        guard var next = page.next(node), status != .code(204), status != .code(304) else { return }
        // "Content type", "application/json" may stand between.
        for _ in 0..<2 {
            guard namesContentType(next), let behind = page.next(next) else { break }
            next = behind
        }
        switch page.kind(next) {
        case .codeBlock, .table: break
        default: return
        }
        openLabel(.response, status, at: page.range(node))
    }

    /// "Content type", "Content type application/json" or the type alone.
    private func namesContentType(_ node: NodeID) -> Bool {
        guard case .paragraph = page.kind(node) else { return false }
        let words = page.marked(node).text.lowercased().split { " \n:-".contains($0) }
        guard !words.isEmpty, words.count <= 3 else { return false }
        return words.allSatisfy {
            $0 == "content" || $0 == "type" || registeredMediaType(String($0)) != nil
        }
    }

    private var isBelowRequestLabel: Bool {
        guard let last = around.last, last.level == labelLevel else { return false }
        switch last.role {
        case .requestExample, .requestBody, .parameters: return true
        default: return false
        }
    }

    /// "…. The response body will contain the new state.": the last sentence tells what comes back.
    private func endsWithAnswer(_ text: MarkedText) -> Bool {
        let tokens = text.tokens
        guard let start = tokens.indices.dropLast().last(where: { tokens.startsSentence(at: $0) })
        else { return false }
        let first = tokens.word(at: start)
        return first == "returns" || first == "responds"
            || first == "the" && isAnswer(tokens.word(at: start + 1))
    }

    /// "`sticky` is 0: normal, 1: sticky": a sentence that begins with a member in code tells its
    /// values.
    mutating func sayValues(in text: MarkedText, at range: ByteRange) {
        let construct: Construct = "values-sentence"
        let text = text.tokens.word(at: 0) == "the" ? text.dropFirst(4) : text
        guard let name = text.tokens.first, name.kind == .code, text.tokens.count > 3 else {
            return
        }
        guard let verb = verb(behindNameIn: text.tokens),
            ["is", "can", "must", "may", "will", "holds", "has"]
                .contains(text.tokens.word(at: verb)),
            let phrase = readEnumeration(text.dropFirst(name.range.upperBound)),
            phrase.values.count > 1, readNameMarks(MarkedText(name.text))?.name == name.text
        else { return }
        let unbound = bind(rows(phrase, of: name.text, range, .described, construct))
        if !unbound.isEmpty { say(.values(unbound), at: range) }
    }
}

extension Reading {
    /// "`features` is a map of names to flags": that what a member of the answer is called by is data.
    mutating func sayKeys(in text: MarkedText, at range: ByteRange) {
        guard let name = text.tokens.first, name.kind == .code, text.tokens.word(at: 1) == "is",
            text.tokens.count <= 40, namesKeys(text.dropFirst(name.range.upperBound)),
            lastRequest?.method.value == .get || isWithinResponse,
            readNameMarks(MarkedText(name.text))?.name == name.text
        else { return }
        let construct: Construct = "keys-sentence"
        var field = Field(name: said(name.text, range, .described, construct))
        field.type = said(TypeExpression(.dictionary(nil)), range, .described, construct)
        field.description = said(text.text, range, .described, construct)
        let evidence = evidence(range, .described, construct)
        say(
            .fields(FieldList(fields: [field], role: .responseFields, evidence: evidence)),
            at: range)
    }
}

/// Where the verb stands of "`state` is", "`state` field is", "`state` of a boat is".
func verb(behindNameIn tokens: [PhraseToken]) -> Int? {
    if isFieldNoun(tokens.word(at: 1)) || tokens.word(at: 1) == "value" {
        return 2
    }
    guard tokens.word(at: 1) == "of" else { return 1 }
    return (3...6).first { tokens.word(at: $0) == "is" || tokens.word(at: $0) == "can" }
}

extension JSONValue {
    /// Whether it is more than brackets: `{name}` is a hole for something.
    fileprivate var holdsSomething: Bool {
        switch node {
        case .object(let members): !members.isEmpty
        case .array: true
        case .null, .boolean, .number, .string, .word, .elision: false
        }
    }
}
