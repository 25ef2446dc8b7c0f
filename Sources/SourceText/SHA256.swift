/// The SHA-256 of FIPS 180-4, 32 bytes.
///
/// Tells files that somebody edited from files as they were generated; 40 lines are cheaper than
/// a dependency.
package func sha256Digest(_ bytes: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
        0x5be0_cd19,
    ]
    // What is not a whole block stands with the padding in a copy; the rest is read in its place.
    let wholeCount = bytes.count - bytes.count % 64
    var padded = Array(bytes[wholeCount...])
    padded.append(0x80)
    while padded.count % 64 != 56 { padded.append(0) }
    let bits = UInt64(truncatingIfNeeded: bytes.count) &* 8
    for shift in stride(from: 56, through: 0, by: -8) {
        padded.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    bytes.withUnsafeBufferPointer { take($0, count: wholeCount, into: &state) }
    padded.withUnsafeBufferPointer { take($0, count: padded.count, into: &state) }
    return state.flatMap { word in
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
}

/// Takes so many bytes, a multiple of 64, into the state.
private func take(_ bytes: UnsafeBufferPointer<UInt8>, count: Int, into state: inout [UInt32]) {
    var schedule = [UInt32](repeating: 0, count: 64)
    schedule.withUnsafeMutableBufferPointer { schedule in
        roundConstants.withUnsafeBufferPointer { constants in
            var block = 0
            while block < count {
                fill(schedule, from: bytes, at: block)
                mix(schedule, constants, into: &state)
                block += 64
            }
        }
    }
}

// Rotations are spelled out: in a debug build, where the build plugin runs this, a call costs more
// than what it does.

private func fill(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, from message: UnsafeBufferPointer<UInt8>,
    at block: Int
) {
    var index = 0
    while index < 16 {
        let at = block + index * 4
        schedule[index] =
            UInt32(message[at]) &<< 24 | UInt32(message[at + 1]) &<< 16
            | UInt32(message[at + 2]) &<< 8 | UInt32(message[at + 3])
        index += 1
    }
    while index < 64 {
        let a = schedule[index - 15]
        let b = schedule[index - 2]
        let first = (a &>> 7 | a &<< 25) ^ (a &>> 18 | a &<< 14) ^ (a &>> 3)
        let second = (b &>> 17 | b &<< 15) ^ (b &>> 19 | b &<< 13) ^ (b &>> 10)
        schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
        index += 1
    }
}

private func mix(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>,
    into state: inout [UInt32]
) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var index = 0
    while index < 64 {
        let choice = (e & f) ^ (~e & g)
        let majority = (a & b) ^ (a & c) ^ (b & c)
        let first = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
        let second = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
        let one = h &+ first &+ choice &+ constants[index] &+ schedule[index]
        let two = second &+ majority
        (h, g, f, e) = (g, f, e, d &+ one)
        (d, c, b, a) = (c, b, a, one &+ two)
        index += 1
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
}

private let roundConstants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
]
