import SourceText

/// What a sample holds: heads of HTTP messages, values, and what had to be forgiven.
package struct JSONDocument: Hashable, Sendable {
    /// A request or status line and headers that stand before a body.
    package var heads: [HTTPHead]
    /// One value a document; two where a fence holds two.
    package var values: [JSONValue]
    /// One note a leniency, each with its place.
    package var repairs: [Repair]
    /// Why the text is no JSON even after repairs, and from where on; `values` then holds what was read before.
    package var failure: Repair?

    package init() {
        heads = []
        values = []
        repairs = []
    }

    /// Whether something is known to be left out of the values.
    package var isPartial: Bool {
        repairs.contains { repair in
            switch repair.kind {
            case .elision, .truncated, .missingValue: true
            default: false
            }
        }
    }

    /// Whether the text is one JSON value as RFC 8259 defines it, as it stands.
    package var isStrict: Bool {
        values.count == 1 && repairs.isEmpty && failure == nil
    }

    package struct Repair: Hashable, Sendable {
        package var kind: RepairKind
        package var range: ByteRange
        package var message: String

        package init(_ kind: RepairKind, _ range: ByteRange, _ message: String) {
            self.kind = kind
            self.range = range
            self.message = message
        }
    }
}

/// `HTTP/1.1 200 OK`, `GET /users HTTP/1.1` or `Status: 201 Created`, and the headers below it.
package struct HTTPHead: Hashable, Sendable {
    package var line: Line
    package var headers: [Header]
    package var range: ByteRange

    package enum Line: Hashable, Sendable {
        case request(method: String, target: String, range: ByteRange)
        case status(code: Int, reason: String, range: ByteRange)
        /// Headers without a first line.
        case none
    }

    package struct Header: Hashable, Sendable {
        package var name: String
        package var value: String
        package var range: ByteRange

        package init(name: String, value: String, range: ByteRange) {
            self.name = name
            self.value = value
            self.range = range
        }
    }

    package init(line: Line, headers: [Header], range: ByteRange) {
        self.line = line
        self.headers = headers
        self.range = range
    }
}
