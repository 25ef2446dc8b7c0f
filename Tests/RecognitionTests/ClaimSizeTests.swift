import APIModel
import Recognition
import Testing

/// A site has millions of these, so one that grows unseen is paid for with memory and with the time
/// that copies take.
@Suite struct ClaimSizeTests {
    @Test func aClaimIsAsLargeAsItsPlace() {
        #expect(MemoryLayout<Statement>.size == MemoryLayout<Int>.size)
        #expect(MemoryLayout<Claim>.stride <= 32)
    }

    @Test func limitsThatNobodyStatesTakeOneWord() {
        #expect(MemoryLayout<Constraints>.size == MemoryLayout<Int>.size)
    }
}
