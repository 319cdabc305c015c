import Foundation
import Testing

/// The example registers under Data/ are what the generator makes, byte for byte.
@Suite struct Samples {
    @Test func areMadeTheSameAgain() throws {
        let folder = temporaryPath("samples")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let generator = URL(fileURLWithPath: program).deletingLastPathComponent().appendingPathComponent("sample-registers").path
        let result = try run(generator, [folder])
        #expect(result.status == 0, "\(result.errors)")
        var compared = 0
        for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init() where path.hasSuffix(".csv") {
            let made = FileManager.default.contents(atPath: folder + "/" + path)
            let kept = FileManager.default.contents(atPath: repository + "/Data/" + path)
            #expect(made != nil && made == kept, "\(path) differs: make samples")
            compared += 1
        }
        #expect(compared > 40, "\(compared)")
    }
}
