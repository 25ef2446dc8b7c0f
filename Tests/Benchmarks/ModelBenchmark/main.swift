import Foundation

// Generated models beside hand-written `Codable` of the same shapes: the largest example of each
// system's page, and a page of ten thousand users. No more than this is allowed over the
// hand-written; status 2 says that it is more.
let limit = 1.05

let contests =
    try [atlasContest(), cruxConnectContest(), hubContest(), thanosContest()] + flashbackContests()
print("models: µs of processor time".padded(to: 24), terminator: "")
print("    decode  by hand  ratio   encode     by hand  ratio")
for contest in contests { print(contest.row) }
let slow = contests.filter { $0.decoding.ratio > limit || $0.encoding.ratio > limit }
let quick = contests.count - slow.count
print("models: \(quick) of \(contests.count) within \(limit) of the time by hand")
exit(slow.isEmpty ? 0 : 2)
