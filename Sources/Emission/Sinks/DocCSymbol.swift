/// The way to a symbol of the generated code: `Library/LibraryClient/listUsers(limit:)`.
///
/// It is put together from settled identifiers only, so that a page's text cannot lead anywhere.
struct DocCSymbol: Sendable {
    let path: String
    /// The name at the way's end.
    let name: String
    /// Whether the compiler leaves it out of what documentation is made from, as it does with all
    /// that has a name or a parameter with an underscore in front.
    let isHidden: Bool

    private init(path: String, name: String, isHidden: Bool) {
        self.path = path
        self.name = name
        self.isHidden = isHidden
    }

    /// A module as the package manager calls that of a target: what no name in C may hold is an
    /// underscore.
    init(module target: String) {
        let bytes = target.unicodeScalars.map { scalar -> UInt8 in
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            return scalar.isASCII && (byte.isLetter || byte.isDigit) ? byte : 0x5F
        }
        let name = String(decoding: bytes, as: UTF8.self)
        let beginsWithDigit = bytes.first.map(\.isDigit) ?? true
        path = beginsWithDigit ? "_" + name : name
        self.name = path
        isHidden = false
    }

    /// A type of a module, or a property, a static member or a case without a value of a type.
    func member(_ name: SwiftIdentifier) -> DocCSymbol {
        appending(name.name, names: [name])
    }

    /// One of the types that every API has.
    func member(_ name: StaticString) -> DocCSymbol {
        appending("\(name)", names: [])
    }

    func method(_ name: SwiftIdentifier, labels: [SwiftIdentifier]) -> DocCSymbol {
        appending(
            name.name + "(\(labels.map { $0.name + ":" }.joined()))", names: [name] + labels)
    }

    /// A case of an enumeration that carries a body, headers or both.
    func carrier(
        _ name: SwiftIdentifier, hasBody: Bool, labels: [SwiftIdentifier]
    ) -> DocCSymbol {
        let values = labels.map { $0.name + ":" }.joined()
        return appending(
            name.name + "(" + (hasBody ? "_:" : "") + values + ")", names: [name] + labels)
    }

    private func appending(_ component: String, names: [SwiftIdentifier]) -> DocCSymbol {
        DocCSymbol(
            path: path + "/" + component, name: component,
            isHidden: isHidden || names.contains { $0.name.hasPrefix("_") })
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool {
        (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self == 0x5F
    }

    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
