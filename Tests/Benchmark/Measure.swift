import Foundation

/// What one run of a program took.
struct Cost {
    /// Of the processor, user and system, in seconds.
    var seconds: Double
    /// The most memory it held, in megabytes.
    var megabytes: Double
    var status: Int32
}

/// Runs a program to its end, output thrown away, and asks the system what it cost.
func measure(_ program: URL, _ arguments: [String]) -> Cost {
    var process = pid_t()
    var actions = fileActions()
    defer { posix_spawn_file_actions_destroy(&actions) }
    var words = ([program.path] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    guard posix_spawn(&process, program.path, &actions, nil, &words, environ) == 0 else {
        return Cost(seconds: 0, megabytes: 0, status: -1)
    }
    var usage = rusage()
    var status: Int32 = 0
    wait4(process, &status, 0, &usage)
    let exit = (status >> 8) & 0xFF
    // 1 stands for findings, which pages may have.
    if status & 0x7F != 0 || exit > 1 {
        print("FAILED: \(program.lastPathComponent) \(arguments.joined(separator: " "))")
    }
    return Cost(
        seconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
        megabytes: Double(usage.ru_maxrss) / maximumUnit, status: exit)
}

/// The cheapest of several runs: what disturbs a measurement only ever adds to it.
func cheapest(of runs: Int, _ program: URL, _ arguments: [String]) -> Cost {
    var best = measure(program, arguments)
    for _ in 1..<runs {
        let next = measure(program, arguments)
        if next.seconds < best.seconds { best = next }
    }
    return best
}

private func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
}

#if canImport(Darwin)
    private let maximumUnit = 1_048_576.0

    private func fileActions() -> posix_spawn_file_actions_t? {
        var actions: posix_spawn_file_actions_t?
        posix_spawn_file_actions_init(&actions)
        silence(&actions)
        return actions
    }

    private func silence(_ actions: inout posix_spawn_file_actions_t?) {
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
#else
    private let maximumUnit = 1024.0

    private func fileActions() -> posix_spawn_file_actions_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        return actions
    }
#endif
