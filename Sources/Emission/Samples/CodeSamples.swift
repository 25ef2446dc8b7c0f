import APIModel

/// How an operation is called, a sample a language.
func codeSamples(of operation: Operation, in swift: SwiftAPI) -> [CodeSample] {
    []
}
