import APIModel
import JSONText
import Recognition

extension Draft {
    /// "An object with a `Name` of either `always` or `never`": what holds members is none of the
    /// values that its description lists. They are those of the one member that samples show with
    /// one of them; unless places of other names hold the same object, of whom nobody says so.
    func passValuesToMember(below key: String?) {
        guard mayPassValues, let object = objectPlace.object,
            object.spelling == key.map({ objectWords(of: $0).joined(separator: " ") })
        else { return }
        let listed = Set(values.map(\.value.value))
        let fitting = object.names.compactMap { object.properties[$0.value] }
            .filter { $0.values.isEmpty && $0.shows(oneOf: listed) }
        guard fitting.count == 1, let member = fitting.first else { return }
        member.values = values
        values = []
    }

    /// Whether a sample or the default is one of these texts.
    fileprivate func isOne(of listed: Set<String>) -> Bool {
        shows(oneOf: listed) || defaults.contains { listed.contains($0.value) }
    }

    var mayPassValues: Bool {
        !values.isEmpty && !shown.contains { $0.value == .string } && objectPlace.isObject
    }

    private func shows(oneOf listed: Set<String>) -> Bool {
        scalars.contains { scalar in
            guard case .string(let text) = scalar.value.node else { return false }
            return listed.contains(text)
        }
    }
}

extension OperationDraft {
    /// What is sent under a name comes back under it: where the answer lists the values of `state`,
    /// and the request shows `state` with one of them, it takes these.
    func adoptAnsweredValues() {
        guard let sent = requestBody.draft.objectPlace.object else { return }
        for response in responses where !response.isError {
            guard let answer = response.body.draft.objectPlace.object, answer !== sent else {
                continue
            }
            for name in sent.names {
                guard let member = sent.properties[name.value], member.listedValues == nil,
                    member.object == nil, member.items == nil,
                    member.types.allSatisfy({ $0.value.kind == .string(.plain) }),
                    let values = answer.properties[name.value]?.listedValues,
                    member.isOne(of: Set(values.map(\.value.value)))
                else { continue }
                member.values = values
            }
        }
    }
}

extension Uniting {
    /// "Type of task", said of a member `type`: it has the values that the task object lists for
    /// its own.
    func adoptToldValues(at member: Draft, called name: String) {
        guard !registry.objects.isEmpty, member.listedValues == nil, member.object == nil,
            member.items == nil,
            member.types.allSatisfy({ $0.value.kind == .string(.plain) })
        else { return }
        for description in member.descriptions {
            guard let owner = owner(of: name, toldBy: description.value) else { continue }
            let found = registry.objects(called: [owner]).filter(\.isCalledObject)
            guard found.count == 1, let object = found[0].draft.objectPlace.object,
                let told = object.properties[name], told !== member,
                let values = told.listedValues
            else { continue }
            member.values = values
            return
        }
    }

    /// `task` of "Type of the task.", where the member is called `type`.
    private func owner(of name: String, toldBy description: String) -> String? {
        let sentence = Substring(description.utf8.prefix { !".,(".utf8.contains($0) })
        // Every description is asked, and few are this short: three words, each with its article.
        let pieces = sentence.utf8.split(separator: UInt8(ascii: " "), maxSplits: 6)
        guard pieces.count <= 6, pieces.count(where: { !isArticle($0) }) == 3 else { return nil }
        let words = Recognition.words(of: String(sentence)).filter { !isArticle($0.utf8) }
        guard words.count == 3, words[0] == name.lowercased(), words[1] == "of" else { return nil }
        return singularForm(words[2])
    }
}

/// Whether these bytes are `a`, `an` or `the`, with or without a capital.
private func isArticle(_ word: some Collection<UInt8>) -> Bool {
    ["a", "an", "the"].contains { $0.utf8.elementsEqual(word.lazy.map { $0 | 0x20 }) }
}
