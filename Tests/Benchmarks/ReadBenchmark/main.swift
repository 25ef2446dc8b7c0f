import CaseSupport
import Foundation
import PageTree
import SourceText

// Prints how fast pages are read, a line a file: megabytes a second, the median of nine runs.
//
//     swift run -c release ReadBenchmark FILE…
//     swift run -c release ReadBenchmark --pathological
//     ReadBenchmark --once NUMBER SIZE    one reading of one pathological input, in milliseconds
//
// `Tests/Benchmarks/readers.py` makes the files and sets these figures beside those of peers.
// Under `valgrind --tool=callgrind`, `--once` with two sizes tells how instructions grow.

let arguments = Array(CommandLine.arguments.dropFirst())
if arguments == ["--pathological"] {
    for number in pathologicalInputs.indices { try reportGrowth(number) }
} else if arguments.count == 3, arguments[0] == "--once", let number = Int(arguments[1]),
    let size = Int(arguments[2]), pathologicalInputs.indices.contains(number)
{
    readOnce(pathologicalInputs[number], size)
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
/// Each reading has a process of its own, as pages have that the tool reads. Within one process the
/// smaller input would find its memory at hand, and only the larger ask the system for it. Of
/// fifteen readings, in turns, the cheapest counts: what disturbs a reading only ever adds to it.
func reportGrowth(_ number: Int) throws {
    var before = Double.infinity
    var after = Double.infinity
    for _ in 0..<15 {
        before = min(before, try readInProcess(number, 50_000))
        after = min(after, try readInProcess(number, 100_000))
    }
    let figures = String(format: "%8.2f ms %8.2f ms %6.2f x", before, after, after / before)
    let isOver = after > 1000 || after > 2.5 * before
    print("\(figures)  \(pathologicalInputs[number].name)\(isOver ? "  OVER" : "")")
}

func readInProcess(_ number: Int, _ size: Int) throws -> Double {
    let process = Process()
    let output = Pipe()
    process.executableURL = Bundle.main.executableURL
    process.arguments = ["--once", String(number), String(size)]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Double(text.split(separator: "\n").first ?? "") ?? .infinity
}

func readOnce(_ input: PathologicalInput, _ size: Int) {
    let source = SourceFile(path: "page.\(input.ending)", bytes: Array(input.text(size).utf8))
    let start = processorMilliseconds()
    _ = read(source, as: FileID(0))
    print(processorMilliseconds() - start)
}

func processorMilliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

/// Seconds of processor time, which other programs on the machine disturb the least.
func median(of runs: Int, _ action: () -> Void) -> Double {
    let seconds = (0..<runs).map { _ in
        let start = processorMilliseconds()
        action()
        return (processorMilliseconds() - start) / 1000
    }
    return seconds.sorted()[runs / 2]
}
