/// What a template can ask for by name.
///
/// There is deliberately no way from `String` to a value: text of a page enters as `SafeText`
/// only, which a sink of Emission makes for the context the template puts it in.
///
/// What a value holds stands behind an array anyway, so it needs no box of its own: a large site has
/// millions of them.
package enum TemplateValue: Sendable {
    /// A name that is known and has nothing to say: renders as nothing, a section skips it.
    case absent
    /// Steers sections; interpolated, it is `true` or `false`.
    case boolean(Bool)
    case text(SafeText)
    /// A section repeats for each; an empty list skips it.
    case list([TemplateValue])
    case object(TemplateObject)
}

/// Bytes that are already encoded for the one context they are meant for.
///
/// The initializer's label is its warning: only the sinks of Emission may call it, and a test
/// over the sources holds that.
package struct SafeText: Sendable {
    package let bytes: [UInt8]

    package init(verbatimFromSink bytes: [UInt8]) {
        self.bytes = bytes
    }
}

/// Names and their values, in the order `show context` prints them.
///
/// A handful of members is searched faster than hashed.
package struct TemplateObject: Sendable {
    package private(set) var members: [Member]

    package struct Member: Sendable {
        package let name: String
        package var value: TemplateValue
    }

    package init() {
        members = []
    }

    /// Setting a name again replaces its value.
    package subscript(name: String) -> TemplateValue? {
        get {
            var index = 0
            while index < members.count {
                if members[index].name == name { return members[index].value }
                index += 1
            }
            return nil
        }
        set {
            let index = members.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(name: name, value: value))
            case (nil, nil): break
            }
        }
    }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, TemplateValue)...) {
        members = elements.map { Member(name: $0, value: $1) }
    }
}

extension TemplateValue {
    /// What sections take for "no": only false, nothing, and the empty list. Empty text is text.
    var isFalse: Bool {
        switch self {
        case .absent: true
        case .boolean(let value): !value
        case .list(let values): values.isEmpty
        case .text, .object: false
        }
    }
}
