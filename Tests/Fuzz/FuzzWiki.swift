import PageTree
import SourceText

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = page(bytes, count).bytes
    for path in ["page.adoc", "page.mediawiki", "page.textile"] {
        checkTree(read(SourceFile(path: path, bytes: bytes), as: FileID(0)))
    }
    return 0
}
