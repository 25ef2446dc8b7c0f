import Foundation

/// Where a client believes its server to be; nothing is sent there.
let serverForTests = URL(fileURLWithPath: "/")

/// Whether two values are written alike.
func sameJSON(_ left: some Encodable, _ right: some Encodable) throws -> Bool {
    try jsonText(left) == jsonText(right)
}

func jsonText(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}
