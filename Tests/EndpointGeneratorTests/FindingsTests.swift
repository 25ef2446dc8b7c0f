import EndpointGenerator
import Testing

/// What pages are told of: each message once, with its place, as a person sees it.
@Suite struct FindingsTests {
    @Test func aPageWithFaults() {
        let page = """
            # Show a key

            `GET /key`

            | c | d |
            | e | f |

            </Tabs>

            ## Response

            | Name | Type |
            |---|---|
            | `id` | integer |

            ```json
            {"id": "one"}
            ```

            """
        #expect(
            headings(of: ["a.md": page]) == [
                "a.md:5:1: note: no row of dashes makes the first row a header [table-without-head]",
                "a.md:8:3: note: nothing opens what this tag closes [unopened-tag]",
                "a.md:17:8: warning: 'id' is of type string in this example and of type integer"
                    + " in the text [type-by-example]",
                "a.md:17:8: warning: this sample is no fixture: the documentation says an integer"
                    + " stands here [example-against-type]",
            ])
    }

    @Test func aParameterThatNoFileDefines() {
        let page = """
            Locks
            =====

            .. rest_method:: GET /locks

            .. rest_parameters:: parameters.yaml

               - limit: lock_limit
               - mark: lock_mark

            """
        let parameters = "lock_limit:\n  in: query\n  type: integer\n"
        #expect(
            headings(of: ["a.rst": page, "parameters.yaml": parameters]) == [
                "a.rst:9:4: warning: no parameter 'lock_mark' in the file named above"
                    + " [unresolved-parameter]"
            ])
    }

    /// Faults of a file of parameters are told like those of a page.
    @Test func aParameterFileWithFaults() {
        let page = "Locks\n=====\n\n.. rest_method:: GET /locks\n"
        let parameters = "limit: !x\n  in: query\nmark:\n  in: query\n  in: path\n"
        #expect(
            headings(of: ["a.rst": page, "parameters.yaml": parameters]) == [
                "parameters.yaml:1:8: error: the tag '!x' is not supported [yaml-unsupported]",
                "parameters.yaml:5:3: warning: 'in' is here a second time; its first value counts"
                    + " [yaml-duplicate-key]",
            ])
    }

    @Test func pagesThatIncludeWithoutEnd() {
        var pages = ["a.md": "`GET /a`\n\n{% include f0.md %}\n"]
        for index in 0..<40 {
            pages["_includes/f\(index).md"] = "{% include f\(index + 1).md %}\n"
        }
        #expect(
            headings(of: pages) == [
                "_includes/f30.md:1:1: warning: includes grow without end at 'f31.md'; skipped here"
                    + " [include-too-deep]"
            ])
    }

    @Test func pagesWithoutAnOperation() {
        #expect(
            headings(of: ["a.md": "# Keys\n"]) == [
                "a.md:1:1: error: no page of 'Keys' documents an operation [no-operation]"
            ])
    }

    private func headings(of pages: [String: String]) -> [String] {
        let files = pages.keys.sorted().map { page($0, pages[$0] ?? "") }
        let findings = generate(Pages(name: "Keys", folder: "", files: files)).findings
        return findings.rendered(inColor: false).map { String($0.prefix { $0 != "\n" }) }
    }

    private func page(_ path: String, _ text: String) -> File {
        File(path: path, bytes: Array(text.utf8))
    }
}
