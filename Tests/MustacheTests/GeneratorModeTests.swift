import Mustache
import SourceText
import Testing

/// What the generator adds to the specification: a template's mistake is never silent.
@Suite struct GeneratorModeTests {
    @Test func textIsWrittenAsItsSinkMadeIt() {
        let (text, notes) = generated("{{a}} {{{a}}} {{&a}}", with: ["a": text("<\"&>")])
        #expect(text == "<\"&> <\"&> <\"&>")
        #expect(notes == [])
    }

    @Test func textIsNeverReadAsTemplate() {
        let (output, _) = generated("{{a}}", with: ["a": text("{{b}}"), "b": text("no")])
        #expect(output == "{{b}}")
    }

    @Test func unknownNamesAreErrorsOncePerPlace() {
        let items: TemplateValue = .list([.boolean(true), .boolean(true)])
        let (output, notes) = generated("one\n{{#items}}{{nmae}}{{/items}}", with: ["items": items])
        #expect(output == "one\n")
        #expect(notes == ["2:13: nothing is called 'nmae' here [template-name-unknown]"])
    }

    @Test func unknownMembersSectionsAndPartialsAreErrors() {
        let (_, notes) = generated(
            "{{a.c}}\n{{#x}}{{/x}}\n{{^y}}{{/y}}\n{{> z}}", with: ["a": .object(["b": .absent])])
        #expect(
            notes == [
                "1:3: nothing is called 'a.c' here [template-name-unknown]",
                "2:4: nothing is called 'x' here [template-name-unknown]",
                "3:4: nothing is called 'y' here [template-name-unknown]",
                "4:5: there is no template 'z' [template-partial-unknown]",
            ])
    }

    @Test func absentIsKnownAndSaysNothing() {
        let (output, notes) = generated("[{{a}}{{#a}}x{{/a}}]", with: ["a": .absent])
        #expect(output == "[]")
        #expect(notes == [])
    }

    @Test func listsAreNotText() {
        let (_, notes) = generated("{{a}}", with: ["a": .list([])])
        #expect(
            notes == ["1:3: 'a' is a list or an object and cannot be written [template-not-text]"])
    }

    @Test func emptyLinesAreNotIndented() {
        let (output, _) = generated("  {{> p}}\n", with: [:], partials: ["p": "a\n\nb\n"])
        #expect(output == "  a\n\n  b\n")
    }

    @Test func recursionEnds() {
        let (_, notes) = generated("{{> p}}", with: [:], partials: ["p": "{{> p}}"])
        #expect(notes == ["1:5: templates nest more than 128 deep here [template-nesting]"])
    }

    @Test(arguments: [
        ("a {{#b}}", "1:3: 'b' is never closed [template-syntax]"),
        ("{{/b}}", "1:1: 'b' is closed, but nothing is open [template-syntax]"),
        ("{{#a}}{{/b}}{{/a}}", "1:7: 'b' is closed, but 'a' is open [template-syntax]"),
        ("x\n{{y", "2:1: this tag is never closed [template-syntax]"),
        ("{{ }}", "1:1: this tag names nothing [template-syntax]"),
        ("{{=a=}}", "1:4: new delimiters are two words without an equals sign [template-syntax]"),
        (
            "{{<p}}{{x}}{{/p}}",
            "1:7: '{{x}}' stands in a parent but in none of its blocks [template-stray-tag]"
        ),
    ])
    func mistakesHaveAPlace(template: String, note: String) {
        let source = SourceFile(path: "", bytes: Array(template.utf8))
        let notes = readTemplate(source, as: FileID(0), named: "").notes
        #expect(notes.map { describe($0, in: source) } == [note])
    }

    @Test func aTemplateThatIsMissing() {
        let (bytes, notes) = render("models", of: TemplateSet(), with: [:], mode: .generator)
        #expect(bytes == [])
        #expect(notes.map(\.message) == ["no template 'models'"])
        #expect(notes.map(\.id) == ["template-missing"])
    }

    @Test func everyPrefixOfATemplateIsRead() {
        let whole = Array(
            "{{=<% %>=}}\n <%<p%><%$a%>\n x<%/a%><%/p%>\n<%={{ }}=%>{{{a}}} {{#b}}\n{{/b}}".utf8)
        for count in 0...whole.count {
            let source = SourceFile(path: "", bytes: Array(whole[..<count]))
            var templates = TemplateSet()
            templates.add(readTemplate(source, as: FileID(0), named: "").template)
            _ = render("", of: templates, with: [:], mode: .generator)
        }
    }
}

/// What stands at the end of every file would cut in two the line that includes it.
@Suite struct IncludedLineTests {
    @Test(arguments: [
        ("<{{>a}}>", "b\n", "<b>"), ("<{{>a}}>", "b", "<b>"), ("<{{>a}}>\n", "b\n\n", "<b\n>\n"),
        ("<{{>a}}>", "", "<>"), ("<\n{{>a}}", "", "<\n"), ("{{>a}}\nc", "b\n", "b\nc"),
    ])
    func losesItsLineBreak(template: String, partial: String, output: String) {
        #expect(generated(template, with: [:], partials: ["a": partial]).output == output)
    }
}

private func text(_ text: String) -> TemplateValue {
    .text(SafeText(verbatimFromSink: Array(text.utf8)))
}

private func generated(
    _ template: String, with context: TemplateObject, partials: KeyValuePairs<String, String> = [:]
) -> (output: String, notes: [String]) {
    var templates = TemplateSet()
    var sources = SourceSet()
    for (name, text) in [("", template)] + partials.map({ ($0.key, $0.value) }) {
        let source = SourceFile(path: name, bytes: Array(text.utf8))
        let id = sources.append(source)
        templates.add(readTemplate(source, as: id, named: name).template)
    }
    let (bytes, notes) = render("", of: templates, with: context, mode: .generator)
    let described = notes.map { note in
        describe(note, in: note.span.map { sources[$0.file] } ?? sources[FileID(0)])
    }
    return (String(decoding: bytes, as: UTF8.self), described)
}

private func describe(_ note: Diagnostic, in source: SourceFile) -> String {
    let place = source.position(at: Int(note.span?.range.start ?? 0))
    return "\(place.line):\(place.column): \(note.message) [\(note.id)]"
}

@Suite struct OutlineTests {
    @Test func showsNamesAndValues() {
        let context: TemplateObject = [
            "name": text("a\"b\u{1}"), "isLast": .boolean(true), "notes": .list([]),
            "items": .list([.object(["x": .absent]), text("y")]),
        ]
        #expect(
            outline(context) == """
                {
                  "name": "a\\"b\\u0001",
                  "isLast": true,
                  "notes": [],
                  "items": [
                    {
                      "x": null
                    },
                    "y"
                  ]
                }

                """)
    }
}
