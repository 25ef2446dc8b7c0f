import EndpointGenerator

/// The first line of a verb's help.
func usageLine(of verb: Verb?) -> String {
    switch verb {
    case .generate:
        "endpointgen generate [SPECS] [--output DIR] [--emit LIST] [--templates DIR] [--force]"
    case .check: "endpointgen check [SPECS] [--output DIR] [--emit LIST] [--templates DIR]"
    case .watch: "endpointgen watch [SPECS] [--output DIR] [--emit LIST] [--templates DIR]"
    case .show: "endpointgen show \(stageNames) PAGES"
    case .explain: "endpointgen explain PAGE FACT"
    case .openapi: "endpointgen openapi PAGES [--plain] [--server]"
    case .diff: "endpointgen diff OLD NEW [--format F] [--fail-on LEVEL] [--approvals FILE]"
    case .changelog: "endpointgen changelog PATH [TAG TAG...]"
    case .coverage: "endpointgen coverage PAGES [--format F] [--output FILE]"
    case .lint: "endpointgen lint PAGES [--format F] [--fail-on LEVEL] [--baseline FILE]"
    case .reference:
        "endpointgen reference PAGES [--format F] [-o DIR] [--single-file] [--since EDITION]"
    case .compile: "endpointgen compile PAGE -o FILE [--root DIR]"
    case .link:
        "endpointgen link FILE... -o DIR [--root DIR] [--emit LIST] [--templates DIR] [--force]"
    case .embedTemplates: "endpointgen embed-templates [FOLDER]"
    case .buildStep: "endpointgen build-step PAGES DIR"
    case nil: "endpointgen COMMAND [--help]"
    }
}

private var stageNames: String {
    Stage.allCases.map(\.rawValue).joined(separator: "|")
}

func helpText(_ verb: Verb?) -> String {
    let text =
        switch verb {
        case .generate: generateHelp
        case .check: checkHelp
        case .watch: watchHelp
        case .show: showHelp
        case .explain: explainHelp
        case .openapi: openAPIHelp
        case .diff: diffHelp
        case .changelog: changelogHelp
        case .coverage: coverageHelp
        case .lint: lintHelp
        case .reference: referenceHelp
        case .compile: compileHelp
        case .link: linkHelp
        case .embedTemplates: "Writes BuiltinTemplates.swift beside the templates of a folder.\n"
        case .buildStep: "Generates into a folder of a build; run by the build plugin.\n"
        case nil: generalHelp
        }
    return "usage: \(usageLine(of: verb))\n\n\(text)"
}

private let generalHelp = """
    Reads API documentation as people write it, and generates Swift that uses the API.

    commands:
      generate   write models, client, server and fixtures for every API
      check      say which generated files are not what the pages give
      watch      generate again whenever a page changes
      show       print a stage of the work: page, claims, api or context
      explain    say which place of a page decided a fact, and which lost
      openapi    print an OpenAPI 3.1 document
      diff       list what changed in the API between two editions of its pages
      coverage   say how much of the pages is understood, and show what is not
      lint       list what the author of the pages should mend
      reference  write documentation that people read
      changelog  turn the changes between tags of a repository into release notes
      compile    write down what one page says, for link
      link       generate from pages that were compiled one by one

      --version  print the version

    exit status: 0 done, 1 findings, 2 usage, unreadable input or bad configuration

    example:
      endpointgen generate

    """

private let generateHelp = """
    SPECS is 'Specs' when left out, and one of
      a folder whose subfolders are APIs,
      one API's folder: it holds pages itself, or 'endpointgen.json', or a folder such as '_includes',
      one page.

      --output DIR     where to write; each API has its folder there (Generated)
      --emit LIST      of \(outputNames.joined(separator: ","))
      --templates DIR  templates that replace the built-in ones of the same name; one of another name,
                       such as 'Models.ts.mustache', gives a file of that name
      --force          overwrite generated files even if they were edited by hand

    Files that differ from what the pages give are replaced one by one, each at once; unchanged files
    are not written, and files that were not generated are never touched.

    'endpointgen.json' in an API's folder may say, each key on its own:
      { "name": "Library", "outputs": ["models", "client"], "access": "public",
        "hashable": false, "mutable": false, "namespaces": false }

    With namespaces, each subfolder is an API in an enumeration of its own, all for one target.

    example:
      endpointgen generate Specs/Library --emit models,client --output Sources/Generated

    """

private let checkHelp = """
    Generates in memory and lists the files that are missing, differ, or are no longer generated.
    Writes nothing. Exit status 1 if there are any. Options as for generate.

    example:
      endpointgen check || echo 'run endpointgen generate and commit'

    """

private let watchHelp = """
    Generates, and again whenever a page, an include, the configuration or a template changes, and
    prints what that means for the API. Options as for generate. Ends with Ctrl-C.

    example:
      endpointgen watch Specs/Library

    """

