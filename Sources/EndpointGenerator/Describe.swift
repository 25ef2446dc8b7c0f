import APIModel
import PageTree
import Recognition
import Resolution
import SourceText

/// Pages in, API description out: read, recognize, resolve.
///
/// Corrections come last and stand above all that the pages say; their file has the number after
/// the pages'.
package func describe(
    _ sources: SourceSet, named name: String, correctedBy corrections: SourceFile? = nil
) -> (api: APIDescription, notes: [Diagnostic]) {
    let (claims, notes) = claims(of: sources)
    let (resolved, resolutionNotes) = resolve(name, claims, sources: sources)
    guard let corrections else { return (resolved, notes + resolutionNotes) }
    var api = resolved
    let read = readCorrections(corrections, as: FileID(UInt32(sources.files.count)))
    let correctionNotes = correct(&api, by: read.corrections)
    return (api, notes + resolutionNotes + read.notes + correctionNotes)
}

/// What each page says, nothing decided yet.
///
/// Every file is read and recognized by itself, so that this part may be spread over cores and
/// cached by content; includes are put in their places when pages are assembled.
package func claims(of sources: SourceSet) -> (claims: [PageClaims], notes: [Diagnostic]) {
    let pages = sources.ids.map { read(sources[$0], as: $0) }
    let site = Site(sources: sources, items: pages.map { recognize($0) })
    var notes = pages.flatMap(\.notes) + site.items.flatMap(\.notes)
    var claims: [PageClaims] = []
    for page in site.pages {
        let (said, assemblyNotes) = assemble(page, of: site)
        claims.append(said)
        notes += assemblyNotes
    }
    return (claims, notes)
}
