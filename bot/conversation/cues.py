"""By what words the intents are told, as data.

``SIGNALS`` holds what people say: a signal a paragraph, ``name: Finnish | Swedish | English``, words and phrases between commas.
``*`` stands for any ending, ``~`` for up to three words in between. All is written, and compared, without accents. ``GROUPS``
joins signals. ``RULES`` says which of them together mean which intent: of those that hold, the one that weighs most decides.
Beside the signals, rules know facts that `interpret` finds otherwise: what the vocabulary names (``platform``, ``unit``,
``scope``, ``name``; ``noun`` is any word for a channel; ``specific`` one certain channel), ``url``, ``handle``, ``person``,
``leading_person`` (at the very start), ``date``, ``days``, ``question`` (a question mark), ``brief`` (at most five words),
``word`` (at least one), ``bare`` (nothing but names of channels), ``chat_only`` and ``chatty`` (all, or most, is small talk).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation.commands import Intent

SIGNALS = """
who: kuka, kukas, kuks, kukahan, kukakohan, kukako, ketka*, kenen*, kenel*, kella, kelle, kellaan, kelta, keta,
  keneen, kehen, keihin, mika taho | vem, vems, vilka personer, vilken person | who, whos, whose, whom, whoever,
  which person, which colleague, somebody who, someone who
own: omist*, vastaa, vastaava*, vastuu*, hoita*, hoida*, hoitelee, pyorit*, yllapi*, hallinnoi*, hallitsee, kuka
  pitaa, ketka pitavat, paivitta*, paivittele*, julkaisee, julkaisevat, postaa, postaavat, postaile*, takana,
  huolehti*, admin, adminit, tekee, tekevat, kirjoittaa, moderoi*, somettaa, kayttaa, vetaa, puikoissa, kuuluu |
  ager, agare*, ags, skot*, ansvar*, haller i, driver, drivs, forvaltar, forvaltas, uppdaterar, uppdateras,
  underhaller, administrer*, hand om, bakom, publicerar, postar, lagger upp, lagger ut, star for, modererar,
  skriver, gor | own, owns, owned, owner*, run, runs, running, manag*, maintain*, handles, handling, responsib*,
  charge, behind, look* after, take* care, updates, updating, update, posts, posting, publish*, operat*, keeps,
  moderat*, controls, makes, edits, writes
keeper: omistaja*, yllapitaj*, vastuuhenk*, vastaava*, hoitaja*, yhteyshenk*, yhteystie*, admin, adminit, adminin,
  paakayttaj*, paivittaj*, tekija*, moderaattor*, kontakti*, sisallontuottaja*, vastuutaho* | agare*, ansvarig*,
  kontaktperson*, kontaktuppgift*, administrator*, uppdaterare, redaktor*, ansvarsperson*, moderator*, kontakt |
  owner*, maintainer*, manager*, contact*, admin, admins, administrator*, editor*, person responsible, responsible
  person, person in charge, people behind, moderator*, custodian
credentials: tunnukset, tunnuksia, tunnuksen, tunnusten, salasan*, kirjautumi*, kayttooikeu*, kayttajatunnu*, paasy,
  paasya, paasee, oikeudet, oikeuksia | inlogg*, losenord*, behorighet*, anvandarnamn*, tilltrade, rattigheter till
  | password*, credential*, login*, log in, access, passcode*, admin rights
contact: keneen ~ yhteyt*, kehen ~ yhteyt*, kenelta ~ kys*, kelta ~ kys*, kenelle ~ viesti*, kelle ~ viesti*,
  kenelle ~ ilmoit*, kelle ~ ilmoit*, kenelle ~ laittaa, kelle ~ laittaa, keneen otan, kehen otan, kenelle soit*,
  kelle soit*, kenelle laitan, kelle laitan, kenen kanssa, mihin ~ yhteyt*, ota yhteyt*, otan yhteyt*, ottaa
  yhteyt*, etsin, kuka voi auttaa, kuka voi korjata, kuka voi antaa, kuka voisi, kuka osaa | vem ~ kontakta, vem ~
  fraga, vem ~ tala med, vem ~ prata med, vem ~ ringa, vem ~ vanda, vem ~ mejla, var ~ kontakta, letar efter, soker,
  vem kan hjalpa, vem kan lagga, vem kan ge, vem kan fixa | who ~ contact, whom ~ contact, who ~ ask, whom ~ ask,
  who ~ talk to, who ~ call, who ~ email, who ~ reach, reach who*, who ~ speak to, who ~ message, get in touch, who
  knows, contact for, looking for, trying to find, who can help, who can fix, who can give, who can add, who could
todo: mita minun pitaa paivittaa, mita mun pitaa paivittaa, mita minun pitaa tehda | vad behover jag gora, vad ska
  jag uppdatera, vad maste jag uppdatera | what do i have to update, what do i need to update, what should i update,
  what do i have to do
