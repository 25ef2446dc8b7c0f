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
        ("List berths (experimental)", "listBerths"),
        ("Start a survey of all berths in the selected harbour", "startSurveyOfAllBerths"),
        ("Get berth prices based on the size of boats", "getBerthPrices"),
        ("Returns moored boats", "getMooredBoats"),
        ("List the fresh berths beta)", "listFreshBerthsBeta"),
        ("Set the default limit to be used by the shop in the feed", "setDefaultLimit"),
        ("Returns of boats", "returnsOfBoats"),
        ("Creating a berth", "createBerth"),
        ("Returns the berth of a boat", "getBerthOfBoat"),
        ("Lists of berths", "listsOfBerths"),
        ("Returns desk", "returnsDesk"),
        ("Delete", "deleteBerth"),
    ])
    func titlesAreCalledAsAPersonWould(title: String, name: String) {
        #expect(self.name(of: title) == name)
    }

    @Test func whatIsNoNameLeavesThePath() {
        let title = "Berths boats crews piers locks gates lamps buoys ropes masts sails"
        #expect(name(of: title) == "getBerth")
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

    @Test(arguments: [
        (
            ["Create a berth: POST /berths", "Create a berth: POST /guests/berths"],
            ["createBerth", "createGuestsBerth"]
        ),
        (
            [
                "Get berth by ID: GET /piers/{id}/berths/{id}",
                "Get berth by ID: GET /boats/{id}/berths/{id}",
            ],
            ["getPierBerthById", "getBoatBerthById"]
        ),
        (
            [
                "Get crew of a boat: GET /boats/{id}/crew",
                "Get crew of a boat: GET /fleets/{id}/boats/{id}/crew",
            ],
            ["getCrewOfBoat", "getCrewOfFleetBoat"]
        ),
        (["List: GET /piers", "List: GET /piers/{id}/berths"], ["listPiers", "listBerths"]),
        (
            ["Activate: POST /boats/{id}/activate", "Activate: POST /gates/{id}/activate"],
            ["activateBoat", "activateGate"]
        ),
        (["Get boats: GET /v1/boats", "Get boats: GET /v2/boats"], ["getBoatsV1", "getBoatsV2"]),
        (
            ["Start: POST /boats/{id}/start", "Photos: POST /boats/{id}/photos"],
            ["startBoat", "photos"]
        ),
        (
            ["Start: POST /boats/{id}/start", "Start: GET /boats/{id}/start"],
            ["postBoatStart", "getBoatStart"]
        ),
        (
            ["List: GET /users", "List: GET /people", "List users: GET /people/users"],
            ["getUsers", "listPeople", "listUsers"]
        ),
        (["Address: POST /boats/{id}/address"], ["address"]),
        (["/boats/{id}: GET /boats/{id}"], ["getBoat"]),
        (["Berths: GET /berths", "Berths: DELETE /berths/{id}"], ["getBerths", "deleteBerth"]),
        (["Tides of a pier: GET /a/x", "Tides of a pier: GET /b/y"], ["getAX", "getBY"]),
    ])
    func namesakesAreToldApartByTheirPaths(operations: [String], expected: [String]) {
        let sections = operations.map { operation in
            let parts = operation.split(separator: ": ")
            return "## \(parts[0])\n\n`\(parts[1])`\n\n"
        }
        #expect(names(sections.joined()) == expected)
    }

    /// Remarks between the commands of one block, unless all call one operation.
    @Test(arguments: [
        ("curl -X POST http://h.example/boats -d '{}'", ["listBoats", "addBoat"]),
        ("curl 'http://h.example/boats?page=2'", ["getBoats"]),
    ])
    func remarksNameWhatCommandsDo(second: String, expected: [String]) {
        let page = """
            # Usage

            ```sh
            # List the boats
            curl http://h.example/boats
            # Add a boat:
            \(second)
            ```
            """
        #expect(names(page) == expected)
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
