import APIModel
import CaseSupport
import Foundation
import Mustache
import SourceText
import Testing

@testable import Emission

/// What templates of the user's write in other languages: page text stays text there too.
@Suite struct OwnTemplateTests {
    /// What is written of an API by templates of these names and texts alone.
    private func written(
        _ templates: [String: String], of api: APIDescription
    ) -> (files: [String: String], notes: [String]) {
        var sources = SourceSet([SourceFile(path: "page.md", bytes: [])])
        let own = templates.sorted { $0.key < $1.key }.map { name, text in
            OwnTemplate(name: name, source: SourceFile(path: name, bytes: Array(text.utf8)))
        }
        let (set, readNotes) = readTemplates(overriddenBy: own, into: &sources)
        var options = EmissionOptions()
        options.outputs = [.templates]
        let (files, notes) = emit(api, options, with: set, of: sources)
        var positions = Positions(sources)
        let said = (readNotes + notes).map { note in
            let place = note.span.map { span in
                let position = positions.position(span)
                return "\(positions.path(of: span)):\(position.line):\(position.column): "
            }
            return "\(place ?? "")\(note.message) [\(note.id)]"
        }
        let texts = files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
        return (Dictionary(uniqueKeysWithValues: texts), said)
    }

    private var typeScript: [String: String] {
        get throws {
            let folder = packageFolder.appendingPathComponent("Templates/Examples/TypeScript")
            var templates: [String: String] = [:]
            for file in files(in: folder, endingIn: ".mustache") {
                let name = String(relativePath(file, to: folder).dropLast(".mustache".count))
                templates[name] = try String(contentsOf: file, encoding: .utf8)
            }
            return templates
        }
    }

    @Test func theExampleIsShort() throws {
        let lines = try typeScript.values.map { $0.split(separator: "\n").count }
        #expect(lines.count == 3)
        #expect(lines.reduce(0, +) < 100)
    }

    @Test func noTextLeavesItsPlaceInTypeScript() throws {
        let (files, notes) = written(
            try typeScript, of: hostileAPI(try hostilePayloads()))
        #expect(notes == [])
        let code = codeOfTypeScript(try #require(files["Models.ts"]))
        #expect(code.contains("export interface"))
        #expect(!code.contains("injected_marker"))
    }

    /// A line a description: none ends in the middle of its literal or of its comment.
    @Test func noTextEndsItsLine() throws {
        let payloads = try hostilePayloads()
        let api = hostileAPI(payloads)
        let forms = ["comment", "string"]
        for language in TargetLanguage.allCases where language != .shell {
            for member in TargetText("a", in: language).forms.members
            where forms.contains(member.name) {
                let name = "Words.\(language.rawValue)"
                let line =
                    "{{#types}}{{#description}}{{\(member.name)}}\n{{/description}}{{/types}}"
                let (files, notes) = written([name: line], of: api)
                #expect(notes == [])
                let lines = try #require(files[name]).split(whereSeparator: \.isNewline)
                #expect(lines.count == payloads.count, "\(name) \(member.name)")
                for (mark, _) in member.name == "comment" ? language.commentMarks ?? [] : [] {
                    #expect(!lines.contains { String($0).holds(mark) }, "\(name): \(mark)")
                }
            }
        }
    }

    /// Of JSON and of what reads its strings.
    @Test func literalsReadBack() throws {
        for payload in try hostilePayloads() {
            for language in [TargetLanguage.json, .javascript, .typescript] {
                let literal = try #require(TargetText(payload, in: language).forms["string"])
                guard case .text(let text) = literal else {
                    Issue.record("no text in \(language)")
                    continue
                }
                let read = try JSONSerialization.jsonObject(
                    with: Data(text.bytes), options: .fragmentsAllowed)
                #expect(read as? String == payload)
            }
        }
    }

    @Test func interpolationIsText() {
        func string(_ text: String, _ language: TargetLanguage) -> String? {
            guard case .text(let text)? = TargetText(text, in: language).forms["string"] else {
                return nil
            }
            return String(decoding: text.bytes, as: UTF8.self)
        }
        #expect(string("a #{b}", .ruby) == ##""a \#{b}""##)
        #expect(string("a ${b} $c", .kotlin) == #""a \${b} \$c""#)
        #expect(string("it's", .shell) == #"'it'\''s'"#)
        // One letter to Unicode, a quote and an accent to a shell.
        #expect(string("it'\u{301}s", .shell) == "'it'\\''\u{301}s'")
        #expect(string("\u{1F600}\u{0}", .java) == #""\uD83D\uDE00\u0000""#)
        #expect(string("\u{1F600}\u{202E}", .python) == #""\U0001F600\u202E""#)
        #expect(string("a", .html) == nil)
    }

    @Test func namesDifferAndAreNoKeywords() {
        var api = APIDescription(name: "A")
        let names = ["user-id", "userID", "class", "2nd", "!"]
        let properties = names.map { Property(name: fact($0), schema: Schema(fact(.unknown))) }
        api.schemas = [
            NamedSchema(name: "T", definition: .object(ObjectSchema(properties: properties)))
        ]
        let line = "{{#types}}{{#properties}}{{#name}}{{lowerCamel}} {{upperCamel}} {{snake}}, "
        let (files, notes) = written(
            ["A.py": line + "{{/name}}{{/properties}}{{/types}}"], of: api)
        #expect(notes == [])
        #expect(
            files["A.py"] == "userID UserID user_id, userID2 UserID2 user_id_2, "
                + "class_ Class class_, _2nd _2nd _2nd, value Value _value, ")
    }

