import Atlas
import Foundation
import Hummingbird
import Logging

/// Serves one operation in four ways, on ports upwards from the first: `Load PORT`.
@main struct Load {
    static func main() async throws {
        guard let port = CommandLine.arguments.dropFirst().first.flatMap(Int.init) else {
            print("usage: Load PORT")
            exit(2)
        }
        let shown = AtlasFixtures.getAllOrganizationUsersOK
        let text = try encoded(JSONDecoder().decode(UserPage.self, from: shown.data))
        let encodes = AtlasRouter(Encoding(page: try shown.value()))
        let hands = AtlasRouter(Handing(bytes: text))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await run(encodes, on: port) }
            group.addTask { try await run(encodingByHand(shown.data), on: port + 1) }
            group.addTask { try await run(hands, on: port + 2) }
            group.addTask { try await run(handingByHand(text), on: port + 3) }
            try await group.waitForAll()
        }
    }
}

private func run(_ responder: some HTTPResponder<BasicRequestContext>, on port: Int) async throws {
    var logger = Logger(label: "load")
    logger.logLevel = .error
    try await Application(
        responder: responder, configuration: .init(address: .hostname("127.0.0.1", port: port)),
        logger: logger
    ).runService()
}
