import APIModel
import Testing

@testable import Recognition

@Suite struct NameTests {
    @Test(arguments: [
        ("orgUserID", "org user id"), ("org_user_id", "org user id"),
        ("Org User ID", "org user id"), ("HTTPServer", "http server"),
        ("kebab-case-name", "kebab case name"), ("teamIDs", "team ids"),
        ("Manufacturer's Price", "manufacturer price"),
        ("roles.roleName", "roles role name"), ("a", "a"), ("", ""), ("SKU", "sku"),
        ("__typename", "typename"),
    ])
    func splitsNames(name: String, expected: String) {
        #expect(words(of: name).joined(separator: " ") == expected)
    }

    @Test(arguments: [
        ("users", "user"), ("permissions", "permission"), ("categories", "category"),
        ("addresses", "address"), ("statuses", "status"),
        ("status", "status"), ("boxes", "box"), ("people", "person"), ("databases", "database"),
        ("responses", "response"),
        ("classes", "class"), ("indices", "index"), ("houses", "house"), ("data", "data"),
        ("keys", "key"), ("branches", "branch"),
        ("series", "series"), ("analysis", "analysis"), ("ties", "tie"), ("aliases", "alias"),
    ])
    func findsSingulars(plural: String, singular: String) {
        #expect(singularForm(plural) == singular)
    }

    @Test(arguments: [
        ("Permission Assignments Object", "permission_assignments", NameAgreement.same),
        ("Permissions Object List", "permissions", .same),
        ("User", "users", .same), ("Person Object:", "person", .same),
        ("Organization User", "org_user", .related),
        ("SKU Measurements Object", "measurements", .related),
        ("Manufacturer's Suggested Retail Price (MSRP) Range Object", "msrp_range", .same),
        ("Person", "status", .different), ("The line item object", "lineItems", .same),
        ("User", "", .different), ("List", "lists", .same),
        ("Datacenter", "data_center", .same),
    ])
    func matchesTitlesWithKeys(title: String, key: String, expected: NameAgreement) {
        #expect(agreement(of: title, with: key) == expected, "\(title)")
        #expect(namesMatch(title, key) == (expected == .same))
    }

    @Test(arguments: [
        ("c3fb688d-4aca-42d4-9db1-cc268c465892", StringFormat.uuid), ("2020-01-31", .date),
        ("2020-13-31", .plain),
        ("2020-01-31T12:00:00Z", .dateTime), ("2020-01-31T12:00:00.123456+00:00", .dateTime),
        ("2020-01-31T12:00:00+0100", .dateTime),
        ("2020-01-31T12:00:00", .plain), ("2020-01-31 12:00:00", .plain), ("https://x.io/a", .uri),
        ("https://{host}/a", .plain),
        ("a@b.io", .email), ("a@b", .plain), ("a b@c.io", .plain), ("", .plain), ("name", .plain),
        ("12345678-1234", .plain),
        ("2020-01-31T25:00:00Z", .plain), ("ftp://h/f", .uri), ("http://", .plain),
        ("2020-01-31T12:00:00.Z", .plain),
    ])
    func seesFormats(sample: String, expected: StringFormat) {
        #expect(stringFormat(of: sample) == expected, "\(sample)")
    }

    @Test(arguments: [
        ("unit_price", true), ("dropshipFee", true), ("cost_per_unit", true), ("amount", true),
        ("price_currency", false),
        ("price_id", false), ("total", false), ("name", false), ("msrp", true), ("tax_code", false),
    ])
    func knowsMoney(name: String, expected: Bool) {
        #expect(isMoneyName(name) == expected, "\(name)")
    }

    @Test(arguments: [
        ("password", true), ("Authorization", true), ("api_key", true), ("apiKey", true),
        ("X-Auth-Token", true), ("access_token", true),
        ("client_secret", true), ("nextPageToken", false), ("token_type", false),
        ("public_key", false), ("key", false),
        ("has_password", false), ("Cookie", true), ("name", false), ("privateKey", true),
        ("token", true),
    ])
    func knowsCredentials(name: String, expected: Bool) {
        #expect(isCredentialName(name) == expected, "\(name)")
    }

    @Test(arguments: [
        ("https://x.io/api/a/all/", "/api/a/all/", "https://x.io"),
        ("https://x.io/v1/orgs/59/users?p=1", "/orgs/{id}/users", "https://x.io/v1"),
        ("HOST_URL/a/b", "/a/{x}", "HOST_URL"), ("/a/b", "/a/{x}", ""),
        ("https://x.io/b/c", "/a/{x}", "-"), ("https://x.io/a", "/a/{x}", "-"),
        ("https://x.io/a/{id}/", "/a/{x}", "https://x.io"), ("https://x.io", "/", "https://x.io"),
        ("https://x.io/f/1.json", "/f/{x}.json", "https://x.io"),
        ("https://x.io/f/.json", "/f/{x}.json", "-"),
        ("http://h:1/apis/smd/v2/S", "/S", "http://h:1/apis/smd/v2"),
    ])
    func findsServers(url: String, path: String, expected: String) {
        let template = readPath(path)?.template ?? PathTemplate([])
        #expect((matchURL(url, to: template) ?? "-") == expected, "\(url)")
    }
}
