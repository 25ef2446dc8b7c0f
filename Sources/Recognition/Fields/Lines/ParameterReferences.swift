import APIModel
import PageTree
import SourceText

/// `.. rest_parameters:: parameters.yaml` and a list of `- name: key`: each key is looked up in
/// the file, which says place, type, presence and description.
let parameterReferences = Recognizer(construct: "parameter-references") { node, reading in
    let page = reading.page
    guard case .directive(let name, .reStructuredText) = page.kind(node),
        page.raw(name) == "rest_parameters", let file = page.arguments(of: node).first
    else { return false }
    var references: [ParameterReference] = []
    reading.collectReferences(below: node, into: &references)
    guard !references.isEmpty else { return false }
    let said = reading.said(file.value, file.range, .declared, "parameter-references")
    reading.say(.references(said, references), at: page.range(node))
    return true
}

/// A line `- name: key` that refers into a parameter file.
package struct ParameterReference: Sendable {
    package var name: Said<String>
    package var key: Said<String>

    package init(name: Said<String>, key: Said<String>) {
        self.name = name
        self.key = key
    }
}

/// `disk:mode: disk:mode` divides at the colon that a blank follows; `a:b` at its
/// only one.
private func splitReference(_ text: String) -> (name: String, key: String)? {
    let bytes = Array(text.utf8)
    let spaced = bytes.indices.first { index in
        bytes[index] == 0x3A && index + 1 < bytes.count
            && (bytes[index + 1] == 0x20 || bytes[index + 1] == 0x0A)
    }
    guard let colon = spaced ?? bytes.lastIndex(of: 0x3A) else { return nil }
    let name = String(decoding: bytes[..<colon], as: UTF8.self).trimmedASCII
    let key = String(decoding: bytes[(colon + 1)...], as: UTF8.self).trimmedASCII
    return name.isEmpty || key.isEmpty ? nil : (name, key)
}

extension Reading {
    fileprivate func collectReferences(
        below node: NodeID, into references: inout [ParameterReference], depth: Int = 0
    ) {
        guard depth < 8 else { return }
        for child in page.children(node) {
            if case .listItem = page.kind(child) {
                let text = page.marked(child).text
                if let (name, key) = splitReference(text) {
                    let range = page.range(child)
                    references.append(
                        ParameterReference(
                            name: said(name, range, .declared, "parameter-references"),
                            key: said(key, range, .declared, "parameter-references")))
                }
            } else {
                collectReferences(below: child, into: &references, depth: depth + 1)
            }
        }
    }
}