past_decision: kuka paatti, ketka paattivat, kuka perusti, kuka avasi | vem beslutade, vem bestamde, vem startade,
  vem oppnade | who decided, who opened, who started, who created, who set up
last_updated: milloin ~ viimeksi, milloin ~ paivitetty, onko ~ paivitetty, paivitetty viimeksi | nar ~ senast, nar
  uppdaterades, har ~ uppdaterats | when was ~ updated, when ~ last, last updated, when did ~ last
may: saako*, saanko*, saammeko*, saatko, saavatko, saadaanko, saaks, saisiko, saisinko, kuka saa, ketka saavat,
  kenella saa, voiko*, voinko, voimmeko, voivatko, voidaanko, voiks, kuka voi, ketka voivat, pitaako*, pitaaks,
  pitaisiko, pitaisko, taytyyko, tarvitseeko, tarvitsenko, tarviiko, tarvitaanko, onko pakko, onko pakollis*, onko
  lupa, onko sallit*, onko kiellet*, onko oikein, onko ok, kuuluuko, kannattaako, kayko, sopiiko, tuleeko, kenen
  pitaa, kenen taytyy, kenen tulee, kenen kuuluu, mita saa, mita saan, mita voi, mita pitaa, mita taytyy, mita
  tulee, mita ei saa, mita kuuluu, mita kannattaa, voi kayttaa | far jag, far vi, far man, far en, far ett, far
  alla, far praktikant*, far anstall*, far vem, vem far, vem kan, vem maste, vem bor, vem ska, kan jag, kan vi, kan
  man, kan en, kan ett, bor, ska jag, ska vi, ska man, ska en, ar det tillat*, ar det ok, ar det okej, ar det
  forbjud*, behover man, behover jag, behover vi, behovs, vad far, vad ska, vad kan jag, vad maste, vad bor, maste
  vi, maste jag, maste man, maste en, ska sidan, ska kontot | may, can i, can we, can anyone, can someone, can
  anybody, can staff, can employees, can an, can a, can the, can my, can our, can it, who can, who must, who should,
  who has to, who needs to, must we, must i, must the, should, do i have to, do we have to, allowed, permitted,
  forbidden, is it ok, is it okay, do i need, do we need, does it need, does the ~ need, supposed to, is it
  possible, mandatory, can be, ok to, okay to, could i use
decide: paatta*, paatti*, paatok*, paatos*, hyvaksy*, valtuut*, lupa, luvan, lupaa, lupia, myonta*, nimea*, nimit*,
  kielletty*, sallit*, toimivalta* | beslut*, bestam*, godkann*, tillstand*, tillat*, bevilja*, befogenhet*, lov,
  forbjud*, utser, utses | decid*, decision*, approv*, authori*, permission*, grant*, permit*, appoint*, who names,
  sign off, consent
rule: saant*, ohje, ohjeet, ohjeen, ohjei*, ohjeist*, ohjeessa, vaatimu*, edellyt*, vaadit*, kaytanno*, periaat*,
  perusteella, avaaminen, perustaminen, luominen, kayttoonotto, maksaa, budjet*, kustannu*, velvollisuu*, laki,
  lain*, laiss* | regel*, regler*, riktlinj*, anvisning*, policy*, kravs, krav, princip*, lagen, lag, instruktion*,
  galler for, vad galler, betalar, kostnad*, budget* | rule*, guideline*, guidance, policy, policies, requirement*,
  required, require*, instruction*, principle*, law, legal*, pays, pay, cost*, budget
how: miten, kuinka, miks, miksi, miksei, milloin, mites, missa tilanteissa, usein, kauanko, millainen, millaisia,
  millaista, minkalai*, mita tarvitaan, mita vaaditaan, mita tarkoitta*, mita teen, mita tehda, mita tehdaan, mita
  tapahtu*, mita jos, entapa, enta jos, minne, mihin ~ kayt*, mihin tarkoitu* | hur, varfor, nar, vad hander, vad
  betyder, vad gor, vad behovs, hurdan* | how, why, when, what happens, what does, what do i, what do we, what if,
  what is needed, what should, what counts
define: mika on, mika ihme, mita on, mita ero*, mita tarkoitta* | vad ar, vad betyder, vad innebar | what is, what
  s, what are the, what does
must: pitaa, taytyy, tulee, pitaisi, kannattaa, oltava | maste, ska, bor, skall | must, should, have to, need to,
  has to, needs to
