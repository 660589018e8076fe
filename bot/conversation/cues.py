"""By what words the intents are told, as data.

``SIGNALS`` holds what people say: each signal has words and phrases in three languages, ``*`` stands for any ending, ``~`` for
up to three words in between. They are compared without accents, so that ``päivitin`` also finds ``paivitin``. ``GROUPS`` joins
signals, and ``RULES`` says which of them together mean which intent: of the rules that hold, the one that weighs most decides.
Besides the signals of this file, rules know what `interpret` finds otherwise (`FACTS`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation.commands import Intent

FACTS = frozenset(
    {
        "platform", "unit", "scope", "name", "noun", "url", "handle", "person", "leading_person", "date", "days", "question",
        "bare", "chat", "brief",
    }  # fmt: skip
)
"""What is found without words of this file: what the vocabulary names (``noun``: any channel), addresses, people, dates, a
question mark; ``bare``: nothing but names of channels; ``chat``: nothing but small talk; ``brief``: at most four words."""

SIGNALS: Mapping[str, tuple[str, str, str]] = {
    # who, and what one can be to a channel ------------------------------------------------------------------------------
    "who": (
        "kuka*, ketka*, kenen*, kenel*, kella, kelle, kelta, keta, keneen, kehen, keihin, ketk*, kenest*, mika taho",
        "vem, vems, vilka personer, vilken person",
        "who, whos, whose, whom, which person, which colleague",
    ),
    "own": (
        "omist*, vastaa, vastaava*, vastaavat, vastuu*, hoita*, hoida*, hoitelee, pyoritt*, pyorit*, yllapi*, hallinnoi*, hallitsee,"
        "kuka pitaa, ketka pitavat, paivitta*, paivittele*, julkaisee, julkaisevat, postaa, postaavat, postaile*, takana, huolehti*,"
        "admin*, tekee, tekevat, kirjoittaa, moderoi*, somettaa, kayttaa, vetaa, puikoissa, tunnetaan",
        "ager, agare*, ags, skoter, skots, skota, ansvar*, haller i, driver, drivs, forvaltar, forvaltas, uppdaterar, uppdateras,"
        "underhaller, administrer*, hand om, bakom, publicerar, postar, lagger upp, lagger ut, star for, modererar, admin, gor",
        "own, owns, owned, owner*, owning, run, runs, running, manag*, maintain*, handles, handling, responsib*, charge, behind,"
        "admin*, look* after, take* care, updates, updating, update, posts, posting, publish*, operat*, keeps, moderat*, does,"
        "in control, controls, looking after, makes, edits, writes",
    ),
    "keeper": (
        "omistaja*, yllapitaj*, vastuuhenk*, vastaava*, hoitaja*, yhteyshenk*, yhteystie*, admin*, paakayttaj*, paivittaj*, tekija*,"
        "kontakti*, sisallontuottaja*, vastuutaho*",
        "agare*, ansvarig*, kontaktperson*, kontaktuppgift*, administrator*, uppdaterare, redaktor*, ansvarsperson*, kontakt",
        "owner*, maintainer*, manager*, contact*, admin, admins, administrator*, editor*, person responsible, responsible person,"
        "person in charge, people behind, custodian",
    ),
    "credentials": (
        "tunnu*, salasan*, kirjautumi*, kayttooikeu*, kayttajatunnu*, paasy*, oikeudet",
        "inlogg*, losenord*, behorighet*, anvandarnamn*, tilltrade, rattigheter till",
        "password*, credential*, login*, log in, access, passcode",
    ),
    "contact": (
        "keneen ~ yhteyt*, kehen ~ yhteyt*, kenelta ~ kys*, kenelta ~ kysy*, kenelle ~ viesti*, kelle ~ viesti*, kenelle ~ ilmoit*,"
        "kelle ~ ilmoit*, ota* yhteyt*, kenelta kys*, keneen otan, kehen otan, kenelle soit*, kelle soit*, kenelle laitan, kelle laitan",
        "vem ~ kontakta, vem ~ fraga, vem ~ tala med, vem ~ prata med, vem ~ ringa, vem ~ vanda, vem ~ mejla",
        "who ~ contact, who ~ ask, who ~ talk to, who ~ call, who ~ email, who ~ reach, who ~ speak to, who ~ message, whom ~ contact,"
        "whom ~ ask, get in touch, who knows, contact for",
    ),
    "past_decision": ("kuka paatti, ketka paattivat, kuka perusti, kuka avasi", "vem beslutade, vem bestamde, vem startade, vem oppnade",
                      "who decided, who opened, who started, who created, who set up"),
    # the rules of the guideline --------------------------------------------------------------------------------------------
    "may": (
        "saako*, saanko*, saammeko*, saatko, saavatko, saadaanko, saaks, saisiko, saisinko, kuka saa, ketka saavat, kenella saa,"
        "voiko*, voinko, voimmeko, voivatko, voidaanko, voiks, kuka voi, ketka voivat, pitaako*, pitaaks, pitaisiko, pitaiskö,"
        "taytyyko, tarvitseeko, tarvitsenko, tarviiko, tarvitaanko, onko pakko, onko pakollis*, onko lupa, onko sallit*, onko kiellet*,"
        "onko oikein, onko ok, kuuluuko, kannattaako, kayko, sopiiko, tuleeko, kenen pitaa, kenen taytyy, kenen tulee, kenen kuuluu,"
        "mita saa, mita saan, mita voi, mita pitaa, mita taytyy, mita tulee, mita ei saa, mita kuuluu, oltava, mita kannattaa",
        "far jag, far vi, far man, far en, far ett, far alla, far vem, vem far, vem kan, vem maste, vem bor, vem ska, kan jag, kan vi,"
        "kan man, kan en, maste, bor, ska jag, ska vi, ska man, ska en, ar det tillatet, ar det ok, ar det forbjudet, behover man,"
        "behover jag, behover vi, behovs, vad far, vad ska, vad kan jag, vad maste, vad bor, ar det okej, maste vi, ska sidan, ska kontot",
        "may, must, can i, can we, can anyone, can someone, can anybody, can staff, can employees, can an, can a, can the, can you be,"
        "who can, who must, who should, who has to, who needs to, should, have to, has to, am i allowed, are we allowed, is it allowed,"
        "allowed, permitted, forbidden, is it ok, is it okay, do i need, do we need, does it need, do you need, are employees, supposed to,"
        "is it possible, mandatory, need to, needs to, ok to, okay to, could i use, can my, can our",
    ),
    "decide": (
        "paatta*, paatok*, paatos*, hyvaksy*, valtuut*, lupa, luvan, lupaa, lupia, myonta*, kielletty*, sallit*, toimivalta*",
        "beslut*, bestam*, godkann*, tillstand*, tillat*, bevilja*, befogenhet*, lov, forbjud*",
        "decid*, decision*, approv*, authori*, permission*, grant*, permit*, sign off, consent",
    ),
    "rule": (
        "saant*, ohje, ohjeet, ohjeen, ohjei*, ohjeist*, ohjeessa, vaatimu*, edellyt*, vaadit*, kaytanno*, periaat*, velvollisuu*, laki,"
        "lain*, laiss*, laissa",
        "regel*, regler*, riktlinj*, anvisning*, policy*, kravs, krav, princip*, lagen, lag, instruktion*, galler for, vad galler",
        "rule*, guideline*, guidance, policy, policies, requirement*, required, require*, instruction*, principle*, the law, legal*",
    ),
    "how": (
        "miten, kuinka, miks, miksi, miksei, milloin, mites, missa tilanteissa, usein, kauanko, kuinka kauan, millainen, millaisia,"
        "millaista, minkalai*, mita tarvitaan, mita vaaditaan, mita edellyttaa, mita tarkoitta*, mita teen, mita tehda, mita tehdaan,"
        "mita tapahtu*, mita jos, entapa jos",
        "hur, varfor, nar, vad hander, vad betyder, vad kravs, vad behovs, vad gor, hurdan*, hur lange",
        "how, why, when, what happens, what does, what do i, what do we, what if, what is needed, what should",
    ),
    "define": ("mika on, mika ihme, mita on, mita tarkoitta*", "vad ar, vad betyder", "what is, what s, what does, what are the"),
    "must": ("pitaa, taytyy, tulee, pitaisi, kuuluu, kannattaa", "maste, ska, bor, skall", "must, should, have to, need to, has to"),
    "topic": (
        "sisal*, kommen*, kysymyks*, palaut*, mainos*, mainon*, kuvi*, kuva*, tietosuoj*, tekijanoik*, asiakaspalvel*, loma, loman, lomien,"
        "viesteihin, viesteista, viestit, tietoturva*, kriisi*, raha*, kustannu*, maksaa, julkais*, tyoaika*, tyoajalla, vaakun*, logo*",
        "innehall*, kommentar*, fragor, respons*, annons*, bilder*, bilden, dataskydd, upphovsratt*, meddeland*, semest*, betalar,"
        "arbetstid*, vapen*, logo*, kris*",
        "content*, comment*, question*, feedback, advert*, ads, photo*, picture*, image*, privacy, copyright*, messages, message, pays, cost*,"
        "holidays, working time, working hours, logo*, coat of arms, crisis, complaint*, hate speech, offensive",
    ),
    "suit": ("sopi*, sopivi*, paras, parhai*, parhaiten, suosit*, tavoit*, kannattaisi", "bast*, passar, rekommender*, lamplig*, na ut, na unga",
             "best, suit*, recommend*, reach, better, appropriate, worth"),
    "incident": ("hakkero*, kaapat*, varast*, kalastel*, murtautu*, vuoti, vuotan*", "hacka*, kapa*, stulen, stulna, intrang", "hack*, stolen, hijack*, breach*, leak*"),
    "book": ("lista*, luettelo*, rekisteri*, kirjaa", "lista*, listan, forteckning*, register, registret", "list, register, registry, records, inventory"),
    # lists ---------------------------------------------------------------------------------------------------------------------
    "which": ("mita, mitka, missa, milla, mitkas, mista, montako, monta, kuinka monta, minka nimis*", "vilka, hur manga, vilket, pa vilka", "which, what, how many"),
    "show": ("lista*, listaa, nayta, naytatko, luettel*, anna lista, listaus, saanko lista*, saisinko lista*, haluan nahda", "visa, lista, listan, rakna upp, ge mig", "list, show, display, give me, see, overview"),
    "all": ("kaikki, kaikkia, kaikista, koko", "alla, samtliga", "all, every, complete"),
    "plural": (
        "kanavat, kanavi*, kanavist*, tilit, tileja, tileista, sometilit, somekanava*, somet, profiilit, ryhmat, somekanavat",
        "kanaler*, konton, kontona, profiler*, sociala medier",
        "channels, accounts, profiles, socials",
    ),
    "have": ("onko, onks, loytyyko, loytyyks, ollaanko, kaytossa, mukana", "har, finns", "have, has, do we, does, is the, are we, there"),
    "our": ("meilla, meidan, meija*, kunnalla, kaupungilla, tyopaika*", "vi, vart, vara, oss, vi har", "we, our, ours, us"),
    "can_see": ("saanko ~ lista*, saisinko ~ lista*, voinko saada, voinko nahda, voisinko saada", "kan jag fa, far jag se, kan jag se", "can i get, can i have, can i see, may i have, may i see, can we see, can we get"),
    # is this ours ------------------------------------------------------------------------------------------------------------------
    "ours": (
        "meidan, meijan, kunnan, kaupungin, virallinen, aito, oikea, luottaa, luotettav*, tarkista, tarkistatko, varmista, oikeasti, tunnistatko",
        "vart, var, vara, kommunens, officiell*, akta, lita pa, kontrollera, kolla, verifiera, riktig*",
        "ours, our, official, genuine, real, legit, legitimate, trust*, verify, check, authentic, belong*, recognise, recognize",
    ),
    "this": ("tama, taa, onko tama, tahan, tata, tallainen, tuo, toi", "detta, det har, den har, denna", "this, that, it"),
    "fake": ("huija*, vale*, feik*, vaaren*, epailytt*, kalastelu*, esiintyy", "bluff*, falsk*, bedrageri*, fejk*, lurendrej*", "scam*, fake*, fraud*, phish*, impersonat*, suspicious, spoof*"),
    # a new channel ------------------------------------------------------------------------------------------------------------------
    "want": (
        "halua*, tahto*, toivo*, tarvits*, olisi kiva, aio*, aiko*, suunnit*, tarkoitus, harkit*, voisimmeko, voisiko, voitaisiinko,"
        "saisimmeko, saisiko, saataisiinko, mietitt*, mietimme, pitaisi saada, olemme, ollaan, olen, aletaan, ruvetaan, nyt",
        "vill, skulle, onskar, onskan, planer*, tanker, tankte, behover, hoppas, ska, kunde vi, funderar",
        "want*, would like, d like, wish*, plan*, intend*, thinking, could we, going to, need, needs, let s, lets, we are, we re, hope, how about, would love, ready to",
    ),
    "open": (
        "perust*, avaa*, avata*, avais*, luo, luoda*, luomme, luotaisiin, luominen, ottaa kayttoon, ottaisimme kayttoon, aloit*, kaynnist*,"
        "tehda*, tehdaan, tehtaisiin, pystytta*, kayttoonot*, lanseera*",
        "oppna*, starta, startar, skapa, skapar, grunda, grundar, ta i bruk, tar i bruk, borja, lansera*, satta upp, gora",
        "open, opening, start, starting, create, creating, launch*, establish*, set up, setting up, begin, take into use, introduce, make, join",
    ),
    "new": ("uusi, uuden, uutta, uusia, oma, oman, omaa, omat", "ny, nytt, nya, egen, eget, egna", "new, own, another"),
    "propose": ("ehdot*, esity*, esitan, esitamme, esittaisi*, anomus, anomme, hakemus", "foresl*, forslag*, anhall*, ansok*", "propos*, suggest*, request*, application, apply"),
    "opened": (
        "avattu, avasi*, avannut, perustettu, perusti*, perustanut, luotu, loin, loimme, avattiin, perustettiin",
        "oppnat, oppnade, startat, startade, skapat, skapade, grundat",
        "opened, created, launched, started, set up",
    ),
    # keeping the register ----------------------------------------------------------------------------------------------------------
    "add": ("lisaa, lisata, lisataan, lisaisitko, lisaatko, lisays, rekisteroi*, merkitse, merkataan, kirjaa, vie, laita, laittakaa, ilmoit*", "lagg till, lagga till, lagger till, registrer*, for in, anteckna, satt upp", "add, adding, register, registering, enter, put, record, include, sign up"),
    "register": ("rekisteroi*", "registrer*", "register, registering"),
    "change": ("muokk*, muuta, muuttaa, muutta*, muuttu*, vaihda*, vaihta*, vaihtu*, korjaa, korjata, korjat*, oikaise, paivita tiedot, paivita osoite, paivita vastuu*, muutettava", "andra, andrar, andras, andrats, andring, byt, byta, byter, bytt, ratta, redigera, korrigera, uppdatera uppgift*", "change*, changing, edit, editing, modify, correct, fix, amend, replace, rename, update the contact, update the details, update the url"),
    "detail": ("osoite*, osoitt*, url*, linkki*, nimi, nimen, nimea, tiedot, tietoja, tietoihin, kuvaus*, tarkoitus, yllapitaj*, vastuuhenk*, paivitysvali*, tunnus", "adress*, lank*, namn*, uppgift*, beskriv*, ansvarig*, syfte*, url*", "url*, address*, link*, name*, detail*, description*, contact*, owner*, maintainer*, responsible*, purpose, information, handle, interval"),
    "close": ("lopet*, sulje*, sulke*, suljet*, poista kayt*, poistetaan, poistettu kayt*, poistaa kayt*, poista, lakkaut*, ei ole enaa kayt*, ei enaa kayt*, jaa pois, arkistoi*, ajetaan alas", "avveckl*, stang*, lagg ner, lagga ner, lagger ner, laggs ner, lagg ned, lagga ned, ta bort, tas bort, avslut*, anvands inte langre, ur bruk, arkivera*", "retir*, clos*, shut down, shutting down, discontinu*, delet*, remov*, decommission*, no longer use*, no longer in use, not in use, out of use, wind down, archiv*, end of life"),
    "pause": ("tauo*, tauko*, kesatau*, talvitau*, joulutau*, jaahyll*, keskeyt*, hiljaiseloa, telakalle", "paus, pausa*, pausen, sommarpaus, uppehall*, vilande, vila", "paus*, on hold, on a break, on break, summer break, suspend*, hibernat*, freeze"),
    "audit": ("audit*, auditoi*, tarkastus*, tarkasta*, tarkista ~ kanavat, kay lapi, lapikay*, tarkistus", "granska*, granskning*, revision*, genomgang*, ga igenom, inspektera", "audit*, review all, go through, inspect*, health check, check all, check the register, inspection"),
    "idle": ("paivittamat*, kuollut, kuolleet, hiljais*, hiljaa, ilman yllapi*, ilman vastuu*, ei ole yllapi*, ei ole paivit*, ei paivit*, vailla, orvot, orpo*, ei vastuu*, vanhentu*", "inaktiv*, utan ansvarig*, utan agare, utan uppdatering*, ouppdater*, doda, overgivna, inte uppdater*, saknar", "idle, inactive, orphan*, without an owner, without a maintainer, without maintainer*, without owner*, no maintainer*, no owner*, not been updated, not updated, unmaintained, dead, stale, abandoned, silent, missing"),
    "history": ("histori*, muutoshist*, muutosloki*, loki, lokitiedot, lokia, mita ~ muutettu, mita ~ muuttunut, viimeisimmat muutokset, muutokset", "histori*, andringshist*, andringslogg*, andringar*, vad har andrats, logg", "history, changelog, change log, log, what has changed, what changed, recent changes, changes"),
    "who_changed": ("kuka ~ muutti, kuka ~ muuttanut, kuka ~ vaihtoi, kuka ~ muokka*, kuka ~ lisasi, kuka ~ poisti", "vem ~ andrade, vem ~ andrat, vem ~ bytte, vem ~ tog bort, vem ~ lade till", "who ~ changed, who ~ edited, who ~ modified, who ~ removed, who ~ deleted, who ~ added"),
    "undo": ("peru, peruuta, perua, perutaan, peruttava, peruisitko, kumoa, kumota, kumotaan, palauta ~ edellinen, palauta ~ entinen, palauta ~ ennalleen", "angra, angrar, aterstall*, upphav", "undo, revert, roll back, rollback, cancel the last, cancel that, take it back, restore the previous"),
    "report": ("raportti*, raportin, raportit, raporttia, yhteenve*, tilasto*, tilannekats*, tilannekuva*", "rapport, rapporten, rapporter, sammanfattning*, sammanstallning*, statistik*, lagesbild*, oversikt*", "report, reports, summary, statistics, stats, figures, status report, numbers"),
    # a maintainer's work -----------------------------------------------------------------------------------------------------------
    "updated": (
        "paivitin, paivitimme, paivitetty, paivitettiin, paivittanyt, paivittany, paivittaneet, paivitettya, postasin, postasimme, postattu,"
        "postannut, postattiin, julkaisin, julkaisimme, julkaistu, julkaistiin, julkaissut, laitoin, laitettu, laitettiin, laittanut, lataisin,"
        "latasin, ladattu, tehty, hoidettu, hoidin, hoidettiin, twiittasin, kuitattu, kunnossa, tein",
        "uppdaterade, uppdaterat, uppdaterad, uppdaterats, postade, postat, publicerade, publicerat, la upp, la ut, lade upp, lade ut, lagt upp,"
        "lagt ut, klart, klar, gjort, fixat, fixade, avklarat",
        "updated, posted, published, uploaded, done, put up, finished, tweeted, shared a, made a post, added a post, wrote a post, taken care of",
    ),
    "not": ("en ole, en oo, ei ole, emme ole, ei oo, ei olla, en ehdi, en ehtinyt, ei olekaan", "inte, ej", "not, haven t, hasn t, isn t, didn t, wasn t, never, no one, nobody"),
    "remind": ("muistut*, palaa asiaan, palataan asiaan, myohemmin, torkku, torkuta, torkuttaa, ei nyt, lykka*, siirra muistut*, kysy uudestaan, kysy uudelleen, odota", "paminn*, pamin, senare, inte nu, snooza, fraga igen, skjut upp, aterkom, vanta", "remind*, snooze, later, not now, ask me again, ask again, postpone, nudge, come back, poke me"),
    "absent": (
        "loma, lomalla, lomalle, lomaa, lomailen, lomani, lomalta, loman, kesaloma*, talviloma*, vuosiloma*, joululoma*, hiihtoloma*, poissa,"
        "poissaolo*, vapaalla, vapaata, vapaa*, virkavapaa*, vanhempainvapa*, hoitovapaa*, opintovapaa*, aitiysloma*, sairaslom*, sairauslom*,"
        "saikulla, saikku, sairaana, matkoilla, tyomatk*, lomautet*, en ole toissa, en ole paikalla, ole paikalla, palaan toihin",
        "semester*, ledig*, franvaro*, franvarande, borta, tjanstledig*, foraldraledig*, sjukskriv*, sjukledig*, sjuk, tjansteresa, resa, ledigt",
        "away, vacation, holiday, on leave, leave, out of office, off work, absent, absence, sick, maternity, paternity, parental, ooo, not at work, off, travelling, traveling",
    ),
    "cover": ("sijai*, tuura*, varalla, paikkaa*", "vikari*, ersatt*, stalle, tacker upp", "cover*, substitut*, stand in, stands in, fills in, filling in, fill in, deputy, deputi*, instead of me, backup"),
    "self": ("olen, oon, olemme, jaan, lahden, lahdemme, olin, mulla, minulla, mun, minun, meen, menen, otan, pidan, tulen, ma, mina, palaan, lomani", "jag, vi, min, mig, mitt", "i, i m, i ll, we, my, me, am"),
    "give": (
        "luovut*, siirran, siirretaan, siirtaa, siirramme, siirra, siirtyy, annan, annetaan, ottaa vastuun, ottaa ~ hoitaakseen, jatkossa, ottaa haltuun,"
        "uusi yllapitaja, uusi vastuuhenkilo, uudeksi yllapitajaksi, uudeksi vastuuhenkiloksi, seuraaja*, jatkaa",
        "lamna over, lamnar over, lamna ~ over, lamnar ~ over, overlat*, overlamn*, tar over, ta over, ge over, ger over, fortsattningen, framover, efterträdare",
        "hand over, handing over, hand* ~ over, handover, pass on, passing ~ to, pass ~ to, transfer*, take over, takes over, taking over, give ~ to, giving ~ to, new maintainer, successor, from now on",
    ),
    # about the person, or to the bot ---------------------------------------------------------------------------------------------------
    "mine": (
        "omat kanava*, omat tili*, omia kanavia, omien kanavien, minun kanava*, mun kanava*, kanavani, kanavistani, mulla on hoidettava*, minulla on hoidettava*,"
        "mina vastaan, ma vastaan, mina hoidan, olen vastuussa, oon vastuussa, vastuullani, minun vastuull*, mun vastuull*, minulla ~ tekematta, mulla ~ tekematta, odottaa minua, tehtavani,"
        "hoidan, vastaan",
        "mina kanaler, mina konton, skoter jag, ansvarar jag, har jag ansvar, mitt ansvar, vantar pa mig, ar jag ansvarig, har jag hand om, mina uppgifter, mina arenden",
        "my channel*, my account*, my pages, am i responsible, i am responsible, am i maintaining, do i maintain, do i manage, i manage, do i own, do i run, i maintain, waiting for me, my tasks, my to do, on my plate, am i in charge, do i look after, assigned to me",
    ),
    "about_me": (
        "tiedat minusta, tiedat musta, tietoa minusta, tietoja minusta, tietoja musta, minusta ~ tallenn*, minusta ~ tieto*, omat tieto*, henkilotietoni, tietoni, minua koskevat, musta ~ tallenn*",
        "vet du om mig, vet ni om mig, uppgifter om mig, information om mig, data om mig, mina personuppgifter, lagrar om mig, lagrat om mig, sparat om mig, mina data",
        "know about me, data ~ me, information ~ about me, hold on me, stored about me, store about me, my data, my personal data, my information, save about me, about me",
    ),
    "help": (
        "mita osaat, mita sina osaat, mita sa osaat, mita voit tehda, miten tata kaytetaan, miten tama toimii, miten taa toimii, miten toimit, miten sina toimit, mita voin kysya, mita sinulta voi, milta voi kysya,"
        "mihin sinua, mihin pystyt, miten sinua kayt*, miten kaytan sinua, mita komentoja, mika sina olet, miten botti toimii, mita botti osaa, auta minua, tarvitsen apua, autatko, voitko auttaa, apua, komennot",
        "vad kan du, hur fungerar du, hur fungerar det har, hur fungerar detta, hur anvander jag, hur anvands du, vad kan jag fraga, hjalp mig, kan du hjalpa, vad gor du, hur funkar, hjalp, vilka kommandon",
        "what can you do, what can you help, how does this work, how does this bot, how do you work, how do i use you, how do i use this, what can i ask, what do you do, what are you for, which commands, what commands, can you help, help me, need help, help, what are you",
    ),
    "chat": (
        "hei, heippa, heissan, moi, moikka, moro, terve, tervehdys, morjens, huomenta, hyvaa, paivaa, iltaa, huomen, yota, viikonloppua, kiitos, kiitoksia, kiitti, kiits, kiitoksena, avusta, paljon, jees, joo, juu, kylla, ei, okei, ok,"
        "hienoa, mahtavaa, loistava*, mainio*, kiva, bra, sori, anteeksi, oletko ihminen, oletko sa ihminen, oletko sina ihminen, oletko robot*, oletko bot*, oletko sa bot*, oletko teko*, kuka olet, kuka sina olet, kuka sa oot, mika on nimesi, mita kuuluu, miten menee, kuis menee, mites menee,"
        "kerro vitsi, kuinka voit, nakemiin, bot, botti, somebot, oletko tosissasi, heh, haha*, mika sun nimi on, vaan, sulle, sinulle, oikein, rakastan sinua, oot paras, olet paras, oletko siella",
        "hej, hejsan, hejda, halla, tjena, god morgon, god kvall, god dag, godmorgon, morgon, tack, tackar, tusen tack, sa mycket, ja, nej, okej, jattebra, toppen, trevlig helg, ha det bra, ar du manniska, ar du en manniska, ar du en robot, ar du en bot, vem ar du, hur mar du, hur ar laget, laget, vad heter du, beratta ett skamt, hur star det till, for hjalpen, fint, snyggt, valkommen, vi ses, ursakta, kul",
        "hello, hi, hiya, hey, yo, good morning, good afternoon, good evening, good night, morning, evening, bye, goodbye, see you, thanks, thank you, thx, ty, cheers, a lot, so much, very much, for the help, for your help, yes, no, yeah, yep, nope, okay, great, nice, cool, super, awesome, perfect, wow, lol, sorry,"
        "are you human, are you a human, are you a robot, are you a bot, are you real, are you there, are you an ai, who are you, how are you, what s up, whats up, what is your name, what s your name, how s it going, tell me a joke, have a nice *, have a good *, good job, well done, you too, there, good bot, love you, i love you, please",
    ),
    # words that may stand beside the names of channels and add nothing
    "filler": ("on, ja, tai, se, ne, niin, siis, eli, no, meidan, meijan, uusi, virallinen", "och, pa, for, det, den, i, var, vart, vara, officiell*", "the, a, s, of, on, and, for, in, at, our, please, official"),
}

GROUPS: Mapping[str, str] = {
    "channel": "platform unit scope name",
    "any_channel": "platform unit scope name noun",
    "address": "url handle",
    "asks": "may decide rule how define suit",
    "time": "date days",
}
"""Names for "one of these", usable wherever a signal is."""


@dataclass(frozen=True, slots=True)
class Rule:
    """``intent`` is meant where all of ``needs`` hold (``a|b``: either) and none of ``without`` does."""

    weight: int
    intent: Intent
    needs: str
    without: str = ""


_OWNER, _ASK = Intent.OWNER, Intent.ASK
RULES: tuple[Rule, ...] = (
    Rule(99, Intent.SMALLTALK, "chat_only"),
    Rule(92, Intent.ME, "about_me", "any_channel"),
    Rule(90, Intent.HELP, "help", "channel incident topic address"),
    # Accounts: are they ours, who is behind them, put them on the list.
    Rule(88, Intent.VERIFY, "address fake", "who"),
    Rule(87, Intent.VERIFY, "address ours this", "who may add change absent give updated"),
    Rule(86, _OWNER, "address who own|contact|credentials"),
    Rule(86, Intent.REGISTER, "address add", "who how may"),
    Rule(86, Intent.EDIT, "address change", "who how may"),
    Rule(60, Intent.VERIFY, "address", "may how decide absent give remind updated want change"),
    Rule(60, Intent.VERIFY, "ours this noun|platform question|brief", "asks who which must address"),
    Rule(61, Intent.VERIFY, "fake this|noun|platform", "asks who which must incident"),
    # A certain channel's people, however it is asked.
    Rule(85, _OWNER, "who specific credentials|contact", "decide|may_have"),
    Rule(85, Intent.HISTORY, "who_changed any_channel"),
    Rule(85, _OWNER, "past_decision specific"),
    Rule(84, Intent.CHANNELS, "can_see plural|book", "who"),
    Rule(84, _ASK, "may", "can_see contact"),
    Rule(83, _ASK, "decide", "change remind address"),
    Rule(82, _ASK, "who book", "specific"),
    Rule(82, _ASK, "incident", "who specific"),
    # What changes the register.
    Rule(81, Intent.EDIT, "change channel|noun|detail|person", "asks who opened how"),
    Rule(81, Intent.EDIT, "add keeper any_channel|person", "asks who book"),
    Rule(80, Intent.REGISTER, "add any_channel|address", "asks who topic keeper updated specific_only"),
    Rule(80, Intent.REGISTER, "add book", "asks who topic"),
    Rule(80, Intent.REGISTER, "register any_channel|address", "asks who"),
    Rule(79, Intent.UNDO, "undo", "asks who absent topic"),
    Rule(78, Intent.HANDOVER, "give any_channel|person", "asks who absent"),
    Rule(78, Intent.HANDOVER, "leading_person own any_channel", "asks absent"),
    Rule(78, Intent.HANDOVER, "person own any_channel", "asks absent who question cover"),
    Rule(77, Intent.AWAY, "absent time|cover|person|self", "asks who pause_only"),
    Rule(77, Intent.AWAY, "cover person|time", "asks who"),
    Rule(76, Intent.PAUSE, "pause any_channel", "asks who"),
    Rule(75, Intent.RETIRE, "close any_channel", "asks who topic remind credentials"),
    Rule(74, Intent.PROPOSE, "propose new|any_channel", "may decide who how close"),
    Rule(74, Intent.PROPOSE, "want open any_channel|new", "may decide who define opened"),
    Rule(74, Intent.PROPOSE, "want new any_channel", "may decide who define how topic credentials opened updated which"),
    Rule(58, Intent.PROPOSE, "want platform unit", "asks who topic credentials must self_post updated which have"),
    Rule(73, Intent.SNOOZE, "remind", "asks who how"),
    Rule(72, Intent.REGISTER, "opened any_channel", "asks who which"),
    # Lists, and the state of things.
    Rule(72, Intent.AUDIT, "idle which|show|all plural|noun", "may how who"),
    Rule(72, Intent.AUDIT, "audit", "asks who address"),
    Rule(71, Intent.MINE, "mine which|show|plural|brief", "decide rule how define topic open give close updated absent who"),
    Rule(71, Intent.REPORT, "report", "asks who topic"),
    Rule(71, Intent.HISTORY, "history", "asks who topic"),
    Rule(70, _OWNER, "when_updated specific"),
    Rule(70, _OWNER, "who own|credentials|contact channel", "asks topic"),
    Rule(69, _OWNER, "who own|credentials|contact specific", "may decide rule"),
    Rule(68, _ASK, "rule"),
    Rule(67, Intent.CHANNELS, "which plural|noun", "asks who topic must updated"),
    Rule(67, Intent.CHANNELS, "which platform our|unit|all", "asks who topic must updated"),
    Rule(67, Intent.CHANNELS, "which have platform", "asks who topic must updated"),
    Rule(67, Intent.CHANNELS, "show|all plural|noun|platform|unit", "asks who topic must updated"),
    Rule(66, _OWNER, "keeper|credentials channel", "asks must topic incident change"),
    Rule(65, Intent.CHANNELS, "have platform our|unit|scope", "asks who topic own updated credentials rule"),
    Rule(64, Intent.UPDATED, "updated any_channel|time|self|brief", "asks who which question not have"),
    Rule(57, Intent.CHANNELS, "plural unit|scope|platform|brief", "asks who topic own must"),
    Rule(56, _OWNER, "who unit|scope|name|brief channel", "asks topic"),
    Rule(55, _OWNER, "bare"),
    Rule(1, _ASK, "word"),
)

COMMAND_TAKES: Mapping[Intent | None, frozenset[str]] = {
    None: frozenset({"any_channel", "address", "person", "time"}),
    Intent.OWNER: frozenset({"platform", "unit", "scope", "name"}),
    Intent.CHANNELS: frozenset({"any_channel", "all"}),
    Intent.VERIFY: frozenset({"address"}),
    Intent.PROPOSE: frozenset({"any_channel", "new"}),
    Intent.UPDATED: frozenset({"any_channel", "time"}),
    Intent.SNOOZE: frozenset({"time"}),
    Intent.AWAY: frozenset({"time", "person"}),
    Intent.REGISTER: frozenset({"any_channel", "address"}),
    Intent.EDIT: frozenset({"any_channel", "address"}),
    Intent.RETIRE: frozenset({"any_channel", "address"}),
    Intent.PAUSE: frozenset({"any_channel", "address"}),
    Intent.ME: frozenset(),
    Intent.HELP: frozenset(),
}
"""One of these must be in what follows a command's alias (None: of all other commands)."""

COMMAND_UNLESS = frozenset({"asks", "who", "which", "topic", "incident", "fake", "idle", "undo", "remind"})
"""None of these may be: "pause"  begins a command, and "pause or close, which is allowed?" a question."""
