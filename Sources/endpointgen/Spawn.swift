#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs a program of the search path to its end: its exit status, and what it wrote. Its own
/// complaints are not shown.
func run(
    _ program: String, _ arguments: [String], input: [UInt8]
) throws(DiskError) -> (status: Int32, output: [UInt8]) {
    let source = try temporaryFile(holding: input)
    defer { _ = close(source) }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw DiskError("start", program) }
    defer { _ = close(ends[0]) }
    let child: pid_t
    do throws(DiskError) {
        child = try spawn([program] + arguments, input: source, output: ends[1])
    } catch {
        _ = close(ends[1])
        throw error
    }
    _ = close(ends[1])
    let output = readAll(ends[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    // The program ended by itself and not by a signal when the low bits are zero.
    return (status & 0x7F == 0 ? (status >> 8) & 0xFF : -1, output)
}

private func spawn(
    _ words: [String], input: Int32, output: Int32
) throws(DiskError) -> pid_t {
    #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
    #else
        var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclose(&actions, output)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    guard posix_spawnp(&child, words[0], &actions, nil, arguments, environ) == 0 else {
        throw DiskError(path: words[0], message: "cannot be started; is it installed?")
    }
    return child
}

/// A file without a name, at its beginning.
private func temporaryFile(holding bytes: [UInt8]) throws(DiskError) -> Int32 {
    guard let file = tmpfile() else { throw DiskError("write", "a temporary file") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
        throw DiskError("write", "a temporary file")
    }
    rewind(file)
    let descriptor = dup(fileno(file))
    guard descriptor >= 0 else { throw DiskError("write", "a temporary file") }
    return descriptor
}

private func readAll(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return bytes }
        bytes += buffer[..<count]
    }
}