topic: sisalto, sisallo*, kommen*, kysymyks*, palaut*, mainos*, mainon*, kuvista, kuvien, tietosuoj*, tekijanoik*,
  loma, loman, lomien, kesalla, viesteihin, viesteista, viestit, tietoturva*, kriisi*, julkaista, julkaisu*,
  tyoaika*, tyoajalla, vaakun*, logo*, aloit*, yksityi*, vapaa aja* | innehall*, kommentar*, fragor, respons,
  annons*, bilder pa, dataskydd, upphovsratt*, meddeland*, arbetstid*, vapen*, logo*, kris*, privat*, initiativ |
  content*, comment*, question*, feedback, advert*, ads, photos of, photo of, privacy, copyright*, messages, working
  time, working hours, logo*, coat of arms, crisis, complaint*, hate*, offensive, confidential, risk*, initiative*
suit: sopi*, sopivi*, paras, parhai*, parhaiten, suosit*, tavoitta*, kannattaisi, tarkoitettu, suunnattu, kohderyhm*
  | bast, basta, passar, rekommender*, lamplig*, na ut, na unga, avsedd*, malgrupp* | best, suit*, recommend*, to
  reach, better, appropriate, worth, meant for, intended for, target group*, audience*
incident: hakkero*, kaapat*, varast*, murtautu*, vuoti, vuotan* | hacka*, kapa*, stulen, stulna, intrang | hack*,
  stolen, hijack*, breach*, leak*
book: lista*, luettelo*, kanavaluettelo*, rekisteri*, kirjaa | forteckning*, register, registret | list, register,
  registry, records, inventory
count: kuinka monta, montako, monta, paljonko meilla | hur manga | how many, number of
which: mita, mitka, missa, mille, milla, mitkas, mista, mika, montako, monta | vad, vilka, vilket, vilken, hur manga
  | which, what, where, how many
show: listaa, nayta, naytatko, luettel*, listaus, haluan nahda | visa, lista, rakna upp, ge mig | list, show,
  display, give me, see, overview, show me
all: kaikki, kaikkia, kaikista, kaikkialla | alla, samtliga | all, every, everything, complete
plural: kanavat, kanavi*, tilit, tileja, tileista, sometilit, somekanava*, somet, someja, profiilit, alustat,
  alustoi*, kanavaluettelo*, kanavalista*, somelista* | kanaler*, konton, kontona, profiler*, plattformar* |
  channels, accounts, profiles, socials, platforms
is_there: onko*, onks, loytyyko, loytyyks, ollaanko | finns, har vi, har ni, ar vi | do we, does, is the, are we,
  have we, is there, are there, has the
exists: onko olemassa, loytyyko, onko meilla, onko meidan | finns det, har vi | is there, are there, do we have,
  have we got
have: on, kaytossa, mukana | har, anvander | have, has, use, uses, on
our: meilla, meidan, meija*, kunnalla, kunta, kaupungilla, kaupunki | vi, vart, vara, oss, kommunen | we, our, ours,
  us, municipality, town, city
can_see: saanko ~ lista*, saisinko ~ lista*, voinko nahda, voisinko saada | kan jag fa, far jag se, kan jag se | can
  i get, can i see, may i have, may i see, can we see, can i have
ours: meidan, meijan, meille, meikalais*, kunnan, kaupungin, virallinen, aito, luottaa, luotettav*, tarkista,
  tarkistatko, varmista, oikeasti, oikeesti, tunnistatko | vart, var, vara, kommunens, officiell*, akta, lita pa,
  kontrollera, kolla, verifiera, riktig* | ours, our, to us, official, genuine, real, really, legit*, trust*,
  verify, check, authentic, belong*, recognise, recognize
this: tama, taa, tahan, tata, tallainen, tuo, toi | detta, det har, den har, denna | this, that
fake: huija*, valetil*, feik*, vaarenn*, epailytt*, kalastelu*, esiintyy | bluff*, falsk*, bedrageri*, fejk* |
  scam*, fake*, fraud*, phish*, impersonat*, suspicious, spoof*
pass_on: jakaa, jaa, linkit*, julkaista | dela, lanka | share, link to, repost
want: halu*, ajattel*, tahto*, toivo*, tarvits*, tarvitt*, olisi kiva, olisi hien*, olisi hyv*, aio*, aiko*,
  suunnit*, tarkoitus, harkit*, voisimmeko, voisiko, voitaisiinko, saisimmeko, saataisiinko, mietit*, mietimme,
  pitaisi saada, olemme, ollaan, olen, aletaan, ruvetaan, nyt, onnistui*, olisi idea, tehtais*, perustettais*,
  avattais*, luotais*, auttakaa, auttaisit* | vill, skulle, onskar, onskan, planer*, tanker, tankte, behover,
  hoppas, ska, kunde vi, funderar, hjalp oss | want*, would like, d like, wish*, plan*, intend*, thinking, could we,
  going to, need, needs, let s, lets, we are, we re, hope, would love, ready to, would be great, help us
