import APIModel
import SourceText

/// Collects where the facts of one entry stand.
struct FactPlaces {
    private var facts: [(name: String, evidence: Evidence)] = []

    mutating func add<Value>(_ name: String, _ fact: Fact<Value>?) {
        guard let fact else { return }
        facts.append((name, fact.evidence))
    }

    mutating func add(_ name: String, _ evidence: Evidence) {
        facts.append((name, evidence))
    }

    /// A source a line of a page, in the order in which the facts were added.
    func sources(_ positions: inout Positions) -> [ReferenceSource] {
        var sources: [ReferenceSource] = []
        for (name, evidence) in facts {
            let path = positions.path(of: evidence.span)
            if path.isEmpty { continue }
            let line = positions.position(evidence.span).line
            let known = sources.firstIndex { source in
                source.line == line && source.path == path && source.strength == evidence.strength
            }
            guard let known else {
                sources.append(
                    ReferenceSource(
                        facts: [name], path: path, line: line, strength: evidence.strength))
                continue
            }
            if sources[known].facts.last != name { sources[known].facts.append(name) }
        }
        return sources
    }
}
