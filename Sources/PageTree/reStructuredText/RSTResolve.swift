import SourceText

extension RSTReader {
    /// Lets `name_` lead where the page's `.. _name: address` says; other names stay names.
    mutating func resolveReferences() {
        var targets: [String: ByteRange] = [:]
        for node in tree.nodes {
            if case .definition(let label, let destination) = node.kind, !destination.isEmpty {
                let name = normalizedName(label)
                if targets[name] == nil { targets[name] = destination }
            }
        }
        guard !targets.isEmpty else { return }
        for index in tree.nodes.indices {
            guard case .link(let name, let title) = tree.nodes[index].kind,
                bytes[Int(max(tree.nodes[index].range.end, 1)) - 1] == 0x5F,
                let destination = targets[normalizedName(name)]
            else { continue }
            tree.nodes[index].kind = .link(destination: destination, title: title)
        }
    }

    /// Names differ neither by case nor by the width of blanks.
    private func normalizedName(_ range: ByteRange) -> String {
        var name: [UInt8] = []
        var isPending = false
        var index = Int(range.start)
        while index < Int(range.end) {
            let byte = bytes[index]
            index += 1
            if isBlank(byte) {
                isPending = !name.isEmpty
                continue
            }
            if byte == 0x5C { continue }
            if isPending { name.append(0x20) }
            isPending = false
            name.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        }
        return String(decoding: name, as: UTF8.self)
    }
}
