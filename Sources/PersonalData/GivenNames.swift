/// Given names that are common in Denmark and Norway, in small letters. Names that are everyday words as well (dag,
/// liv, even, mai, max) are left out.
///
/// Source: general knowledge of which names are common, as the name statistics of Danmarks Statistik ("Navne i hele
/// befolkningen") and Statistisk sentralbyrå ("Navn", table 10501) count them. The list was put together by hand and
/// not drawn from either table; what share of people it covers has not been measured. `NameTally.verdict` asks for
/// two in five at most, so that a list with gaps still serves.
let givenNames: Set<String> = Set(
    """
    aage adam adrian agnes agnete ahmed aksel albert alberte alexander alf alfred ali allan alma amalie amanda anders
    andrea andreas andré ane anette anita anja anker anna annbritt anne annelise annette annika anton arild arne
    arthur arvid asbjørn asger asta astrid atle august aurora axel bastian beate benedicte benedikte benjamin benny
    bent bente berit bernt birger birgit birgitta birgitte birte birthe bjarne bjørg bjørn bo bodil brian britt børge
    camilla carina carl carla caroline carsten casper cathrine cecilie charlotte christian christina christine
    christoffer claes clara claus connie daniel david dennis ditte dorte dorthe ebba ebbe edith egil egon einar eirik
    eivind elena eli elias elin eline elisabeth elise ella ellen elna else elsebeth emil emilie emma emmy erik erika
    erling ester esther eva fatima felix filip finn flemming franciska frank fred frederik frederikke freja freya
    frida frode geir georg gerd gerda gitte grete grethe gro gry gudrun gunhild gunn gunnar guro gustav halvor hanna
    hannah hanne hans harald harry hassan hedda hege heidi helen helena helene helge helle henning henriette henrik
    henry herman hilde hugo håkon håvard ib ibrahim ida inga inge ingeborg inger ingrid ingunn irene iris isabella
    isak ivan ivar jacob jakob jan jane janne jannie jeanette jeanne jenny jens jeppe jesper jette jimmy joachim
    joakim johan johanna johanne johannes john johnny jon jonas jonathan jorunn josefine josephine julia julie jytte
    jørgen jørn kai kaj kamilla karen kari karin karina karl karla karoline karsten kasper katarina kathrine katrine
    kenneth kenni kenny kent kim kirsten kirstine kjell kjersti kjetil klara klaus knud knut kristian kristin kristina
    kristine kristoffer kurt kåre lars lasse laura laurits lea leif lena lene leon leonora lilly linda line lis lisa
    lisbeth lise liselotte lone lotte louis louise lucas ludvig luna lykke mads magne magnus maja malene malin malthe
    maren margit margrethe mari maria marian marianne marie marit marius mark markus marte martha marthe martin
    martine mathias mathilde matilde mats merete merethe mette mia michael mikael mikkel mille mogens mohamed mohammad
    mohammed mona monica monika morten muhammad märta nadia nanna natasha nicklas nicolai niels niklas nikolai nikolaj
    nils nina noah nora oda odd oddvar olaf olav ole olga oliver olivia oscar oskar ove palle patrick paul paula
    pauline peder per pernille peter petter pia poul preben pål ragnar ragnhild randi rasmus rebecca rebekka renate
    rene rené rikke rita roar robert roger rolf ronny rosa rune ruth sander sandra sanne sara sarah sebastian selma
    signe sigrid sigurd silje simon siri siv sofia sofie solveig sonja sophia sophie steen stefan steffen stein stian
    stig stine stinne susan susanne svein svend sverre søren sørine tage tanja thea theo theodor therese thomas thor
    thorbjørn thorkild tilde tim tina tine tobias tom tommy tone tonje tor tora torben tore torhild torill torstein
    tove trine troels trond trude trygve turid tuva ulla ulrik unni ursula vagn valdemar vera verner vibeke victor
    victoria vigdis viggo viktor viktoria vilde vilhelm villads villy vivi vivian werner wilhelm william willy yasmin
    yngve yvonne åge åse åshild åsmund øystein øyvind
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
)

/// Words, or ends of words, that make a cell the name of a place or an institution although it may begin with a given
/// name: `Karen Blixens Vej`, `Anna Ancher Skolen`, `Jens Jensens Plads`. Surnames such as Hagen, Lund and Kirkegaard
/// must not end so.
let placeEndings: [String] = [
    "skole", "skolen", "skoler", "skolene", "skoles", "gymnas", "gymnasium", "barnehage", "barnehagen", "barnehager",
    "børnehave", "børnehaven", "børnehus", "børnehuset", "vuggestue", "vuggestuen", "plejehjem", "plejehjemmet",
    "plejecenter", "sykehjem", "sykehjemmet", "sygehus", "sykehus", "hospital", "bosted", "botilbud", "bibliotek",
    "biblioteket", "bibliotheket", "museum", "museet", "kirke", "kirken", "kirkje", "sogn", "kommune", "kommunen",
    "fylke", "fylkeskommune", "region", "regionen", "bydel", "vej", "vejen", "veien", "vegen", "gade", "gaden",
    "gate", "gata", "gaten", "stræde", "allé", "plads", "pladsen", "plass", "torv", "torvet", "torg", "park", "parken",
    "center", "centeret", "centret", "senter", "senteret", "klub", "klubben", "klubb", "forening", "foreningen",
    "forbund", "forbundet", "fond", "fonden", "parti", "partiet", "fritidshjem", "institution", "institutionen",
    "kollegium", "kollegiet", "stiftelse", "stiftelsen", "aps", "a/s", "hallen", "stadion", "festival", "dagen",
    "aften", "kvarter", "kvarteret", "afdeling", "avdeling", "area", "county", "district", "school", "street", "road",
    "council", "hus", "huset", "hjemmet", "tjeneste", "tjenesten",
]
