import EndpointGenerator

/// Prints one stage of the work over a page or a folder of pages.
func runShow(_ stage: Stage, of path: String) -> ExitStatus {
    printing(path) { EndpointGenerator.show(stage, of: $0) }
}

/// Prints which place decided a fact.
func runExplain(_ fact: String, of path: String) -> ExitStatus {
    printing(path) { EndpointGenerator.explain(fact, of: $0) }
}

/// Prints an OpenAPI document.
func runOpenAPI(_ path: String, isPlain: Bool) -> ExitStatus {
    printing(path) { EndpointGenerator.openAPI($0, isPlain: isPlain) }
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

private func printing(_ path: String, _ verb: (Pages) -> Printout) -> ExitStatus {
    attempt { () throws(DiskError) in
        let (pages, found) = try findPages(at: path)
        let printout = verb(pages)
        found.complaints.forEach(complain)
        printout.findings.rendered(inColor: isColorWanted).forEach(complain)
        var status = printout.findings.hasErrors ? ExitStatus.findings : .done
        if printout.isMisconfigured { status = .unusable }
        return max(found.status, status, write(printout.bytes))
    }
}
