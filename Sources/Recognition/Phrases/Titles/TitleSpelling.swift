import SourceText

extension MarkedText {
    /// `{api-query-parms-title}`: a title kept elsewhere, whose name says it as well.
    var attributeWords: MarkedText? {
        guard text.hasPrefix("{"), text.hasSuffix("-title}"), !text.contains(" ") else {
            return nil
        }
        let words = text.dropFirst().dropLast(7).split(separator: "-").filter { $0 != "api" }
        return words.isEmpty ? nil : MarkedText(words.joined(separator: " "))
    }

    /// `Query parameter(s)`.
    var inThePlural: MarkedText {
        guard text.hasSuffix("(s)") else { return self }
        return MarkedText(text.dropLast(3) + "s")
    }
}
