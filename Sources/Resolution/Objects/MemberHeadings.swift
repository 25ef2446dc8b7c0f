import APIModel
import Recognition
import SourceText

/// What headings in code, and sentences below them, say of the members of documented objects.
extension PageClaims {
    /// Whether a sentence below the heading of a member says what is held by a member of that:
    /// "`origin` is itself an object with keys:".
    func isSpokenMember(_ index: Int) -> Bool {
        guard sections[index].level == labelLevel,
            let outer = path(from: index).first(where: { sections[$0].level < labelLevel }),
            case .member = sections[outer].role
        else { return false }
        return true
    }

    /// The headings in code between a claim and the object they are members of, outermost first.
    ///
    /// A paragraph below such a heading describes that member itself.
    func members(around section: Int, _ list: FieldList?) -> [String] {
        var names: [String] = []
        path: for index in path(from: section) {
            switch sections[index].role {
            case .member(let name): names.insert(name, at: 0)
            case .object(let name, let isList) where isSpokenMember(index):
                names.insert(contentsOf: isList ? [name, anyKey] : [name], at: 0)
            default: break path
            }
        }
        if case .member? = list?.role { names = Array(names.dropLast()) }
        return names
    }
}

extension Draft {
    /// The place that headings in code lead to; one that names no known member lists what its
    /// owner may hold (`#### indexSwap` below `### details`).
    func member(along names: [String]) -> Draft {
        var place = self
        var isFound = true
        for (index, name) in names.enumerated() {
            if name == anyKey {
                if isFound { place = place.member() }
                continue
            }
            isFound = index == 0 || place.has(name)
            guard isFound else { continue }
            guard let known = place.names.first(where: { $0.value == name }) else { return place }
            place = place.property(known)
            place = place.items == nil ? place : place.element()
        }
        return place
    }
}

/// The step to the values of a dictionary, among names of members.
private let anyKey = "{}"
