import APIModel
import SourceText

/// Which place decided a fact, in sentences.
///
/// `fact` is a dotted name or the beginning of one; where nothing begins so, any name that ends so
/// or holds it between dots will do, so that `phone` finds `Person.phone`.
public func explain(_ fact: String, of pages: Pages) -> Printout {
    var run = Run(pages)
    guard let name = run.nameOfOneAPI() else { return run.printout([]) }
    // What else the pages gave rise to is not what was asked for.
    let facts = namedFacts(
        of: EndpointGenerator.describe(
            pages.sources, named: name, correctedBy: run.corrections, over: pages.threads
        ).api)
    let found = matching(fact, facts)
    if found.isEmpty {
        let known = facts.compactMap { $0.name.split(separator: ".").first }
        var seen: Set<Substring> = []
        let some = known.filter { seen.insert($0).inserted }.prefix(8).joined(separator: ", ")
        run.diagnostics.append(
            Diagnostic(
                .error, "fact-unknown", "nothing is called '\(fact)'; there is \(some)", at: nil))
    }
    var positions = Positions(run.sources)
    let text = found.map { sentences($0, &positions) }.joined()
    return run.printout(Array(text.utf8))
}

private func matching(_ name: String, _ facts: [NamedFact]) -> [NamedFact] {
    let direct = facts.filter { $0.name == name || $0.name.hasPrefix(name + ".") }
    if !direct.isEmpty { return direct }
    return facts.filter { $0.name.hasSuffix("." + name) || $0.name.contains(".\(name).") }
}

private func sentences(_ fact: NamedFact, _ positions: inout Positions) -> String {
    let place = positions.place(fact.evidence.span)
    var text = "\(fact.name) is \(oneLine(fact.value)): \(place) \(says(fact.evidence))\n"
    for evidence in fact.agreeing {
        text += "    \(positions.place(evidence.span)) agrees: it \(says(evidence))\n"
    }
    for loser in fact.overruled {
        let place = positions.place(loser.evidence.span)
        text += "    \(place) lost: it says '\(oneLine(loser.statement))' and "
        text += loser.evidence.strength < fact.evidence.strength ? "is weaker" : "comes later"
        text += " (\(loser.evidence.strength.name), \(loser.evidence.construct))\n"
    }
    return text
}

private func says(_ evidence: Evidence) -> String {
    let how =
        switch evidence.strength {
        case .implied: "implies it"
        case .exemplified: "shows it in an example"
        case .described: "says so in its text"
        case .declared: "states it where it belongs"
        case .corrected: "corrects it"
        }
    return "\(how) (\(evidence.strength.name), \(evidence.construct))"
}

/// The beginning of a long text, without line breaks.
private func oneLine(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return line.count > 100 ? line.prefix(99) + "…" : line
}
