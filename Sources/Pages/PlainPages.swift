import Assessment
package import Vocabulary

/// Pages of plain parts in the frame that all pages share: links, a paragraph and a table. What they cost is what frame,
/// markup and tables cost any page; `PageBenchmark` measures it.
package struct PlainPages {
    private let composer: Composer<Public>

    /// In the first of the project's languages.
    package init(_ project: ProjectDescription) {
        let model = SiteModel<Public>(project: project, indicators: [], units: [], stylesheet: "", notes: [])
        composer = Composer(model, project.languages.first ?? .danish)
    }

    /// A page that leads to those of some ids by name.
    package func list(_ here: SitePage, title: String, ids: [(id: String, title: String)]) -> Page {
        page(here, title: title, links: ids.map { ($0.title, composer.href(.indicator($0.id), from: here)) }, "")
    }

    /// Where the page of an id lies, from the page of another.
    package func address(of id: String, from other: String) -> String {
        composer.href(.indicator(id), from: .indicator(other))
    }

    /// A page of its own for an id.
    /// - Parameters:
    ///   - links: addresses as the page names them.
    ///   - numbers: how many of the last columns hold numbers.
    package func page(
        _ id: String, title: String, links: [(text: String, address: String)], text: String, columns: [String],
        numbers: Int, rows: [[String]]
    ) -> Page {
        let first = columns.count - numbers
        let table = TableModel(
            caption: title,
            columns: columns.enumerated().map { .init(title: $1, isNumber: $0 >= first) },
            rows: rows.map { cells in
                TableModel.Row(cells: cells.enumerated().map { $0 >= first ? .number($1) : .text($1) })
            })
        return page(.indicator(id), title: title, links: links, paragraph(text) + table.html)
    }

    private func page(
        _ here: SitePage, title: String, links: [(text: String, address: String)], _ content: String
    ) -> Page {
        var list = "<ul class=\"points\">\n"
        for (text, address) in links { list += "<li>" + link(text, to: address, attributes: "class=\"plain\"") + "</li>\n" }
        list += "</ul>\n<h1>" + escaped(title) + "</h1>\n"
        return composer.page(here, title: title, description: title, carriesNotice: false, content: list + content)
    }
}
