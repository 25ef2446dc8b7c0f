import Foundation

/// What generated models cost beside structures written by hand, in microseconds of processor time.
struct Contest {
    let name: String
    let decoding: Pair
    let encoding: Pair

    struct Pair {
        let generated: Double
        let byHand: Double
        /// The median of the ratios of what was measured side by side.
        let ratio: Double
    }

    /// Decodes and encodes a JSON text in turn, as often as it takes to be measured.
    init<Generated: Codable, ByHand: Codable>(
        _ name: String, _ json: Data, _: Generated.Type, _: ByHand.Type
    ) throws {
        self.name = name
        let rounds = max(1, 400_000 / json.count)
        let samples = json.count > 1_000_000 ? 7 : 31
        let generated = try JSONDecoder().decode(Generated.self, from: json)
        let byHand = try JSONDecoder().decode(ByHand.self, from: json)
        decoding = try compare(samples, rounds) {
            _ = try JSONDecoder().decode(Generated.self, from: json)
        } with: {
            _ = try JSONDecoder().decode(ByHand.self, from: json)
        }
        encoding = try compare(samples, rounds) {
            _ = try JSONEncoder().encode(generated)
        } with: {
            _ = try JSONEncoder().encode(byHand)
        }
    }

    var row: String {
        [decoding, encoding].reduce(name.padded(to: 24)) { row, pair in
            row + pair.generated.whole.padded(to: 11) + pair.byHand.whole.padded(to: 9)
                + pair.ratio.hundredths.padded(to: 8)
        }
    }
}

private func compare(
    _ samples: Int, _ rounds: Int, _ first: () throws -> Void, with second: () throws -> Void
) throws -> Contest.Pair {
    var times: [(Double, Double)] = []
    for index in 0..<samples {
        // Whoever comes second finds a warmer machine, so they take turns.
        if index % 2 == 0 {
            let time = try processorTime(rounds, first)
            times.append((time, try processorTime(rounds, second)))
        } else {
            let time = try processorTime(rounds, second)
            times.append((try processorTime(rounds, first), time))
        }
    }
    return Contest.Pair(
        generated: median(times.map(\.0)), byHand: median(times.map(\.1)),
        ratio: median(times.map { $0.0 / $0.1 }))
}

/// Processor time of a round, since machines have other things to do.
private func processorTime(_ rounds: Int, _ run: () throws -> Void) rethrows -> Double {
    let begun = clock()
    for _ in 0..<rounds { try run() }
    return Double(clock() - begun) * 1_000_000 / Double(CLOCKS_PER_SEC) / Double(rounds)
}

private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

extension Double {
    fileprivate var whole: String { "\(Int(self))" }
    fileprivate var hundredths: String { "\((self * 100).rounded() / 100)" }
}

extension String {
    func padded(to width: Int) -> String {
        padding(toLength: width, withPad: " ", startingAt: 0)
    }
}
