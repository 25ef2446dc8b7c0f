extension TargetLanguage {
    /// What cannot be a name as it is.
    var keywords: Set<String> {
        switch self {
        case .csharp: csharpKeywords
        case .dart: dartKeywords
        case .go: goKeywords
        case .java: javaKeywords
        case .javascript, .typescript: scriptKeywords
        case .kotlin: kotlinKeywords
        case .php: phpKeywords
        case .python: pythonKeywords
        case .ruby: rubyKeywords
        case .rust: rustKeywords
        case .swift:
            swiftKeywords.union(["Protocol", "Self", "Type", "deinit", "init", "self", "subscript"])
        case .html, .json, .markdown, .plain, .shell, .yaml: []
        }
    }
}

private let csharpKeywords = words(
    """
    abstract as base bool break byte case catch char checked class const continue decimal default
    delegate do double else enum event explicit extern false finally fixed float for foreach goto if
    implicit in int interface internal is lock long namespace new null object operator out override
    params private protected public readonly ref return sbyte sealed short sizeof stackalloc static
    string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual
    void volatile while
    """)

private let dartKeywords = words(
    """
    assert await break case catch class const continue default do else enum extends false final
    finally for if in is new null rethrow return super switch this throw true try var void while
    with yield
    """)

private let goKeywords = words(
    """
    break case chan const continue default defer else fallthrough false for func go goto if import
    interface map nil package range return select struct switch true type var
    """)

private let javaKeywords = words(
    """
    abstract assert boolean break byte case catch char class const continue default do double else
    enum extends false final finally float for goto if implements import instanceof int interface
    long native new null package private protected public return short static strictfp super switch
    synchronized this throw throws transient true try void volatile while
    """)

private let scriptKeywords = words(
    """
    any arguments await boolean break case catch class const continue debugger default delete do
    else enum eval export extends false finally for function if implements import in instanceof
    interface let never new null number object package private protected public return static
    string super switch symbol this throw true try typeof undefined unknown var void while with
    yield
    """)

private let kotlinKeywords = words(
    """
    as break class continue do else false for fun if in interface is null object package return
    super this throw true try typealias typeof val var when while
    """)

private let phpKeywords = words(
    """
    abstract and array as break callable case catch class clone const continue declare default do
    echo else elseif empty enddeclare endfor endforeach endif endswitch endwhile enum eval exit
    extends false final finally fn for foreach function global goto if implements include
    instanceof insteadof interface isset list match namespace new null or print private protected
    public readonly require return static switch this throw trait true try unset use var while xor
    yield
    """)

private let pythonKeywords = words(
    """
    False None True and as assert async await break class continue def del elif else except finally
    for from global if import in is lambda nonlocal not or pass raise return try while with yield
    """)

private let rubyKeywords = words(
    """
    BEGIN END alias and begin break case class def defined do else elsif end ensure false for if in
    module next nil not or redo rescue retry return self super then true undef unless until when
    while yield
    """)

private let rustKeywords = words(
    """
    Self abstract as async await become box break const continue crate do dyn else enum extern false
    final fn for if impl in let loop macro match mod move mut override priv pub ref return self
    static struct super trait true try type typeof unsafe unsized use virtual where while yield
    """)

private func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
}
