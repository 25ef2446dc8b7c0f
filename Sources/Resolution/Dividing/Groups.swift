import APIModel
import Recognition
import SourceText

extension PageClaims {
    /// The heading around an operation that holds other operations too: what collects them.
    ///
    /// An operation's root is the widest section that is its own, so the section around the root
    /// is shared. The page itself, when it is that, collects by its title.
    func group(around root: Int) -> Said<String>? {
        var index = root
        while index != 0 {
            index = sections[index].parent
            let section = sections[index]
            guard index != 0, case .other = section.role, section.level < labelLevel,
                !section.title.isEmpty
            else { continue }
            let title = section.title.dropFirst(sectionNumberLength(section.title))
            return Said(title.withoutPathBehind, Evidence(section.span, .described, "heading"))
        }
        return nil
    }

    /// What the page calls itself, where that is not what its one operation is called.
    fileprivate var title: Said<String>? {
        for claim in claims where claim.section == 0 {
            guard case .name(let name) = claim.statement else { continue }
            return name
        }
        return nil
    }
}

/// Gives each operation its group: the heading it stands under, else the collection its page is,
/// else the folder its page lies in.
func settleGroups(_ drafts: [OperationDraft], pages: [ScopedPage], sources: SourceSet) {
    let common = commonFolders(of: drafts.map { sources[$0.file].path })
    var titles: [Int: String?] = [:]
    for draft in drafts where draft.group == nil {
        let file = draft.file
        let path = sources[file].path
        let evidence = Evidence(SourceSpan(file, .empty), .implied, "group")
        let page = pages[draft.scope.page]
        let name: String?
        if page.operations.count > 1 {
            let title = titles[draft.scope.page] ?? page.claims.title?.value
            titles[draft.scope.page] = .some(title)
            name = title ?? stem(of: path)
        } else {
            // Folders that all pages share say nothing.
            let folders = path.split(separator: "/").dropLast()
            name = folders.count > common ? folders.last.map(String.init) : nil
        }
        draft.group = name.map { Said($0, evidence) }
    }
}

/// How many folders all paths begin with.
private func commonFolders(of paths: [String]) -> Int {
    guard var common = paths.first?.split(separator: "/").dropLast() else { return 0 }
    for path in paths.dropFirst() {
        let folders = path.split(separator: "/").dropLast()
        let count = zip(common, folders).prefix { $0.0 == $0.1 }.count
        common = common.prefix(count)
    }
    return common.count
}

extension Substring {
    /// `Sensors [/sensors{?limit}]` and `Sensors (/sensors)` without the path that the heading gives.
    fileprivate var withoutPathBehind: String {
        guard let last = split(separator: " ").last, last.count < count,
            last.hasPrefix("[/") && last.hasSuffix("]")
                || last.hasPrefix("(/") && last.hasSuffix(")")
        else { return String(self) }
        var title = dropLast(last.count)
        while title.last == " " { title.removeLast() }
        return String(title)
    }
}

/// `a/widgets.md` → `widgets`.
private func stem(of path: String) -> String? {
    path.split(separator: "/").last?.split(separator: ".").first.map(String.init)
}
