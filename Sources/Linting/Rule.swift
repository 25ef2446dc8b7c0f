import SourceText

/// A rule of `endpointgen lint`: what may be found on a page, and what its author can do.
///
/// A rule is known by the identifier of the diagnostic that reports it, so that baselines, scripts
/// and `generate` all speak of the same thing.
package struct Rule: Sendable {
    /// `missing-cells`; of a family of rules, what all their identifiers begin with: `json-*`.
    package let id: String
    package let level: Diagnostic.Severity
    /// What is wrong where it is reported, as a sentence without a full stop.
    package let meaning: String
    /// What to do about it, as a sentence without a full stop.
    package let advice: String

    init(_ id: String, _ level: Diagnostic.Severity, _ meaning: String, _ advice: String) {
        self.id = id
        self.level = level
        self.meaning = meaning
        self.advice = advice
    }
}

/// The rule that a diagnostic belongs to: its own if it has one, else that of its family.
package func rule(for id: String) -> Rule? {
    if let own = rules.first(where: { $0.id == id }) { return own }
    return rules.first { rule in
        rule.id.hasSuffix("*") && id.hasPrefix(String(rule.id.dropLast()))
    }
}
