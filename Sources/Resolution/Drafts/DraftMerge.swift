import APIModel
import Recognition
import SourceText

extension Draft {
    /// Unites what was said of another place with this one.
    func merge(_ other: Draft, depth: Int = 0) {
        guard other !== self, depth <= maximumDepth * 2 else { return }
        types += other.types.prefix(maximumShown)
        bases += other.bases.prefix(maximumShown)
        if repeated.isEmpty { repeated = other.repeated }
        isListed = isListed || other.isListed
        shown += other.shown.prefix(maximumShown)
        scalars += other.scalars.prefix(maximumShown)
        required += other.required.prefix(maximumShown)
        nullable += other.nullable.prefix(maximumShown)
        descriptions += other.descriptions.prefix(maximumShown)
        defaults += other.defaults.prefix(maximumShown)
        examples += other.examples.prefix(maximumShown)
        statedExample = statedExample ?? other.statedExample
        add(other.values)
        constraints.adopt(other.constraints)
        deprecated = deprecated ?? other.deprecated
        listStyle = listStyle ?? other.listStyle
        readOnly = readOnly ?? other.readOnly
        if terms.isEmpty { terms = other.terms }
        timesPresent += other.timesPresent
        timesSent += other.timesSent
        if let theirs = other.object {
            if let object, object !== theirs {
                self.object = object.united(with: theirs, depth: depth + 1)
            } else {
                object = theirs
            }
        }
        if let theirs = other.items {
            if let items { items.merge(theirs, depth: depth + 1) } else { items = theirs }
        }
        foldMembersIntoElements(depth: depth)
        foldDataKeys(depth: depth)
    }
}

extension ObjectDraft {
    /// Unites another description of the same thing with this one, members by name.
    func merge(_ other: ObjectDraft, depth: Int = 0) {
        guard other !== self, depth <= maximumDepth * 2 else { return }
        if title == nil {
            title = other.title
            isListTitle = other.isListTitle
        }
        key = key ?? other.key
        isOfSeveral = isOfSeveral || other.isOfSeveral || rootName != nil && other.rootName != nil
        rootName = rootName ?? other.rootName
        shown += other.shown
        sent += other.sent
        undocumented += other.undocumented.prefix(maximumShown)
        isPartial = isPartial || other.isPartial
        for name in other.names {
            guard let theirs = other.properties[name.value] else { continue }
            if let mine = properties[name.value] {
                mine.merge(theirs, depth: depth + 1)
            } else {
                properties[name.value] = theirs
                names.append(name)
            }
        }
        if let theirs = other.members {
            if let members { members.merge(theirs, depth: depth + 1) } else { members = theirs }
        }
    }
}

/// Statements remembered from one place when places are united.
private let maximumShown = 16

extension Draft {
    /// Adds listed values to those that are known. A set, since one list may have thousands.
    func add(_ rows: [ValueRow]) {
        guard !rows.isEmpty else { return }
        var known = Set(values.map(\.value.value))
        values += rows.filter { known.insert($0.value.value).inserted }
    }
}
