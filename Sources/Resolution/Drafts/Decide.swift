import APIModel
import Recognition
import SourceText

/// Chooses what to believe: the strongest statement; among equals the one most places make; among
/// those the first.
///
/// `words` puts a value into the words in which `explain` tells what lost.
func decide<Value>(_ said: [Said<Value>], words: (Value) -> String) -> Fact<Value>? {
    guard let first = said.first else { return nil }
    if said.count == 1 { return Fact(first.value, first.evidence) }
    let strength = said.map(\.evidence.strength).max() ?? first.evidence.strength
    let counts = Dictionary(said.lazy.map { ($0.value, 1) }, uniquingKeysWith: +)
    var best = first
    var bestCount = 0
    for candidate in said where candidate.evidence.strength == strength {
        let count = counts[candidate.value] ?? 0
        if count > bestCount {
            best = candidate
            bestCount = count
        }
    }
    var agreeing: [Evidence] = []
    var overruled: [Overruled] = []
    for other in said where other.evidence != best.evidence {
        if other.value == best.value {
            agreeing.append(other.evidence)
        } else {
            overruled.append(Overruled(words(other.value), other.evidence))
        }
    }
    return Fact(
        best.value, best.evidence, agreeing: Array(agreeing.prefix(maximumKept)),
        overruled: Array(overruled.prefix(maximumKept)))
}

/// How many agreeing and overruled places a fact remembers; a schema that a thousand pages repeat
/// needs no thousand witnesses.
let maximumKept = 8

func decide(_ said: [Said<String>]) -> Fact<String>? {
    decide(said) { $0 }
}

func decide(_ said: [Said<Bool>]) -> Fact<Bool>? {
    decide(said) { $0 ? "true" : "false" }
}

extension Said where Value: Hashable {
    var fact: Fact<Value> { Fact(value, evidence) }
}
