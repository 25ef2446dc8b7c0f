import Desk
import Foundation
import PeerServing

/// Serves the generated server over files of any length: with Hummingbird, and with FlyingFox.
func serveDepot() async throws {
    async let hummingbird: Void = serve(
        [Peer("Desk", DeskRouter(Depot()))], Choices(["", "--port", "8290"]))
    async let flyingFox: Void = serve(
        [Peer("Desk", DeskRouter(Depot()))], Choices(["", "--port", "8291", "--flyingfox"]))
    _ = try await (hummingbird, flyingFox)
}

/// Makes what it sends, and counts what it gets.
private struct Depot: DeskAPI {
    func readFault(kind: String) async throws -> ReadFaultOutput {
        .ok(ReadFaultResponse(name: kind, count: 0))
    }

    func fetchFile(kind: String) async throws -> FetchFileOutput {
        guard let count = Int(kind) else { return .notFound(FetchFileError(name: kind, count: 0)) }
        return .ok(manyPieces(count, of: 65_536, isLengthKnown: count > 1))
    }

    func storeFile(kind: String, body: ByteStream) async throws -> StoreFileOutput {
        var count = 0
        for try await piece in body { count += piece.count }
        return .ok(StoreFileResponse(name: body.length == nil ? "chunks" : "length", count: count))
    }
}

/// As many pieces as wanted, made when they are asked for.
func manyPieces(_ count: Int, of size: Int, isLengthKnown: Bool = true) -> ByteStream {
    let pieces = (0..<count).async { Data(repeating: UInt8($0 & 255), count: size) }
    return ByteStream(pieces, length: isLengthKnown ? count * size : nil)
}

extension Range<Int> {
    /// Each number as something made of it.
    fileprivate func async<Element: Sendable>(
        _ make: @escaping @Sendable (Int) -> Element
    ) -> AsyncStream<Element> {
        let numbers = Numbers(self)
        return AsyncStream { await numbers.next().map(make) }
    }
}

private actor Numbers {
    private var rest: Range<Int>

    init(_ numbers: Range<Int>) { rest = numbers }

    func next() -> Int? { rest.popFirst() }
}
