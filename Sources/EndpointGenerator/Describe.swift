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
    _ sources: SourceSet, named name: String, correctedBy corrections: SourceFile? = nil,
    over threads: Int = 1
) -> (api: APIDescription, notes: [Diagnostic]) {
    let claims = claims(of: sources, over: threads)
    let description = describe(
        claims, sources, named: name,
        correctedBy: corrections.map { (FileID(UInt32(sources.files.count)), $0) })
    return (description.api, description.diagnostics)
}

/// The same from claims that were read before, with all that is known of it.
func describe(
    _ read: (claims: [PageClaims], notes: [Diagnostic]), _ sources: SourceSet, named name: String,
    correctedBy corrections: (id: FileID, file: SourceFile)?
) -> Resolved {
    let resolved = resolve(name, read.claims, sources: sources)
    var api = resolved.api
    var notes = read.notes + resolved.diagnostics
    if let corrections {
        let (corrections, correctionNotes) = readCorrections(
            corrections.file, as: corrections.id)
        notes += correctionNotes
        notes += correct(&api, by: corrections)
    }
    return Resolved(
        api: api, diagnostics: notes, remarks: resolved.remarks, witnesses: resolved.witnesses)
}

/// What each page says, nothing decided yet.
package func claims(
    of sources: SourceSet, over threads: Int = 1
) -> (claims: [PageClaims], notes: [Diagnostic]) {
    claims(of: readFiles(sources, over: threads) { $0.said }, sources)
}

/// The same of files that were read before.
func claims(
    of files: [SaidFile], _ sources: SourceSet
) -> (claims: [PageClaims], notes: [Diagnostic]) {
    let (claims, notes) = claims(of: files.map(\.items), sources)
    return (claims, files.flatMap(\.notes) + files.flatMap(\.items.notes) + notes)
}

/// The same of what was recognized before, and said then; includes are put in their places.
func claims(
    of items: [[Item]], _ sources: SourceSet
) -> (claims: [PageClaims], notes: [Diagnostic]) {
    let site = Site(sources: sources, items: items)
    var notes: [Diagnostic] = []
    var claims: [PageClaims] = []
    for page in site.pages {
        let (said, assemblyNotes) = assemble(page, of: site)
        claims.append(said)
        notes += assemblyNotes
    }
    return (claims, notes)
}
