/// The names of one scope, which letter case does not tell apart: what is taken moves to a number.
package struct NumberedNames: Sendable {
    private var taken: Set<String>
    /// The last number behind each name; all before it are taken. Values in a script without
    /// letters of ours all wish for one name, and there may be thousands.
    private var numbers: [String: Int] = [:]

    package init(taking names: Set<String> = []) {
        taken = Set(names.map { $0.lowercased() })
    }

    /// Takes the name; false where it is taken.
    package mutating func take(_ name: String) -> Bool {
        taken.insert(name.lowercased()).inserted
    }

    /// Takes the name with the first number behind it that is free, from 2 on.
    package mutating func number(behind name: String) -> Int {
        let name = name.lowercased()
        var number = (numbers[name] ?? 1) + 1
        while !taken.insert(name + String(number)).inserted { number += 1 }
        numbers[name] = number
        return number
    }
}
