import Assessment
import Downloads
import Foundation
#if canImport(FoundationXML)
import FoundationXML
#endif
import Testing
import Vocabulary

/// What catalogues, search engines and writers of reports are told.
@Suite struct CatalogueOfDataTests {
    private func nodes(_ project: ProjectDescription) throws -> [[String: Any]] {
        let file = try parsed(dcat(Cases.edition([Cases.many()], project)))
        return try #require(file["@graph"] as? [[String: Any]])
    }

    @Test func everyDatasetHasItsFilesAndThoseItAnswersTo() throws {
        let nodes = try nodes(Cases.project())
        let datasets = nodes.filter { $0["@type"] as? String == "dcat:Dataset" }
        #expect(datasets.count == 2)
        let one = try #require(datasets.first { $0["dct:identifier"] as? String == "fravaer" })
        #expect(one["@id"] as? String == "https://example.org/maal/data/catalogue.jsonld#indicator-fravaer")
        let files = try #require(one["dcat:distribution"] as? [[String: Any]])
        #expect(files.count == 9)
        let places = files.compactMap { ($0["dcat:accessURL"] as? [String: String])?["@id"] }
        #expect(places.contains("https://example.org/maal/nb/tal/fravaer/fravaer.jsonstat.json"))
        let about = try #require(one["dct:description"] as? [[String: String]])
        #expect(about.first { $0["@language"] == "da" }?["@value"]?.contains("Opdigtede tal") == true)
        let days = try #require(one["dct:temporal"] as? [String: Any])
        #expect((days["dcat:startDate"] as? [String: String])?["@value"] == "2023-01-01")
        #expect((days["dcat:endDate"] as? [String: String])?["@value"] == "2025-12-31")
        #expect((one["dct:accrualPeriodicity"] as? [String: Any])?["@id"] as? String == "http://publications.europa.eu/resource/authority/frequency/MONTHLY")
        let all = try #require(datasets.first { $0["dct:identifier"] as? String == "all" })
        #expect((all["dct:temporal"] as? NSDictionary) == (one["dct:temporal"] as? NSDictionary))
        let keywords = try #require(all["dcat:keyword"] as? [[String: String]])
        #expect(keywords.count == 3 && Set(keywords.compactMap { $0["@language"] }) == ["da", "nb", "en"])
        let contact = try #require(one["dcat:contactPoint"] as? [String: Any])
        #expect((contact["vcard:hasEmail"] as? [String: String])?["@id"] == "mailto:data@example.org")
        let cited = try #require(one["dct:bibliographicCitation"] as? [[String: String]])
        #expect(cited.count == 3 && cited[1]["@value"]?.hasSuffix(" https://example.org/maal/nb/tal/fravaer/") == true)
        #expect((one["dct:publisher"] as? [String: String])?["@id"] == "https://example.org/id/265")
    }

    @Test func withoutAnAddressPlacesAreRelativeToTheCatalogue() throws {
        let nodes = try nodes(Cases.project(address: ""))
        let one = try #require(nodes.first { $0["dct:identifier"] as? String == "fravaer" })
        #expect(one["@id"] as? String == "#indicator-fravaer")
        let files = try #require(one["dcat:distribution"] as? [[String: Any]])
        #expect((files[0]["dcat:accessURL"] as? [String: String])?["@id"] == "../da/tal/fravaer/fravaer.csv")
    }

    @Test func nothingInThePagesMarkupEndsItsElement() throws {
        var description = Cases.description()
        description.title = .init(everywhere: "A</script><script>alert(1)</script> & <!-- B")
        let one = Cases.assessed([(Cases.key(.year(2024)), Cases.given(1))], description: description)
        let text = datasetMarkup(one, Cases.edition([one]), language: .danish)
        #expect(!text.contains("<"))
        let read = try parsed(Array(text.utf8))
        #expect(read["name"] as? String == description.title(.danish))
        #expect(read["@type"] as? String == "Dataset" && read["temporalCoverage"] as? String == "2024-01-01/2024-12-31")
        #expect((read["description"] as? String)?.count ?? 0 >= 50)
        #expect((read["creditText"] as? String)?.hasPrefix("Prøve Kommune: A</script>") == true)
        #expect(read["license"] as? String == "https://creativecommons.org/licenses/by/4.0/")
    }

    @Test func theSitemapNamesEveryLanguageOfAPage() throws {
        let pages: [[Language: String]] = [
            [.danish: "da/index.html", .bokmal: "nb/index.html", .english: "en/index.html"], [.english: "en/a&b.html"],
        ]
        let text = text(try #require(sitemap(pages, project: Cases.project())))
        let document = try XMLDocumentReader(text)
        #expect(document.texts("loc") == ["da/", "nb/", "en/", "en/a&b.html"].map { "https://example.org/maal/" + $0 })
        #expect(document.texts("lastmod") == Array(repeating: "2026-11-20", count: 4))
        let languages = document.attributes("xhtml:link", "hreflang")
        #expect(languages == Array(repeating: ["da", "nb", "en", "x-default"], count: 3).flatMap { $0 })
        #expect(sitemap(pages, project: Cases.project(address: "")) == nil)
    }

    @Test func robotsReadThePublicEditionAlone() {
        let project = Cases.project()
        #expect(text(robots(isPublic: true, project: project, sitemap: "sitemap.xml")) == "User-agent: *\nAllow: /\nSitemap: https://example.org/maal/sitemap.xml\n")
        #expect(text(robots(isPublic: false, project: project, sitemap: nil)) == "User-agent: *\nDisallow: /\n")
    }

    @Test func aFigureIsCitedInOneSentence() {
        let d = Cases.description(), page = "da/tal/fravaer/index.html"
        #expect(
            citation(d, project: Cases.project(), language: .danish, page: page)
                == "Prøve Kommune: Fravær. Mål & tal, udgaven fra 20.\u{A0}november 2026. https://example.org/maal/da/tal/fravaer/")
        #expect(
            citation(d, project: Cases.project(address: ""), language: .english, page: page)
                == "Test Municipality: Absence. Goals, edition of 20\u{A0}November 2026.")
    }
}

/// Texts and attributes of an XML document in its order.
private final class XMLDocumentReader: NSObject, XMLParserDelegate {
    private var found: [(name: String, text: String, attributes: [String: String])] = []
    private var open: [Int] = []

    init(_ text: String) throws {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        try #require(parser.parse(), "not well-formed")
    }

    func texts(_ name: String) -> [String] { found.filter { $0.name == name }.map(\.text) }
    func attributes(_ name: String, _ key: String) -> [String] {
        found.filter { $0.name == name }.compactMap { $0.attributes[key] }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(found.count)
        found.append((name, "", attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { if let last = open.last { found[last].text += string } }
    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) { open.removeLast() }
}
