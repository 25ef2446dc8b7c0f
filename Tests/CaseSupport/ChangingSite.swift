/// A site whose pages change, each time in another way: the same number gives the same changes.
///
/// Its pages share a fragment, members and objects, so that what changes on one shows in what was
/// made of others.
package struct ChangingSite {
    private var chance: UInt64
    private var pages: [Page] = []
    private var option = "verbose"
    private var isCorrected = false

    private struct Page {
        let number: Int
        var path: String
        var remark = "What it is called"
        var fields: [(name: String, type: String)]
        var owner = "id"
        var includes = true
    }

    package init(_ seed: Int) {
        chance = UInt64(seed) &* 2_654_435_761 &+ 88_172_645_463_325_252
        for number in 0..<8 { pages.append(page(number)) }
    }

    /// Every file, in the order in which a folder lists them.
    package var files: [(path: String, text: String)] {
        let rows =
            "| Parameter | Type | Description |\n|---|---|---|\n| \(option) | string | Says more |\n"
        return [("_includes/option.md", rows)] + pages.map { ("p\($0.number).md", text(of: $0)) }
    }

    /// What stands in the file of corrections, once there is one.
    package var corrections: String? {
        guard isCorrected, let page = pages.first else { return nil }
        return "`GET \(page.path)/{id}` response 200 `id` is nullable\n"
    }

    /// Changes something on one page, in the fragment or in the corrections.
    package mutating func change() {
        let index = Int(next(pages.count))
        switch next(12) {
        case 0: pages[index].remark = word() + " of it"
        case 1: pages[index].fields.append((word(), type()))
        case 2: if pages[index].fields.count > 1 { pages[index].fields.removeLast() }
        case 3: pages[index].fields[0].type = type()
        case 4: pages[index].owner = word()
        case 5: pages[index].path = "/\(word())/\(index)"
        case 6: pages.append(page((pages.last?.number ?? 0) + 1))
        case 7: if pages.count > 2 { pages.remove(at: index) }
        case 8: option = word()
        case 9: isCorrected.toggle()
        case 10: pages[index].includes.toggle()
        default: pages.swapAt(0, index)
        }
    }

    private mutating func page(_ number: Int) -> Page {
        var page = Page(number: number, path: "/\(word())/\(number)", fields: [("id", "integer")])
        for _ in 0..<next(4) { page.fields.append((word(), type())) }
        return page
    }

    private func text(of page: Page) -> String {
        let rows = page.fields.map { "| \($0.name) | \($0.type) | no | \(page.remark) |\n" }
            .joined()
        let owner = page.number % 3 == 0 ? ", \"owner\": {\"id\": 1, \"\(page.owner)\": \"x\"}" : ""
        return """
            # Show thing \(page.number)

            `GET \(page.path)/{id}`

            \(page.includes ? "{% include option.md %}" : "")

            ### Response

            Status: `200 OK`

            ```json
            {"id": 7, "\(page.fields.last?.name ?? "id")": null\(owner)}
            ```

            | Field | Type | Required | Description |
            |---|---|---|---|
            \(rows)
            ### Errors

            | Status | Description |
            |---|---|
            | 404 | There is no \(page.owner) |

            """
    }

    private mutating func word() -> String {
        let words = [
            "alarm", "basket", "city", "driver", "engine", "folder", "garden", "hotel", "lamp",
        ]
        return words[Int(next(words.count))]
    }

    private mutating func type() -> String {
        let types = ["string", "integer", "boolean", "number", "array of strings"]
        return types[Int(next(types.count))]
    }

    /// Less than `limit`, by the generator that Marsaglia named xorshift.
    private mutating func next(_ limit: Int) -> UInt64 {
        chance ^= chance << 13
        chance ^= chance >> 7
        chance ^= chance << 17
        return chance % UInt64(limit)
    }
}
