import APIModel
import Recognition
import SourceText

// What the authors of the pages want to know. The generated Swift is no worse for it, so who
// generates is not told.

extension Resolution {
    /// What fields without a mark are taken as: once for each habit that the pages have, at the
    /// first list that shows it.
    mutating func remarkOnHabits(of pages: [ScopedPage]) {
        var habits: [RequirednessHabit] = []
        for page in pages where !page.claims.isComplete {
            for claim in page.operations.flatMap(\.claims) {
                guard case .fields(let list) = claim.statement, let habit = list.habit else {
                    continue
                }
                habits.append(habit)
            }
        }
        for meaning in [false, true] {
            let alike = habits.filter { $0.unmarkedIsRequired == meaning }
            guard let first = alike.first else { continue }
            remarks.append(
                .requirednessHabit(
                    isRequired: meaning, lists: alike.count, at: first.mark.span))
        }
    }
}

extension Lift {
    /// Members that are described and never shown, and members whose two spellings may be one.
    mutating func remark(on object: ObjectDraft) {
        let proof = object.names.lazy.compactMap { object.properties[$0.value]?.shown.first }.first
        guard let proof, !object.isPartial else { return }
        let isWhole = !isShortened(at: proof.evidence.span)
        var unshown: [Said<String>] = []
        var undescribed = Spellings()
        for name in object.names {
            guard let member = object.properties[name.value] else { continue }
            if !member.isDescribed {
                undescribed.add(name)
            } else if member.shown.isEmpty {
                unshown.append(name)
            }
        }
        for name in unshown {
            if let other = undescribed.nearest(to: name.value) {
                remarks.append(
                    .nearMissName(
                        other.value, of: name.value, at: other.evidence.span,
                        described: name.evidence.span))
            } else if isWhole {
                remarks.append(.unshownMember(name.value, at: name.evidence.span))
            }
        }
    }

    /// Whether a place lies in a sample that leaves something out.
    private func isShortened(at place: SourceSpan) -> Bool {
        var low = 0
        var high = shortened.count
        while low < high {
            let middle = (low + high) / 2
            if shortened[middle].file < place.file
                || shortened[middle].file == place.file
                    && shortened[middle].range.end <= place.range.start
            {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < shortened.count else { return false }
        return shortened[low].file == place.file
            && shortened[low].range.start <= place.range.start
    }

    /// Words in the place of a type that are none.
    mutating func remarkOnTypes(of draft: Draft) {
        // A sample may hold words where values are meant; they are samples of something.
        let spans = Set(draft.shown.map(\.evidence.span))
        for type in draft.types where !spans.contains(type.evidence.span) {
            guard let words = type.value.unknownWords else { continue }
            remarks.append(.unknownType(words, at: type.evidence))
        }
    }
}

extension Resolution {
    /// The calls that an operation's page shows, against the line that gives its method and path.
    ///
    /// A page may show other calls too, such as the one that gets a token; so a path is doubted only
    /// where no call has it, and a method only in calls that have the path.
    mutating func compareCalls(of drafts: [OperationDraft]) {
        let documented = Set(drafts.map(\.request.key))
        for draft in drafts { compareCalls(of: draft, documented: documented) }
        remarkOnCredentials(of: drafts)
    }

    private mutating func compareCalls(of draft: OperationDraft, documented: Set<String>) {
        let path = draft.request.path
        let calls = draft.calls.filter { call in
            !call.url.value.isEmpty && call.url.evidence.span != path.evidence.span
        }
        let fitting = calls.filter { matchURL($0.url.value, to: path.value) != nil }
        compareCallValues(of: draft, in: Array(fitting.prefix(32)))
        if fitting.isEmpty, let first = calls.first {
            remarks.append(.pathByExample(first.url, documented: path))
        }
        // Operations that share their text share its calls.
        let shape = path.value.shape
        let strange = fitting.compactMap(\.method).first { method in
            !documented.contains("\(method.value.uppercased()) \(shape)")
        }
        guard let method = strange else { return }
        remarks.append(.methodByExample(method, documented: draft.request.method))
    }
}

extension OperationDraft {
    /// Where its samples leave something out.
    var shortenedSamples: [SourceSpan] {
        let samples = requestBody.samples + responses.flatMap(\.body.samples)
        return samples.filter(\.document.isPartial).map(\.evidence.span)
    }
}

extension TypeExpression {
    /// What stands where a type is meant and is no type.
    fileprivate var unknownWords: String? {
        switch kind {
        case .unknown(let words): words
        case .array(let element?), .dictionary(let element?): element.unknownWords
        case .union(let types): types.lazy.compactMap(\.unknownWords).first
        case .boolean, .integer, .number, .decimal, .string, .object, .array(nil),
            .dictionary(nil), .reference, .enumeration, .any:
            nil
        }
    }
}
