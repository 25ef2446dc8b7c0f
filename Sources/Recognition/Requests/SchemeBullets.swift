import APIModel
import PageTree
import SourceText

extension Reading {
    /// `### boatKey` over `**Type**: API key`, `**API key parameter name**: X-Boat-Key` and
    /// `**Location**: HTTP header`: a way to authenticate that the heading names.
    mutating func sayTitledScheme(by list: NodeID) -> Bool {
        guard !isComplete, let section = around.last, section.level < labelLevel,
            section.role == .other, !section.title.isEmpty, !section.title.contains(" ")
        else { return false }
        var lines: [String: String] = [:]
        for item in page.children(list).prefix(16) {
            let text = page.marked(item).text
            guard let colon = text.firstIndex(of: ":") else { continue }
            let label = text[..<colon].lowercased().filter { !"*`".contains($0) }.trimmedASCII
            lines[label] = lines[label] ?? text[text.index(after: colon)...].trimmedASCII
        }
        guard let type = lines["type"]?.lowercased(),
            let kind = kind(of: type, lines, called: section.title)
        else { return false }
        let range = page.range(list)
        let said = said(kind, range, .declared, "security-bullets")
        say(
            .security(.scheme(name: section.title, kind: said, description: nil)), at: range)
        return true
    }

    private func kind(
        of type: String, _ lines: [String: String], called name: String
    ) -> SecurityScheme.Kind? {
        if type.contains("basic") { return .basic }
        if type.contains("bearer") { return .bearer }
        if type.contains("digest") { return .digest }
        if type.hasPrefix("oauth") || type.hasPrefix("openid") { return .other(name) }
        guard type.hasPrefix("api key") || type.hasPrefix("apikey"),
            let key = lines["api key parameter name"] ?? lines["parameter name"], !key.isEmpty,
            let place = lines["location"]?.lowercased()
        else { return nil }
        if place.contains("header") { return .header(name: key, prefix: "") }
        if place.contains("query") { return .query(name: key) }
        return place.contains("cookie") ? .cookie(name: key) : nil
    }

    /// "[boatKey](../README.md#boatKey), [crew](…)" below "Authorization" of an operation: links that
    /// are called like what they lead to.
    mutating func sayNeededSchemes(in paragraph: NodeID) -> Bool {
        guard !isComplete, around.last?.role == .security, linkedSection != nil else {
            return false
        }
        var names: [Said<String>] = []
        for child in page.children(paragraph) {
            switch page.kind(child) {
            case .link(let destination, _):
                let name = page.marked(child).text
                guard let target = page.raw(destination).split(separator: "#").last,
                    target.lowercased() == name.lowercased()
                else { return false }
                names.append(said(name, page.range(child), .declared, "security-sentence"))
            case .softBreak, .lineBreak: continue
            default:
                guard page.plainText(child).allSatisfy({ ", ".contains($0) }) else { return false }
            }
        }
        for name in names { say(.security(.requirement(name)), at: page.range(paragraph)) }
        return !names.isEmpty
    }
}
