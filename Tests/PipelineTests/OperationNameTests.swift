import SourceText
import Testing

/// What operations are called, from how pages title them.
@Suite struct OperationNameTests {
    private func names(_ page: String) -> [String] {
        let source = SourceFile(path: "page.md", bytes: Array(page.utf8))
        return describe("Harbour", [source]).api.operations.map(\.id)
    }

    private func name(of title: String) -> String {
        names("# \(title)\n\n`GET /berths/{id}`\n").first ?? ""
    }

    @Test(arguments: [
        ("Get a berth", "getBerth"),
        ("Find the berths of an owner", "findBerthsOfOwner"),
        ("Choose plan A", "choosePlanA"),
        ("Share a berth that was shared with another pier before", "shareBerth"),
        ("List berths, list those of a pier, or get a single one", "listBerths"),
        ("Fetch the berths under the pier identified by name", "fetchBerthsUnderPier"),
    ])
    func titlesAreCalledAsAPersonWould(title: String, name: String) {
        #expect(self.name(of: title) == name)
    }

    @Test func whatIsNoNameLeavesThePath() {
        let title = "Berths boats crews piers locks gates lamps buoys ropes masts sails"
        #expect(name(of: title) == "getBerthsById")
    }

    @Test func namesakesKeepTheClauseThatTellsThemApart() {
        let page = """
            ## Close the gate for a pier that is full

            `POST /full`

            ## Close the gate for a pier that is empty

            `POST /empty`
            """
        #expect(names(page) == ["closeGateForPierThatIsFull", "closeGateForPierThatIsEmpty"])
    }

    @Test func aListOfContentsNamesNothing() {
        let page = """
            # Log store

            Writers have:

            - [`POST /push`](#ingest)

            Readers have:

            - [`GET /labels`](#labels)

            ## Ingest

            `POST /push`

            ## Labels

            `GET /labels`
            """
        #expect(names(page) == ["ingest", "labels"])
    }

    @Test func labelsOfARequestNameNothing() {
        let page = """
            ## Harbour information

            ### URI

                http://localhost/ws/harbour

            ### HTTP Operations Supported

                GET
            """
        #expect(names(page) == ["harbourInformation"])
    }
}
