import APIModel
import PageTree
import SourceText

/// A path that a label or a heading gave, with no method beside it.
struct BarePath {
    let path: PathPhrase
    let range: ByteRange
    /// Where in the page's items a place is kept for the request.
    let place: Int
    /// The title of the section that holds it, and its level.
    let title: String
    let level: Int
    /// Whether headings below have given methods, each for itself.
    var isShared = false
    /// Whether it is but the form of the path that a call in its section shows.
    var isOfCall = false
    /// Whether it is a heading, below which requests may say the whole.
    var isHeading = false
}

extension Reading {
    /// Keeps a path that a label gave until something says its method.
    mutating func keep(_ path: PathPhrase, at range: ByteRange) {
        let around = around.last { $0.level < labelLevel && !labelsRequestPart($0.title) }
        settleBarePath()
        items.append(.furniture(page.span(range)))
        barePath = BarePath(
            path: path, range: range, place: items.count - 1, title: around?.title ?? "",
            level: around?.level ?? 0)
    }

    /// Keeps the path that a heading consists of until its section ends: `### /api/v1/export`.
    mutating func keepPath(ofHeading title: MarkedText, level: Int, at range: ByteRange) {
        let text = title.text.trimmedASCII.filter { $0 != "`" }
        guard text.hasPrefix("/"), text.utf8.count > 1, !text.contains(" "),
            let path = readPath(text)
        else { return }
        settleBarePath()
        items.append(.furniture(page.span(range)))
        barePath = BarePath(
            path: path, range: range, place: items.count - 1, title: "", level: level,
            isHeading: true)
    }

    /// Says the request of a path whose section ends and gave no method: what the section shows of a
    /// call says it, or else the verb that its title or its first sentence begins with.
    mutating func settleBarePath() {
        guard let bare = barePath else { return }
        barePath = nil
        if bare.isOfCall { return fillCalls(with: bare.path.template) }
        guard !bare.isShared, !bare.isHeading || !items[bare.place...].contains(where: \.isRequest)
        else { return }
        guard
            let method = calledMethod(of: bare)
                ?? methodOfAllCalls.map({ said($0, bare.range, .implied, "labelled-request") })
                ?? titledMethod(of: bare) ?? askedMethod(of: bare) ?? toldMethod(of: bare)
        else {
            // Nothing comes of a path alone, which coverage says.
            if !bare.isHeading { items[bare.place] = .unclaimed(page.span(bare.range)) }
            return
        }
        let claim = request(
            method, bare.path, at: bare.range, construct: "labelled-request")
        items[bare.place] = .say(.request(claim), page.span(bare.range))
    }

    /// "Retrieve the tides of a port." as the first words of the section.
    private func toldMethod(of bare: BarePath) -> Said<Method>? {
        var start = bare.place
        if bare.isHeading {
            // Files and folders are headings too.
            guard items[start...].contains(where: \.tellsOfMessages) else { return nil }
        } else {
            let headings = items.indices.suffix(items.count - max(0, bare.place - 12))
            let own = headings.last { index in
                guard index < bare.place, case .heading(let section) = items[index] else {
                    return false
                }
                return section.title == bare.title && section.level == bare.level
            }
            guard let own else { return nil }
            start = own + 1
        }
        for item in items[start...].prefix(5) {
            guard case .say(.prose(let text), _) = item else { continue }
            guard let method = impliedMethod(title: text.value) else { return nil }
            return Said(method, Evidence(text.evidence.span, .implied, "labelled-request"))
        }
        return nil
    }

    /// The method of a call of that path, if all calls of it agree.
    private func calledMethod(of bare: BarePath) -> Said<Method>? {
        var found: Said<Method>?
        for item in items[bare.place...] {
            guard case .say(.call(let call), _) = item, let name = call.method,
                let method = Method(written: name.value),
                matchURL(call.url.value, to: bare.path.template) != nil
            else { continue }
            if let found, found.value != method { return nil }
            found = Said(method, name.evidence)
        }
        return found
    }

    /// `GET /loans/1` in the section whose table is titled `/loans/{id}` is a call of that.
    private mutating func fillCalls(with template: PathTemplate) {
        for index in items.indices.suffix(100).reversed() {
            switch items[index] {
            case .heading(let section) where section.level < labelLevel && section.role == .other:
                return
            case .say(.call(var call), let span):
                guard matchURL(call.url.value, to: template) != nil else { continue }
                call.url.value = template.text
                items[index] = .say(.call(call), span)
            default: continue
            }
        }
    }

    private func titledMethod(of bare: BarePath) -> Said<Method>? {
        guard let method = impliedMethod(title: bare.title) else { return nil }
        return said(method, bare.range, .implied, "labelled-request")
    }

    /// `https://…/tide?lat={lat}&lon={lon}`: what has a place for all that it asks in its query.
    private func askedMethod(of bare: BarePath) -> Said<Method>? {
        let asks = bare.path.query.contains { $0.value?.hasPrefix("{") == true }
        return asks ? said(.get, bare.range, .implied, "labelled-request") : nil
    }

    /// Below a path and headings that each are a method: `### Get` and `### Delete` of one resource.
    mutating func sayMethod(ofBarePathBy heading: MarkedText, level: Int, at range: ByteRange)
        -> Bool
    {
        guard let bare = barePath, level > bare.level, heading.tokens.count == 1,
            let method = Method(written: heading.text)
        else { return false }
        let construct: Construct = "method-heading"
        let given = said(method, range, .declared, construct)
        say(.request(request(given, bare.path, at: range, construct: construct)), at: range)
        barePath?.isShared = true
        return true
    }
}

/// The method that the first verb of an operation's title stands for, where there is but one:
/// "Retrieve all choirs", "Create a choir", "Delete a choir".
func impliedMethod(title: String) -> Method? {
    let words = words(of: title)
    guard words.count > 1, let verb = words.first else { return nil }
    switch verb {
    case "get", "list", "retrieve", "fetch", "show", "read", "view":
        return .get
    case "create", "add", "register", "post", "upload", "submit": return .post
    case "delete", "remove", "destroy": return .delete
    case "replace": return .put
    default: return nil
    }
}

extension Item {
    /// Whether it says what is sent or comes back.
    fileprivate var tellsOfMessages: Bool {
        switch self {
        case .say(.fields, _), .say(.sample, _), .say(.statuses, _): true
        default: false
        }
    }
}
