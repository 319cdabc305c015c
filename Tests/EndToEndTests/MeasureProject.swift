/// A project with an indicator of every measure and of every way of putting one together, over the random files of
/// `measures_data.py`. `measures.py` counts each of them a second time.
enum MeasureProject {
    static let config = """
        {
          "project": {
            "title": "Prøve", "organisation": "Byen", "languages": ["da"], "builtAt": "2026-11-20",
            "contact": {"name": "Analyse", "address": "https://example.org/kontakt"}
          },
          "goals": [{"id": "alt", "title": "Alt", "statement": "Alt."}],
          "units": {"file": "enheder.csv", "root": "1"},
          "datasets": {
            "bemanding": {
              "title": "Bemanding", "publisher": "Løn", "rhythm": "month", "files": "bemanding.csv",
              "period": {"year": "År", "month": "Måned"}, "unit": {"column": "Enhed"},
              "numbers": {"ansatte": "Ansatte", "timer": {"header": "Timer", "decimals": 2},
                "syge": {"header": "Sygetimer", "decimals": 1}, "fratraadte": "Fratrådte"},
              "categories": {"gruppe": "Gruppe"}, "key": ["gruppe"],
              "missing": {":": "confidential", ".": "notApplicable"}
            },
            "sager": {
              "title": "Sager", "publisher": "Sag", "rhythm": "month", "files": "sager.csv",
              "period": {"column": "Dato", "as": "month"}, "unit": {"column": "Enhed"},
              "numbers": {"dage": "Dage", "beloeb": {"header": "Beløb", "decimals": 2}},
              "categories": {"art": "Art", "borger": "Borger"}
            },
            "svar": {
              "title": "Svar", "publisher": "HR", "files": "svar.csv",
              "period": {"column": "Aar"}, "unit": {"column": "Enhed"},
              "numbers": {
                "q1": {"header": "Q1", "values": {"Ved ikke": "notApplicable"}},
                "q2": {"header": "Q2", "values": {"Ved ikke": "notApplicable"}},
                "q3": {"header": "Q3", "values": {"Ved ikke": "notApplicable"}},
                "loyal": {"header": "Loyal", "values": {"Ved ikke": "notApplicable"}},
                "vaegt": {"header": "Vægt", "decimals": 1}, "trin": "Trin"},
              "categories": {"koen": "Køn"}, "missing": {":": "confidential", ".": "notApplicable"}
            },
            "medlemmer": {
              "title": "Medlemmer", "publisher": "Kultur", "files": "medlemmer.csv",
              "period": {"column": "År"}, "unit": {"column": "Enhed"}, "numbers": {"medlemmer": "Medlemmer"},
              "categories": {"alder": "Alder"}, "key": ["alder"], "missing": {":": "confidential"}
            },
            "folketal": {
              "title": "Folketal", "publisher": "Statistik", "files": "folketal.csv",
              "period": {"column": "År"}, "unit": {"column": "Enhed"}, "numbers": {"borgere": "Borgere"},
              "categories": {"alder": "Alder"}, "key": ["alder"]
            },
            "kvartaltal": {
              "title": "Folketal i kvartaler", "publisher": "Statistik", "rhythm": "quarter", "files": "kvartaltal.csv",
              "period": {"column": "Kvartal"}, "unit": {"column": "Enhed"}, "numbers": {"borgere": "Borgere"}, "key": []
            },
            "publiceret": {
              "title": "Publiceret", "publisher": "Statistik", "files": "publiceret.csv", "alreadyPublished": true,
              "period": {"column": "År"}, "unit": {"column": "Enhed"}, "numbers": {"andel": "Andel"},
              "categories": {"koen": {"header": "Køn", "total": "I alt"}}, "key": ["koen"]
            }
          }
        }
        """

