import APIModel

extension Comparison {
    mutating func compareLimits(_ old: Constraints, _ new: Constraints, _ subject: Subject) {
        compareLimit("minimum", old.minimum, new.minimum, subject, isLower: true) { $0 }
        compareLimit("maximum", old.maximum, new.maximum, subject, isLower: false) { $0 }
        compareLimit(
            "minimum length", old.minimumLength, new.minimumLength, subject, isLower: true
        ) { "\($0)" }
        compareLimit(
            "maximum length", old.maximumLength, new.maximumLength, subject, isLower: false
        ) { "\($0)" }
        guard old.pattern?.value != new.pattern?.value else { return }
        report(
            .patternChanged, subject, old.pattern?.value, new.pattern?.value,
            at: old.pattern?.evidence.span, new.pattern?.evidence.span)
    }

    /// A lower limit that rises lets less through, and so does an upper one that falls.
    private mutating func compareLimit<Value>(
        _ name: String, _ old: Fact<Value>?, _ new: Fact<Value>?, _ subject: Subject,
        isLower: Bool, _ digits: (Value) -> String
    ) {
        let before = old.map { digits($0.value) }
        let after = new.map { digits($0.value) }
        guard before != after else { return }
        let isTighter: Bool
        if let before, let after {
            isTighter = isLess(before, after) == isLower
        } else {
            isTighter = after != nil
        }
        report(
            isTighter ? .limitTightened : .limitLoosened, subject, before.map { "\(name) \($0)" },
            after.map { "\(name) \($0)" }, at: old?.evidence.span, new?.evidence.span)
    }
}

/// Limits are kept as pages write them; those that are no numbers compare as texts.
private func isLess(_ left: String, _ right: String) -> Bool {
    guard let first = Double(left), let second = Double(right), first != second else {
        return left < right
    }
    return first < second
}
