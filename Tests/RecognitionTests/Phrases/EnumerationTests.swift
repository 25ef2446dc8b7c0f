import Testing

@testable import Recognition

@Suite struct EnumerationTests {
    @Test(arguments: [
        ("One of `a`, `b` or `c`.", "a b c"),
        ("State, which can be \"WAITING\", \"ACTIVE\", or \"GONE\"", "WAITING ACTIVE GONE"),
        ("either `a` or `b`", "a b"), ("Possible values: a, b, c", "a b c"),
        ("Possible values are: `a` or `b`.", "a b"), ("Valid values are `a`, `b`.", "a b"),
        ("Allowed values: `a` | `b`", "a b"), ("Must be one of: a, b", "a b"),
        ("Accepted values include `a` and `b`.", "a b"), ("`true` or `false`", "-"),
        ("Can be `true` or `false`.", "-"), ("a|b|c", "a b c"), ("`asc` or `desc`", "asc desc"),
        (
            "Things support ordering by the following fields: creationTime, login, name",
            "creationTime login name"
        ),
        ("Names such as `a` or `b`", "-"), ("Could be, e.g., `a`, `b`", "-"),
        ("For example `a` or `b`", "-"),
        ("The mode. One of `x-1`, `x-2`, etc.", "-"),
        ("The scope is one of the following: `a`, `b`", "a b"),
        ("Supported values for this field are `a`, `b` and `c`.", "a b c"),
        ("Valid options are \"a\" and \"b\"", "a b"), ("The name of `a` in `b`", "-"),
        ("One of the users in the list", "-"), ("It can be changed later", "-"),
        ("Must be either `a` or `b`.", "a b"), ("Possible values:\n- `a`\n- `b`", "a b"),
        ("values: a, b, c", "a b c"), ("Enum: a, b", "a b"), ("string|null", "-"),
        ("Order of it (one of asc, desc)", "asc desc"),
        ("Valid values are either 'a' or 'b'", "a b"),
        ("The `status` can be `UP` or `DOWN`", "UP DOWN"), ("Available options: `a`, `b`", "a b"),
        ("Permitted values of the field: `x`", "x"), ("The only one of its kind", "-"),
        ("`null` while the state is `a` or `b`", "-"),
        ("Supported algorithms are `a` and `b`", "a b"),
        ("Potential domains are \"A\", \"B\", and \"C\".", "A B C"),
        ("The instance (possible values: `A`, `B`)", "A B"),
        ("Valid values are:<br>- Ab<br>- Cd<br>More may be added", "-"),
        ("{unit} possible values are: day, hour and week.", "-"),
        ("{unit} sets the width. Its values are 'day' or 'hour'.", "-"),
        ("The possible values are: Sign | Meaning | value type", "-"),
        ("Role: `\"a\"`, `\"b\"`, or `\"c\"`", "a b c"),
        ("Values for it include \"A b\" and \"C\".", "A b C"),
        ("can be `a`, `b` or `null`", "a b"), ("Lines to show: `all` or `<number>`", "-"),
        ("Either `a` or `b` must be given.", "-"), ("Provide exactly one of `a` or `b`", "-"),
        ("`GET /a` or `GET /b`", "-"), ("Returned if the kind is one of `a`, `b`", "-"),
        ("Examples for one driver may be: `a`, `b` or `c`", "-"),
        ("The value is either:\n- `A`. It decides.\n- `B`. You decide.", "A B"),
        ("Valid values are:\n\n* `a` - x\n* `b` - y", "a b"),
    ])
    func readsValues(text: String, expected: String) {
        let values = readEnumeration(MarkedText(text))?.values.map(\.value).joined(separator: " ")
        #expect((values ?? "-") == expected, "\(text)")
    }

