/// Everything that `endpointgen lint` may report, sorted by identifier. `MANUAL.md` has the same table.
package let rules: [Rule] = [
    Rule(
        "body-without-meaning", .warning,
        "A sample shows a body in a request whose method gives bodies no meaning",
        "Leave the body out, or document the method that the service expects"),
    Rule(
        "configuration", .error, "`endpointgen.json` has something that cannot be used",
        "Mend the line; the manual lists the keys"),
    Rule(
        "correction-*", .warning, "A line of `corrections.md` has no effect, or is not understood",
        "Take the line out, or name the fact as `endpointgen explain` does"),
    Rule(
        "entity-without-semicolon", .warning,
        "A character reference lacks its semicolon; some readers show it as it stands",
        "Add the semicolon, or write the `&` as `&amp;`"),
    Rule(
        "field-twice", .warning, "A list describes one field twice",
        "Keep one of the two, or correct the name of the other"),
    Rule(
        "format-by-example", .warning, "A sample shows a text that is not of the documented format",
        "Correct the format or the sample"),
    Rule(
        "include-cycle", .error, "A page includes itself, directly or through others",
        "Take one of the includes out"),
    Rule(
        "include-outside", .warning, "A page includes what lies outside the folder of the pages",
        "Bring the fragment into the folder, beside the page or in `_includes`"),
    Rule(
        "include-too-deep", .error, "Includes are nested too deep, or fan out without end",
        "Include the fragment itself instead of what includes it"),
    Rule(
        "json-*", .note, "A sample is JSON only after a repair, which the identifier names",
        "Write it as JSON, or give the block another language than `json`"),
    Rule(
        "json-unreadable", .warning, "A sample that should be JSON cannot be read as JSON",
        "Mend the sample from this place on"),
    Rule(
        "left-out", .note,
        "Fields or a sample are taken as nothing of the operation they stand with, or of any",
        "Leave it if it is so; else move it below the heading or status that it belongs to"),
    Rule(
        "method-by-example", .warning,
        "A code sample calls the documented path with another method",
        "Correct the method of the call or of the request line"),
    Rule(
        "missing-cells", .warning, "A row has fewer cells than the header of its table",
        "Add the cells; write empty ones as `| |`"),
    Rule(
        "misspelled-type", .warning, "A word for a type is misspelled, and read as what was meant",
        "Correct the word"),
    Rule(
        "near-miss-name", .warning, "A table and a sample spell one name in two ways",
        "Write the name as the service does, in both places"),
    Rule(
        "nested-too-deep", .note, "Quotes, lists or tags are nested deeper than is read",
        "Write it with fewer levels"),
    Rule(
        "no-operation", .error, "No page gives a method and a path",
        "Write a line such as `GET /books`; the manual lists what is understood"),
    Rule(
        "nullable-by-example", .warning, "A sample shows `null` where the type does not allow it",
        "Say that the field may be null, or show a value"),
    Rule(
        "operation-name-shared", .warning, "Two operations have one name or operation ID",
        "Give each a name of its own"),
    Rule(
        "operation-twice", .warning, "Two places document one method on one path",
        "Keep one of them, or say in the path what tells them apart"),
    Rule(
        "pages-disagree", .warning, "Two places state different things of one fact",
        "Correct one of them, or say in `corrections.md` which is right"),
    Rule(
        "path-by-example", .warning, "No code sample of an operation calls its documented path",
        "Correct the URL of the call or the path of the request line"),
    Rule(
        "placeholder-styles", .note, "Paths write their placeholders in more than one style",
        "Write all of them as most of them are written"),
    Rule(
        "redacted-credential", .warning, "A sample holds what looks like a credential",
        "Replace it by a placeholder, and revoke it if it was ever real"),
    Rule(
        "requiredness-habit", .note,
        "Some fields of a list are marked as required or optional, and the others are not",
        "Mark each field, or leave it if the others are meant so"),
    Rule(
        "rst-*", .note, "The markup is not what reStructuredText asks for here",
        "Mend the markup; docutils reports the same place"),
    Rule(
        "surplus-cells", .warning, "A row has more cells than the header of its table",
        "Escape the bars that stand in text as `\\|`, or add a column"),
    Rule(
        "table-without-head", .note, "A table has no row of dashes below its first row",
        "Add `|---|---|` below the first row"),
    Rule(
        "toml-head", .warning, "A line of a page's head in TOML is neither a key nor a table",
        "Write `key = value` or `[table]`"),
    Rule(
        "type-by-example", .warning, "A sample shows a value of another type than the documented",
        "Correct the type or the sample"),
    Rule(
        "unclosed-fence", .warning, "Nothing closes a fence of code",
        "Close it with a line of as many marks as open it"),
    Rule(
        "undocumented-member", .note, "A sample shows a member that no list describes",
        "Describe the member, or take it out of the sample"),
    Rule(
        "uneven-table-head", .warning,
        "The header of a table and its row of dashes have different numbers of cells",
        "Give both the same number of cells"),
    Rule(
        "unknown-method", .warning, "A line is a request but for its method, which nobody knows",
        "Write the method as it goes over the wire, such as `POST`"),
    Rule(
        "unknown-type", .note,
        "What stands in the place of a type is no type that the pages explain",
        "Name a type such as string, or an object that a page describes"),
    Rule(
        "unlisted-value", .warning, "A sample shows a value that the list of values does not have",
        "Add the value to the list, or correct the sample"),
    Rule(
        "unopened-tag", .note, "Nothing opens what a tag closes",
        "Open and close a tag in one list item or quote"),
    Rule(
        "unread-request", .note,
        "A section is titled like an operation beside others, and no request is read in it",
        "Write a line such as `GET /books` below its heading; the manual lists what is understood"),
    Rule(
        "unresolved-include", .warning, "A page includes a fragment that is not among the pages",
        "Supply the fragment beside the page or in `_includes`, or correct its name"),
    Rule(
        "unresolved-parameter", .warning,
        "A page refers to a parameter that the file it names does not define",
        "Define the parameter there, or correct its name"),
    Rule(
        "unshown-member", .note, "A list describes a member that no sample shows",
        "Show the member in a sample"),
    Rule(
        "yaml-*", .warning, "The YAML of a page's head or of a file is not as written understood",
        "Mend the YAML at this place"),
]
