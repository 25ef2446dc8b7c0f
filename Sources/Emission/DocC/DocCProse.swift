import Mustache

extension MarkdownText {
    /// Prose of a page, a paragraph a line; what stands between backticks is code.
    static func paragraphs(_ text: String?) -> [MarkdownText] {
        proseParagraphs(text ?? "").map { runs in
            .joined(
                runs.map { run in
                    switch run {
                    case .words(let words): .prose(words)
                    case .code(let code): .span(code)
                    }
                })
        }
    }

    /// All of it on one line, for a cell, a heading or an item.
    static func line(_ text: String?) -> MarkdownText {
        .joined(paragraphs(text), by: " ")
    }

    /// The same as a sentence, since others follow.
    static func ended(_ text: String?) -> MarkdownText {
        let line = line(text)
        guard let last = line.text.last, !".!?:".contains(last) else { return line }
        return .joined([line, MarkdownText(".")])
    }

    /// Code between single backticks, since two of them would be a link to a symbol.
    static func span(_ code: String) -> MarkdownText {
        code.utf8.contains(0x60) ? .prose(code) : .code(code)
    }

    /// Lines of code, in which nothing steers what stands around it.
    static func listing(_ code: String, language: StaticString) -> MarkdownText {
        block(Array(visibleWhereNeeded(code).utf8), language: language, title: nil)
    }

    /// What is there, a sentence or an item after the other.
    static func sentence(_ parts: [MarkdownText]) -> MarkdownText {
        .joined(parts.filter { !$0.isEmpty }, by: " ")
    }
}

func listed(_ texts: [MarkdownText]) -> TemplateValue {
    .list(texts.map { .object(["text": $0.value]) })
}

/// Where the facts of an entry stand, a row a line of a page.
func docCSources(_ sources: SourceList) -> TemplateValue {
    var table = MarkdownTable([MarkdownText("Place"), MarkdownText("Facts")], fixed: 2)
    for page in sources.pages {
        for line in page.lines {
            table.add([.span("\(page.path):\(line.line)"), .line(line.text)])
        }
    }
    return table.value
}

/// JSON that pages show.
func docCExamples(_ examples: [ReferenceExample]) -> [TemplateValue] {
    examples.map { example in
        .object([
            "title": optional(example.title, MarkdownText.line),
            "code": MarkdownText.listing(example.text, language: "json").value,
        ])
    }
}
