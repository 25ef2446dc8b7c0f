/// Sites and pages larger than any that people write, made anew for each use.
///
/// Each operation has a path, a parameter, a list of values and a sample of its own, and members
/// that others share, so that every stage has to compare as much as it would on a real site.
package enum LargeSite {
    /// As many pages as a site may have, each with little more than its request line.
    package static func briefPages(_ count: Int) -> [(path: String, text: String)] {
        (0..<count).map { number in
            ("p\(number).md", "# Show thing\n\n`GET /things\(number)/{id}`\n")
        }
    }

    /// One page an operation, as paths and texts.
    package static func pages(_ count: Int) -> [(path: String, text: String)] {
        (0..<count).map { number in
            let digits = String(repeating: "0", count: 5 - min(5, "\(number)".count)) + "\(number)"
            return ("p\(digits).md", operation(number, heading: "#"))
        }
    }

    /// One page of about as many bytes.
    package static func page(bytes: Int) -> String {
        var text = ""
        var number = 0
        while text.utf8.count < bytes {
            text += operation(number, heading: "##") + "\n" + filler
            number += 1
        }
        return text
    }

    /// A page whose fragments each include the next twice: 2^30 of the last.
    package static var fan: [(path: String, text: String)] {
        var files = [("page.md", "# A\n\n`GET /a`\n\n{% include f0.md %}\n")]
        for depth in 0..<30 {
            let next = "{% include f\(depth + 1).md %}\n\n"
            files.append(("_includes/f\(depth).md", next + next))
        }
        files.append(("_includes/f30.md", "| Name | Type |\n|---|---|\n| a | integer |\n"))
        files.append(("other.md", "# B\n\n`GET /b`\n"))
        return files
    }

    private static func operation(_ number: Int, heading: String) -> String {
        """
        \(heading) Show thing \(number)

        `GET /things\(number)/{id}`

        | Query parameter | Type | Required | Description |
        |---|---|---|---|
        | limit | integer | no | How many things |
        | kind\(number % 50) | string | yes | One of `a\(number % 7)`, `b` |

        Response:

        ```json
        {"id": \(number), "owner": {"id": 1, "age": 2}, "field\(number % 100)": "x"}
        ```

        """
    }

    private static let filler = String(
        repeating: "Some words that say more than one needs to know of it.\n", count: 20)
}
