import PageTree
import SourceText

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    checkTree(readReStructuredText(page(bytes, count), as: FileID(0)))
    return 0
}
