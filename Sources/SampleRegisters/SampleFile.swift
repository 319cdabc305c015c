import Foundation

struct SampleFile {
    let path: String
    let bytes: [UInt8]
}

/// Where the files go. Written only when the bytes differ, so that a second run touches nothing.
struct OutputFolder {
    let path: String

    func write(_ file: SampleFile) throws {
        let target = URL(fileURLWithPath: path).appendingPathComponent(file.path)
        let bytes = Data(file.bytes)
        if let present = try? Data(contentsOf: target), present == bytes { return }
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: target, options: .atomic)
    }
}
