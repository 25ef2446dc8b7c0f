import PageTree
import SourceText

/// A paragraph of nothing but `<a id="…"></a>`: names by which links find the heading above it,
/// or the one that follows at once. `.. _loan:` names the one that follows.
let anchorLines = Recognizer(construct: "anchor-lines") { node, reading in
    let page = reading.page
    if case .definition(let label, let destination) = page.kind(node), destination.isEmpty {
        guard reading.isHeading(behind: node) else { return false }
        reading.pendingAnchors.append(page.raw(label))
        reading.items.append(.furniture(page.span(node)))
        return true
    }
    guard case .paragraph = page.kind(node) else { return false }
    var anchors: [String] = []
    for child in page.children(node) {
        switch page.kind(child) {
        case .anchor(let name): anchors.append(page.raw(name))
        case .htmlInline, .softBreak, .lineBreak: continue
        default: return false
        }
    }
    guard !anchors.isEmpty else { return false }
    if let next = page.next(node), case .heading = page.kind(next) {
        reading.pendingAnchors += anchors
    } else {
        reading.nameHeadingAbove(by: anchors)
    }
    reading.items.append(.furniture(page.span(node)))
    return true
}

extension Reading {
    /// Whether a heading follows, behind a few other such names at most.
    fileprivate func isHeading(behind label: NodeID) -> Bool {
        for node in page.siblings(behind: label).prefix(8) {
            switch page.kind(node) {
            case .definition: continue
            case .heading: return true
            default: return false
            }
        }
        return false
    }

    /// Adds names to the heading that stands above with nothing between.
    fileprivate mutating func nameHeadingAbove(by anchors: [String]) {
        for index in items.indices.reversed() {
            switch items[index] {
            case .furniture: continue
            case .heading(var section):
                section.anchors += anchors
                items[index] = .heading(section)
                return
            default: return
            }
        }
    }
}
