import APIModel
import Recognition
import SourceText

/// Whether a site gives its operations lines of their own: four pages do for one that only shows
/// calls. Then a page of calls explains something else by them.
func haveRequestLines(_ pages: [PageClaims]) -> Bool {
    var withLines = 0
    var withCalls = 0
    for page in pages {
        if page.claims.contains(where: { $0.isRequest }) {
            withLines += 1
        } else if page.claims.contains(where: { $0.isCall }) {
            withCalls += 1
        }
    }
    return withLines >= withCalls * 4
}

/// The calls of a page that open operations: of a page without lines its distinct calls, beside lines
/// those of sections that read like operations and have none.
func openingsOfCalls(
    _ page: ScopedPage, callsOpen: Bool, _ bases: Bases, except named: NamedOperations
) -> [Opening] {
    page.operations.isEmpty
        ? openingsOfCalls(page.claims, callsOpen: callsOpen, bases, except: named)
        : openingsOfCalls(inSilentSectionsOf: page, bases, except: named)
}

/// Pages that show calls only: each distinct call opens an operation. What stands in the front matter
/// does so on any site, for no text around it could be explained by it.
///
/// Beside operations with lines of their own, calls below "Authentication" or "Webhooks" explain, and
/// calls of these operations show them.
private func openingsOfCalls(
    _ page: PageClaims, callsOpen: Bool, _ bases: Bases, except named: NamedOperations
) -> [Opening] {
    var openings: [Opening] = []
    var known: Set<String> = []
    for (position, claim) in page.claims.enumerated() {
        guard case .call(let call) = claim.statement,
            let request = call.requestClaim.map({ bases.relative($0).withShownIDs })
        else { continue }
        let isFrontMatter = page.isFrontMatter(claim.section)
        guard callsOpen || isFrontMatter else { continue }
        guard isFrontMatter || !page.isExplained(claim.section), !call.isRouteOfProgram,
            !call.fetchesProgram
        else { continue }
        guard isFrontMatter || named.called(by: call) == nil else { continue }
        guard known.insert(request.key).inserted,
            !openings.isExpanded(in: request, of: claim.section, on: page)
        else { continue }
        openings.append(Opening(requests: [request], position: position, section: claim.section))
    }
    return openings
}

extension [Opening] {
    /// `/boats/17` behind `/boats/$ID` in one section is a call of that with the value put in.
    fileprivate func isExpanded(
        in call: RequestClaim, of section: Int, on page: PageClaims
    ) -> Bool {
        guard let last, page.heading(around: last.section) == page.heading(around: section),
            let form = last.requests.first,
            !form.path.value.placeholders.isEmpty, form.method.value == call.method.value
        else { return false }
        return matchURL(call.path.value.text, to: form.path.value) != nil
    }
}

extension PageClaims {
    /// The section of a heading, whatever labels stand below it.
    fileprivate func heading(around section: Int) -> Int {
        path(from: section).first { sections[$0].level < labelLevel } ?? 0
    }
}

/// The first call of each section that reads like an operation, beside others with lines of their
/// own: there a recorded message stands for the line. One that holds an example's ID is left alone.
private func openingsOfCalls(
    inSilentSectionsOf page: ScopedPage, _ bases: Bases, except named: NamedOperations
) -> [Opening] {
    guard !page.silent.isEmpty else { return [] }
    var openings: [Opening] = []
    var opened: Set<Int> = []
    for (position, claim) in page.claims.claims.enumerated() {
        guard case .call(let call) = claim.statement,
            let silent = page.claims.path(from: claim.section).first(where: page.silent.contains),
            !opened.contains(silent), !page.claims.isExplained(claim.section),
            !call.isRouteOfProgram, !call.fetchesProgram, !named.mayBeCalled(by: call),
            let request = call.requestClaim.map({ bases.relative($0).withShownIDs }),
            request.path.value.segments.allSatisfy(isFixed)
        else { continue }
        opened.insert(silent)
        openings.append(Opening(requests: [request], position: position, section: claim.section))
    }
    return openings
}

extension RequestClaim {
    /// With placeholders for the IDs that a call shows: `/notes/1` is `/notes/{note_id}`.
    fileprivate var withShownIDs: RequestClaim {
        var request = self
        request.path.value = path.value.withShownIDs
        return request
    }
}

/// Whether it is no example's ID: `/books/17`, `/recipes/SpaghettiWithMeatballs`.
private func isFixed(_ segment: some StringProtocol) -> Bool {
    if isVersion(String(segment)) { return true }
    let isName = segment.utf8.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false
    return !isName && !segment.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
}

/// `v2`, `v1.1`: no example's ID.
private func isVersion(_ segment: String) -> Bool {
    segment.utf8.first == 0x76 && segment.utf8.count > 1 && segment.utf8.count <= 5
        && segment.utf8.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E }
}

extension PageClaims {
    fileprivate func isFrontMatter(_ section: Int) -> Bool {
        path(from: section).contains { sections[$0].isFrontMatter }
    }
}

extension SampleCall {
    /// `app.get("/hello", …)` serves a path, and so may any program that names no server.
    fileprivate var isRouteOfProgram: Bool {
        url.evidence.isOfProgram && url.value.hasPrefix("/")
    }
}

extension SampleCall {
    /// `curl -sSL https://get.example.com/install.sh | sh`: what is installed or trusted.
    fileprivate var fetchesProgram: Bool {
        guard method?.value ?? "GET" == "GET", body == nil, form == nil else { return false }
        let path = url.value.prefix { $0 != "?" && $0 != "#" }
        guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: ".") else {
            return false
        }
        switch name[dot...].dropFirst().lowercased() {
        case "sh", "ps1", "bat", "deb", "rpm", "dmg", "exe", "msi", "appimage", "jar", "whl", "gpg",
            "asc", "repo", "tgz":
            return true
        case "gz", "xz", "bz2": return name[..<dot].hasSuffix(".tar")
        default: return false
        }
    }
}

extension Claim {
    fileprivate var isCall: Bool {
        if case .call = statement { return true }
        return false
    }

    fileprivate var isRequest: Bool {
        if case .request = statement { return true }
        return false
    }
}
