import Assessment
import Disclosure
import Downloads
import Foundation
import Indicators
import Testing
import Vocabulary

/// Answers to a question and two categories crossed, in every file.
@Suite struct PartsTests {
    /// A year that is told, and one in which three answered no, and two women under forty are counted and none above.
    private func parts(
        asked title: LocalizedText = .init([.danish: "Er du tryg?", .english: "Do you feel safe?"])
    ) -> Assessed<Public> {
        var description = Cases.description()
        description.distribution = DistributionDescription(
            title: title,
            parts: [
                .init(label: .init([.danish: "Nej", .bokmal: "Nei", .english: "No"]), side: .negative),
                .init(label: .init([.danish: "Ved ikke", .bokmal: "Vet ikke", .english: "Don't know"]), side: .middle),
                .init(label: .init([.danish: "Ja", .bokmal: "Ja", .english: "Yes"]), side: .positive),
            ])
        description.pyramid = PyramidDescription(ages: "alder", sides: "koen")
        func by(_ age: String, _ sex: String) -> [Category] {
            [Category(dimension: "alder", value: age), Category(dimension: "koen", value: sex)]
        }
        func cells(_ year: Int, _ answers: [Int], _ crossed: [Int?]) -> [(SeriesKey, Cell)] {
            let whole = (Cases.key(.year(year)), Cases.share(answers[2], of: 1000))
            let told = answers.enumerated().map { place, persons in
                (Cases.key(.year(year), Cases.root, [.answer(place + 1)]), Cases.share(persons, of: 1000))
            }
            let groups = [by("0-39", "K"), by("40+", "K"), by("0-39", "M"), by("40+", "M")]
            let pyramid = zip(groups, crossed).compactMap { by, persons in
                persons.map { (Cases.key(.year(year), Cases.root, by), Cases.share($0, of: 500)) }
            }
            return [whole] + told + pyramid
        }
        return Cases.assessed(
            cells(2024, [110, 230, 660], [50, 60, 70, 80]) + cells(2025, [3, 317, 680], [2, nil, 71, 97]),
            description: description,
            breakdownTitles: [
                "alder": .init([.danish: "Alder", .english: "Age"]), "koen": .init([.danish: "Køn", .english: "Sex"]),
            ],
            categoryNames: [
                "koen": [
                    "K": .init([.danish: "Kvinder", .english: "Women"]), "M": .init([.danish: "Mænd", .english: "Men"]),
                ]
            ])
    }

    /// `period breakdown category value numerator denominator state`, of rows of a breakdown.
    private func told(_ language: Language) -> [String] {
        read(csv(parts(), language: language, sampleNotice: "")).filter { $0["breakdown"] != "" }.map { row in
            ["period", "breakdown", "category", "value", "numerator", "denominator", "state"].map { row[$0] ?? "" }
                .joined(separator: "|")
        }
    }

    @Test func answersAndCrossedGroupsAreRowsAndTheHiddenOnesSaySo() {
        let expected = [
            "2024|answer.part|Nej|11|110|1000|shown", "2025|answer.part|Nej||||hidden",
            "2024|answer.part|Ved ikke|23|230|1000|shown", "2025|answer.part|Ved ikke||||hidden",
            "2024|answer.part|Ja|66|660|1000|shown", "2025|answer.part|Ja||||hidden",
            "2024|Alder × Køn|0-39 × Kvinder|10|50|500|shown", "2025|Alder × Køn|0-39 × Kvinder||||hidden",
            "2024|Alder × Køn|40+ × Kvinder|12|60|500|shown", "2025|Alder × Køn|40+ × Kvinder||||hidden",
            "2024|Alder × Køn|0-39 × Mænd|14|70|500|shown", "2025|Alder × Køn|0-39 × Mænd||||hidden",
            "2024|Alder × Køn|40+ × Mænd|16|80|500|shown", "2025|Alder × Køn|40+ × Mænd||||hidden",
        ]
        #expect(told(.danish) == expected)
    }

    @Test func answersAreNamedInTheLanguageAndTheirBreakdownAlike() {
        let english = told(.english)
        #expect(english.filter { $0.hasPrefix("2024|answer.part|") }.count == 3)
        #expect(english.contains("2024|answer.part|Don't know|23|230|1000|shown"))
        #expect(english.contains("2024|Age × Sex|40+ × Men|16|80|500|shown"))
        // The word that figures of answers are computed and asked for by.
        #expect(Category.answers == "answer.part")
    }

