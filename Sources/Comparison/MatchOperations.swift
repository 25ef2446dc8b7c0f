import APIModel

/// What became of an operation.
enum OperationPair {
    case both(Operation, Operation)
    case added(Operation)
    case removed(Operation)
}

/// Pairs operations of two descriptions: by method, path and the server of their own, if they have
/// one; by method and path, whatever placeholders are called; then
/// by the path without its trailing slash and letter case, which pages correct now and then.
///
/// In the order of the new description; what was removed follows.
func matchOperations(_ old: [Operation], _ new: [Operation]) -> [OperationPair] {
    var partners: [Int?] = Array(repeating: nil, count: new.count)
    var isTaken = Array(repeating: false, count: old.count)
    for key in [placedShape, exactShape, looseShape] {
        var waiting: [String: [Int]] = [:]
        for index in old.indices.reversed() where !isTaken[index] {
            waiting[key(old[index]), default: []].append(index)
        }
        for index in new.indices where partners[index] == nil {
            guard let partner = waiting[key(new[index])]?.popLast() else { continue }
            partners[index] = partner
            isTaken[partner] = true
        }
    }
    let kept = new.indices.map { index in
        partners[index].map { OperationPair.both(old[$0], new[index]) } ?? .added(new[index])
    }
    return kept + old.indices.filter { !isTaken[$0] }.map { .removed(old[$0]) }
}

private func placedShape(_ operation: Operation) -> String {
    exactShape(operation) + " " + (operation.servers.first?.value.url ?? "")
}

/// `GET /users/{}`.
private func exactShape(_ operation: Operation) -> String {
    operation.method.value.rawValue + " " + shape(of: operation.path.value)
}

private func looseShape(_ operation: Operation) -> String {
    let shape = exactShape(operation).lowercased()
    return shape.hasSuffix("/") ? String(shape.dropLast()) : shape
}

/// A path without the names of its placeholders.
func shape(of path: PathTemplate) -> String {
    path.parts.reduce(into: "") { text, part in
        switch part {
        case .literal(let literal): text += literal
        case .placeholder: text += "{}"
        }
    }
}
