import EndpointGenerator

/// Prints one stage of the work over a page or a folder of pages.
func runShow(_ stage: Stage, of path: String) -> ExitStatus {
    // Whoever looks at what was read wants to see all there is to say about it.
    let isFolded =
        switch stage {
        case .page, .claims: false
        case .api, .context: true
        }
    return printing(path, isFolded: isFolded) { EndpointGenerator.show(stage, of: $0) }
}

/// Prints which place decided a fact.
func runExplain(_ fact: String, of path: String) -> ExitStatus {
    printing(path) { EndpointGenerator.explain(fact, of: $0) }
}

/// Prints an OpenAPI document.
func runOpenAPI(_ path: String, isPlain: Bool, ofServer: Bool) -> ExitStatus {
    printing(path) { EndpointGenerator.openAPI($0, isPlain: isPlain, ofServer: ofServer) }
}

/// Writes the Swift file with the built-in templates beside them.
func runEmbedTemplates(_ folder: String) -> ExitStatus {
    attempt { () throws(DiskError) in
        let templates = try findTemplates(below: trimmed(folder))
        let target = joined(trimmed(folder), "BuiltinTemplates.swift")
        let bytes = embedTemplates(templates)
        if kind(of: target) == .file, try readFile(target) == bytes { return .done }
        try writeFile(bytes, to: target)
        return .done
    }
}

private func printing(
    _ path: String, isFolded: Bool = true, _ verb: (Pages) -> Printout
) -> ExitStatus {
    attempt { () throws(DiskError) in
        let (pages, found) = try findPages(at: path)
        var printout = verb(pages)
        if isFolded { printout.findings = printout.findings.folded }
        found.complaints.forEach(complain)
        printout.findings.rendered(inColor: isColorWanted).forEach(complain)
        var status = printout.findings.hasErrors ? ExitStatus.findings : .done
        if printout.isMisconfigured { status = .unusable }
        return max(found.status, status, write(printout.bytes))
    }
}
