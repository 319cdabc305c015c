import CCairo
public import Charts

/// The scene as a document of one page in its own size, with text as text. `createdAt` is an ISO date; nothing else in
/// the file depends on when it was made.
public func pdf(_ scene: Scene, createdAt iso: String) -> [UInt8] {
    pdf(pages: [scene], title: scene.title, subject: scene.summary, createdAt: iso)
}

/// Scenes as the pages of one document, each in its own size (A4 is 595 × 842 points), with text as text.
///
/// The document says its title, its language (that of the first page) and its pages' titles as an outline. Its
/// structure is tagged: the first of a page's largest texts is a heading, other texts are paragraphs, what is drawn
/// between them is a figure; reading order is the scene's order. Cairo 1.16 cannot give figures alternative texts, so a
/// page must say in words what its figures show. The same pages, title and date give the same bytes.
public func pdf(pages: [Scene], title: String, subject: String = "", createdAt iso: String) -> [UInt8] {
    precondition(!pages.isEmpty, "a document has at least one page")
    let canvas = CairoSurface.pdf(width: pages[0].width, height: pages[0].height)
    let date = iso.contains("T") ? iso : iso + "T00:00:00Z"
    cairo_pdf_surface_set_metadata(canvas.surface, CAIRO_PDF_METADATA_TITLE, title)
    if !subject.isEmpty { cairo_pdf_surface_set_metadata(canvas.surface, CAIRO_PDF_METADATA_SUBJECT, subject) }
    cairo_pdf_surface_set_metadata(canvas.surface, CAIRO_PDF_METADATA_CREATE_DATE, date)
    for (index, page) in pages.enumerated() {
        cairo_pdf_surface_set_size(canvas.surface, page.width, page.height)
        if pages.count > 1, !page.title.isEmpty {
            let place = "page=\(index + 1) pos=[0.0 0.0]"
            _ = cairo_pdf_surface_add_outline(canvas.surface, 0, page.title, place, CAIRO_PDF_OUTLINE_FLAG_OPEN)
        }
        canvas.drawTagged(page)
        cairo_show_page(canvas.context)
    }
    return withLanguage(pages[0].language, canvas.finished())
}

extension CairoSurface {
    /// The scene with a structure tag about each text and each group of other marks.
    fileprivate func drawTagged(_ scene: Scene) {
        drawn = DrawnPlaces()
        let largest = scene.texts.map(\.size).max() ?? 0
        var hasHeading = false
        var isInFigure = false
        for mark in scene.marks {
            guard case .text(let text) = mark else {
                if !isInFigure { cairo_tag_begin(context, "Figure", nil) }
                isInFigure = true
                draw(mark, .light)
                continue
            }
            if isInFigure { cairo_tag_end(context, "Figure") }
            isInFigure = false
            let tag = text.size == largest && !hasHeading ? "H1" : "P"
            if tag == "H1" { hasHeading = true }
            cairo_tag_begin(context, tag, nil)
            draw(text, .light)
            cairo_tag_end(context, tag)
        }
        if isInFigure { cairo_tag_end(context, "Figure") }
        cairo_new_path(context)
    }
}

/// The document with what Cairo 1.16 has no call for in its catalogue: its language, that its structure is tagged, and
/// that windows show its title.
///
/// Cairo writes the catalogue last, right before the table of places (ISO 32000-1, 7.5): what is added there moves that
/// table alone. A file that is built otherwise is left as it is.
private func withLanguage(_ language: String, _ file: [UInt8]) -> [UInt8] {
    guard !language.isEmpty, language.utf8.allSatisfy({ $0 == 0x2d || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a) }),
        let catalogue = lastPlace(of: "<< /Type /Catalog", in: file),
        let table = lastPlace(of: "\nxref\n", in: file), catalogue < table,
        let pointer = lastPlace(of: "\nstartxref\n", in: file), table < pointer
    else { return file }
    let start = catalogue + "<< /Type /Catalog".utf8.count
    let digits = pointer + "\nstartxref\n".utf8.count
    let rest = file[digits...].firstIndex { $0 < 0x30 || $0 > 0x39 } ?? file.endIndex
    guard let place = Int(String(decoding: file[digits..<rest], as: UTF8.self)), place == table + 1 else { return file }
    let said = " /Lang (\(language)) /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >>"
    let added = Array(said.utf8)
    return file[..<start] + added + file[start..<digits] + Array("\(place + added.count)".utf8) + file[rest...]
}

/// Where a text begins for the last time.
private func lastPlace(of text: String, in file: [UInt8]) -> Int? {
    let sought = Array(text.utf8)
    guard file.count >= sought.count else { return nil }
    return stride(from: file.count - sought.count, through: 0, by: -1).first { place in
        sought.indices.allSatisfy { file[place + $0] == sought[$0] }
    }
}
