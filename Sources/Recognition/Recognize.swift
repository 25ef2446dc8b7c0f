import APIModel
import PageTree
import SourceText

/// Reads what one file says: its headings and claims in page order.
///
/// Looks at one block at a time. Every recognizer of the list is asked in turn and the first that
/// claims the block has it; what none claims is counted, never dropped.
package func recognize(_ page: Page) -> [Item] {
    var reading = Reading(page: page)
    reading.jsonFile()
    reading.parameterFile()
    reading.frontMatter()
    reading.blocks(of: .root)
    reading.settleBarePath()
    reading.settleLinkedSection(before: 0)
    reading.uniteLoneFields()
    if reading.isComplete { reading.items.insert(.complete, at: 0) }
    return reading.items + reading.notes.map { .note($0) }
}

/// A construct of block level: a name for the manual and a function that claims a block or not.
struct Recognizer: Sendable {
    let construct: Construct
    /// Appends what the block says to the reading; false leaves it to the next recognizer.
    let claim: @Sendable (NodeID, inout Reading) -> Bool
}

/// In the order they are asked. A new construct is a new file and a line here.
private let recognizers: [Recognizer] = [
    includeDirective,
    namedBlock,
    dataBlock,
    assignment,
    componentObjects,
    responseTag,
    parameterTag,
    routeDirective,
    statusTag,
    methodDirective,
    statusReferences,
    parameterReferences,
    signature,
    container,
    keyedHeading,
    heading,
    securitySentence,
    mediaTypeSentence,
    credentialLines,
    anchorLines,
    returnType,
    contentHeaders,
    compositionLine, modelReference,
    methodTemplate,
    namedRows,
    labelledRequest,
    tableTitle,
    requestSentence,
    labelledMessage,
    codeCaption,
    requestParagraph,
    statusParagraph,
    serverParagraph, basePath,
    typedAssignments,
    declaredMessage,
    sentenceFields,
    fieldParagraphs, toldParagraphs,
    codeLines,
    boldParagraph,
    label,
    codeLabel,
    headerLines,
    requestListing,
    codeRequest,
    constants,
    codeBullets,
    typedColumns,
    interfaceFields,
    jsonSample,
    callSample,
    serverTable,
    routeTable, methodColumns, toldMethodTable,
    securityTable,
    permissionTable,
    contentTable,
    valueTable,
    statusTable,
    fieldTable,
    definedSections,
    definitionList,
    fieldLines,
    sectionFields,
    statusBullets,
    securityBullets,
    mediaTypeBullets,
    bulletedSamples,
    bulletedValueList,
    requestBullets,
    bulletFields,
    bulletList,
    prose,
    lineBlock,
    docinfo,
    namedFieldLines,
    program,
    furniture,
]

/// All that a page is asked which states everything in its tables: what else it holds is text.
private let statedRecognizers: [Recognizer] = [
    statedProse, container, heading, requestParagraph, jsonSample, securityTable, permissionTable,
    contentTable, valueTable, statusTable, fieldTable, bulletList, furniture,
]

/// The state of reading one file: where we are and what has been said.
struct Reading {
    let page: Page
    var items: [Item] = []
    var notes: [Diagnostic] = []
    /// What the template of the page gave names to so far.
    var assigned: [String: String] = [:]
    /// Titles and roles of the sections around the current block, for the few constructs whose
    /// reading depends on them; innermost last.
    var around: [Section] = []
    var depth = 0
    /// Whether the page says of itself that its tables state everything.
    var isComplete = false
    /// What a line said about the table that stands below it.
    var composition: Composition?
    /// What the structure that the heading above names is built upon.
    var structureBase: Said<TypeExpression>?
    /// Names that lines before a heading gave it.
    var pendingAnchors: [String] = []
    /// What labels have said of a request so far.
    var requestParts = RequestParts()
    /// Whether directives name methods and no headings do, once something has asked.
    var functionsNameMethods: Bool?
    /// How the methods that headings name are called.
    var methodTemplate: MethodTemplate?
    /// The member whose contents stand below the label read last.
    var openPart: Said<String>?
    /// The request line read last, whose parameters sentences tell of.
    var lastRequest: RequestClaim?
    /// The members below that request line that may hold others, and whether their types say so.
    var holders: [String: Bool] = [:]
    /// A path whose method nothing has said yet.
    var barePath: BarePath?
    /// What rows of operations call sections, and the one of them that is open.
    var linkedRows = LinkedRows()
    var linkedSection: LinkedSection?
    /// The names of the objects that headings have announced so far.
    var objects: Set<String> = []
    /// Those names, and what headings over lists of fields call them, once something has asked.
    var namesOfHeadings: Set<String>?
    var namedLists = NamedLists()
    /// Whether bullets that begin with a name are fields, whatever follows it.
    var readsLoosely = false
    /// Whether names of members stand behind those of their owners and a colon.
    var nestsByColons = false
    /// Whether paragraphs told of fields further up, a field each.
    var tellsFields = false
    /// Blocks that one before them has read already.
    var taken: Set<NodeID> = []
    /// The table whose title has been read.
    var titledTable: NodeID?
    /// The paragraph of running text read last, which may announce the block after it.
    var lastProse: NodeID?
    /// What a sentence said of all fields that follow, and the level of its section.
    var generalRequiredness: (required: Said<Bool>, level: Int)?
    /// Whether the page has said that what it requires is in bold.
    var boldIsRequired = false
    /// The methods that sentences on requests name, once something has asked.
    var methodsOfCalls: Set<Method>?
    /// The method of all calls, once something has asked.
    var toldMethodOfAll: Method??
    /// What headings call, once one of them has collected structures.
    var structureNames: Set<String>?
    /// What code on the page declares, once something has asked.
    var declaredTypes: DeclaredTypes?
    /// The table read last, which several recognizers look at.
    var lastTable: TableReading?

    init(page: Page) {
        self.page = page
    }

    mutating func blocks(of parent: NodeID) {
        // Trees are bounded by their readers; this bound is for trees made by hand.
        guard depth < 200 else { return }
        depth += 1
        for block in page.children(parent) { self.block(block) }
        depth -= 1
    }

    mutating func block(_ id: NodeID) {
        if !taken.isEmpty, taken.remove(id) != nil { return }
        let asked = isComplete ? statedRecognizers : recognizers
        for recognizer in asked where recognizer.claim(id, &self) { return }
        items.append(.unclaimed(page.span(id)))
    }

    mutating func say(_ statement: Statement, at range: ByteRange) {
        var statement = statement
        if !isComplete, case .fields(var list) = statement {
            list.addToldMembers()
            statement = .fields(list)
        }
        if case .fields(let list) = statement, let general = generalRequiredness {
            statement = .fields(withRequiredness(general.required, list))
        }
        noteNames(of: statement)
        if let part = openPart { statement = placed(statement, in: part) }
        items.append(.say(statement, page.span(range)))
    }

    func evidence(_ range: ByteRange, _ strength: Strength, _ construct: Construct) -> Evidence {
        Evidence(page.span(range), strength, construct)
    }

    func said<Value>(
        _ value: Value, _ range: ByteRange, _ strength: Strength, _ construct: Construct
    ) -> Said<Value> {
        Said(value, evidence(range, strength, construct))
    }
}