open: perust*, avaa*, avata*, avais*, luo, luoda*, luomme, luotaisiin, kayttoon, aloitt*, aloitam*, aloittam*,
  kaynnist*, tehda*, tehta*, tekeen, tekemaan, avatt*, alka*, pystytta*, kayttoonot*, lanseera*, saada | oppna*,
  starta, startar, skapa, skapar, grunda, grundar, ta i bruk, tar i bruk, borja, lansera*, ha en, ha ett, fa en, fa
  ett | open, opening, start, starting, create, creating, launch*, establish*, set up, setting up, begin, take into
  use, introduce, make, join, get a, have a
new: uusi, uuden, uutta, uusia, uudesta | ny, nytt, nya | new, another
one_s_own: oma, oman, omaa | egen, eget, egna | own
propose: ehdot*, idea*, esitys, esityk*, esitan, esitamme, anomus, anomme, hakemus | foresl*, forslag*, anhall*,
  ansokan | propos*, suggest*, request*, application, how about a, what about starting
opened: avattu, avasi*, avannut, perustettu, perusti, perustimme, perustanut, luotu, loin, loimme, avattiin,
  perustettiin | oppnat, oppnade, startat, startade, skapat, skapade, grundat | opened, created, launched, started
add: lisaa, lisata, lisataan, lisaisitko, lisaatko, lisatkaa, rekisteroi*, merkitse, merkataan, kirjaa, vie, laita,
  laittakaa, ilmoita, ilmoitan, ilmoitetaan, ilmoittaa, lisatk* | lagg till, lagga till, lagger till, registrer*,
  for in, anteckna, lagg in, lagga in, skriv in | add, adding, register, registering, enter, put, record, include
register: rekisteroi* | registrer* | register, registering
change: muokk*, muuta, muuttaa, muutta*, muuttu*, vaihda*, vaihta*, vaihtu*, korjaa, korjata*, oikaise, paivita ~
  tiedot, paivita ~ osoite, paivita ~ vastuu*, paivita ~ yllapi*, muutettava | andra, andrar, andras, andrats, byt,
  byta, byter, bytt, ratta, redigera, korrigera, uppdatera ~ uppgift*, uppdatera ~ ansvarig* | change, changes,
  changed, changing, edit, editing, modify, correct, fix, amend, replace, rename, update ~ contact*, update ~
  details, update ~ url, update ~ responsible, update ~ maintainer*
detail: osoite*, osoitt*, url*, linkki*, linkin, nimi, nimen, nimea, tiedot, tietoja, tietoihin, kuvaus*, tarkoitus,
  yllapitaj*, vastuuhenk*, paivitysvali*, tunnus | adress*, lank*, namn*, uppgift*, beskriv*, ansvarig*, syfte* |
  url*, address*, link, name*, detail*, description*, contact*, owner*, maintainer*, responsible, purpose,
  information, handle, interval
interval: paivitysval* | uppdateringsinterv*, intervall* | interval
close: ei kayteta, lopet*, sulje*, sulke*, suljet*, poista*, poistu*, poistetaan, poistettu, lakkaut*, ei ole enaa,
  ei enaa, arkistoi*, ajetaan alas | avveckl*, stang*, lagg ner, lagga ner, lagger ner, laggs ner, lagg ned, lagga
  ned, ta bort, tas bort, avslut*, inte langre, ur bruk, arkivera* | retir*, close, closes, closed, closing, shut
  down, shutting down, discontinu*, delet*, remov*, decommission*, no longer, not in use, out of use, wind down,
  archiv*, take ~ off, any more, anymore, kill
pause: tauo*, tauko*, kesatau*, talvitau*, joulutau*, jaahyll*, keskeyt*, hiljaiseloa, telakalle, lepaa, lepaamaan |
  paus, pausa*, pausen, sommarpaus, sommaruppeh*, juluppeh*, uppehall*, vilande, vila, vilar | paus*, on hold, on a
  break, on break, summer break, suspend*, hibernat*, freeze
audit: audit*, auditoi*, tarkastus*, tarkasta*, tarkista ~ kanavat, tarkista kaikki, kay lapi, lapikay*, tarkistus |
  granska*, granskning*, revision*, genomgang*, ga igenom, kontrollera alla, kolla alla | audit*, review all, go
  through, inspect*, health check, check all, check the register
