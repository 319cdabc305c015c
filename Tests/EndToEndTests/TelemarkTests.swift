import Foundation
import Testing

/// Examples/telemark is built straight from the files in ../shared as they are.
@Suite(.serialized) struct Telemark {
    static let input = URL(fileURLWithPath: repository).deletingLastPathComponent().path + "/shared/data/real/telemark"
    static var isHere: Bool {
        let here = FileManager.default.fileExists(atPath: input)
        if !here { print("Telemark's files are not here (../shared/data/real/telemark): its tests are skipped.") }
        return here
    }

    @Test(.enabled(if: isHere, "Telemark's files are not in ../shared/data/real/telemark"))
    func buildsFromTheFilesAsTheyAre() throws {
        let output = temporaryPath("telemark")
        defer { try? FileManager.default.removeItem(atPath: output) }
        let result = try sammen("build", "--project", "Examples/telemark", "--output", output, in: repository)
        #expect(result.status == 0, "\(result.errors)")
        let pages = try FileManager.default.contentsOfDirectory(atPath: output + "/public/nb/indikator")
        #expect(pages.count >= 6, "\(pages)")
    }

    /// Spot checks read by eye from the files.
    @Test(.enabled(if: isHere, "Telemark's files are not in ../shared/data/real/telemark"))
    func figuresAreThoseOfTheFiles() throws {
        let project = repository + "/Examples/telemark"
        let wellbeing = try String(contentsOfFile: Self.input + "/trivsel_10_klasse_treaarig.csv", encoding: .utf8)
        var published: [String: Double] = [:]
        for line in wellbeing.split(whereSeparator: \.isNewline) where line.hasPrefix("Hele landet,") && line.contains("Kjønn samlet") {
            let cells = line.replacingOccurrences(of: "\"andel (prosent, standardisert)\"", with: "andel")
                .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            published[cells[1]] = Double(cells[8])
        }
        #expect(published.count >= 5)
        let whole = try Figures.query("trivsel-10-trinn", in: project)
        for (period, share) in published {
            let found = whole.first { $0.period == period && $0.value.map { abs($0 - share * 100) < 1e-6 } == true }
            #expect(found != nil, "\(period): \(share * 100) is not among the figures")
        }
    }
}
