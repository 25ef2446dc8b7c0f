import APIModel
import Recognition
import SourceText

extension PageClaims {
    /// Whether it stands below "Attributes" of a resource (`## Poll [/polls/{id}]`) of which the
    /// operation is but one: they are of what the resource is.
    func isOfResource(_ section: Int, around own: Int) -> Bool {
        guard
            let attributes = path(from: section).first(where: { sections[$0].role == .properties })
        else { return false }
        let resource = sections[attributes].parent
        let title = sections[resource].title
        return resource != own && title.withoutBracketedPath != title
            && isSection(own, within: resource)
    }
}

extension Uniting {
    /// What is sent to a resource or comes back from it and only a sample shows: its members are what
    /// the attributes of that resource say, where they are among these. No more than is shown is added.
    func describeByResource(_ drafts: [OperationDraft], on pages: [ScopedPage]) {
        let resources = Resources(registry.objects)
        guard !resources.isEmpty else { return }
        for operation in drafts {
            let claims = pages[operation.scope.page].claims
            guard !claims.isComplete else { continue }
            let answers = operation.responses.filter { !$0.isError }.map(\.body)
            for body in [operation.requestBody] + answers where body.isOnlyShown {
                describe(body, of: operation, by: resources, in: claims)
            }
        }
    }

    private func describe(
        _ body: BodyDraft, of operation: OperationDraft, by resources: Resources,
        in claims: PageClaims
    ) {
        for place in body.draft.shownPlaces {
            guard let shown = place.object, !shown.names.isEmpty else { continue }
            for section in claims.path(from: operation.scope.own) {
                guard let listed = resources.object(in: section, of: operation.file) else {
                    continue
                }
                if shown !== listed, shown.fits(in: listed) {
                    shown.reuse(listed, addsMembers: false)
                }
                break
            }
        }
    }
}

/// The objects that have their attributes listed, by the sections that they or their headings stand
/// in: `## App` over "Attributes", `## Apps` over "The app object".
private struct Resources {
    private var bySection: [FileID: [Int: [ObjectDraft]]] = [:]

    init(_ objects: [DocumentedObject]) {
        for object in objects where !object.lists.isEmpty {
            guard let section = object.resource, let draft = object.draft.object
            else { continue }
            bySection[object.page, default: [:]][section, default: []].append(draft)
        }
    }

    var isEmpty: Bool { bySection.isEmpty }

    func object(in section: Int, of page: FileID) -> ObjectDraft? {
        guard let found = bySection[page]?[section], found.count == 1 else { return nil }
        return found[0]
    }
}

extension BodyDraft {
    /// Whether samples alone say what it is.
    fileprivate var isOnlyShown: Bool { lists.isEmpty && !samples.isEmpty && draft.types.isEmpty }
}

extension Draft {
    /// The place, or the one member that holds all there is: `{"app": {…}}`.
    fileprivate var shownPlaces: [Draft] {
        let place = objectPlace
        guard let object = place.object, object.names.count == 1,
            let member = object.properties[object.names[0].value], member.object != nil
        else { return [place] }
        return [place, member]
    }
}

extension String {
    /// `Poll` of `Poll [/polls/{id}]`, which names what stands there.
    var withoutBracketedPath: String {
        guard hasSuffix("]"), let open = firstRange(of: " [/")?.lowerBound else { return self }
        return String(self[..<open])
    }
}