idle: paivittamat*, kuollut, kuolleet, hiljais*, hiljaa, ilman, ei ole yllapi*, ei ole paivit*, ei paivit*, vailla,
  orvot, orpo*, vanhentu*, ajan tasalla, ajallaan, jaljessa, kunnossa, ei vastuu*, ei ole vastuu*, kukaan ei,
  puuttu*, kaipaa* | inaktiv*, utan, ingen ansvarig*, ingen agare, i ordning, i skick, ouppdater*, doda, overgivna,
  inte uppdater*, saknar, saknas, foraldrad*, ingen skoter, ingen uppdaterar, behover uppdater* | idle, inactive,
  orphan*, without, no maintainer*, no owner*, no responsible, not been updated, not updated, up to date, out of
  date, overdue, unmaintained, dead, stale, abandoned, silent, missing, neglected, nobody, no one, need updating,
  needs updating, need an update, in order
history: histori*, muutoshist*, muutosloki*, loki, lokitiedot, lokia, muutokset, mita muutoksia, muutoksista |
  histori*, vilka andringar, andringshist*, andringslogg*, andringar*, logg | history, changelog, change log, log,
  recent changes, latest changes, changes
changed: kuka ~ muutti, kuka ~ muuttanut, kuka ~ vaihtoi, kuka ~ muokka*, kuka ~ lisasi, kuka ~ poisti, mita on
  muut*, mita ~ muutettu, mita ~ muuttunut | vem ~ andrade, vem ~ andrat, vem ~ bytte, vem ~ tog bort, vem ~ lade
  till, vad har andrats, vad har hant | who ~ changed, who ~ edited, who ~ modified, who ~ removed, who ~ deleted,
  who ~ added, what has changed, what changed, what s changed
undo: peru, perukaa, peruuta, perua, perutaan, peruttava, peruisitko, kumoa, kumota, kumotaan, palauta ~ edellinen,
  palauta ~ entinen, palauta ~ ennalleen | angra, angrar, aterstall*, upphav, ta tillbaka | undo, revert, roll back,
  rollback, cancel the last, cancel that, take ~ back, restore the previous
report: raport*, kanavarap*, somerap*, kuukausirap*, vuosirap*, viikkorap*, yhteenve*, tilasto*, tilannekats*,
  tilannekuva* | rapport, rapporten, rapporter, manadsrap*, veckorap*, arsrap*, sammanfattning*, sammanstallning*,
  statistik*, lagesbild*, oversikt* | report, reports, summary, statistics, stats, figures, status report, numbers
updated: paivitin, paivitimme, paivitetty, paivitettiin, paivittanyt, paivittany, paivittaneet, paivitettya,
  postasin, postasimme, postattu, postannut, postattiin, julkaisin, julkaisimme, julkaistu, julkaistiin, julkaissut,
  laitoin, laitoimme, laitettu, laitettiin, laittanut, latasin, ladattu, tehty, teimme, tein, hoidettu, hoidin,
  hoidettiin, twiitta*, twiitat*, kuitattu, valmista, lisasin, lisasimme, jaoin | uppdaterade, uppdaterat,
  uppdaterad, uppdaterats, postade, postat, publicerade, publicerat, la upp, la ut, lade upp, lade ut, lagt upp,
  lagt ut, klart, klar, gjort, fixat, fixade, avklarat, delade | updated, posted, published, uploaded, done, put up,
  finished, tweeted, shared a, made a post, added a post, wrote a post, taken care of, is up, did it, did that
other: joku, asiakas, asukas, kuntalainen, ulkopuoli* | nagon, kund, invanare | someone, somebody, resident,
  residents, customer, people
wait: palataan, palaa, odota, kokeile uudestaan | vanta, aterkom | wait, try again, hold on, come back
assign: aseta, merkitse, laita | satt ~ som, ange | set ~ as, make ~ the, mark ~ as
not: en ole, en oo, ei ole, emme ole, ei oo, ei olla, en ehdi, en ehtinyt | inte, ej | not, haven t, hasn t, isn t,
  didn t, wasn t, never, nobody
remind: muistuta*, muistuttaa*, muistuttai*, muistuttele*, siirra muistut*, palaa asiaan, palataan asiaan,
  myohemmin, torkku, torkuta, torkuttaa, ei nyt, ei tanaan, lykka*, kysy uudestaan, kysy uudelleen, kysy minulta |
  paminn*, senare, inte nu, inte idag, snooza, fraga igen, fraga mig, skjut upp, aterkom | remind*, snooze, later,
  not now, not today, ask me, ask again, postpone, nudge, poke me, ping me
absent: lomat, kipea*, kipee*, kuumee*, sairas, loma, lomalla, lomalle, lomaa, lomailen, lomani, lomalta, kesaloma*,
  talviloma*, vuosiloma*, joululoma*, hiihtoloma*, poissa, poissaolo*, vapaalla, vapaata, virkavapa*,
  vanhempainvapa*, hoitovapa*, opintovapa*, isyysvapa*, aitiysvapa*, aitiysloma*, sairasloma*, sairausloma*,
  saikulla, saikku, sairaana, matkoilla, tyomatk*, lomautet*, en ole toissa, en ole paikalla, palaan toihin |
  semester*, ledig*, franvaro*, franvarande, borta, tjanstledig*, foraldraledig*, sjukskriv*, sjukledig*, sjuk,
  tjansteresa | away, vacation, holiday, on leave, leave, out of office, off work, absent, absence, sick, maternity,
  paternity, parental, ooo, not at work, off, travelling, traveling
