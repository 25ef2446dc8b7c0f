import SourceText

/// Places of values that were read from a copy of the page's text.
extension JSONDocument {
    /// Lets every range be what a function makes of it.
    package func moved(_ place: (ByteRange) -> ByteRange) -> JSONDocument {
        var document = self
        document.heads = heads.map { $0.moved(place) }
        document.values = values.map { $0.moved(place) }
        document.repairs = repairs.map { Repair($0.kind, place($0.range), $0.message) }
        document.failure = failure.map { Repair($0.kind, place($0.range), $0.message) }
        return document
    }
}

extension JSONValue {
    package func moved(_ place: (ByteRange) -> ByteRange) -> JSONValue {
        switch node {
        case .array(let items):
            return JSONValue(.array(items.map { $0.moved(place) }), place(range))
        case .object(let members):
            let moved = members.map { member in
                Member(
                    key: member.key, keyRange: place(member.keyRange),
                    value: member.value.moved(place), comment: member.comment)
            }
            return JSONValue(.object(moved), place(range))
        case .null, .boolean, .number, .string, .word, .elision:
            return JSONValue(node, place(range))
        }
    }
}

extension HTTPHead {
    fileprivate func moved(_ place: (ByteRange) -> ByteRange) -> HTTPHead {
        var head = self
        head.range = place(range)
        head.headers = headers.map {
            Header(name: $0.name, value: $0.value, range: place($0.range))
        }
        switch line {
        case .request(let method, let target, let range):
            head.line = .request(method: method, target: target, range: place(range))
        case .status(let code, let reason, let range):
            head.line = .status(code: code, reason: reason, range: place(range))
        case .none: break
        }
        return head
    }
}
