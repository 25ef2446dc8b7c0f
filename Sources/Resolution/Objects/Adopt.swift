import APIModel
import Recognition
import SourceText

extension Draft {
    /// Makes the place hold a documented object, which is one for all places that name it.
    ///
    /// What this place alone has besides stays here: then it holds an object of its own with the
    /// documented members in it.
    func adopt(_ documented: ObjectDraft, under key: String?) {
        // `data | to-many relationship`, whose only member is `data`: the member is meant.
        if let key, documented.names.count == 1, let member = documented.properties[key],
            object?.has(key) != true, showsMore(than: documented)
        {
            merge(member)
            return
        }
        // `links | link object`, where samples show links by names of their own.
        if let object, object.holds(documented) {
            for name in object.names {
                object.properties[name.value]?.adopt(documented, under: name.value)
            }
            return
        }
        guard let own = object, own !== documented else {
            object = documented
            return
        }
        object = documented.united(with: own)
    }

    /// Whether a sample shows a list here, or an object without the documented member.
    private func showsMore(than documented: ObjectDraft) -> Bool {
        if items != nil, object == nil { return true }
        return isObject && documented.names.allSatisfy { !has($0.value) }
    }

    /// Whether text, not samples alone, speaks of this place.
    fileprivate var isTold: Bool { !types.isEmpty || !descriptions.isEmpty }
}

extension ObjectDraft {
    /// Both as one object; a documented one stays as it is where the other goes beyond it, and so
    /// does one that places hold in common only because they show the same.
    func united(with other: ObjectDraft, depth: Int = 0) -> ObjectDraft {
        if isDocumented, !other.isDocumented, isTold, other.goes(beyond: self, depth: depth) {
            other.inherit(self, depth: depth)
            return other
        }
        if isShared, other.goes(beyond: self, depth: depth) {
            let own = ObjectDraft()
            own.merge(self, depth: depth)
            own.merge(other, depth: depth)
            return own
        }
        merge(other, depth: depth)
        return self
    }

    /// Whether it is one step above the documented object: none of its members is documented, and
    /// those that samples show hold nothing but documented members.
    fileprivate func holds(_ documented: ObjectDraft) -> Bool {
        guard self !== documented, !names.isEmpty else { return false }
        var isShown = false
        for name in names {
            guard !documented.has(name.value), let member = properties[name.value],
                member.items == nil
            else { return false }
            guard let object = member.object, !object.names.isEmpty else { continue }
            guard object.names.allSatisfy({ documented.has($0.value) }) else { return false }
            isShown = true
        }
        return isShown
    }

    fileprivate func has(_ name: String) -> Bool { properties[name] != nil }

    /// Whether text, not samples alone, lists the members.
    fileprivate var isTold: Bool {
        names.contains { properties[$0.value]?.isTold == true }
    }

    /// Whether this object has a member, at any depth, that the other lacks.
    fileprivate func goes(beyond other: ObjectDraft, depth: Int = 0) -> Bool {
        guard depth < maximumDepth else { return false }
        return names.contains { name in
            guard let mine = properties[name.value] else { return false }
            guard let theirs = other.properties[name.value] else { return other.members == nil }
            guard let own = mine.objectPlace.object, let known = theirs.objectPlace.object,
                own !== known
            else { return false }
            return own.goes(beyond: known, depth: depth + 1)
        }
    }

    /// Takes over the members of a documented object, and what is said of those that are here.
    fileprivate func inherit(_ documented: ObjectDraft, depth: Int = 0) {
        guard depth < maximumDepth else { return }
        for name in documented.names {
            guard let theirs = documented.properties[name.value] else { continue }
            guard let mine = properties[name.value] else {
                properties[name.value] = theirs
                names.append(name)
                continue
            }
            mine.reuse(theirs)
            mine.required += theirs.required
            guard let known = theirs.objectPlace.object else { continue }
            if let own = mine.objectPlace.object {
                if own !== known { own.inherit(known, depth: depth + 1) }
            } else if mine.items == nil {
                mine.object = known
            }
        }
    }
}
