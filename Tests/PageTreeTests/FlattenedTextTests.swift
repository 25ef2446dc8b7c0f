import CaseSupport
import Foundation
import SourceText
import Testing

@testable import PageTree

/// Pages whose markup is lost, in the ways that browsers and crawlers lose it.
@Suite struct FlattenedText {
    @Test func headerOverRule() {
        let page = flattened(
            "Get a cat\nRequest\nGET /cats/{id}\nName | Text |\n---|---|\nid | The id |\n")
        #expect(
            outline(page) == [
                "1 Get a cat", "2 Request", "¶ GET /cats/{id}", "Name|Text", "id|The id",
            ])
    }

    @Test func rowsBetweenBars() {
        let page = flattened("Fields\n| name | The name |\n| age | In years |\n")
        #expect(outline(page) == ["1 Fields", "name|The name", "age|In years"])
    }

    @Test func oneCellALine() {
        let page = flattened(
            "Cats\nQuery parameters\nName\nType\nDescription\nlimit\ninteger\nHow many.\nResponse\n{\n\"a\": int\n}\n"
        )
        #expect(
            outline(page) == [
                "1 Cats", "2 Query parameters", "Name|Type|Description",
                "limit|integer|How many.", "2 Response", "code {\n\"a\": int\n}",
            ])
    }

    @Test func aCellBrokenByCode() {
        let page = flattened("Name | Text |\n---|---|\nid | Use\nfields\nhere. |\nq | Query |\n")
        #expect(outline(page) == ["Name|Text", "id|Use fields here.", "q|Query"])
    }

    @Test func bodyWithTypesForValues() {
        let page = flattened(
            "Body\n{\n\"users\": [user, ...],\n\"id\": string /* a \"word\" */\n}\nDone.\n")
        #expect(outline(page).last == "¶ Done.")
    }

    @Test func unbalancedBodyEndsAtABlankLine() {
        let page = flattened("Body\n{\n\"a\": {\n\nText goes on here.\n")
        #expect(outline(page).last == "¶ Text goes on here.")
    }

    /// What a crawler leaves of two operations: no blank line, and one title as deep as the other.
    @Test func operationsBetweenWhatRecurs() {
        let page = flattened(
            """
            Cats
            Show a cat
            Code samples
            curl -X GET https://cats.example.com/cats/7 \\
              -H 'Accept: application/json'
            import requests
            headers = {
              'Accept': 'application/json'
            }
            print(requests.get('https://cats.example.com/cats/7', headers = headers))
            GET /cats/{id}
            One cat
            Responses
            | Status | Schema |
            |---|---|
            | 200 | Cat |
            Name a cat
            Code samples
            PUT https://cats.example.com/cats/7 HTTP/1.1
            Host: cats.example.com
            PUT /cats/{id}
            Parameters
            - name – what it is called from now on (not
            what it was called before)
              - first – the part before the space
            Responses
            | Status | Schema |
            |---|---|
            | 204 | none |
            """)
        #expect(
            outline(page) == [
                "1 Cats", "2 Show a cat", "3 Code samples",
                "code curl -X GET https://cats.example.com/cats/7 \\\n  -H 'Accept: application/json'",
                "code import requests\nheaders = {\n  'Accept': 'application/json'\n}\n"
                    + "print(requests.get('https://cats.example.com/cats/7', headers = headers))",
                "¶ GET /cats/{id}", "¶ One cat", "3 Responses", "Status|Schema", "200|Cat",
                "2 Name a cat", "3 Code samples",
                "code PUT https://cats.example.com/cats/7 HTTP/1.1\nHost: cats.example.com",
                "¶ PUT /cats/{id}", "3 Parameters",
                "- name – what it is called from now on (not what it was called before)",
                "-- first – the part before the space", "3 Responses", "Status|Schema", "204|none",
            ])
    }

    /// Objects one below the other: what recurs in each is a part of it.
    @Test func objectsBetweenWhatRecurs() {
        let page = flattened(
            """
            Schemas
            Mood
            "calm"
            How a cat feels
            Properties
            | Name | Type |
            |---|---|
            | anonymous | string |
            Cat
            {
              "name": "Tom"
            }
            Properties
            | Name | Type |
            |---|---|
            | name | string |
            """)
        #expect(
            outline(page) == [
                "1 Schemas", "2 Mood", "code \"calm\"", "¶ How a cat feels", "3 Properties",
                "Name|Type", "anonymous|string", "2 Cat", "code {\n  \"name\": \"Tom\"\n}",
                "3 Properties", "Name|Type", "name|string",
            ])
    }

    @Test func dialects() throws {
        #expect(dialect(of: source("a.txt", "Title\n=====\n\n.. note:: a\n")) == .reStructuredText)
        #expect(dialect(of: source("a.txt", "# Title\n\nText\n")) == .markdown)
        #expect(dialect(of: source("a.txt", "---\ntitle: a\n---\n")) == .markdown)
        #expect(dialect(of: source("a.txt", "Title\nGET /a\n{\n}\n")) == .flattened)
        #expect(dialect(of: source("a.txt", "Get\ncurl /a\n# or by wget\nwget /a\n")) == .flattened)
        #expect(dialect(of: source("a.txt", "Body\n{\n....\n}\n")) == .flattened)
        #expect(dialect(of: source("a.txt", "<!DOCTYPE html>\n<p>a\n")) == .html)
        guard let folder = sharedFolder() else { return }
        let seeds = files(in: folder.appendingPathComponent("seeds"), endingIn: ".txt")
        let found = try seeds.map { seed in
            dialect(of: SourceFile(path: seed.path, bytes: Array(try Data(contentsOf: seed))))
        }
        #expect(found == [.markdown, .markdown, .markdown, .flattened, .reStructuredText])
    }

    /// Open brackets, headers and labels without end make no more nodes than there are bytes.
    @Test func hostilePages() {
        let marks = [
            "{\n\n", "[\n\n", "{\n", "a\n", "name\n", "a |\n", "| a |\n", "a\\\n", "GET /\n",
        ]
        for mark in marks {
            let text = String(repeating: mark, count: 20_000)
            #expect(flattened(text).nodes.count <= text.utf8.count * 2, "\(mark)")
        }
    }

    @Test func beginnings() throws {
        guard let folder = sharedFolder() else { return }
        for seed in files(in: folder.appendingPathComponent("seeds"), endingIn: ".txt") {
            let bytes = Array(try Data(contentsOf: seed))
            for end in stride(from: 0, to: bytes.count, by: 7) {
                let page = readFlattenedText(
                    SourceFile(path: "a", bytes: Array(bytes[..<end])), as: FileID(0))
                #expect(drawnSpanFault(page) == nil, "\(seed.lastPathComponent) to \(end)")
            }
        }
    }

    private func source(_ path: String, _ text: String) -> SourceFile {
        SourceFile(path: path, bytes: Array(text.utf8))
    }

    private func flattened(_ text: String) -> Page {
        readFlattenedText(source("a.txt", text), as: FileID(0))
    }

    private func bullets(_ list: NodeID, of page: Page, marks: String) -> [String] {
        page.children(list).flatMap { item in
            page.children(item).flatMap { part -> [String] in
                if case .list = page.kind(part) {
                    return bullets(part, of: page, marks: marks + "-")
                }
                return ["\(marks) \(page.plainText(part))"]
            }
        }
    }

    private func outline(_ page: Page) -> [String] {
        page.children(.root).flatMap { block -> [String] in
            switch page.kind(block) {
            case .heading(let level): ["\(level) \(page.plainText(block))"]
            case .table:
                page.children(block).map { row in
                    page.children(row).map(page.plainText).joined(separator: "|")
                }
            case .codeBlock: ["code \(page.plainText(block))"]
            case .list: bullets(block, of: page, marks: "-")
            default: ["¶ \(page.plainText(block))"]
            }
        }
    }
}