    @Test(arguments: [
        ("Possible values: `a` - the first, `b` - the second.", "a=the first b=the second"),
        ("Possible values:\n`0`: none at all\n`1`: some", "0=none at all 1=some"),
        ("One of `a` (first) or `b` (second)", "a=first b=second"),
        (
            "Can be `asc` for ascending or `desc` for descending.",
            "asc=for ascending desc=for descending"
        ),
        ("Valid values are:\n* `a` - one, more or less\n* `b` - two", "a=one, more or less b=two"),
        (
            "Possible values are integers mapped as::\n0: NONE\n1: RUN\n3: HALT",
            "0=NONE 1=RUN 3=HALT"
        ),
        ("Possible values are: 0: NONE 1: RUN", "0=NONE 1=RUN"),
        (
            "This can be one of: - `A`: image is up - `B`: image is in use",
            "A=image is up B=image is in use"
        ),
        ("Values are:\n- `A`. The API decides.\n- `B`. You do.", "A=The API decides B=You do"),
    ])
    func readsDescriptions(text: String, expected: String) {
        let values = readEnumeration(MarkedText(text))?.values
            .map { "\($0.value)=\($0.description ?? "-")" }.joined(separator: " ")
        #expect((values ?? "-") == expected, "\(text)")
    }

    @Test func codeRangesAreValues() {
        let text = MarkedText("one of a, b", code: [7..<8, 10..<11])
        #expect(readEnumeration(text)?.values.map(\.value) == ["a", "b"])
        #expect(readEnumeration(text)?.values.first?.range == 7..<8)
    }

    @Test func booleansAreNoEnumeration() {
        #expect(namesBooleanValues(MarkedText("Can be `true` or `false`.")))
        #expect(namesBooleanValues(MarkedText("true/false")))
        #expect(namesBooleanValues(MarkedText("1/True/true or 0/False/false, the thing")))
        #expect(!namesBooleanValues(MarkedText("Set to true to do it")))
    }

    @Test(arguments: [
        ("default: x", "x"), ("Defaults to `x`", "x"), ("Size (default `10`)", "10"),
        ("(default 10)", "10"),
        ("The default is 5.", "5"), ("Default value: true", "true"),
        ("By default, `a` is used", "a"),
        ("By default, it is off", "-"), ("The default behavior", "-"), ("Default: the name", "-"),
        ("Defaults to the current time", "-"), ("defaults to \"a b\"", "a b"), ("default=20", "20"),
        ("Default is `false`.", "false"), ("Default value is `asc`", "asc"),
        ("(default: asc)", "asc"),
        ("Defaults to ascending.", "-"), ("Default 0", "0"), ("`a` (default) or `b`", "a"),
        ("`a` by default", "a"), ("Return it. Default `a`.", "a"),
        ("By default this is False.", "False"), ("*Optional, default:* `a`", "a"),
        ("Defaults to 0.5 if absent", "0.5"),
        ("The default value is set to `7`", "7"),
        ("Use the default `a`", "-"), ("No default.", "-"), ("Default: []", "[]"),
    ])
    func readsDefaults(text: String, expected: String) {
        #expect((readDefault(MarkedText(text))?.value ?? "-") == expected, "\(text)")
    }

    @Test(arguments: [
        ("Maximum 255 characters", "len ..255"), ("between 1 and 100", "1..100"),
        ("at least 1", "1.."),
        ("At most 50", "..50"), ("max: 50", "..50"), ("min 3 characters", "len 3.."),
        ("Must be >= 0", "0.."),
        ("maximum length of 64", "len ..64"), ("up to 20 characters", "len ..20"),
        ("Between 3 and 9 characters", "len 3..9"),
        ("must not exceed 100", "..100"), ("The maximum number of results: 50", "-"),
        ("from 1 to 5", "1..5"),
        ("maxLength: 10", "len ..10"), ("minimum value is 2", "2.."), ("The name", "-"),
        ("<= 9", "..9"),
        ("at least one", "-"), ("from the first", "-"), ("between a and b", "-"),
    ])
    func readsLimits(text: String, expected: String) {
        #expect(limits(readConstraints(MarkedText(text))) == expected, "\(text)")
    }

    private func limits(_ limits: ConstraintPhrase?) -> String {
        guard let limits else { return "-" }
        let length = limits.minimumLength != nil || limits.maximumLength != nil
        if length {
            return
                "len \(limits.minimumLength.map(String.init) ?? "")..\(limits.maximumLength.map(String.init) ?? "")"
        }
        return "\(limits.minimum ?? "")..\(limits.maximum ?? "")"
    }
}
