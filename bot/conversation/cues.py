"""By what words the intents are told, as data; which of them together mean which intent, `rules` say.

``SIGNALS`` holds what people say: a signal a paragraph, ``name: Finnish | Swedish | English``, words and phrases
between commas; ``*`` stands for any ending, ``~`` for up to three words in between, ``/`` for "or". All is compared,
and therefore written, in small letters without accents.
"""

from __future__ import annotations

SIGNALS = """
who: kuka, kukas, kuks, kukahan, kukakohan, kukako, ketka*, kenen*, kenel*, kella, kelle, kellaan, kelta, keta,
  keneen, kehen, keihin, mika taho | vem, vems, vilka personer, vilken person | who, whos, whose, whom, whoever, which
  person, which colleague, somebody who, someone who
own: omist*, vastaa, vastaava*, vastuu*, hoita*, hoida*, hoitelee, pyorit*, yllapi*, hallinnoi*, hallitsee, kuka
  pitaa, ketka pitavat, paivitta*, paivittele*, julkaisee, julkaisevat, postaa, postaavat, postaile*, takana,
  huolehti*, admin, adminit, tekee, tekevat, kirjoittaa, moderoi*, somettaa, kayttaa, vetaa, puikoissa, kuuluu | ager,
  agare*, ags, skot*, ansvar*, haller i, driver, drivs, forvaltar, forvaltas, uppdaterar, uppdateras, underhaller,
  administrer*, hand om, bakom, publicerar, postar, lagger upp, lagger ut, star for, modererar, skriver, gor | own,
  owns, owned, owner*, run, runs, running, manag*, maintain*, handles, handling, responsib*, charge, behind, look*
  after, take* care, updates, updating, update, posts, posting, publish*, operat*, keeps, moderat*, controls, makes,
  edits, writes
keeper: omistaja*, yllapitaj*, vastuuhenk*, vastaava*, hoitaja*, yhteyshenk*, yhteystie*, admin, adminit, adminin,
  paakayttaj*, paivittaj*, tekija*, moderaattor*, kontakti*, sisallontuottaja*, vastuutaho* | agare*, ansvarig*,
  kontaktperson*, kontaktuppgift*, administrator*, uppdaterare, redaktor*, ansvarsperson*, moderator*, kontakt |
  owner*, maintainer*, manager*, contact*, admin, admins, administrator*, editor*, person responsible, responsible
  person, person in charge, people behind, moderator*, custodian
credentials: tunnukset, tunnuksia, tunnuksen, tunnusten, salasan*, kirjautumi*, kayttooikeu*, kayttajatunnu*, paasy,
  paasya, paasee, oikeudet, oikeuksia | inlogg*, losenord*, behorighet*, anvandarnamn*, tilltrade, rattigheter till |
  password*, credential*, login*, log in, access, passcode*, admin rights
contact: keneen/kehen ~ yhteyt*, kenelta/kelta ~ kys*, kenelle/kelle ~ viesti*/ilmoit*/laittaa, keneen/kehen otan,
  kenelle/kelle soit*/laitan, kenen kanssa, mihin ~ yhteyt*, ota/otan/ottaa yhteyt*, etsin, kuka voi
  auttaa/korjata/antaa, kuka voisi/osaa | vem ~ kontakta/fraga/ringa/vanda/mejla, vem ~ tala/prata med, var ~
  kontakta, letar efter, soker, vem kan hjalpa/lagga/ge/fixa | who/whom ~ contact/ask/call/email/reach/message, who ~
  talk/speak to, reach who*, get in touch, who knows, contact for, looking for, trying to find, who can
  help/fix/give/add, who could
todo: mita minun/mun pitaa paivittaa/tehda | vad behover jag gora, vad ska/maste jag uppdatera | what do i have/need
  to update, what should i update, what do i have to do
past_decision: kuka/ketka paatti*, kuka perusti/avasi | vem beslutade/bestamde/startade/oppnade | who
  decided/opened/started/created, who set up
last_updated: milloin ~ viimeksi/paivitetty, onko ~ paivitetty, paivitetty viimeksi | nar ~ senast, nar uppdaterades,
  har ~ uppdaterats | when was ~ updated, when ~ last, last updated, when did ~ last
may: saako*, saanko*, saammeko*, saatko, saavatko, saadaanko, saaks, saisiko, saisinko, kuka saa, ketka saavat,
  kenella saa, voiko*, voinko, voimmeko, voivatko, voidaanko, voiks, kuka voi, ketka voivat, pitaako*, pitaaks,
  pitaisiko, pitaisko, taytyyko, tarvitseeko, tarvitsenko, tarviiko, tarvitaanko, onko
  pakko/pakollis*/lupa/sallit*/kiellet*/oikein/ok, kuuluuko, kannattaako, kayko, sopiiko, tuleeko, kenen
  pitaa/taytyy/tulee/kuuluu, mita saa/saan/voi/pitaa/taytyy/tulee/kuuluu/kannattaa, mita ei saa, voi kayttaa | far
  jag/vi/man/en/ett/alla/praktikant*/anstall*/vem, vem far/kan/maste/bor/ska, kan jag/vi/man/en/ett, bor, ska
  jag/vi/man/en, ar det tillat*/ok/okej/forbjud*, behover man/jag/vi, behovs, vad far/ska/maste/bor, vad kan jag,
  maste vi/jag/man/en, ska sidan/kontot | may, can i/we/anyone/someone/anybody/staff/employees/an/a/the/my/our/it/be,
  who can/must/should, who has/needs to, must we/i/the, should, do i/we have to, allowed, permitted, forbidden, is it
  ok/okay/possible, do i/we need, does it/the/every need, does ~ need, supposed to, mandatory, ok/okay to, could i use
decide: paatta*, paatti*, paatok*, paatos*, hyvaksy*, valtuut*, lupa, luvan, lupaa, lupia, myonta*, nimea*, nimit*,
  kielletty*, sallit*, toimivalta* | beslut*, bestam*, godkann*, tillstand*, tillat*, bevilja*, befogenhet*, lov,
  forbjud*, utser, utses | decid*, decision*, approv*, authori*, permission*, grant*, permit*, appoint*, who names,
  sign off, consent
rule: saant*, ohje, ohjeet, ohjeen, ohjei*, ohjeist*, ohjeessa, vaatimu*, edellyt*, vaadit*, kaytanno*, periaat*,
  perusteella, avaaminen, perustaminen, luominen, kayttoonotto, maksaa, budjet*, kustannu*, velvollisuu*, laki, lain*,
  laiss* | regel*, regler*, riktlinj*, anvisning*, policy*, kravs, krav, princip*, lagen, lag, instruktion*, galler
  for, vad galler, betalar, kostnad*, budget* | rule*, guideline*, guidance, policy, policies, requirement*, required,
  require*, instruction*, principle*, law, legal*, pays, pay, cost*, budget
how: miten, kuinka, miks, miksi, miksei, milloin, mites, missa tilanteissa, usein, kauanko, millainen, millaisia,
  millaista, minkalai*, mita tarvitaan, mita vaaditaan, mita tarkoitta*, mita teen, mita tehda, mita tehdaan, mita
  tapahtu*, mita jos, entapa, enta jos, minne, mihin ~ kayt*, mihin tarkoitu* | hur, varfor, nar, vad hander, vad
  betyder, vad gor, vad behovs, hurdan* | how, why, when, what happens, what does, what do i, what do we, what if,
  what is needed, what should, what counts
define: mika on, mika ihme, mita on, mita ero*, mita tarkoitta* | vad ar, vad betyder, vad innebar | what is, what s,
  what are the, what does
must: pitaa, taytyy, tulee, pitaisi, kannattaa, oltava | maste, ska, bor, skall | must, should, have to, need to, has
  to, needs to
topic: sisalto, sisallo*, kommen*, kysymyks*, palaut*, mainos*, mainon*, kuvista, kuvien, tietosuoj*, tekijanoik*,
  loma, loman, lomien, kesalla, viesteihin, viesteista, viestit, tietoturva*, kriisi*, julkaista, julkaisu*, tyoaika*,
  tyoajalla, vaakun*, logo*, aloit*, yksityi*, vapaa aja* | innehall*, kommentar*, fragor, respons, annons*, bilder
  pa, dataskydd, upphovsratt*, meddeland*, arbetstid*, vapen*, logo*, kris*, privat*, initiativ | content*, comment*,
  question*, feedback, advert*, ads, photos of, photo of, privacy, copyright*, messages, working time, working hours,
  logo*, coat of arms, crisis, complaint*, hate*, offensive, confidential, risk*, initiative*
suit: sopi*, sopivi*, paras, parhai*, parhaiten, suosit*, tavoitta*, kannattaisi, tarkoitettu, suunnattu, kohderyhm* |
  bast, basta, passar, rekommender*, lamplig*, na ut, na unga, avsedd*, malgrupp* | best, suit*, recommend*, to reach,
  better, appropriate, worth, meant for, intended for, target group*, audience*
incident: hakkero*, kaapat*, varast*, murtautu*, vuoti, vuotan* | hacka*, kapa*, stulen, stulna, intrang | hack*,
  stolen, hijack*, breach*, leak*
book: lista*, luettelo*, kanavaluettelo*, rekisteri*, kirjaa | forteckning*, register, registret | list, register,
  registry, records, inventory
count: kuinka monta, montako, monta, paljonko meilla | hur manga | how many, number of
which: mita, mitka, missa, mille, milla, mitkas, mista, mika, montako, monta | vad, vilka, vilket, vilken, hur manga |
  which, what, where, how many
show: listaa, nayta, naytatko, luettel*, listaus, haluan nahda | visa, lista, rakna upp, ge mig | list, show, display,
  give me, see, overview, show me
all: kaikki, kaikkia, kaikista, kaikkialla | alla, samtliga | all, every, everything, complete
plural: kanavat, kanavi*, paakanav*, tilit, tileja, tileista, sometilit, somekanava*, somet, someja, profiilit,
  alustat, alustoi*, kanavaluettelo*, kanavalista*, somelista* | kanaler*, huvudkanal*, konton, kontona, profiler*,
  plattformar* | channels, accounts, profiles, socials, platforms
is_there: onko*, onks, loytyyko, loytyyks, ollaanko | finns, har vi, har ni, ar vi | do we, does, is the, are we, have
  we, is there, are there, has the
exists: onko olemassa, loytyyko, onko meilla, onko meidan | finns det, har vi | is there, are there, do we have, have
  we got
have: on, kaytossa, mukana | har, anvander | have, has, use, uses, on
our: meilla, meidan, meija*, kunnalla, kunta, kaupungilla, kaupunki | vi, vart, vara, oss, kommunen | we, our, ours,
  us, municipality, town, city
can_see: saanko/saisinko ~ lista*, voinko nahda, voisinko saada | kan jag fa/se, far jag se | can i get/see/have, may
  i have/see, can we see
ours: meidan, meijan, meille, meikalais*, kunnan, kaupungin, virallinen, aito, luottaa, luotettav*, tarkista,
  tarkistatko, varmista, oikeasti, oikeesti, tunnistatko | vart, var, vara, kommunens, officiell*, akta, lita pa,
  kontrollera, kolla, verifiera, riktig* | ours, our, to us, official, genuine, real, really, legit*, trust*, verify,
  check, authentic, belong*, recognise, recognize
this: tama, taa, tahan, tata, tallainen, tuo, toi | detta, det har, den har, denna | this, that
fake: huija*, valetil*, feik*, vaarenn*, epailytt*, kalastelu*, esiintyy | bluff*, falsk*, bedrageri*, fejk* | scam*,
  fake*, fraud*, phish*, impersonat*, suspicious, spoof*
pass_on: jakaa, jaa, linkit*, julkaista | dela, lanka | share, link to, repost
want: halu*, ajattel*, tahto*, toivo*, tarvits*, tarvitt*, olisi kiva, olisi hien*, olisi hyv*, aio*, aiko*, suunnit*,
  tarkoitus, harkit*, voisimmeko, voisiko, voitaisiinko, saisimmeko, saataisiinko, mietit*, mietimme, pitaisi saada,
  olemme, ollaan, olen, aletaan, ruvetaan, nyt, onnistui*, olisi idea, tehtais*, perustettais*, avattais*, luotais*,
  auttakaa, auttaisit* | vill, skulle, onskar, onskan, planer*, tanker, tankte, behover, hoppas, ska, kunde vi,
  funderar, hjalp oss | want*, would like, d like, wish*, plan*, intend*, thinking, could we, going to, need, needs,
  let s, lets, we are, we re, hope, would love, ready to, would be great, help us
open: perust*, avaa*, avata*, avais*, luo, luoda*, luomme, luotaisiin, kayttoon, aloitt*, aloitam*, aloittam*,
  kaynnist*, tehda*, tehta*, tekeen, tekemaan, avatt*, alka*, pystytta*, kayttoonot*, lanseera*, saada | oppna*,
  starta, startar, skapa, skapar, grunda, grundar, ta i bruk, tar i bruk, borja, lansera*, ha en, ha ett, fa en, fa
  ett | open, opening, start, starting, create, creating, launch*, establish*, set up, setting up, begin, take into
  use, introduce, make, join, get a, have a
new: uusi, uuden, uutta, uusia, uudesta | ny, nytt, nya | new, another
one_s_own: oma, oman, omaa | egen, eget, egna | own
propose: ehdot*, idea*, esitys, esityk*, esitan, esitamme, anomus, anomme, hakemus | foresl*, forslag*, anhall*,
  ansokan | propos*, suggest*, request*, application
suggestion: mitas jos, enta jos perust* | vad sags om en/ett | how/what about a/an/starting/opening
opened: avattu, avasi*, avannut, perustettu, perusti, perustimme, perustanut, luotu, loin, loimme, avattiin,
  perustettiin | oppnat, oppnade, startat, startade, skapat, skapade, grundat | opened, created, launched, started
add: lisaa, lisata, lisataan, lisaisitko, lisaatko, lisatkaa, rekisteroi*, merkitse, merkataan, kirjaa, vie, laita,
  laittakaa, ilmoita, ilmoitan, ilmoitetaan, ilmoittaa, lisatk*, lisattav* | lagg till, lagga till, lagger till,
  registrer*, for in, anteckna, lagg in, lagga in, skriv in | add, adding, register, registering, enter, put, record,
  include
register: rekisteroi* | registrer* | register, registering
change: muokk*, muuta, muuttaa, muutta*, muuttu*, vaihda*, vaihta*, vaihtu*, korjaa, korjata*, oikaise, paivita ~
  tiedot, paivita ~ osoite, paivita ~ vastuu*, paivita ~ yllapi*, muutettava | andra, andrar, andras, andrats, byt,
  byta, byter, bytt, ratta, redigera, korrigera, uppdatera ~ uppgift*, uppdatera ~ ansvarig* | change, changes,
  changed, changing, edit, editing, modify, correct, fix, amend, replace, rename, update ~ contact*, update ~ details,
  update ~ url, update ~ responsible, update ~ maintainer*
detail: osoite*, osoitt*, url*, linkki*, linkin, nimi, nimen, nimea, tiedot, tietoja, tietoihin, kuvaus*, tarkoitus,
  yllapitaj*, vastuuhenk*, paivitysvali*, tunnus | adress*, lank*, namn*, uppgift*, beskriv*, ansvarig*, syfte* |
  url*, address*, link, name*, detail*, description*, contact*, owner*, maintainer*, responsible, purpose,
  information, handle, interval
interval: paivitysval* | uppdateringsinterv*, intervall* | interval
close: ei kayteta, lopet*, sulje*, sulke*, suljet*, poista*, poistu*, poistetaan, poistettu, lakkaut*, ei ole enaa, ei
  enaa, arkistoi*, ajetaan alas | avveckl*, stang*, lagg ner, lagga ner, lagger ner, laggs ner, lagg ned, lagga ned,
  ta bort, tas bort, avslut*, inte langre, ur bruk, arkivera* | retir*, close, closes, closed, closing, shut down,
  shutting down, discontinu*, delet*, remov*, decommission*, no longer, not in use, out of use, wind down, archiv*,
  take ~ off, any more, anymore, kill
pause: tauo*, tauko*, kesatau*, talvitau*, joulutau*, jaahyll*, keskeyt*, hiljaiseloa, telakalle, lepaa, lepaamaan |
  paus, pausa*, pausen, sommarpaus, sommaruppeh*, juluppeh*, uppehall*, vilande, vila, vilar | paus*, on hold, on a
  break, on break, summer break, suspend*, hibernat*, freeze
audit: audit*, auditoi*, tarkastus*, tarkasta*, tarkista ~ kanavat, tarkista kaikki, kay lapi, lapikay*, tarkistus |
  granska*, granskning*, revision*, genomgang*, ga igenom, kontrollera alla, kolla alla | audit*, review all, go
  through, inspect*, health check, check all, check the register
idle: paivittamat*, kuollut, kuolleet, hiljais*, hiljaa, ilman, ei ole yllapi*, ei ole paivit*, ei paivit*, vailla,
  orvot, orpo*, vanhentu*, ajan tasalla, ajallaan, jaljessa, kunnossa, ei vastuu*, ei ole vastuu*, kukaan ei, puuttu*,
  kaipaa* | inaktiv*, utan, ingen ansvarig*, ingen agare, i ordning, i skick, ouppdater*, doda, overgivna, inte
  uppdater*, saknar, saknas, foraldrad*, ingen skoter, ingen uppdaterar, behover uppdater* | idle, inactive, orphan*,
  without, no maintainer*, no owner*, no responsible, not been updated, not updated, up to date, out of date, overdue,
  unmaintained, dead, stale, abandoned, silent, missing, neglected, nobody, no one, need updating, needs updating,
  need an update, in order
history: histori*, muutoshist*, muutosloki*, loki, lokitiedot, lokia, muutokset, mita muutoksia, muutoksista |
  histori*, vilka andringar, andringshist*, andringslogg*, andringar*, logg | history, changelog, change log, log,
  recent changes, latest changes, changes
changed: kuka ~ muutti/muuttanut/vaihtoi/muokka*/lisasi/poisti, mita on muut*, mita ~ muutettu/muuttunut | vem ~
  andrade/andrat/bytte, vem ~ tog bort, vem ~ lade till, vad har andrats/hant | who ~
  changed/edited/modified/removed/deleted/added, what has/s changed, what changed
undo: peru, perukaa, peruuta, perua, perutaan, peruttava, peruisitko, kumoa, kumota, kumotaan, palauta ~ edellinen,
  palauta ~ entinen, palauta ~ ennalleen | angra, angrar, aterstall*, upphav, ta tillbaka | undo, revert, roll back,
  rollback, cancel the last, cancel that, take ~ back, restore the previous
report: raport*, kanavarap*, somerap*, kuukausirap*, vuosirap*, viikkorap*, yhteenve*, tilasto*, tilannekats*,
  tilannekuva* | rapport, rapporten, rapporter, manadsrap*, veckorap*, arsrap*, sammanfattning*, sammanstallning*,
  statistik*, lagesbild*, oversikt* | report, reports, summary, statistics, stats, figures, status report, numbers
updated: paivitin, paivitimme, paivitetty, paivitettiin, paivittanyt, paivittany, paivittaneet, paivitettya, postasin,
  postasimme, postattu, postannut, postattiin, julkaisin, julkaisimme, julkaistu, julkaistiin, julkaissut, laitoin,
  laitoimme, laitettu, laitettiin, laittanut, latasin, ladattu, tehty, teimme, tein, hoidettu, hoidin, hoidettiin,
  twiitta*, twiitat*, kuitattu, valmista, lisasin, lisasimme, jaoin | uppdaterade, uppdaterat, uppdaterad,
  uppdaterats, postade, postat, publicerade, publicerat, la upp, la ut, lade upp, lade ut, lagt upp, lagt ut, klart,
  klar, gjort, fixat, fixade, avklarat, delade | updated, posted, published, uploaded, done, put up, finished,
  tweeted, shared a, made a post, added a post, wrote a post, taken care of, is up, did it, did that
other: joku, asiakas, asukas, kuntalainen, ulkopuoli* | nagon, kund, invanare | someone, somebody, resident,
  residents, customer, people
wait: palataan, palaa, odota, kokeile uudestaan | vanta, aterkom | wait, try again, hold on, come back
assign: aseta, merkitse, laita | satt ~ som, ange | set ~ as, make ~ the, mark ~ as
not: en ole, en oo, ei ole, emme ole, ei oo, ei olla, en ehdi, en ehtinyt | inte, ej | not, haven t, hasn t, isn t,
  didn t, wasn t, never, nobody
remind: muistuta*, muistuttaa*, muistuttai*, muistuttele*, siirra muistut*, palaa asiaan, palataan asiaan, myohemmin,
  torkku, torkuta, torkuttaa, ei nyt, ei tanaan, lykka*, kysy uudestaan, kysy uudelleen, kysy minulta | paminn*,
  senare, inte nu, inte idag, snooza, fraga igen, fraga mig, skjut upp, aterkom | remind*, snooze, later, not now, not
  today, ask me, ask again, postpone, nudge, poke me, ping me
absent: lomat, kipea*, kipee*, kuumee*, sairas, loma, lomalla, lomalle, lomaa, lomailen, lomani, lomalta, kesaloma*,
  talviloma*, vuosiloma*, joululoma*, hiihtoloma*, poissa, poissaolo*, vapaalla, vapaata, virkavapa*, vanhempainvapa*,
  hoitovapa*, opintovapa*, isyysvapa*, aitiysvapa*, aitiysloma*, sairasloma*, sairausloma*, saikulla, saikku,
  sairaana, matkoilla, tyomatk*, lomautet*, en ole toissa, en ole paikalla, palaan toihin | semester*, ledig*,
  franvaro*, franvarande, borta, tjanstledig*, foraldraledig*, sjukskriv*, sjukledig*, sjuk, tjansteresa | away,
  vacation, holiday, on leave, leave, out of office, off work, absent, absence, sick, maternity, paternity, parental,
  ooo, not at work, off, travelling, traveling
cover: sijai*, tuura*, varalla, paikkaa* | vikari*, ersatt*, tacker upp | cover*, substitut*, stand in, stands in,
  fills in, filling in, fill in, deputy, deputi*, instead of me, backup
self: olen, oon, olemme, jaan, lahden, lahdemme, mulla, minulla, mun, minun, meen, menen, otan, pidan, mina, ma,
  palaan, lomani | jag, vi, min, mig, mitt | i, i m, i ll, we, my, me, am
give: luovut*, siirran, siirretaan, siirtaa, siirramme, siirra, siirtyy, ottaa vastuun/hoitaakseen/haltuun, jatkossa,
  uusi yllapitaja/vastuuhenkilo, uudeksi yllapitajaksi/vastuuhenkiloksi, seuraaja*, jatkaa | lamna/lamnar ~ over,
  overlat*, overlamn*, tar/ta/ge/ger over, fortsattningen, framover, tas over | hand/handing ~ over, handover, pass
  on, pass/passing ~ to, pass ~ on, transfer*, take/takes/taking over, new maintainer, successor, from now on
gone: lahtenyt, lahti, lopettanut, ei ole enaa toissa | slutat, slutade, slutar | has left, have left, left us, left
  the, no longer works, quit, resigned
give_to: anna, annan, annetaan, antaa, ottaa, ottaisi, ottaisiko, vaihdetaan | ge, ger, ta, tar | give, giving, gave,
  take, takes
mine: omat/minun/mun kanava*/tili*, omia kanavia, omien kanavien, kanavani, kanavistani, hoidettava*, mina/ma vastaan,
  hoidan, vastaan, olen/oon vastuussa, vastuullani, minun/mun vastuull*, minulla/mulla ~ tekematta/vastuulla, odottaa
  minua, tehtavani, kanavia/kanavat mulla/minulla, olen/oon yllapitaj* | mina kanaler/konton/uppgifter/arenden,
  skoter/ansvarar jag, har jag ansvar, mitt ansvar, vantar pa mig, jag ansvarig, har jag hand om, kanaler/konton har
  jag | my channel*/account*/pages/tasks/responsibilit*, my ~ channel*, my to do, am i responsible/maintaining, i am
  responsible, do i maintain/manage/own/run, i manage/maintain, waiting for me, on my plate, am i in charge, do i look
  after, assigned to me, are mine, do i have ~ channel*/account*, channels do i have
about_me: tiedat minusta/musta, tieto* ~ minusta/musta, minusta/musta ~ tallenn*/tieto*, omat tieto*, henkilotietoni,
  tietoni, minua koskevat, minusta/musta tied* | vet du/ni om mig, uppgift*/personuppgift*/information/data ~ om mig,
  mina personuppgifter/data, lagrar/lagrat/sparar/sparat ~ om mig | know about me, data ~ me, information ~ about me,
  hold/have on me, stored/store/save/hold/have/keep about me, my data/information, my personal data
help: mita osaat, mita sina/sa osaat, mita voit tehda, miten tata ~ kayt*, miten tama/taa toimii, miten toimit, miten
  sina toimit, mita/milta voin/voi kysya, mita sinulta/sulta voi, mihin sinua, mihin pystyt, miten sinua kayt*, miten
  kaytan sinua/tata, mita komentoja, mika sina olet, miten ~ botti*, mita botti osaa, ohje* ~ botin, auta minua,
  tarvitsen apua, autatko, auttaa, komennot, opasta | vad kan du, hur fungerar du/detta, hur fungerar det har, hur
  anvander jag/man, hur anvands du, vad kan jag fraga, vad kan jag gora har, hjalp mig, kan du hjalpa, vad gor du, hur
  funkar, hur ~ bot/boten, kommandon, fraga dig | what can you do/help, what can i do here, how does this work, how
  does ~ bot, how do you work, how do i use you/this, what can i ask, what do you do, what are you, commands, can you
  help, help me, need help
bot: botti, bottia, botin, botilla, bottiin | bot, boten | bot
chat: hei, heippa, heissan, moi, moikka, moro, terve, terveppa, tervepa, tervehdys, morjens, huomenta, hyvaa, paivaa,
  iltaa, huomen, yota, viikonloppua, joulua, juhannusta, paasiaista, uutta vuotta, kaikille, kiitos, kiitoksia,
  kiitti, kiits, avusta, auttoi, paljon, jees, joo, juu, kylla, ei, okei, ok, hyva, selva, hmm, tosi, hienoa,
  mahtavaa, loistava*, mainio*, kiva, sori, anteeksi, vaara viesti, testi, heh, haha*, oletko
  ihminen/robot*/bot*/teko*/siella, oletko ~ ihminen/robot*/bot*, kuka olet, kuka sina/sa olet/oot, kuka teki sinut,
  kuka sinut, mika on nimesi, mika sun nimi on, mita kuuluu, miten/mites/kuis menee, kerro vitsi, kuinka voit,
  nakemiin, bot, botti, somebot, sulle, sinulle, oikein, tama auttoi, rakastan sinua/sua, ma, sua, oot/olet paras,
  samoin | hej, hejsan, hejda, halla, tjena, god morgon/kvall/dag/jul/natt, godmorgon, morgon, pa dig, tack, tackar,
  tusen tack, sa mycket, ja, nej, okej, bra, jattebra, toppen, fint, snyggt, kul, trevlig helg, ha det bra, ar du
  manniska, ar du en manniska/robot/bot, vem ar du, vem har gjort dig, hur mar du, hur ar laget, laget, vad heter du,
  beratta ett skamt, hur star det till, for hjalpen, valkommen, vi ses, ursakta, fel meddelande, gott nytt ar, glad
  pask, ha en bra dag/helg/kvall | hello, hi, hiya, hey, yo, good morning/afternoon/evening/night/job/bot, morning,
  evening, bye, goodbye, see you, thanks, thank you, thx, ty, cheers, a lot, so/very much, for the/your help, that
  helped/helps, yes, no, yeah, yep, nope, okay, great, nice, cool, super, awesome, perfect, wow, lol, sorry, test,
  wrong message, are you human/real/there, are you a/an human/robot/bot/ai, who are/made you, how are you, what s up,
  whats up, what is/s your name, how s it going, tell me a joke, have a nice/good *, well done, you too, there, love
  you, please, merry christmas, happy new year, you are/re *
filler: on, ja, tai, se, ne, niin, siis, eli, no, meidan, meijan, uusi, virallinen | och, pa, for, det, den, i, var,
  vart, vara, officiell* | the, a, s, of, on, and, for, in, at, our, please, official
"""
