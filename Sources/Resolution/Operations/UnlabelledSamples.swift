import JSONText
import Recognition

extension [Claim] {
    /// What is sent, of two samples right below a request line that nothing labels: the second is
    /// what comes back. One alone is sent where it says which of its members must be there.
    func firstOfTwoSamples(on page: PageClaims, own: Int) -> Int? {
        var samples: [Int] = []
        for (position, claim) in enumerated() {
            switch claim.statement {
            case .sample(let sample):
                // What a label calls the answer ends what may be sent.
                if samples.count == 1, page.showsAnswer(sample, in: claim.section, own: own) {
                    return samples[0]
                }
                guard claim.section == own, sample.direction == nil, sample.status == nil,
                    page.sections[own].level < labelLevel, page.sections[own].status == nil
                else { return nil }
                samples.append(position)
            // What a sentence calls the answer is said besides.
            case .fields(let list) where list.evidence.isOfReturnSentence: continue
            // Below the first stands what its members are.
            case .fields(let list)
            where list.role == nil && claim.section == own && samples.count == 1
                && shows(list, at: samples[0]):
                continue
            case .fields, .call: return nil
            default: continue
            }
        }
        if samples.count == 1, case .sample(let sample) = self[samples[0]].statement {
            return sample.saysWhatIsRequired ? samples[0] : nil
        }
        return samples.count == 2 ? samples[0] : nil
    }

    /// The outermost members of all samples and bodies of calls.
    var outermostMembers: Set<String> {
        reduce(into: []) { names, claim in
            switch claim.statement {
            case .sample(let sample): names.formUnion(sample.objects.first ?? [])
            case .call(let call): names.formUnion(call.body?.objects.first ?? [])
            default: break
            }
        }
    }

    /// Whether the sample at a place shows members of a list and nothing else.
    private func shows(_ list: FieldList, at place: Int) -> Bool {
        guard case .sample(let sample) = self[place].statement else { return false }
        return sample.shows(only: Set(list.fields.map(\.name.value)))
    }

    /// What is sent, where samples stand unlabelled behind an unlabelled list: the first, which shows
    /// members of that list only, where no call shows a body. Behind it stands what comes back.
    func firstSampleOfList(on page: PageClaims, own: Int) -> Int? {
        guard page.sections[own].status == nil, page.sections[own].level < labelLevel else {
            return nil
        }
        var names: Set<String> = []
        var found: Int?
        for (position, claim) in enumerated() {
            switch claim.statement {
            case .call(let call) where call.body != nil || call.form != nil: return nil
            case .fields(let list) where claim.section == own && list.status == nil:
                if found == nil, list.role == nil || list.role?.isOfRequest == true {
                    names.formUnion(list.fields.map(\.name.value))
                }
            case .sample(let sample) where found == nil:
                guard claim.section == own, sample.direction == nil, sample.shows(only: names)
                else { return nil }
                found = position
            default: continue
            }
        }
        return found
    }

    /// What is sent, of the samples below "Example": those behind the list of what is sent and before
    /// "Response" that show members of that list only.
    func sentExamples(on page: PageClaims, upTo root: Int, own: Int) -> Set<Int> {
        var names: Set<String> = []
        var shown: Set<Int> = []
        for (position, claim) in enumerated() {
            let around = page.surroundings(of: claim.section, upTo: root, own: own)
            guard around.direction != .response else { return shown }
            switch claim.statement {
            case .fields(let list) where around.direction == .request && around.location == nil:
                names.formUnion(list.fields.map(\.name.value))
            case .sample(let sample)
            where sample.direction == nil && around.direction == nil
                && page.sections[claim.section].role == .example && sample.shows(only: names):
                shown.insert(position)
            default: continue
            }
        }
        return []
    }
}

extension PageClaims {
    /// Whether a label between a sample and the operation's own heading says that it comes back.
    fileprivate func showsAnswer(_ sample: Sample, in section: Int, own: Int) -> Bool {
        if sample.direction == .response { return true }
        guard section != own, sample.direction == nil else { return false }
        switch sections[section].role {
        case .response, .responseExample: return true
        default: return false
        }
    }
}

extension SectionRole {
    /// Whether a list of this role says no more than that it may be sent.
    fileprivate var isOfRequest: Bool {
        self == .parameters(location: nil, required: nil) || self == .requestBody
    }
}

extension Sample {
    /// Whether it is an object, or several, of no other members than these.
    fileprivate func shows(only names: Set<String>) -> Bool {
        status == nil && !document.values.isEmpty
            && document.values.allSatisfy { value in
                guard case .object(let members) = value.node, !members.isEmpty else { return false }
                return members.allSatisfy { names.contains($0.key) }
            }
    }

    /// Whether it shows no member, however deep, that the lists above it name, so that it is what comes
    /// back.
    func isForeign(to lists: [TitledList]) -> Bool {
        let names = Set(lists.flatMap { $0.list.fields.map(\.name.value) })
        return !names.isEmpty && document.values.contains { $0.hasMembers }
            && !document.values.contains { $0.shows(anyOf: names, depth: 0) }
    }

    /// Whether a remark behind one of its members says that this must be there, as it does of what
    /// is to be sent: `"title": "Pea soup", // required`.
    fileprivate var saysWhatIsRequired: Bool {
        document.values.contains { value in
            guard case .object(let members) = value.node else { return false }
            return members.contains { member in
                guard let comment = member.comment, comment.utf8.count <= 200 else { return false }
                return readRequiredness(MarkedText(comment))?.required == true
            }
        }
    }

    /// Whether an object of the sample has a member of this name.
    func shows(_ name: String) -> Bool {
        document.values.contains { value in
            guard case .object(let members) = value.node else { return false }
            return members.contains(where: { $0.key == name })
        }
    }
}

extension JSONValue {
    fileprivate var hasMembers: Bool {
        guard case .object(let members) = node else { return false }
        return !members.isEmpty
    }

    fileprivate func shows(anyOf names: Set<String>, depth: Int) -> Bool {
        guard depth < 8 else { return true }
        switch node {
        case .object(let members):
            return members.contains { member in
                names.contains(member.key) || member.value.shows(anyOf: names, depth: depth + 1)
            }
        case .array(let elements):
            return elements.contains { $0.shows(anyOf: names, depth: depth + 1) }
        case .null, .boolean, .number, .string, .word, .elision: return false
        }
    }
}