cover: sijai*, tuura*, varalla, paikkaa* | vikari*, ersatt*, tacker upp | cover*, substitut*, stand in, stands in,
  fills in, filling in, fill in, deputy, deputi*, instead of me, backup
self: olen, oon, olemme, jaan, lahden, lahdemme, mulla, minulla, mun, minun, meen, menen, otan, pidan, mina, ma,
  palaan, lomani | jag, vi, min, mig, mitt | i, i m, i ll, we, my, me, am
give: luovut*, siirran, siirretaan, siirtaa, siirramme, siirra, siirtyy, ottaa vastuun, ottaa hoitaakseen, jatkossa,
  ottaa haltuun, uusi yllapitaja, uusi vastuuhenkilo, uudeksi yllapitajaksi, uudeksi vastuuhenkiloksi, seuraaja*,
  jatkaa | lamna ~ over, lamnar ~ over, overlat*, overlamn*, tar over, ta over, ge over, ger over, fortsattningen,
  framover | hand over, handing ~ over, hand ~ over, handover, pass on, passing ~ to, pass ~ to, pass ~ on,
  transfer*, take over, takes over, taking over, new maintainer, successor, from now on
give_to: anna, annan, annetaan, antaa, ottaa, ottaisi, ottaisiko, vaihdetaan | ge, ger, ta, tar | give, giving,
  gave, take, takes
mine: omat kanava*, omat tili*, omia kanavia, omien kanavien, minun kanava*, mun kanava*, kanavani, kanavistani,
  hoidettava*, mina vastaan, ma vastaan, mina hoidan, hoidan, vastaan, olen vastuussa, oon vastuussa, vastuullani,
  minun vastuull*, mun vastuull*, minulla ~ tekematta, mulla ~ tekematta, odottaa minua, tehtavani, kanavia mulla,
  kanavia minulla, kanavat mulla, kanavat minulla, minulla vastuulla, mulla ~ vastuulla | mina kanaler, mina konton,
  skoter jag, ansvarar jag, har jag ansvar, mitt ansvar, vantar pa mig, jag ansvarig, har jag hand om, mina
  uppgifter, mina arenden, kanaler har jag, konton har jag | my channel*, my ~ channel*, my responsibilit*, my
  account*, my pages, am i responsible, i am responsible, am i maintaining, do i maintain, do i manage, i manage, do
  i own, do i run, i maintain, waiting for me, my tasks, my to do, on my plate, am i in charge, do i look after,
  assigned to me, are mine, do i have ~ channel*, channels do i have, do i have ~ account*
about_me: tiedat minusta, tiedat musta, tieto* ~ minusta, tieto* ~ musta, minusta ~ tallenn*, minusta ~ tieto*, omat
  tieto*, henkilotietoni, tietoni, minua koskevat, musta ~ tallenn* | vet du om mig, vet ni om mig, uppgift* ~ om
  mig, information ~ om mig, data om mig, personuppgift* ~ om mig, mina personuppgifter, lagrar ~ om mig, lagrat om
  mig, sparat om mig, mina data | know about me, data ~ me, personal data ~ me, information ~ about me, hold on me,
  have on me, stored about me, store about me, my data, my personal data, my information, save about me, hold about
  me, have about me, keep about me
help: mita osaat, mita sina osaat, mita sa osaat, mita voit tehda, miten tata ~ kayt*, miten tama toimii, miten taa
  toimii, miten toimit, miten sina toimit, mita voin kysya, mita sinulta voi, milta voi kysya, mihin sinua, mihin
  pystyt, miten sinua kayt*, miten kaytan sinua, mita komentoja, mika sina olet, miten ~ botti*, mita botti osaa,
  ohje* ~ botin, auta minua, tarvitsen apua, autatko, auttaa, komennot, miten kaytan tata, mita sulta voi, mita voi
  kysya, opasta | vad kan du, hur fungerar du, hur fungerar det har, hur fungerar detta, hur anvander jag, hur
  anvands du, hur anvander man, vad kan jag fraga, vad kan jag gora har, hjalp mig, kan du hjalpa, vad gor du, hur
  funkar, hur ~ bot, hur ~ boten, kommandon, fraga dig | what can you do, what can you help, what can i do here, how
  does this work, how does ~ bot, how do you work, how do i use you, how do i use this, what can i ask, what do you
  do, what are you for, commands, can you help, help me, need help, what are you
