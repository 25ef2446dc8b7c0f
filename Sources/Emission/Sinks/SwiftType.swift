import Mustache

/// A type in Swift code, put together from known words and settled identifiers only.
struct SwiftType: Hashable, Sendable {
    let code: String
    /// Whether it conforms to `WireText`, so that it can stand in a path, a query or a header.
    let isText: Bool

    private init(code: String, isText: Bool) {
        self.code = code
        self.isText = isText
    }

    /// A type that the generated support code or Foundation declares.
    static func known(_ name: StaticString, isText: Bool = false) -> SwiftType {
        SwiftType(code: "\(name)", isText: isText)
    }

    static func named(_ identifier: SwiftIdentifier, isText: Bool = false) -> SwiftType {
        SwiftType(code: identifier.code, isText: isText)
    }

    /// A type nested in another.
    static func nested(_ outer: SwiftIdentifier, _ inner: StaticString) -> SwiftType {
        SwiftType(code: outer.code + ".\(inner)", isText: false)
    }

    var array: SwiftType { SwiftType(code: "[\(code)]", isText: false) }
    var dictionary: SwiftType { SwiftType(code: "[String: \(code)]", isText: false) }
    var optional: SwiftType { SwiftType(code: "\(code)?", isText: isText) }
    var nullable: SwiftType { SwiftType(code: "Nullable<\(code)>", isText: false) }
    var paged: SwiftType { SwiftType(code: "Pages<\(code)>", isText: false) }
    var boxed: SwiftType { SwiftType(code: "Boxed<\(code)>", isText: false) }

    var value: TemplateValue { .text(SafeText(verbatimFromSink: Array(code.utf8))) }
}