private let showHelp = """
    page     the tree of blocks that was read
    claims   what each section says, before anything is decided
    api      the API description, as canonical JSON with the evidence of every fact
    context  the names a template can use, with their values

    PAGES is a folder of one API's pages, or one page.

    example:
      endpointgen show api Specs/Library/show-a-loan.md

    """

private let explainHelp = """
    FACT is an operation, a parameter, a property or a schema, written with dots:
    'listUsers', 'listUsers.limit', 'Person.phone'.

    example:
      endpointgen explain Specs/Library Loan.state

    """

private let openAPIHelp = """
    PAGES is a folder of one API's pages, or one page. Every operation and property says in 'x-source'
    where it was read, unless --plain. --server adds what the generated server answers of itself: 400 to
    what is not as documented, 401, 413 and 415.

    example:
      endpointgen openapi Specs/Library > library.json

    """

private let diffHelp = """
    OLD and NEW are each a folder of pages, a page, an 'api.json' that an earlier run generated, or one
    of them at a revision of the repository around the current folder, such as 'v1.2:Specs/Library'.
    Folders of several APIs are compared API by API.

    Changes have three levels: 'wire' breaks programs that run, 'source' breaks code that uses the
    generated Swift, 'documentation' breaks nothing. Those of a type say which operations they reach.

      --format F        text, markdown, json or github, whose lines annotate a pull request
      --fail-on LEVEL   exit 1 when a change of this level or a higher one is left: wire, source or any
      --approvals FILE  leave out changes whose fingerprint stands in this file; a report will do

    example:
      endpointgen diff main:Specs/Library Specs/Library --fail-on wire

    """

private let changelogHelp = """
    Prints what changed in the API from tag to tag, the newest first. PATH is a folder of pages or an
    'api.json' in the repository around the current folder; without tags, all tags by version, from
    the first that has it.

    example:
      endpointgen changelog Specs/Library v1.0 v1.1 v1.2

    """

private let referenceHelp = """
    Writes documentation of an API into a folder of its own.

      --format F         \(ReferenceFormat.allCases.map(\.rawValue).joined(separator: ", "))
      -o, --output DIR   where to write (Reference)
      --single-file      one HTML file that holds its style and script
      --since EDITION    say what changed since an edition, as 'diff' takes them
      --target NAME      the target that the generated Swift is built as, for docc (the API's name)
      --templates DIR    templates that replace the built-in ones of the same name; those in its folder
                         'samples' show calls in other languages
      --force            overwrite files even if they were edited by hand

    example:
      endpointgen reference Specs/Library --format html -o site
      endpointgen reference Specs/Library --format docc -o Sources/Library

    """

private let lintHelp = """
    Lists what the author of the pages should look at, each with its place, its rule and what to do.
    The manual has a table of the rules.

      --format F             text, json, sarif, or github, whose lines annotate a pull request
      --fail-on LEVEL        exit 1 when there is something of this level or a higher one: note,
                             warning or error (error)
      --baseline FILE        leave out what the file lists
      --write-baseline FILE  write a file that lists what there is now, for '--baseline'

    example:
      endpointgen lint docs --write-baseline docs/.lint
      endpointgen lint docs --baseline docs/.lint --fail-on warning

    """

private let coverageHelp = """
    Says of each page, and of all together, how much of its text, tables and samples was understood,
    and lists what was not, with places. 'unused' was read and no fact of the API came of it; 'unread'
    nothing knows how to read.

      --format F     text, json, or html, which shows the pages with what was understood in colour
      --output FILE  write to a file instead of standard output

    example:
      endpointgen coverage docs --format html --output coverage.html

    """

private let compileHelp = """
    Reads PAGE and no other file, and writes down what it says. The same page gives the same bytes on
    every machine. Fragments that pages include are compiled as pages are.

      -o, --output FILE  where to write, such as build/loans.api.json
      --root DIR         the folder of the API: what the page is called is its path below it (the
                         page's own folder)

    example:
      endpointgen compile Specs/Library/loans.md --root Specs/Library -o build/loans.api.json

    """

private let linkHelp = """
    Generates one API from what 'compile' wrote of each of its pages and fragments, in any order. What
    comes of it is what 'generate' makes of the folder. No page is read.

    FILE is a compiled page, the API's 'endpointgen.json' or 'corrections.md', or @LIST, a file that
    names more of them, one a line.

      -o, --output DIR  the API's own folder; its name is the API's, unless 'endpointgen.json' has one
      --root DIR        how messages call the folder of the pages
      --emit LIST       of \(outputNames.joined(separator: ","))
      --templates DIR   templates that replace the built-in ones of the same name
      --force           overwrite generated files even if they were edited by hand

    example:
      endpointgen link build/*.api.json Specs/Library/endpointgen.json -o Generated/Library

    """
