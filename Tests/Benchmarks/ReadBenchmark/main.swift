import CaseSupport
import Foundation
import PageTree
import SourceText

// Prints how fast pages are read, a line a file: megabytes a second, the median of nine runs.
//
//     swift run -c release ReadBenchmark FILE…
//     swift run -c release ReadBenchmark --pathological
//
// `Tests/Benchmarks/readers.py` makes the files and sets these figures beside those of peers.

let arguments = Array(CommandLine.arguments.dropFirst())
if arguments == ["--pathological"] {
    for input in pathologicalMarkdown { reportGrowth(input) }
} else {
    for path in arguments { reportRate(of: path) }
}

func reportRate(of path: String) {
    guard let data = FileManager.default.contents(atPath: path) else {
        print("\(path): cannot be read")
        return
    }
    let source = SourceFile(path: path, bytes: Array(data))
    let seconds = median(of: 9) { _ = read(source, as: FileID(0)) }
    let rate = Double(source.bytes.count) / 1_000_000 / seconds
    let name = URL(fileURLWithPath: path).lastPathComponent
    print("\(name) \(String(format: "%.1f", rate)) MB/s")
}

/// The time for 100,000 beside that for 50,000: at most two and a half times, under a second.
///
/// `readers.py` tells the allocator to keep freed memory: else the larger input pays the system
/// for pages that the smaller one finds in the heap.
func reportGrowth(_ input: PathologicalInput) {
    let small = SourceFile(path: "page.md", bytes: Array(input.text(50_000).utf8))
    let large = SourceFile(path: "page.md", bytes: Array(input.text(100_000).utf8))
    let before = median(of: 5) { _ = read(small, as: FileID(0)) }
    let after = median(of: 5) { _ = read(large, as: FileID(0)) }
    let figures = String(
        format: "%8.2f ms %8.2f ms %6.2f x", before * 1e3, after * 1e3, after / before)
    print("\(figures)  \(input.name)\(after > 1 || after > 2.5 * before ? "  OVER" : "")")
}

func median(of runs: Int, _ action: () -> Void) -> Double {
    let clock = ContinuousClock()
    let seconds = (0..<runs).map { _ in
        let taken = clock.measure(action)
        return Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18
    }
    return seconds.sorted()[runs / 2]
}
