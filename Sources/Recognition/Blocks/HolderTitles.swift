import APIModel

extension Reading {
    /// Keeps what later titles may be called after.
    mutating func noteNames(of statement: Statement) {
        switch statement {
        case .request(let request):
            lastRequest = request
            holders = [:]
        case .fields(let list):
            for field in list.fields where field.mayHoldOthers {
                holders[field.name.value] = field.type != nil
            }
            // "Contact" is what `contact`, of the type `Contact`, holds.
            for field in list.fields {
                guard let name = field.type?.value.nameWithoutLink else { continue }
                holders[name.lowercased()] = true
            }
        default: break
        }
    }

    /// "data items", "Entries of lines": what a member of the lists above holds, as "`data` items" says
    /// in any place.
    func holder(titledBy title: MarkedText) -> SectionRole? {
        var words = title.tokens.filter { !$0.word.isEmpty }
        if ["the", "each", "every"].contains(words.first?.word) { words.removeFirst() }
        // "Filters" below a list that has `filters`, an object.
        if words.count == 1, words[0].kind == .word, let name = objects(named: words[0].word) {
            return .object(name: name, isList: false)
        }
        guard (2...4).contains(words.count), let first = words.first, let last = words.last,
            words.allSatisfy({ $0.kind == .word })
        else { return nil }
        let middle = words.dropFirst().dropLast().map(\.word)
        let isFront = isWordOfMembers(last.word) && middle.isEmpty
        let isBack =
            isWordOfMembers(first.word) && middle.allSatisfy { ["of", "in", "the"].contains($0) }
            && !middle.isEmpty
        guard isFront || isBack else { return nil }
        // A title begins with a capital that the member's name does not have.
        let token = isFront ? first : last
        guard let name = [token.text, token.word].first(where: { holders[$0] != nil }) else {
            return nil
        }
        return .object(name: name, isList: false)
    }
}

extension Reading {
    /// The member of this name that is said to be an object or a list.
    private func objects(named word: String) -> String? { holders[word] == true ? word : nil }
}

extension Field {
    /// Whether its type leaves room for members.
    fileprivate var mayHoldOthers: Bool {
        switch type?.value.kind {
        case nil, .object, .array, .dictionary, .any, .unknown: true
        default: false
        }
    }
}

extension TypeExpression {
    /// The name of an object, or of those in a list, that leads nowhere yet.
    fileprivate var nameWithoutLink: String? {
        switch kind {
        case .reference(let name, nil): name
        case .array(let element?): element.nameWithoutLink
        default: nil
        }
    }
}

extension SectionRole {
    /// Whether a title of this role may be that of a member: `filters` is called as filters are.
    var mayTitleHolder: Bool {
        switch self {
        case .other, .parameters(location: nil, required: nil): true
        default: false
        }
    }
}