    /// The indicators, by their names.
    static let indicators = [
        "andel": staffing("share", "numerator: syge\ndenominator: timer\nby: [gruppe, unit.type, unit.area]"),
        "andel_aar": staffing("share", "numerator: syge\ndenominator: timer\ngrain: year"),
        "brud": staffing("share", "numerator: syge\ndenominator: timer\nbreaks: [{ at: 2024M03, reason: Ny opgørelse. }]"),
        "andel_personer": """
            dataset: svar
            measure: share
            numerator: q1 >= 4
            denominator: 1
            filter: q1 is not missing
            persons: denominator
            by: [koen]
            """,
        "omsaetning": staffing(
            "share", "numerator: fratraadte\ndenominator: ansatte\ndenominatorOverTime: mean\nby: [gruppe, unit.area]"),
        "pr_ansat": staffing("rate", "numerator: syge\ndenominator: ansatte\noverTime: mean\nby: [gruppe]"),
        "skoleaar": staffing("mean", "numerator: syge\ndenominator: ansatte\nyear: school\ngrain: quarter\nby: [gruppe]"),
        "timer": staffing("sum", "numerator: timer + 0.5 * syge\nby: [gruppe, unit.type]"),
        "vikarer": staffing("sum", "numerator: ansatte\noverTime: mean\nfilter: gruppe = 'Vikar'"),
        "timer_over": staffing("sum", "numerator: timer\nfilter: ansatte > 12"),
        "ansatte": staffing("sum", "numerator: ansatte\noverTime: mean\ngrain: quarter\nby: [gruppe]"),
        "halvaar": staffing("sum", "numerator: ansatte\noverTime: mean\ngrain: halfYear"),
        "sager": cases("count", "by: [art, unit.area]"),
        "ulykker": cases("count", "filter: art = 'Ulykke'"),
        "borgere": cases("distinct", "value: borger\nby: [art]"),
        "beloeb": cases("distinct", "value: beloeb\nfilter: art != 'Klage'"),
        "ventetid": cases("median", "value: dage\nby: [art, unit.type]"),
        "ventetid90": cases("quantile", "value: dage\nquantile: 0.9\ngrain: quarter"),
        "ventetid25": cases("quantile", "value: if(art = 'Klage', 2 * dage, dage)\nquantile: 0.25\nyear: school"),
        "sagssum": cases("sum", "numerator: beloeb"),
        "frist": cases("share", "numerator: dage <= 14\ndenominator: 1\nby: [art]"),
        "sagsbeloeb": cases("mean", "value: beloeb\nby: [art]"),
        "indeks": survey("index", "items: [q1, q2, q3]\nscale: [1, 5]\nby: [koen]"),
        "indeks100": survey(
            "index", "items: [q1, q2, q3]\nscale: [1, 5]\nreversed: [q2]\nto: [0, 100]\nanswered: 1\nweight: vaegt"),
        "indeks3": survey("index", "items: [q1, q2, q3]\nscale: [1, 5]\nreversed: [q1, q3]\nto: [-1, 3]\nanswered: 0.3"),
        "top": survey("topBox", "value: q1\nfrom: 4\nby: [koen, unit.type]"),
        "top_vaegtet": survey("topBox", "value: q1\nfrom: 4\nweight: vaegt"),
        "netto": survey("netScore", "value: loyal\nby: [koen]"),
        "netto5": survey("netScore", "value: q2\npromoters: 5\ndetractors: 2\nweight: vaegt"),
        "middel": survey("mean", "value: loyal\nby: [koen]"),
        "middel_vaegtet": survey("mean", "value: loyal\nweight: vaegt\ndecimals: 3"),
        "median_svar": survey("median", "value: loyal\nby: [koen]"),
        "formler": survey(
            "mean",
            "value: case when trin <= 3 then total(q1, q2) when trin in (4, 5) then abs(q1 - 2 * q2) "
                + "when trin between 6 and 7 then least(q1, q2, 3) * greatest(q1, 2) when q3 is missing then answered(q1, q2, q3) end"),
        "medlemskab": members("rate", "per: 100000\ndenominator: { dataset: folketal, value: borgere }\nby: [alder, unit.area]"),
        "unge": members(
            "share",
            "filter: alder = '0-24'\ndenominator: { dataset: folketal, value: borgere, filter: alder = '0-24' }"),
        "pr_kvartal": members("rate", "denominator: { dataset: kvartaltal, value: borgere, overTime: mean }"),
        "timer_pr_borger": """
            dataset: bemanding
            measure: mean
            numerator: timer
            denominator: { dataset: folketal, value: borgere }
            persons: ansatte
            by: [unit.type]
            """,
        "publiceret": "dataset: publiceret\nmeasure: given\nvalue: andel\nunit: percent\nby: [koen]",
        "aendring": "measure: change\nof: andel\nby: [gruppe, unit.type]",
        "aendring_pct": "measure: change\nof: andel\nas: percent\nmonths: 1",
        "aendring_skole": "measure: change\nof: skoleaar",
        "aendring_brud": "measure: change\nof: brud\nmonths: 2",
        "rullende_brud": "measure: rolling\nof: brud\nmonths: 12",
        "rullende": "measure: rolling\nof: andel\nmonths: 3",
        "rullende_seks": "measure: rolling\nof: omsaetning\nmonths: 6",
        "rullende_aar": "measure: rolling\nof: omsaetning\nmonths: 12",
        "rullende_to": "measure: rolling\nof: timer\nmonths: 24\nby: [gruppe]",
        "rullende_ansatte": "measure: rolling\nof: ansatte\nmonths: 24",
        "blandet": """
            measure: derived
            of: { a: indeks, b: netto, c: top }
            formula: (a * 20 + greatest(b, -c)) / (1 + abs(b - c))
            by: [koen]
            """,
        "dobbelt": "measure: derived\nof: { x: aendring, y: andel }\nformula: 100 * x / y - total(x, y, 1)",
    ]

    private static func staffing(_ measure: String, _ more: String) -> String {
        "dataset: bemanding\nmeasure: \(measure)\npersons: ansatte\n\(more)"
    }

    private static func cases(_ measure: String, _ more: String) -> String {
        let persons = ["distinct", "sum", "share"].contains(measure) ? "{ none: Sager er ikke personer. }" : "answers"
        return "dataset: sager\nmeasure: \(measure)\npersons: \(persons)\n\(more)"
    }

    private static func survey(_ measure: String, _ more: String) -> String {
        "dataset: svar\nmeasure: \(measure)\npersons: answers\n\(more)"
    }

    private static func members(_ measure: String, _ more: String) -> String {
        "dataset: medlemmer\nmeasure: \(measure)\nnumerator: medlemmer\npersons: medlemmer\n\(more)"
    }
}
