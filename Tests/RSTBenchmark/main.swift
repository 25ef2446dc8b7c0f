import CaseSupport
import Foundation
import PageTree
import SourceText

// Prints how fast reStructuredText is read: the pages of the corpora, repeated to 8 MB, median
// of nine. `Tests/RSTBenchmark/run` sets docutils beside it.
//
//     swift run -c release RSTBenchmark

if let shared = sharedFolder() {
    let pages = files(in: shared.appendingPathComponent("corpus")).filter {
        $0.lastPathComponent.hasSuffix(".rst") || $0.lastPathComponent.hasSuffix(".inc")
    }
    var bytes: [UInt8] = []
    for page in pages { bytes += Array(try Data(contentsOf: page)) + [0x0A] }
    while !bytes.isEmpty, bytes.count < 8_000_000 { bytes += bytes }
    let source = SourceFile(path: "corpus.rst", bytes: bytes)
    var times = (0..<9).map { _ in
        let start = processorSeconds()
        _ = readReStructuredText(source, as: FileID(0))
        return processorSeconds() - start
    }
    times.sort()
    let megabytes = Double(bytes.count) / 1_000_000
    print("rst \(megabytes / times[4])")
} else {
    print("rst: skipped (no ../shared)")
}

/// Other programs on the machine disturb processor time the least.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
