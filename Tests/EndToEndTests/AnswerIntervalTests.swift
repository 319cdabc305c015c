import Foundation
import Testing

/// Intervals of weighted answers, from exact sums of squares. The expected numbers were made by scipy from the twelve
/// answers below: Wilson's interval of the weighted share with Kish's effective number of answers, 9.910440725901484; and
/// Student's interval on that number less one, with the linearised error of the weighted mean, 0.5330771321727502.
@Suite struct AnswerIntervals {
    private static let answers = [
        "Ja;3;1,5", "Nej;4;0,5", "Ja;5;2,0", "Nej;2;1,0", "Ja;4;1,25", "Nej;3;0,75", "Ja;5;1,0", "Nej;1;2,5", "Ja;4;0,6",
        "Nej;2;1,4", "Ja;5;0,9", "Nej;3;1,1",
    ]

    private func interval(_ measure: String) throws -> (value: Double, low: Double, high: Double) {
        let project = try TemporaryProject()
        let rows = Self.answers.map { "2022;0;\($0)\n" }.joined()
        try project.write("Data/svar.csv", "År;Kode;Svar;Score;Vægt\n" + rows)
        try project.write(
            "config.json",
            """
            {"project": {"title": "T", "languages": ["da"], "builtAt": "2026-11-20"}, "goals": [{"id": "trivsel", "title": "M"}],
             "units": {"file": "Data/enheder.csv", "root": "0"},
             "datasets": {"svar": {"files": "Data/svar.csv", "period": {"column": "År"}, "unit": {"column": "Kode"},
              "numbers": {"score": "Score", "vaegt": "Vægt"}, "categories": {"svar": "Svar"}}}}
            """)
        try project.write("Data/enheder.csv", "kode;navn;overordnet;niveau;type\n0;Kommunen;;kommune;kommune\n")
        try project.write("Metrics/trivsel/a.yaml", "title: A\ndataset: svar\n\(measure)\nweight: vaegt\npersons: answers\n")
        try? FileManager.default.removeItem(atPath: project.folder + "/Metrics/trivsel/sygefravaer.yaml")
        let answer = try sammen("query", "a", "--format", "json", in: project.folder)
        let table = try #require(answer.json() as? [String: Any], "\(answer.errors)")
        let row = try #require((table["rows"] as? [[String: Any]])?.first)
        return (
            try #require(row["value"] as? Double), try #require(row["low"] as? Double), try #require(row["high"] as? Double)
        )
    }

    private func near(_ first: Double, _ second: Double) -> Bool { abs(first - second) < 1e-9 * max(1, abs(second)) }

    @Test func weightedShare() throws {
        let found = try interval("measure: topBox\nvalue: \"if(svar = 'Ja', 1, 0)\"\nfrom: 1")
        #expect(near(found.value, 50) && near(found.low, 23.573676343787582) && near(found.high, 76.42632365621242))
    }

    @Test func weightedMean() throws {
        let found = try interval("measure: mean\nvalue: score")
        #expect(near(found.value, 3.1896551724137927))
        #expect(near(found.low, 1.9819007779405509) && near(found.high, 4.397409566887035))
    }
}
