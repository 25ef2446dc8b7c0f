#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes to standard output; a reader that went away (`| head`) is not our error.
func print(_ text: String) -> ExitStatus {
    write(Array(text.utf8))
}

func write(_ bytes: [UInt8]) -> ExitStatus {
    if send(bytes, to: STDOUT_FILENO) { return .done }
    complain(DiskError("write", "standard output").line)
    return .unusable
}

/// Writes to standard error.
func complain(_ text: String) {
    _ = send(Array(text.utf8), to: STDERR_FILENO)
}

/// Colours only where a person looks, and where that person did not forbid them.
var isColorWanted: Bool {
    isatty(STDERR_FILENO) == 1 && !isSet("NO_COLOR")
}

/// Says what is going on, on a terminal; the next line of either kind takes its place.
func showProgress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    complain("\r\u{1B}[K\(text)")
}

private func isSet(_ variable: String) -> Bool {
    guard let value = getenv(variable) else { return false }
    return value.pointee != 0
}

private func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var count = 0
    while count < bytes.count {
        let part = bytes.withUnsafeBytes { buffer in
            systemWrite(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        }
        if part < 0, errno != EINTR { return errno == EPIPE }
        count += max(0, part)
    }
    return true
}
