/// The one place that says which room may import which. Arrows go one way: what is not listed is refused.
///
/// The standard library's own modules (Swift, Foundation, Glibc) are open to all but `Statistics` and `Findings`,
/// which need none of Foundation.
let importTable: [String: Set<String>] = [
    "Findings": [],
    "Vocabulary": [],
    "Wording": ["Vocabulary"],
    "Delimited": ["Findings", "CBytes"],
    "Catalogue": ["Findings", "Vocabulary", "Yams"],
    "Indicators": ["Findings", "Vocabulary", "Catalogue"],
    "PersonalData": [],
    "Store": [
        "Findings", "Vocabulary", "Delimited", "PersonalData", "Catalogue", "Indicators", "GRDB", "GRDBSQLite", "Crypto",
    ],
    "Disclosure": ["Findings", "Vocabulary", "Catalogue", "Indicators"],
    "Statistics": [],
    "Assessment": ["Vocabulary", "Catalogue", "Indicators", "Disclosure", "Statistics"],
    "Sentences": ["Vocabulary", "Wording", "Assessment"],
    "Charts": ["Vocabulary", "Wording", "Sentences", "Assessment"],
    "CairoCanvas": ["Charts", "CCairo"],
    "Downloads": ["Vocabulary", "Wording", "Assessment", "GRDBSQLite", "Crypto"],
    "Pages": ["Vocabulary", "Wording", "Sentences", "Assessment", "Charts", "Mustache"],
    "Audit": ["Findings", "Vocabulary", "Indicators", "Disclosure"],
    "Site": [
        "Findings", "Vocabulary", "Wording", "Sentences", "Assessment", "Charts", "CairoCanvas", "Pages", "Downloads", "Audit",
        "CLinux", "CZlib", "CBrotli",
    ],
    "SammenCLI": [
        "Findings", "Vocabulary", "Wording", "Delimited", "Catalogue", "Indicators", "Store", "Disclosure",
        "Assessment", "Statistics", "Sentences", "Charts", "CairoCanvas", "Downloads", "Pages", "Audit", "Site", "ArgumentParser",
    ],
    "sammen": ["SammenCLI"],
    "SampleRegisters": [],
    "ParseBenchmark": ["Delimited"],
    "PageBenchmark": ["Audit", "Crypto", "Delimited", "Pages", "Site", "Vocabulary"],
    "ChartBenchmark": ["CairoCanvas", "Charts", "Vocabulary"],
    "AggregateBenchmark": ["Catalogue", "Findings", "Indicators", "Store", "Vocabulary"],
]

/// Modules that come with the compiler.
let standardModules: Set<String> = ["Swift", "Foundation", "FoundationEssentials", "Glibc", "Darwin", "Synchronization"]

/// Rooms that use the standard library alone.
let withoutFoundation: Set<String> = ["Findings", "Vocabulary", "PersonalData", "Statistics", "Indicators", "Disclosure", "Assessment"]
