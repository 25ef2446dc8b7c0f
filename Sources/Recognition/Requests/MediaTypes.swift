import APIModel
import PageTree
import SourceText

/// Bullets of media types under "Consumes" or "Produces".
let mediaTypeBullets = Recognizer(construct: "media-type-bullets") { node, reading in
    let page = reading.page
    guard case .list = page.kind(node), let role = reading.around.last?.role else { return false }
    let direction: Direction
    switch role {
    case .consumes: direction = .request
    case .produces: direction = .response
    default: return false
    }
    var types: [Said<String>] = []
    for item in page.children(node) {
        let text = page.marked(item).text
        guard isMediaType(text) else { return false }
        types.append(reading.said(text, page.range(item), .declared, "media-type-bullets"))
    }
    guard !types.isEmpty else { return false }
    reading.say(.mediaTypes(types, direction: direction), at: page.range(node))
    return true
}

/// `type/subtype` and parameters, as RFC 9110 §8.3.1 writes media types.
func isMediaType(_ text: String) -> Bool {
    let type = text.split(separator: ";").first ?? ""
    let parts = type.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    return parts.allSatisfy { part in
        !part.isEmpty
            && part.utf8.allSatisfy { $0.isLetterOrDigit || "-+._*".utf8.contains($0) }
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