bot: botti, bottia, botin, botilla, bottiin | bot, boten | bot
chat: hmm, tosi, oletko ~ ihminen, hei, heippa, heissan, moi, moikka, moro, terve, terveppa, tervepa, tervehdys,
  morjens, huomenta, hyvaa, paivaa, iltaa, huomen, yota, viikonloppua, kaikille, kiitos, kiitoksia, kiitti, kiits,
  avusta, paljon, jees, joo, juu, kylla, ei, okei, ok, hienoa, mahtavaa, loistava*, mainio*, kiva, sori, anteeksi,
  vaara viesti, testi, tama auttoi, auttoi, hyva, selva, joulua, juhannusta, paasiaista, uutta vuotta, rakastan sua,
  ma, sua, oletko ihminen, oletko sa ihminen, oletko sina ihminen, oletko robot*, oletko bot*, oletko sa bot*,
  oletko teko*, kuka olet, kuka sina olet, kuka sa oot, kuka teki sinut, kuka sinut, mika on nimesi, mika sun nimi
  on, mita kuuluu, miten menee, kuis menee, mites menee, kerro vitsi, kuinka voit, nakemiin, bot, botti, somebot,
  heh, haha*, sulle, sinulle, oikein, rakastan sinua, oot paras, olet paras, oletko siella | hej, hejsan, hejda,
  halla, tjena, god morgon, god kvall, god dag, godmorgon, morgon, pa dig, tack, tackar, tusen tack, sa mycket, ja,
  nej, okej, jattebra, bra, toppen, trevlig helg, ha det bra, ar du manniska, ar du en manniska, ar du en robot, ar
  du en bot, vem ar du, vem har gjort dig, hur mar du, hur ar laget, laget, vad heter du, beratta ett skamt, hur
  star det till, for hjalpen, fint, snyggt, valkommen, vi ses, ursakta, kul, fel meddelande, god jul, gott nytt ar,
  glad pask | hello, hi, hiya, hey, yo, good morning, good afternoon, good evening, good night, morning, evening,
  bye, goodbye, see you, thanks, thank you, thx, ty, cheers, a lot, so much, very much, for the help, for your help,
  that helped, that helps, yes, no, yeah, yep, nope, okay, great, nice, cool, super, awesome, perfect, wow, lol,
  sorry, test, wrong message, are you human, are you a human, are you a robot, are you a bot, are you real, are you
  there, are you an ai, who are you, who made you, how are you, what s up, whats up, what is your name, what s your
  name, how s it going, tell me a joke, have a nice *, have a good *, good job, well done, you too, there, good bot,
  love you, i love you, please, merry christmas, happy new year, you are *, you re *
filler: on, ja, tai, se, ne, niin, siis, eli, no, meidan, meijan, uusi, virallinen | och, pa, for, det, den, i, var,
  vart, vara, officiell* | the, a, s, of, on, and, for, in, at, our, please, official
