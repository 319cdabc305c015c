// swift-tools-version: 6.1
import PackageDescription

/// The rooms of the house and what each may import. `Tests/HouseTests` holds the import lines of the sources to this.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "Sammen",
    products: [
        .executable(name: "sammen", targets: ["sammen"]),
        .executable(name: "sample-registers", targets: ["SampleRegisters"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CCairo", path: "Sources/CCairo", pkgConfig: "cairo-pdf",
            providers: [.apt(["libcairo2-dev", "libpng-dev"])]),
        .systemLibrary(name: "CLinux", path: "Sources/CLinux"),
        .systemLibrary(
            name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CBrotli", path: "Sources/CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
        .target(name: "Findings"),
        .target(name: "Vocabulary"),
        .target(name: "Wording", dependencies: ["Vocabulary"], resources: [.embedInCode("Resources")]),
        .systemLibrary(name: "CBytes", path: "Sources/CBytes"),
        .target(name: "Delimited", dependencies: ["Findings", "CBytes"]),
        .target(name: "PersonalData"),
        .target(name: "Catalogue", dependencies: ["Findings", "Vocabulary", yams]),
        .target(name: "Indicators", dependencies: ["Findings", "Vocabulary", "Catalogue"]),
        .target(
            name: "Store",
            dependencies: [
                "Findings", "Vocabulary", "Delimited", "PersonalData", "Catalogue", "Indicators", grdb, sqlite, crypto,
            ]),
        .target(name: "Disclosure", dependencies: ["Findings", "Vocabulary", "Catalogue", "Indicators"]),
        .target(name: "Statistics"),
        .target(name: "Assessment", dependencies: ["Vocabulary", "Catalogue", "Disclosure", "Statistics"]),
        .target(name: "Sentences", dependencies: ["Vocabulary", "Wording", "Assessment"]),
        .target(name: "Charts", dependencies: ["Vocabulary", "Wording", "Sentences", "Assessment"]),
        .target(name: "CairoCanvas", dependencies: ["Charts", "CCairo"]),
        .target(name: "Downloads", dependencies: ["Vocabulary", "Wording", "Assessment", sqlite, crypto]),
        .target(
            name: "Pages",
            dependencies: ["Vocabulary", "Wording", "Sentences", "Assessment", "Charts", mustache],
            resources: [.embedInCode("Resources")]),
        .target(name: "Audit", dependencies: ["Findings", "Vocabulary", "Indicators", "Disclosure"]),
        .target(
            name: "Site",
            dependencies: [
                "Findings", "Vocabulary", "Wording", "Sentences", "Assessment", "Charts", "CairoCanvas", "Pages",
                "Downloads", "Audit", "CLinux", "CZlib", "CBrotli",
            ]),
        .target(
            name: "SammenCLI",
            dependencies: [
                "Findings", "Vocabulary", "Wording", "Delimited", "Catalogue", "Indicators", "Store", "Disclosure",
                "Statistics", "Assessment", "Sentences", "Charts", "CairoCanvas", "Downloads", "Pages", "Audit", "Site",
                arguments, crypto,
            ]),
        .executableTarget(name: "sammen", dependencies: ["SammenCLI"]),
        .executableTarget(name: "SampleRegisters"),
        .executableTarget(name: "ParseBenchmark", dependencies: ["Delimited"]),
        .executableTarget(name: "PageBenchmark", dependencies: ["Audit", "Delimited", "Pages", "Site", "Vocabulary", crypto]),
        .executableTarget(
            name: "AggregateBenchmark", dependencies: ["Catalogue", "Findings", "Indicators", "Store", "Vocabulary"]),
        .executableTarget(name: "ChartBenchmark", dependencies: ["CairoCanvas", "Charts", "Vocabulary"]),
        .target(name: "Noise", path: "Tests/Noise"),
        .testTarget(name: "HouseTests"),
        .testTarget(
            name: "DelimitedTests", dependencies: ["Delimited", "Findings", "PersonalData"],
            exclude: ["independent_reading.py", "Fixtures"]),
        .testTarget(name: "PersonalDataTests", dependencies: ["PersonalData"]),
        .testTarget(name: "StatisticsTests", dependencies: ["Statistics"], exclude: ["Fixtures"]),
        .testTarget(name: "FindingsTests", dependencies: ["Findings"]),
        .testTarget(name: "VocabularyTests", dependencies: ["Noise", "Vocabulary"]),
        .testTarget(
            name: "CatalogueTests", dependencies: ["Catalogue", "Findings", "Vocabulary"], exclude: ["validate.py"]),
        .testTarget(name: "IndicatorsTests", dependencies: ["Noise", "Indicators", "Catalogue", "Findings", "Vocabulary"]),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Noise", "Store", "Catalogue", "Indicators", "Findings", "Vocabulary", grdb]),
        .testTarget(
            name: "DisclosureTests",
            dependencies: ["Noise", "Disclosure", "Catalogue", "Indicators", "Findings", "Vocabulary"]),
        .testTarget(
            name: "AuditTests", dependencies: ["Audit", "Disclosure", "Indicators", "Findings", "Vocabulary"]),
        .testTarget(name: "SiteTests", dependencies: ["Site", "Findings", "Vocabulary"]),
        .testTarget(name: "WordingTests", dependencies: ["Wording", "Vocabulary"]),
        .testTarget(
            name: "AssessmentTests",
            dependencies: ["Noise", "Assessment", "Disclosure", "Indicators", "Statistics", "Vocabulary"]),
        .testTarget(
            name: "SentencesTests", dependencies: ["Sentences", "Assessment", "Wording", "Vocabulary"],
            exclude: ["Snapshots"]),
        .testTarget(name: "ChartsTests", dependencies: ["Charts", "Vocabulary", "Wording", "Assessment", "Disclosure", "Indicators"], exclude: ["Snapshots"]),
        .testTarget(name: "CairoCanvasTests", dependencies: ["CairoCanvas", "CCairo", "Charts", "Vocabulary"]),
        .testTarget(
            name: "DownloadsTests", dependencies: ["Downloads", "Vocabulary", "Indicators", "Disclosure", "Assessment"]),
        .testTarget(
            name: "PagesTests", dependencies: ["Pages", "Vocabulary", "Assessment", "Disclosure", "Indicators"]),
        .testTarget(name: "EndToEndTests", dependencies: ["sammen", "SampleRegisters"],
            exclude: [
                "independent.py", "independent_damage.py", "independent_roskilde.py", "independent_telemark.py", "measures.py",
                "measures_counting.py", "measures_data.py", "shuffled.py",
            ]),
    ]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = strict
}
