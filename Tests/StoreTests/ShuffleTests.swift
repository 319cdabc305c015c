import Findings
import Foundation
import Noise
import Store
import Testing

/// Neither the order of rows, nor the files they stand in, nor the order in which those came changes a figure.
@Suite struct ShuffledRows {
    private static let header = "Aar;Enhed;Antal;Pris;Svar;Sag\n"
    private static let dataset = TemporaryProject.dataset(
        numbers: #""antal": "Antal", "pris": "Pris""#,
        more: #"""
            , "texts": {"sag": "Sag"}, "key": ["svar", "sag"], "setAside": 1000,
            "missing": {"*": "confidential", "#": "notApplicable", "<5": "interval", "-": "zero"}
            """#)

    private static func rows(_ noise: inout FixedNoise) -> [String] {
        (0..<600).map { number in
            let count = ["", "*", "#", "<5", "-", "12", "1.234.567", "-45", "7", "mange"].randomElement(using: &noise)!
            let price = ["0,5", "12,25", "1.000,125", "..", "3", "-0,0625"].randomElement(using: &noise)!
            let period = ["2022", "2023", "2024M05", "2024K1", "snart"].randomElement(using: &noise)!
            let unit = ["01", "02", " 01 "].randomElement(using: &noise)!
            let answer = ["Ja", "Nej", "Ved ikke", "", "A\u{30A}r", "År"].randomElement(using: &noise)!
            return "\(period);\(unit);\(count);\(price);\(answer);sag \(number)\n"
        }
    }

    private func figures(_ project: TemporaryProject) throws -> [String] {
        try project.figures("antal", by: ["svar"]) + project.figures("pris", by: ["svar"])
            + project.figures("pris", over: "antal") + project.figures("pris * antal")
    }

    private func account(_ project: TemporaryProject) throws -> [Int] {
        let files = try project.store().files(of: "svar")
        let isWhole = files.allSatisfy { $0.isWhole }
        #expect(isWhole)
        return [files.map(\.read), files.map(\.loaded), files.map(\.setAside)].map { $0.reduce(0, +) }
    }

    @Test(arguments: 1...6) func splitAndShuffledRowsGiveTheSameFigures(_ seed: Int) throws {
        var noise = FixedNoise(UInt64(seed))
        let rows = Self.rows(&noise)
        let whole = try TemporaryProject(dataset: Self.dataset, files: ["Data/alle.csv": Self.header + rows.joined()])
        try whole.loaded()
        let expected = (try figures(whole), try account(whole))
        #expect(expected.0.count > 40 && expected.1[0] == 600 && expected.1[2] > 50)

        let count = Int.random(in: 2...9, using: &noise)
        var parts = [[String]](repeating: [], count: count)
        for row in rows.shuffled(using: &noise) { parts[Int.random(in: 0..<count, using: &noise)].append(row) }
        let files = parts.enumerated().filter { !$0.element.isEmpty }.map {
            ("Data/f\($0.offset).csv", Self.header + $0.element.joined())
        }
        let together = try TemporaryProject(dataset: Self.dataset, files: Dictionary(uniqueKeysWithValues: files))
        try together.loaded()
        #expect(try figures(together) == expected.0, "in one load")
        #expect(try account(together) == expected.1)

        let oneByOne = try TemporaryProject(dataset: Self.dataset, files: [:])
        for (name, text) in files.shuffled(using: &noise) {
            try oneByOne.write(name, text)
            try oneByOne.loaded()
        }
        #expect(try figures(oneByOne) == expected.0, "in as many loads as files")
        #expect(try account(oneByOne) == expected.1)
    }
}
