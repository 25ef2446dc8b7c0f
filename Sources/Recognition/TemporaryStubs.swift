import APIModel

package func words(of name: String) -> [String] {
    var result: [String] = []
    var current = ""
    var previousLower = false
    for character in name {
        if character.isLetter || character.isNumber {
            if character.isUppercase && previousLower {
                result.append(current)
                current = ""
            }
            current.append(character)
            previousLower = character.isLowercase || character.isNumber
        } else {
            if !current.isEmpty { result.append(current) }
            current = ""
            previousLower = false
        }
    }
    if !current.isEmpty { result.append(current) }
    return result
}
package func singularForm(_ word: String) -> String {
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if word.hasSuffix("ss") || word.hasSuffix("us") { return word }
    if word.hasSuffix("s") { return String(word.dropLast()) }
    return word
}
package func namesMatch(_ title: String, _ key: String) -> Bool {
    func core(_ text: String) -> [String] {
        words(of: text).map { singularForm($0.lowercased()) }.filter { $0 != "object" && $0 != "list" && $0 != "the" }
    }
    return core(title) == core(key)
}
package func isCredentialName(_ name: String) -> Bool {
    let words = words(of: name).map { $0.lowercased() }
    return words.contains { ["password", "token", "secret", "authorization", "apikey"].contains($0) }
}
package func matchURL(_ url: String, to template: PathTemplate) -> String? { nil }
package func stringFormat(of text: String) -> StringFormat { .plain }
