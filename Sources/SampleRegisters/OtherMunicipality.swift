/// The other 97 municipalities with the codes Statistics Denmark uses.
struct OtherMunicipality {
    let code: String
    let name: String

    static let all: [OtherMunicipality] = list.split(whereSeparator: \.isNewline).flatMap { line in
        line.split(separator: ",").map { entry in
            let text = entry.drop { $0 == " " }
            return OtherMunicipality(code: String(text.prefix(3)), name: String(text.dropFirst(4)))
        }
    }

    private static let list = """
        101 København, 147 Frederiksberg, 155 Dragør, 185 Tårnby, 165 Albertslund, 151 Ballerup, 153 Brøndby
        157 Gentofte, 159 Gladsaxe, 161 Glostrup, 163 Herlev, 167 Hvidovre, 169 Høje-Taastrup, 183 Ishøj
        173 Lyngby-Taarbæk, 175 Rødovre, 187 Vallensbæk, 201 Allerød, 240 Egedal, 210 Fredensborg
        250 Frederikssund, 190 Furesø, 270 Gribskov, 260 Halsnæs, 217 Helsingør, 219 Hillerød, 223 Hørsholm
        230 Rudersdal, 400 Bornholm, 253 Greve, 259 Køge, 350 Lejre, 269 Solrød, 320 Faxe, 376 Guldborgsund
        316 Holbæk, 326 Kalundborg, 360 Lolland, 370 Næstved, 306 Odsherred, 329 Ringsted, 330 Slagelse
        340 Sorø, 336 Stevns, 390 Vordingborg, 420 Assens, 430 Faaborg-Midtfyn, 440 Kerteminde
        482 Langeland, 410 Middelfart, 480 Nordfyns, 450 Nyborg, 461 Odense, 479 Svendborg, 492 Ærø
        530 Billund, 561 Esbjerg, 563 Fanø, 607 Fredericia, 510 Haderslev, 621 Kolding, 540 Sønderborg
        550 Tønder, 573 Varde, 575 Vejen, 630 Vejle, 580 Aabenraa, 710 Favrskov, 766 Hedensted, 615 Horsens
        707 Norddjurs, 727 Odder, 730 Randers, 741 Samsø, 740 Silkeborg, 746 Skanderborg, 706 Syddjurs
        751 Aarhus, 657 Herning, 661 Holstebro, 756 Ikast-Brande, 665 Lemvig, 760 Ringkøbing-Skjern
        779 Skive, 671 Struer, 791 Viborg, 810 Brønderslev, 813 Frederikshavn, 860 Hjørring, 849 Jammerbugt
        825 Læsø, 846 Mariagerfjord, 773 Morsø, 840 Rebild, 787 Thisted, 820 Vesthimmerlands, 851 Aalborg
        """
}
