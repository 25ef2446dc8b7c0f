import APIModel
import Recognition

extension OperationDraft {
    /// How a list of values is written, as calls show it.
    func shownStyle(of parameter: ParameterDraft) -> Fact<ListStyle>? {
        guard parameter.location.value == .query else { return nil }
        for call in calls where !call.isForeign(to: self) {
            guard let style = listStyle(of: parameter.name.value, in: call.url.value) else {
                continue
            }
            return Fact(style, call.url.evidence)
        }
        return nil
    }
}

/// `?ids=1,2`, `?ids=1&ids=2`, `?ids[]=1`, `?ids=1|2`. One value alone shows nothing.
private func listStyle(of name: String, in url: String) -> ListStyle? {
    guard let mark = url.firstIndex(of: "?") else { return nil }
    var values: [Substring] = []
    for pair in url[mark...].dropFirst().split(separator: "&") {
        let sides = pair.split(separator: "=", maxSplits: 1)
        guard sides.count == 2 else { continue }
        if sides[0] == name { values.append(sides[1]) }
        if sides[0] == name + "[]" || sides[0] == name + "%5B%5D" { return .brackets }
    }
    if values.count > 1 { return .repeated }
    guard let value = values.first else { return nil }
    if value.contains(",") || value.contains("%2C") { return .comma }
    return value.contains("|") || value.contains("%7C") ? .pipe : nil
}
