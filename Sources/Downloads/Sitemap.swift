public import Vocabulary

/// The sitemap of an edition (sitemaps.org): every page with its other languages, the site's first language for readers
/// of none of them. Nil where the project has no address: a sitemap holds whole addresses alone.
/// - Parameter pages: the path of each page by language.
public func sitemap(_ pages: [[Language: String]], project: ProjectDescription) -> [UInt8]? {
    let base = project.openData.address
    guard !base.isEmpty else { return nil }
    func address(_ path: String) -> String { escaped(base + shortAddress(path)) }
    var text = """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">

        """
    for page in pages {
        let versions = project.languages.compactMap { language in page[language].map { (language.rawValue, $0) } }
        let alternates = (versions.count > 1 ? versions + [("x-default", versions[0].1)] : []).map { code, path in
            "<xhtml:link rel=\"alternate\" hreflang=\"\(code)\" href=\"\(address(path))\"/>"
        }.joined()
        let date = project.builtAt.isEmpty ? "" : "<lastmod>\(project.builtAt)</lastmod>"
        for (_, path) in versions { text += "<url><loc>\(address(path))</loc>\(date)\(alternates)</url>\n" }
    }
    return Array((text + "</urlset>\n").utf8)
}

/// `robots.txt`: anyone may read the public edition; the managers' is for no search engine.
/// - Parameter sitemap: where the sitemap lies; nil where there is none.
public func robots(isPublic: Bool, project: ProjectDescription, sitemap: String?) -> [UInt8] {
    guard isPublic else { return Array("User-agent: *\nDisallow: /\n".utf8) }
    let place = sitemap.map { "Sitemap: \(project.openData.address)\($0)\n" } ?? ""
    return Array(("User-agent: *\nAllow: /\n" + place).utf8)
}

private func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&apos;"
        default: result.append(character)
        }
    }
}
