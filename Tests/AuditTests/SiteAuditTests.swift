import Audit
import Findings
import Testing

/// Links, places, pictures and ways of whole sites, each rule broken once.
@Suite struct SiteAudits {
    private func audit(_ files: [(path: String, text: String)], address: String = "") -> [Finding] {
        var audit = SiteAudit(address: address)
        for (path, text) in files {
            var text = text
            text.withUTF8 { audit.read(path, $0) }
        }
        return audit.findings()
    }

    /// Front page and one other, which links back; `more` stands on the front page.
    private func site(
        _ more: String, on page: String = "<a href=\"../index.html\">Forside</a>", files: [String] = [],
        address: String = ""
    ) -> [Finding] {
        audit(
            [
                ("da/index.html", "<!doctype html><a href='om/index.html'>Om</a>" + more),
                ("da/om/index.html", "<h1 id=\"om\">Om</h1>" + page), ("assets/site.css", "p { color: red }"),
            ] + files.map { ($0, "") }, address: address)
    }

    private func codes(_ more: String, on page: String = "", files: [String] = [], address: String = "") -> [String] {
        site(more, on: page, files: files, address: address).map(\.code)
    }

    @Test func aWholeSiteIsWhole() {
        #expect(
            site(
                """
                <link rel=stylesheet href="../assets/site.css"><a href="#her">x</a><p id="her"></p><a href="#">y</a>
                <a href="om/index.html#om">Om</a><a href='om/index.html?x=1'>Om</a><a href="https://example.org/x">ude</a>
                <a href="mailto:a@b.c">skriv</a><img src="a%20b.png" alt=""><img alt src="data:image/png;base64,AA">
                <svg role="img" aria-label="kort"><use href="#her"/></svg><svg role="img">
                <title>kort</title></svg><!-- <a href="ikke.html"> --><script>"<img src='ikke.png'>"</script>
                <a href="/da/om/">Om</a><a href="#top">op</a><label for="her">x</label><p aria-labelledby="her her"></p>
                <img src="a%20b.png" alt="x" srcset="a%20b.png 1x, b.png 2x"><a href="./om/../om/index.html">Om</a>
                """, files: ["da/a b.png", "da/b.png"]) == [])
    }

    @Test func aLinkThatLeadsNowhereIsFound() {
        let found = site("<a href=\"../om.html\">x</a>")
        #expect(found.map(\.code) == ["broken-link"] && found.stops())
        #expect(found.first?.place?.file == "da/index.html" && found.first?.message.contains("'om.html'") == true)
        #expect(codes("<img src=\"x.png\" alt=\"\">") == ["broken-link"])
        #expect(codes("<img src='a.png' srcset='a.png 1x, b.png 2x' alt=''>", files: ["da/a.png"]) == ["broken-link"])
        #expect(codes("<link href=/da/x.css>") == ["broken-link"])
        #expect(codes("<meta http-equiv=refresh content=\"0; url=nb/index.html\">") == ["broken-link"])
        #expect(codes("<use href=\"tegn.svg#a\"/>") == ["broken-link"])
        #expect(codes("<A class=x\n href=\"x.html\">", files: ["da/x.txt"]) == ["broken-link"])
        #expect(codes("<a href=\"../../da/om/index.html\">over roden</a>") == ["broken-link"])
    }

    /// From a folder on a disk a link must name the file.
    @Test func aRelativeLinkToAFolderIsFound() {
        #expect(codes("<a href=\"om/\">x</a>") == ["broken-link"])
        #expect(codes("<a href=\"/da/om/\">x</a>") == [])
    }

    @Test func aMissingFileIsToldOnce() {
        let page = "<a href=\"/x.html\">x</a><a href=\"/x.html\">x</a>"
        let found = audit([("da/index.html", page + "<a href='b.html'>b</a>"), ("da/b.html", page)])
        #expect(found.count == 1 && found[0].message.contains("from 1 other,"))
    }

    @Test func stylesheetsLinkToo() {
        func styled(_ css: String) -> [String] {
            audit([("da/index.html", ""), ("assets/site.css", css), ("assets/a.svg", "")]).map(\.code)
        }
        #expect(styled("p { background: url(a.svg) } i { background: url( 'a.svg#x' ) } b { mask: url(data:,x) }") == [])
        #expect(styled("p { background: url(\"b.svg\") }") == ["broken-link"])
    }

    @Test func aPlaceThatIsNotThereIsFound() {
        #expect(codes("<a href=\"#x\">x</a>") == ["broken-fragment"])
        #expect(codes("<a href=\"om/index.html#x\">x</a>") == ["broken-fragment"])
        #expect(codes("<svg aria-hidden=true><use href=\"#m\"/></svg>") == ["broken-fragment"])
        #expect(codes("<p aria-describedby=\"x\">x</p>") == ["broken-fragment"])
        #expect(codes("<label for=\"x\">x</label>") == ["broken-fragment"])
        #expect(codes("<p id=\"x\"></p><a href=\"om/index.html#x\">x</a>") == ["broken-fragment"])
        #expect(codes("", on: "<a href=\"../index.html#x\">x</a>") == ["broken-fragment"], "a page that went by before")
        #expect(codes("<p data-id=\"x\">x</p><a href=\"#x\">x</a>") == ["broken-fragment"])
    }

    @Test func aPictureWithoutTextIsFound() {
        let missing = ["missing-alternative-text"]
        #expect(codes("<img src=\"a.png\">", files: ["da/a.png"]) == missing)
        #expect(codes("<svg role=\"img\"><path d=\"\"/></svg>") == missing)
        #expect(codes("<svg role=\"img\" aria-label=\" \"></svg>") == missing)
        #expect(codes("<svg role=\"img\"><title></title></svg>") == missing)
        #expect(codes("<svg role=\"img\"><g><title>x</title></g></svg>") == missing)
        #expect(codes("<span role=img>★</span>") == missing)
        #expect(codes("<span role=img aria-label=stjerne>★</span><svg aria-hidden=\"true\"></svg>") == [])
        let found = site("<img src=\"data:,\"><img src=\"data:,\">")
        #expect(found.count == 1 && found[0].message.hasPrefix("2 pictures"))
    }

    @Test func aPageThatNothingLeadsToIsFound() {
        let page = "<a href=\"/da/index.html\">x</a>"
        #expect(audit([("da/index.html", ""), ("da/om.html", page)]).map(\.place?.file) == ["da/om.html"])
        #expect(audit([("da/index.html", ""), ("da/om.html", page)]).map(\.code) == ["orphan-page"])
        // A picture's source, a link to a translation and a way back are no ways there.
        #expect(audit([("da/index.html", "<link rel=alternate href=om.html>"), ("da/om.html", page)]).count == 1)
        // Two pages that lead to each other, and nothing to them.
        #expect(
            audit([("da/index.html", ""), ("da/a.html", "<a href=b.html>b</a>"), ("da/b.html", "<a href=a.html>a</a>")])
                .map(\.place?.file) == ["da/a.html", "da/b.html"])
        // Over two steps.
        #expect(
            audit([("da/index.html", "<a href=a.html>"), ("da/a.html", "<a href=b.html>"), ("da/b.html", "")]).isEmpty)
    }

    /// Who reads Danish does not go by way of the English pages.
    @Test func aWayIsInOneLanguage() {
        let files = [
            ("da/index.html", "<a href='../en/index.html'>English</a>"), ("en/index.html", "<a href='../da/om.html'>x</a>"),
            ("da/om.html", ""),
        ]
        #expect(audit(files).map(\.place?.file) == ["da/om.html"])
    }

    @Test func somePagesStandAlone() {
        var audit = SiteAudit()
        let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        audit.read("da/index.html", empty)
        audit.read("404.html", empty, standsAlone: true)
        #expect(audit.findings().isEmpty)
        audit.read("405.html", empty)
        #expect(audit.findings().map(\.code) == ["orphan-page"])
    }

    @Test func theSitesOwnAddressLeadsIntoIt() {
        let address = "https://tal.example.org/maal/"
        #expect(codes("<link rel=canonical href=\"\(address)da/om/\"><link href=\"\(address)\">", files: ["index.html"], address: address) == [])
        #expect(codes("<a href=\"\(address)kontakt\">a page of the project, beside the site</a>", address: address) == [])
        #expect(codes("<link rel=canonical href=\"\(address)da/nej/\">", address: address) == ["broken-link"])
        #expect(codes("<link rel=canonical href=\"\(address)da/nej/\">") == [])
    }

    /// Served at https://tal.example.org/maal/, links from the server's root begin with /maal/.
    @Test func linksFromTheServersRootBeginWithTheSitesPath() {
        let address = "https://tal.example.org/maal/"
        #expect(codes("<a href=\"/maal/da/om/index.html#om\">x</a><a href=\"/maal/\">x</a>", files: ["index.html"], address: address) == [])
        #expect(codes("<a href=\"/da/om/index.html\">x</a>", address: address) == ["broken-link"])
        #expect(codes("<a href=\"//da/om/index.html\">x</a><a href=\"//tal/x\">x</a>", address: address) == [])
        #expect(codes("<a href=\"/da/om/index.html\">x</a>", address: "https://tal.example.org/") == [])
    }

    /// What a scanner may stumble over: cut short anywhere, it ends, and reads nothing beyond.
    @Test func anyBeginningOfAPageCanBeRead() {
        let page = Array("<!doctype html><!-- x --><a href=\"om.html#a\" id='b' / = x>y</a><script>a<b</script><img alt=q><svg role=img><title>t".utf8)
        for length in 0...page.count {
            let part = Array(page[..<length])
            part.withUnsafeBufferPointer { bytes in
                var audit = SiteAudit()
                audit.read("da/index.html", bytes)
                #expect(audit.findings().count <= 2)
            }
        }
    }
}
