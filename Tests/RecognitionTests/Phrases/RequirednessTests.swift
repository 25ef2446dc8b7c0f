import Testing

@testable import Recognition

@Suite struct RequirednessTests {
    @Test(arguments: [
        ("true", "yes"), ("false", "no"), ("Yes", "yes"), ("no", "no"), ("Required", "yes"),
        ("Required.", "yes"), ("Optional", "no"), ("optional.", "no"), ("Y", "yes"), ("N", "no"),
        ("Conditional", "depends"), ("Yes (in one mode)", "depends"),
        ("Required if a is set", "depends"),
        ("✓", "yes"), ("*", "yes"), ("", "-"), ("No", "no"), ("mandatory", "yes"),
        ("not required", "no"), ("true, unless b", "yes"), ("none", "-"),
    ])
    func readsCells(text: String, expected: String) {
        #expect(answer(readRequiredness(cell: MarkedText(text))) == expected, "\(text)")
    }

    @Test(arguments: [
        ("Optional. The name", "no"), ("Required. The name", "yes"), ("(required) The name", "yes"),
        ("The name (optional)", "no"), ("<required> The name", "yes"),
        ("{{<required>}} The name", "yes"),
        ("The name. Required.", "yes"), ("Required when a is set.", "depends"),
        ("This field is required.", "yes"), ("This parameter is optional.", "no"),
        ("(string, required) The name", "yes"), ("Not required.", "no"),
        ("[optional] The name", "no"),
        ("The scopes required to do this", "-"), ("The optional name of it", "-"),
        ("Returns the required scopes.", "-"), ("String. Optional. The name", "no"),
        ("The name, required", "yes"), ("Required The name", "yes"), ("*Optional* The name", "no"),
        ("If it is set, a name is required.", "-"), ("Mandatory. The id", "yes"),
        ("Authentication is required.", "-"), ("This is an optional parameter.", "no"),
        ("Read permission required", "-"), ("Optional parameters follow", "-"),
    ])
    func readsRemarks(text: String, expected: String) {
        #expect(answer(readRequiredness(MarkedText(text))) == expected, "\(text)")
    }

    @Test(arguments: [
        ("name*", "name yes"), ("id=<node id>", "- -"), ("name *", "name yes"),
        ("name?", "name no"), ("name", "name -"),
        ("name (required)", "name yes"), ("name (string, optional)", "name no"),
        ("`name` required", "name yes"), ("roles.{ENTITY-ID}", "roles.{ENTITY-ID} -"),
        ("\"name\":", "name -"), ("name (deprecated)", "name -"), ("$skip", "$skip -"),
        ("name <optional>", "name no"), ("name[]", "name[] -"), ("a_b:", "a_b -"),
        ("name Required", "name yes"), ("name not required", "name no"), ("**name**", "name yes"),
    ])
    func readsNames(text: String, expected: String) {
        let name = readNameMarks(MarkedText(text))
        let required = name?.required.map { $0 ? "yes" : "no" } ?? "-"
        #expect("\(name?.name ?? "-") \(required)" == expected, "\(text)")
    }

    @Test func namesBringTheirTypes() {
        #expect(spelled(readNameMarks(MarkedText("name (string, optional)"))?.type) == "string")
        #expect(readNameMarks(MarkedText("name (deprecated)"))?.isDeprecated == true)
    }

    @Test(arguments: [
        ("May be null.", true), ("null if active", true), ("Deleted at (null if active)", true),
        ("the date or null", true), ("Nullable.", true), ("Can be null when absent", true),
        ("if not set null", nil), ("Will be null unless set", true), ("Must not be null", false),
        ("never null", false), ("cannot be null", false), ("Not nullable", false),
        ("non-null", false), ("The name", nil), ("null", true), ("string | null", true),
        ("Defaults to `null`", true), ("either a or `null`", true), ("is null until it ends", true),
        ("nullish", nil), ("Set to null to clear", true),
        ("If present and not `null`, it is used", nil),
        ("If null or empty, it varies", true), ("use null to revert", true),
        ("It is always `null`.", true), ("If you specify `null`, it chooses", true),
        ("`null` or a string", true),
        ("When `next` is `null`, it ends", nil),
    ])
    func readsNullability(text: String, expected: Bool?) {
        #expect(readNullability(MarkedText(text)) == expected, "\(text)")
    }

    private func answer(_ found: Requiredness?) -> String {
        guard let found else { return "-" }
        return found.required.map { $0 ? "yes" : "no" } ?? "depends"
    }
}