    /// Names of the data are an interface: each stands in the page about templates.
    @Test func everyNameIsInThePage() throws {
        let page = try String(
            contentsOf: packageFolder.appendingPathComponent("Templates/README.md"),
            encoding: .utf8)
        var names: Set<String> = []
        for language in [TargetLanguage.typescript, .html, .markdown] {
            let api = hostileAPI(try hostilePayloads())
            collect(.object(NeutralAPI(api, in: language).context), into: &names)
            collect(.object(sampleContext(of: api, in: language)), into: &names)
        }
        #expect(names.count > 60)
        #expect(names.filter { !page.contains("`\($0)`") }.sorted() == [])
    }

    private func sampleContext(of api: APIDescription, in language: TargetLanguage)
        -> TemplateObject
    {
        let swift = SwiftAPI(api, EmissionOptions())
        guard let operation = swift.operations.first else { return [:] }
        return NeutralAPI(api, in: language).sample(
            SampleCall(of: operation, in: swift), of: operation.operation)
    }

    private func collect(_ value: TemplateValue, into names: inout Set<String>) {
        switch value {
        case .list(let values): for value in values { collect(value, into: &names) }
        case .object(let object):
            for member in object.members {
                names.insert(member.name)
                collect(member.value, into: &names)
            }
        case .absent, .boolean, .text: break
        }
    }

    @Test func whatCannotBeIsSaidAtItsPlace() {
        let api = APIDescription(name: "A")
        #expect(
            written(["A.ts": "// a\n{{title}}"], of: api).notes
                == [
                    "A.ts:2:3: 'title' is a list or an object and cannot be written [template-not-text]"
                ])
        #expect(
            written(["A.json": "{{title.comment}}"], of: api).notes
                == ["A.json:1:3: nothing is called 'title.comment' here [template-name-unknown]"])
        let notes = written(["A.exe": "", "api.json": "", "partials/b": ""], of: api).notes
        #expect(notes.count == 2)
        #expect(
            notes.first?.hasPrefix("A.exe:1:1: how text is quoted in 'A.exe' is not known") == true)
        #expect(notes.first?.hasSuffix("[template-language-unknown]") == true)
        #expect(
            notes.last
                == "api.json:1:1: 'api.json' is written without a template [template-name-taken]")
    }
}

/// What is left of TypeScript without its comments and strings.
private func codeOfTypeScript(_ text: String) -> String {
    var code = ""
    var rest = text[...]
    while let first = rest.first {
        let end: Substring.Index?
        if rest.hasPrefix("//") {
            end = rest.firstIndex(of: "\n")
        } else if rest.hasPrefix("/*") {
            end = rest.dropFirst(2).range(of: "*/")?.upperBound
        } else if first == "\"" {
            end = endOfString(rest)
        } else {
            code.append(first)
            end = rest.index(after: rest.startIndex)
        }
        rest = end.map { rest[$0...] } ?? ""
    }
    return code
}

private func endOfString(_ text: Substring) -> Substring.Index? {
    var index = text.index(after: text.startIndex)
    while index < text.endIndex, text[index] != "\"" {
        index = text.index(after: index)
        if text[text.index(before: index)] == "\\", index < text.endIndex {
            index = text.index(after: index)
        }
    }
    return index < text.endIndex ? text.index(after: index) : nil
}