"""

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


_ASK, _CHANNELS, _EDIT, _HANDOVER = Intent.ASK, Intent.CHANNELS, Intent.EDIT, Intent.HANDOVER
_MINE, _OWNER, _PROPOSE, _REGISTER, _VERIFY = Intent.MINE, Intent.OWNER, Intent.PROPOSE, Intent.REGISTER, Intent.VERIFY
RULES: tuple[Rule, ...] = (
    Rule(99, Intent.SMALLTALK, "chat_only"),
    Rule(92, Intent.ME, "about_me", "any_channel"),
    Rule(90, Intent.HELP, "help", "channel incident topic address person"),
    Rule(90, Intent.HELP, "bot which|how", "any_channel who address person"),
    # Accounts: are they ours, who is behind them, put them on the list.
    Rule(88, _VERIFY, "address fake", "who"),
    Rule(87, _VERIFY, "address ours", "who add change absent give updated pass_on want"),
    Rule(86, _OWNER, "address who own|contact|credentials"),
    Rule(86, _REGISTER, "address add", "who how may"),
    Rule(86, _EDIT, "address change", "who how may"),
    # One certain channel's people, its state and its past, however it is asked.
    Rule(85, _OWNER, "who specific credentials|contact", "decide"),
    Rule(85, _OWNER, "past_decision|last_updated specific"),
    Rule(85, Intent.HISTORY, "changed", "may topic own"),
    Rule(85, _CHANNELS, "count plural|noun|platform", "keeper may must report"),
    Rule(85, _MINE, "todo"),
    Rule(85, _MINE, "mine which", "may how decide rule define topic open give close updated absent"),
    Rule(84, _CHANNELS, "can_see plural|book", "who"),
    # The guideline's rules.
    Rule(84, _ASK, "may", "can_see contact"),
    Rule(83, _ASK, "decide", "change remind address"),
    Rule(82, _ASK, "who book", "specific"),
    Rule(82, _ASK, "incident", "who specific"),
    # What changes the register.
    Rule(81, _EDIT, "change channel|noun|detail|person", "asks who opened history is_there"),
    Rule(81, _EDIT, "add|close|assign keeper person|specific", "asks who book"),
    Rule(81, _EDIT, "interval any_channel days", "asks who"),
    Rule(80, _REGISTER, "add any_channel|address|book", "asks who which topic keeper updated pause close"),
    Rule(79, Intent.UNDO, "undo", "asks who absent topic"),
    Rule(78, _HANDOVER, "give any_channel|person", "asks who absent"),
    Rule(78, _HANDOVER, "give_to any_channel person", "asks who absent"),
    Rule(78, _HANDOVER, "person own any_channel", "asks absent who question cover"),
    Rule(77, Intent.AWAY, "absent|cover time|person", "asks who which"),
    Rule(77, Intent.AWAY, "absent self", "asks who which"),
    Rule(76, Intent.PAUSE, "pause any_channel", "asks who which"),
    Rule(75, Intent.RETIRE, "close any_channel", "asks who which topic remind credentials"),
    Rule(74, _PROPOSE, "propose new|any_channel", "may decide who close"),
    Rule(74, _PROPOSE, "want open any_channel|new", "may decide who define opened credentials keeper book own"),
    Rule(74, _PROPOSE, "want new|one_s_own any_channel", "may decide who define how topic credentials keeper opened updated which"),
    Rule(73, Intent.SNOOZE, "remind", "asks who updated"),
    Rule(73, Intent.SNOOZE, "wait time", "asks who absent any_channel"),
    Rule(72, _REGISTER, "opened any_channel", "asks who which"),
    # Lists, and the state of things.
    Rule(72, Intent.AUDIT, "idle plural|all|book", "may how who"),
    Rule(72, Intent.AUDIT, "idle keeper|own noun", "may how who must"),
    Rule(72, Intent.AUDIT, "audit", "asks who address"),
    Rule(71, _MINE, "mine show|plural|brief|question", "decide rule how define topic open give close updated absent who"),
    Rule(71, Intent.REPORT, "report", "asks who topic"),
    Rule(71, Intent.HISTORY, "history", "asks who topic"),
    Rule(70, _OWNER, "who own|credentials|contact channel", "asks topic"),
    Rule(69, _OWNER, "who own|credentials|contact specific", "may decide rule"),
    Rule(68, _ASK, "rule"),
    Rule(67, _CHANNELS, "which plural", "asks who topic must updated keeper"),
    Rule(67, _CHANNELS, "which noun our|unit|scope|all", "asks who topic must updated keeper"),
    Rule(67, _CHANNELS, "which platform our|unit|all", "asks who topic must updated keeper own"),
    Rule(67, _CHANNELS, "show|all plural|noun|platform|unit", "asks who topic must updated keeper close add"),
    Rule(66, _OWNER, "keeper|credentials|contact channel", "asks must topic incident change"),
    Rule(65, _CHANNELS, "is_there platform our|unit|scope", "asks who topic own updated credentials"),
    Rule(65, _CHANNELS, "exists platform", "asks who topic own updated credentials"),
    Rule(65, _CHANNELS, "have platform unit question", "asks who topic own updated credentials"),
    Rule(65, _OWNER, "keeper specific", "may decide rule how must topic incident change close add"),
    Rule(64, Intent.UPDATED, "updated any_channel|time|self|brief", "asks who which question not is_there other"),
    Rule(63, _REGISTER, "new noun address", "asks who"),
    Rule(62, _EDIT, "detail address channel", "asks who ours fake this"),
    Rule(61, _VERIFY, "fake this|noun|platform", "asks who which must incident"),
    Rule(60, _VERIFY, "address", "may how decide absent give remind updated want change"),
    Rule(60, _VERIFY, "ours this noun|platform question|brief", "asks who which must address"),
    Rule(59, _PROPOSE, "new noun brief", "asks who which own keeper all plural topic"),
    Rule(59, _PROPOSE, "open platform brief", "asks who which own keeper opened topic"),
    Rule(58, _PROPOSE, "want platform|noun unit|tail", "asks who topic credentials must updated which have own"),
    Rule(57, _CHANNELS, "plural unit|scope|platform|brief", "asks who topic own must"),
    Rule(56, _OWNER, "who unit|scope|name|brief channel", "asks topic"),
    Rule(55, _OWNER, "bare"),
    Rule(54, _OWNER, "who specific", "may decide rule how suit"),
    Rule(54, _OWNER, "own specific brief", "asks must topic which"),
    Rule(2, Intent.SMALLTALK, "chatty brief", "any_channel asks who which topic credentials incident rule"),
    Rule(1, _ASK, "word"),
)
