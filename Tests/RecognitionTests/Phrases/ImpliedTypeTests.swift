import Testing

@testable import Recognition

@Suite struct ImpliedTypeTests {
    @Test(arguments: [
        ("Number of items a page", "integer"), ("The number of seconds to wait", "integer"),
        ("Total number of users", "integer"),
        ("number of the invoice", "-"), ("Whether it is on", "boolean"),
        ("Flag that indicates its state", "boolean"),
        ("If true, it is sent", "boolean"), ("Set to `true` to send it", "boolean"),
        ("True if it is on", "boolean"),
        ("Indicates whether it is on", "boolean"), ("Boolean value, it is on", "boolean"),
        ("Unix timestamp of it", "integer"),
        ("1/True/true or 0/False/false, do it", "boolean"), ("The name", "-"),
        ("If set, it is sent", "-"), ("Flag of a country", "-"),
        ("Maximum number of results", "integer"), ("Count of people", "integer"), ("A number", "-"),
        ("", "-"), ("When set to true it runs", "boolean"),
    ])
    func reads(text: String, expected: String) {
        #expect(spelled(readImpliedType(MarkedText(text))) == expected, "\(text)")
    }
}
