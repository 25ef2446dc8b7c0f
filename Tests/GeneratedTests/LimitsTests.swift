import Foundation
import Testing

@testable import Bindery
@testable import Thanos

/// What a server holds a value to, as far as an API states limits of that kind.
@Suite struct LimitsTests {
    @Test func holdsNumbersToTheirBounds() {
        let limits = Bindery.Limits(minimum: 1, maximum: 2.5)
        #expect(limits.complaint(about: 0) == "is below 1")
        #expect(limits.complaint(about: 3) == "is above 2.5")
        #expect(limits.complaint(about: 2) == nil)
    }

    @Test func holdsTextsToTheirLengths() {
        let limits = Bindery.Limits(minimumLength: 2, maximumLength: 3)
        #expect(limits.complaint(about: "é") == "is shorter than 2 characters")
        #expect(limits.complaint(about: "abcd") == "is longer than 3 characters")
        #expect(limits.complaint(about: "äöü") == nil)
    }

    @Test(arguments: [
        ("ada@example.org", true), ("a.b+c@x-y.example", true), ("a'b@c", true),
        ("é@example.org", false),
        ("ada", false), ("@example.org", false), ("ada@", false), ("a@b@c", false),
        ("a..b@c.d", false), (".a@b.c", false), ("a.@b.c", false), ("a@.c", false),
        ("a@b.", false), ("a@-b.c", false), ("a@b-.c", false), ("a b@c.d", false),
        ("a\n@c.d", false), ("a@b,c", false), ("", false),
        ("x@é.org", false), ("x@a'b", false), ("x@a_b.c", false),
    ])
    func holdsAddressesToTheirForm(_ text: String, _ isAddress: Bool) {
        let complaint = Thanos.Limits(isEmail: true).complaint(about: text)
        #expect((complaint == nil) == isAddress, "\(text)")
    }
}
