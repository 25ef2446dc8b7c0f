import SourceText

/// The SHA-256 of some bytes in lower-case hexadecimal, as `sha256sum` prints it.
public func sha256(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
        decoding: sha256Digest(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] },
        as: UTF8.self)
}
