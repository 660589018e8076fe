"""Words that say nothing about what a question or a subsection is about, in each language.

Two kinds, in this order: words of grammar, and the words that turn a statement into a question ("saako", "voidaanko",
"do i have to"). The lists hold no word of the guideline's own subject, and no name of a service.
"""

from bot.domain.language import Language

_WORDS: dict[Language, str] = {
    Language.FI: """
        ja tai vai eli että jotta koska kun kuin kuten jos vaikka mutta vaan vain sekä myös niin siis joko sillä
        minä mä sinä sä hän me te he se ne tämä tää tuo toi nämä nää nuo noi minun mun sinun sun hänen meidän meiän
        teidän heidän sen niiden tämän tän tuon ton näiden noiden minulla mulla sinulla sulla hänellä meillä teillä
        heillä sillä niillä tällä tuolla minulle mulle sinulle sulle hänelle meille teille heille sille niille tälle
        sitä niitä tätä tuota siitä niistä tästä tuosta siihen niihin tähän tuohon siinä niissä tässä tuossa sinne
        tänne tuonne siellä täällä minua mua sinua sua häntä meitä teitä heitä
        joka jotka jonka joiden jota joita jossa joissa josta joista johon joihin jolla joilla jolle joille jolta
        joku jokin jotain jotakin jonkun jonkin joitain joissakin
        on oon ole olen olet olemme olette ovat oli olivat olisi ois olla oltava ollaan ollut ei en et emme ette eivät
        eikä älä älkää voi voin voit voimme voisi voida voidaan saa saan saat saamme saada pitää pitäisi pitäs täytyy
        täytyisi tulee tulisi kuuluu tarvitsee tarvii haluan haluaisin haluamme aion tehdä teen
        nyt sitten sit jo vielä enää aina usein joskus taas ehkä kai kyllä ihan oikein edes muka
        kanssa ilman ennen jälkeen mukaan kautta takia vuoksi varten kohdalla osalta
        hei moi moikka terve huomenta päivää kiitos kiitti kertokaa kerro tiedättekö tietääkö

        mikä mitkä mitä minkä mistä missä mihin mille millä miltä miksi minä millainen millaisia millaista minkälainen
        minkälaista minkälaisia mitkä mites mitäs mistäs mikäs missäs mihinkäs miten kuinka kuinkas miksei
        kuka ketkä kenen kenellä kellä kenelle kelle keneltä ketä kenet keihin keneen kuuluuko kukas
        koska milloin millon minne montako monta monesti paljonko kauanko kumpi kumpaa
        onko onks oliko ovatko olenko oletko olemmeko olisiko oisko onkohan eikö eiks enkö etkö emmekö eivätkö
        saako saaks saanko saatko saammeko saavatko saisiko saisinko saadaanko saakohan
        voiko voiks voinko voitko voimmeko voivatko voisiko voisinko voidaanko voitaisiinko voikohan
        pitääkö pitääks pitäisikö pitäskö täytyykö tuleeko tulisiko tarvitseeko tarviiko tarvitaanko tarvitaaks
        kuuluuko käykö haluanko tiedänkö sopiiko onnistuuko kannattaako riittääkö
    """,
    Language.SV: """
        och eller men att som om när då så också samt utan än för från till med av på i in ut upp ner hos vid under
        över mellan efter före innan genom mot åt
        jag du han hon vi ni de dem dom man mig dig oss er honom henne den det denna detta dessa min mitt mina din
        ditt dina vår vårt våra deras hans hennes sin sitt sina ens sig en ett här där dit hit
        är var vara varit har hade ha haft blir bli blev skall ska skulle kan kunde kunna får få fick måste bör vill
        behöver behövs gör göra gjort inte ej bara redan nu sedan alltid aldrig någon något några ingen inget inga
        alla allt själv egentligen väl nog ju tack hej hejsan god morgon

        vad vem vems vilken vilket vilka var vart varifrån varför hur när huruvida hurdan hurdana
        kan får ska skall måste bör är har finns blir gäller går
    """,
    Language.EN: """
        a an the and or but if than then so as at by for from in into of off on onto out over to up down with without
        about after before between during through under until while because
        i you he she it we they me him her us them my mine your yours his its our ours their theirs myself yourself
        this that these those here there one ones
        am is are was were be been being do does did done doing have has had having can could may might must shall
        should will would ought need needs get gets got want wants let s t m re ve ll d don doesn didn isn aren wasn
        won wouldn shouldn couldn can't not no nor only also just already now ever never always any some anyone
        someone anybody somebody anything something all both each too very please thanks thank hello hi hey
        good morning

        what which who whom whose where when why how whether much many
        can could may must should shall is are do does did has have will would am allowed supposed
    """,
}
STOP_WORDS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
"""The words to leave out of a text in each language, as they are written (not folded)."""
