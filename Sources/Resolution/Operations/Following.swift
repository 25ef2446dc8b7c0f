import JSONText
import Recognition
import SourceText

/// What claims are because of what stands before them, whatever their headings say: a list right
/// behind a sample, a sample right behind a call.
struct Following {
    /// Positions of what tells of the answer.
    private(set) var answered: Set<Int> = []
    /// Positions of samples of something that no list beside them speaks of.
    private(set) var foreign: Set<Int> = []

    /// The members of the objects that the last sample shows, where nothing labels it, and its section.
    private var shown: (objects: [Set<String>], section: Int)?
    /// The same, whatever lists stand behind it.
    private var answer: (objects: [Set<String>], section: Int)?
    /// What was sent last, and where, until something else stands behind it.
    private var called: (sample: Sample?, section: Int)?
    /// The members at the top of what calls and samples send.
    private var sent: Set<String>?
    /// The members that lists of either direction name, with the steps that lead there, by section.
    private var listed: [Int: Set<String>] = [:]
}

extension OperationDraft {
    func following(
        in claims: [Claim], on page: PageClaims, upTo root: Int, own: Int
    ) -> Following {
        var following = Following()
        guard !isComplete else { return following }
        for (position, claim) in claims.enumerated() {
            switch claim.statement {
            case .sample(let sample):
                let around = page.surroundings(of: claim.section, upTo: root, own: own)
                following.take(sample, around, at: position, claim.section, of: self)
            case .call(let call):
                following.take(call, in: claim.section, of: self)
            case .fields(let list):
                let around = page.surroundings(of: claim.section, upTo: root, own: own)
                following.recall(page.sections[claim.section], at: claim.section)
                following.take(list, around, at: position, claim.section, of: self)
            case .prose, .values, .mention, .statuses, .content, .name, .deprecation,
                .permissions, .security, .mediaTypes, .same, .thing, .orderingKey, .operationID,
                .group,
                .server, .basePath, .request, .foreignMethod, .references, .missingInclude:
                continue
            }
        }
        return following
    }
}

extension Following {
    fileprivate mutating func take(
        _ call: SampleCall, in section: Int, of operation: OperationDraft
    ) {
        shown = nil
        called = nil
        guard !call.isForeign(to: operation) else { return }
        if let body = call.body { sent = (sent ?? []).union(body.objects.first ?? []) }
        // `-d @body.json` is shown behind the call.
        if call.body != nil || call.form != nil || !operation.method.sendsBody {
            called = (call.body, section)
        }
    }

    fileprivate mutating func take(
        _ sample: Sample, _ around: Surroundings, at position: Int, _ section: Int,
        of operation: OperationDraft
    ) {
        defer { called = nil }
        shown = nil
        let objects = sample.objects
        if let listed = listed[section], around.title == nil, !objects.isEmpty,
            sample.direction == nil, around.direction != nil, around.status == nil,
            objects.allSatisfy({ listed.isDisjoint(with: $0) })
        {
            foreign.insert(position)
        }
        guard sample.direction ?? around.direction == .request else {
            let isTold = around.direction != nil || around.title != nil
            shown = isTold ? nil : (objects, section)
            answer = shown ?? answer
            return
        }
        if sample.direction == nil, let called, called.section == section,
            called.sample.map({ !$0.isShownAgain(by: sample) }) ?? true
        {
            answered.insert(position)
            foreign.remove(position)
            return
        }
        sent = (sent ?? []).union(objects.first ?? [])
    }

    /// "Attributes" behind "Parameters" and what is below "Details" may be of the sample above.
    fileprivate mutating func recall(_ section: Section, at index: Int) {
        guard shown?.section != index, [.properties, .description].contains(section.role),
            let answer, section.parent == answer.section
        else { return }
        shown = (answer.objects, index)
    }

    fileprivate mutating func take(
        _ list: FieldList, _ around: Surroundings, at position: Int, _ section: Int,
        of operation: OperationDraft
    ) {
        called = nil
        if around.direction != nil, !around.isHeaders, !around.isParameters {
            // "Returns a [Loan](#loan)." names a type and no member of it.
            let named = list.fields.flatMap(\.steps)
            if !named.isEmpty { listed[section, default: []].formUnion(named) }
        }
        guard let known = shown, known.section == section,
            !operation.method.sendsBody || sent != nil,
            operation.describes(list, oneOf: known.objects, besides: sent ?? [])
        else {
            shown = nil
            return
        }
        answered.insert(position)
    }
}

extension OperationDraft {
    /// Whether the rows of a list are members of one of the objects that a sample of what comes back
    /// shows: they tell of what it shows, and of nothing that is sent.
    fileprivate func describes(
        _ list: FieldList, oneOf objects: [Set<String>], besides sent: Set<String>
    ) -> Bool {
        guard list.role == nil, list.fields.allSatisfy({ $0.location == nil }) else { return false }
        let names = list.fields.filter { $0.depth == 0 }.compactMap(\.steps.first)
        guard !names.isEmpty, !names.allSatisfy(sent.contains),
            !names.contains(where: { isPlaceholder($0) || isQueried($0) })
        else { return false }
        // One row may be called as a member is; most of them are no chance.
        return objects.contains { members in
            names.allSatisfy(members.contains) && names.count * 2 >= members.count
        }
    }
}

extension Field {
    /// `crew` and `name` of `crew[].name`.
    fileprivate var steps: [String] {
        name.value.split { ".[]".contains($0) }.map(String.init)
    }
}

extension Sample {
    /// The members of its objects, the outermost first.
    var objects: [Set<String>] {
        var found: [Set<String>] = []
        for value in document.values { value.collectObjects(into: &found, depth: 0) }
        return found
    }

    /// Whether another sample shows no other members than this one, as the body of a call once more.
    fileprivate func isShownAgain(by other: Sample) -> Bool {
        guard let own = objects.first, let others = other.objects.first else {
            return document.values.map(\.spelling) == other.document.values.map(\.spelling)
        }
        return others.isSubset(of: own)
    }
}

extension JSONValue {
    fileprivate func collectObjects(into found: inout [Set<String>], depth: Int) {
        guard depth < maximumDepth, found.count < maximumObjects else { return }
        switch node {
        case .object(let members):
            found.append(Set(members.map(\.key)))
            for member in members { member.value.collectObjects(into: &found, depth: depth + 1) }
        case .array(let elements):
            for element in elements.prefix(3) {
                element.collectObjects(into: &found, depth: depth + 1)
            }
        default: break
        }
    }
}

/// How many objects of a sample a list is held against.
private let maximumObjects = 32
