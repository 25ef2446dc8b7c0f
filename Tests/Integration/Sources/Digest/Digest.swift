import Foundation

/// Digest authentication with programs that are not ours: `Digest serve PORT`, `Digest ask PORT SECONDS`.
@main struct Digest {
    static func main() async throws {
        let words = Array(CommandLine.arguments.dropFirst())
        if words.count == 2, words[0] == "serve" {
            try await serveGuarded(on: words[1])
        } else if words.count == 3, words[0] == "ask", let seconds = Int(words[2]),
            let server = URL(string: "http://127.0.0.1:\(words[1])/api/atlas/v1.0")
        {
            exit(await ask(server, nonceLifetime: .seconds(seconds)) ? 0 : 1)
        } else {
            print("usage: Digest serve PORT | ask PORT SECONDS")
            exit(2)
        }
    }
}
