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
    /// What is sent to a resource and only a sample shows: its members are what the attributes of
    /// that resource say, where they are among these. More than is shown need not be sent.
    func describeByResource(_ drafts: [OperationDraft], on pages: [ScopedPage]) {
        let resources = Resources(registry.objects)
        for operation in drafts where operation.requestBody.isOnlyShown {
            let claims = pages[operation.scope.page].claims
            guard !claims.isComplete else { continue }
            for place in operation.requestBody.draft.shownPlaces {
                guard let sent = place.object, !sent.names.isEmpty else { continue }
                for section in claims.path(from: operation.scope.own) {
                    guard let listed = resources.object(in: section, of: operation.file) else {
                        continue
                    }
                    if sent !== listed, sent.fits(in: listed) {
                        sent.reuse(listed, addsMembers: false)
                    }
                    break
                }
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