    @Test func theJSONSaysWhatWasAskedAndHowItIsAnswered() throws {
        let file = try parsed(json(parts(), language: .bokmal, sampleNotice: ""))
        let answers = try #require(file["answers"] as? [String: Any])
        #expect(answers["question"] as? String == "Er du tryg?")
        let written = try #require(answers["parts"] as? [[String: String]])
        #expect(written.map { $0["category"] } == ["Nei", "Vet ikke", "Ja"])
        #expect(written.map { $0["side"] } == ["negative", "middle", "positive"])
        let rows = try #require(file["rows"] as? [[String: Any]])
        #expect(rows.first { $0["category"] as? String == "Vet ikke" }?["value"] as? Double == 23)
        #expect(rows.first { $0["category"] as? String == "40+ × Mænd" }?["numerator"] as? Double == 80)
        #expect(try parsed(json(Cases.many(), language: .danish, sampleNotice: ""))["answers"] is NSNull)
    }

    @Test func theCubeStaysOneWithAGroupForEach() throws {
        let cube = try CubeReader(jsonStat(parts(), project: Cases.project(), language: .danish, sampleNotice: ""))
        #expect(cube.ids == ["unit", "group", "period", "measure"])
        #expect(
            try cube.categories("group") == [
                "total", "answer.part:1", "answer.part:2", "answer.part:3", "alder × koen:0-39 × K",
                "alder × koen:40+ × K", "alder × koen:0-39 × M", "alder × koen:40+ × M",
            ])
        #expect(try cube.sizes == cube.ids.map { try cube.categories($0).count })
        func place(_ group: String, _ period: String, _ measure: String) throws -> Int {
            try cube.place(["unit": "265", "group": group, "period": period, "measure": measure])
        }
        #expect(cube.value(try place("answer.part:2", "2024", "value")) == 23)
        #expect(cube.value(try place("alder × koen:40+ × M", "2024", "numerator")) == 80)
        for group in ["answer.part:3", "alder × koen:40+ × M"] {
            #expect(cube.value(try place(group, "2025", "value")) == nil)
            #expect(cube.status(try place(group, "2025", "value")) == "c")
        }
        let words = try #require((cube.file["dimension"] as? [String: Any])?["group"] as? [String: Any])
        let labels = try #require((words["category"] as? [String: Any])?["label"] as? [String: String])
        #expect(labels["answer.part:2"] == "Svar: Ved ikke")
        #expect(labels["alder × koen:40+ × M"] == "Alder × Køn: 40+ × Mænd")
    }

    @Test func theDatabaseNamesAnswersByPlaceAndInWords() throws {
        let bytes = sqliteFile(Cases.edition([parts()]))
        #expect(try ask(bytes, "PRAGMA integrity_check; PRAGMA foreign_key_check;") == "ok")
        let figures = "SELECT category, value, numerator, state FROM figures WHERE breakdown ="
        #expect(
            try ask(bytes, "\(figures) 'answer.part' ORDER BY period, category")
                == "1|11.0|110.0|shown\n2|23.0|230.0|shown\n3|66.0|660.0|shown\n1|||hidden\n2|||hidden\n3|||hidden")
        #expect(
            try ask(bytes, "\(figures) 'alder × koen' AND period = '2024' AND category LIKE '40+%' ORDER BY category")
                == "40+ × K|12.0|60.0|shown\n40+ × M|16.0|80.0|shown")
        #expect(
            try ask(bytes, "SELECT breakdown, category FROM figures_nb WHERE value = 23") == "Er du tryg?|Vet ikke")
        #expect(try ask(bytes, "SELECT breakdown, category FROM figures_en WHERE value = 16") == "Age × Sex|40+ × Men")
        #expect(
            try ask(bytes, "SELECT category, title_en FROM categories WHERE position NOT IN (4, 5, 6) ORDER BY position")
                == "1|No\n2|Don't know\n3|Yes\n40+ × M|40+ × Men")
        // Where it is not said what was asked, the indicator says it, as on its page.
        let untitled = sqliteFile(Cases.edition([parts(asked: .init())]))
        #expect(try ask(untitled, "SELECT title_en FROM breakdowns WHERE breakdown = 'answer.part'") == "Absence")
    }

    /// What stands in no other figure: the don't-knows and the men over forty of 2025.
    @Test func whatAHiddenPartWasIsInNoFile() throws {
        let one = parts(), project = Cases.project()
        let files = [
            csv(one, language: .danish, sampleNotice: ""), json(one, language: .danish, sampleNotice: ""),
            excelCSV(one, project: project, language: .danish, sampleNotice: ""),
            jsonStat(one, project: project, language: .danish, sampleNotice: ""),
            Array(try ask(sqliteFile(Cases.edition([one])), ".dump").utf8),
        ]
        for file in files {
            let numbers = Set(text(file).split { !$0.isNumber })
            #expect(numbers.isSuperset(of: ["230", "80"]) && numbers.isDisjoint(with: ["317", "97"]))
        }
    }
}
