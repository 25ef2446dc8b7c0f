import APIModel
import Recognition
import SourceText

/// Gives every operation an identifier: the page's name for it where that speaks, else its
/// method and path; unique over the API by adding what tells it from its namesakes.
func operationIDs(_ wishes: [OperationWish]) -> [String] {
    var count: [String: Int] = [:]
    for wish in wishes { count[wish.short.lowercased(), default: 0] += 1 }
    var settled = NumberedNames()
    return wishes.map { wish in
        let isAlone = count[wish.short.lowercased()] == 1
        var candidates = isAlone ? [wish.short] : []
        if !wish.long.isEmpty { candidates.append(wish.long) }
        return candidates.first { settled.take($0) }
            ?? wish.short + String(settled.number(behind: wish.short))
    }
}

/// What an operation could be called.
struct OperationWish {
    /// From the page's name: `getAllUsers`.
    let short: String
    /// From method and path: `getOrganizationsUsersAll`.
    let long: String

    init(id: String? = nil, name: String?, method: Method, path: PathTemplate) {
        let pathWords = path.speakingWords
        let long = lowerCamel([method.rawValue.lowercased()] + pathWords)
        let nameWords = name.map { words(of: $0).map { $0.lowercased() } } ?? []
        let speaks = nameWords.contains { word in word.utf8.contains { $0 >= 0x61 && $0 <= 0x7A } }
        if let id, id.isIdentifier {
            short = id
            self.long = long
            return
        }
        short = speaks && nameWords.count <= 12 ? lowerCamel(nameWords) : long
        self.long = long
    }
}

extension String {
    /// Whether it is a name that code can use as it stands.
    fileprivate var isIdentifier: Bool {
        guard let first = utf8.first, first >= 0x61, first <= 0x7A else { return false }
        return unicodeScalars.allSatisfy { $0 != "_" && $0.properties.isXIDContinue }
    }
}

extension PathTemplate {
    /// The words of the path's segments; placeholders as "by" and their words.
    var speakingWords: [String] {
        var result: [String] = []
        for part in parts {
            switch part {
            case .literal(let text): result += words(of: text).map { $0.lowercased() }
            case .placeholder(let name): result += ["by"] + words(of: name).map { $0.lowercased() }
            }
        }
        return result
    }

    /// The last literal word before any placeholder at the end: what the operation is about.
    var noun: String? {
        for part in parts.reversed() {
            guard case .literal(let text) = part else { continue }
            let segments = text.split(separator: "/").filter { segment in
                let word = segment.lowercased()
                return !["all", "list", "detail", "search", "json", "xml"].contains(word)
            }
            if let last = segments.last { return String(last) }
        }
        return nil
    }
}
