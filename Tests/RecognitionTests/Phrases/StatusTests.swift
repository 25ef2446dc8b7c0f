import APIModel
import Testing

@testable import Recognition

@Suite struct StatusTests {
    @Test(arguments: [
        ("200", "200 -"), ("`200 OK`", "200 OK"), ("200 OK", "200 OK"), ("**200** – ok", "200 ok"),
        ("4XX", "4XX -"),
        ("default", "default -"),
        ("HTTP/1.1 200 OK", "200 OK"), ("Response: 200 Ok", "200 Ok"), ("Status Code 403", "403 -"),
        ("Status Code **200**", "200 -"), ("Status: 201 Created", "201 Created"),
        ("200: OK", "200 OK"),
        ("404 Not Found", "404 Not Found"), ("5xx", "5XX -"), ("200 - no error", "200 no error"),
        ("> 200 Response", "200 Response"), ("HTTP/2 204", "204 -"), ("The 200 users", "-"),
        ("1000", "-"),
        ("600", "-"), ("20", "-"), ("code 200", "200 -"),
        ("401 (Unauthorized)", "401 Unauthorized"),
        ("Response 202 Accepted", "202 Accepted"),
    ])
    func readsCodes(text: String, expected: String) {
        let phrase = readStatus(MarkedText(text))
        let found = phrase.map { "\(spelled($0.status)) \($0.reason ?? "-")" } ?? "-"
        #expect(found == expected, "\(text)")
    }

    @Test func readsLists() {
        let normal = readStatusList(MarkedText("Normal response codes: 200, 202"))
        #expect(normal.map { spelled($0.status) } == ["200", "202"])
        let errors = readStatusList(
            MarkedText("Error response codes: unauthorized(401), forbidden(403), itemNotFound(404)")
        )
        #expect(errors.map { spelled($0.status) } == ["401", "403", "404"])
        #expect(errors.map(\.reason) == ["unauthorized", "forbidden", "itemNotFound"])
    }

    @Test(arguments: [
        ("To view it, you must be assigned the 'view_org_users' permission.", "view_org_users"),
        (
            "This endpoint requires user management permissions (WORKSPACES role or higher).",
            "WORKSPACES+"
        ),
        ("Requires WORKSPACES role or higher to access it", "WORKSPACES+"),
        ("Required roles: `admin`", "admin"),
        ("Required scopes: `a:read`, `a:write`", "a:read a:write"),
        ("Requires the `a:read` scope.", "a:read"),
        ("You need the `x` and `y` permissions.", "x y"), ("The role of the user", "-"),
        ("Permissions: read.all", "read.all"),
        ("requires the role `owner`", "owner"), ("The user's permissions", "-"),
        ("Required roles: admin, developer", "admin developer"),
        ("role: Filter the results by role", "-"), ("Databases have the `_admin` role.", "-"),
        ("Scopes: ap:gateway:read", "ap:gateway:read"),
    ])
    func readsPermissions(text: String, expected: String) {
        let found = readPermissions(MarkedText(text)).map { $0.name + ($0.isMinimum ? "+" : "") }
        #expect((found.isEmpty ? "-" : found.joined(separator: " ")) == expected, "\(text)")
    }
}

func spelled(_ status: Response.Status) -> String {
    switch status {
    case .code(let code): return String(code)
    case .range(let first): return "\(first)XX"
    case .default: return "default"
    }
}
