/// The short `KILDE.md` beside every example register.
struct SourceNote {
    let folder: String
    let title: String
    var opening =
        "**Eksempeldata – ikke Roskilde Kommunes tal.** Lavet af `sample-registers` (`make samples`); "
        + "rækkerne er opfundne og handler ikke om virkelige personer."
    var closing = "Example data, not figures of Roskilde Municipality: invented rows, no real persons."
    let about: [String]

    var file: SampleFile {
        let lines = about.map { "- \($0)\n" }.joined()
        let text = "# \(title)\n\n\(opening)\n\n\(lines)\n\(closing)\n"
        return SampleFile(path: "\(folder)/KILDE.md", bytes: Array(text.utf8))
    }
}
